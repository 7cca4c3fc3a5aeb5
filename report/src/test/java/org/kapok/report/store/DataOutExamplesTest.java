package org.kapok.report.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kapok.scenario.BundledScenarios;
import org.kapok.scenario.RunFolder;
import org.kapok.scenario.ScenarioRun;

/** The examples of {@code docs/data-out.md}: run, and printed there with what they print. */
class DataOutExamplesTest {
    private static final Path EXAMPLES =
            Path.of("../docs/examples").toAbsolutePath().normalize();
    private static final Path PAGE = Path.of("../docs/data-out.md");

    @TempDir
    private static Path folder;

    private static Path run;
    private static Path duckDb;

    @BeforeAll
    static void runGuangzhou() throws IOException {
        run = folder.resolve("guangzhou");
        duckDb = folder.resolve("kapok.duckdb");
        RunFolder.write(ScenarioRun.of(BundledScenarios.read("guangzhou")), run);
        ResultStore.of(run).writeDuckDb(duckDb);
    }

    private static void assertPrinted(String example, String output) throws IOException {
        String page = Files.readString(PAGE);
        assertThat(page).as(example).contains(Files.readString(EXAMPLES.resolve(example)));
        assertThat(page).as("what " + example + " prints").contains("```\n" + output.stripTrailing() + "\n```\n");
    }

    /** The answers to every query of the SQL example, a row a line. */
    private static String answers(Connection connection) throws IOException, SQLException {
        List<String> lines = new ArrayList<>();
        for (String query : Files.readString(EXAMPLES.resolve("data-out.sql")).split(";\n")) {
            Query.rows(connection, query).forEach(row -> lines.add(row.replace("|", " | ")));
        }
        return String.join("\n", lines);
    }

    /** What a program prints, without blanks at the ends of lines. */
    private static String output(String... command) throws IOException, InterruptedException {
        Path said = Files.createTempFile(folder, "said", ".txt");
        Path errors = Files.createTempFile(folder, "errors", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(said.toFile())
                .redirectError(errors.toFile())
                .start();
        boolean ended = process.waitFor(120, TimeUnit.SECONDS);
        assertThat(ended && process.exitValue() == 0)
                .as(() -> Arrays.toString(command) + ": " + text(errors))
                .isTrue();
        return text(said).lines().map(String::stripTrailing).collect(Collectors.joining("\n"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Whether a program is installed with what an example needs. */
    private static boolean works(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** The first Python that has a package. */
    private static String python(String module) throws InterruptedException {
        for (String python : List.of(System.getProperty("kapok.python", "python3"), "/usr/bin/python3")) {
            if (works(python, "-c", "import " + module)) {
                return python;
            }
        }
        assumeTrue(false, "no Python with " + module + " is installed here (Debian: python3-" + module + ")");
        return "";
    }

    @Test
    void sql_onDuckDb_printsWhatThePageSays() throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + duckDb)) {
            assertPrinted("data-out.sql", answers(connection));
        }
    }

    @Test
    void pandas_onTheFolder_printsWhatThePageSays() throws IOException, InterruptedException {
        String python = python("pandas");

        assertPrinted(
                "data-out.py", output(python, EXAMPLES.resolve("data-out.py").toString(), run.toString()));
    }

    @Test
    void pandas_onDuckDb_printsWhatThePageSays() throws IOException, InterruptedException {
        String python = python("duckdb, pandas");
        String example = EXAMPLES.resolve("data-out-duckdb.py").toString();

        assertPrinted("data-out-duckdb.py", output(python, example, duckDb.toString()));
    }

    @Test
    void r_onTheFolder_printsWhatThePageSays() throws IOException, InterruptedException {
        assumeTrue(works("Rscript", "--version"), "no R is installed here (Debian: r-base-core)");

        assertPrinted(
                "data-out.R", output("Rscript", EXAMPLES.resolve("data-out.R").toString(), run.toString()));
    }

    @Test
    void sqlAndR_onPostgres_printWhatThePageSays() throws IOException, InterruptedException, SQLException {
        Optional<Path> binaries = LoopbackPostgres.binaries();
        assumeTrue(binaries.isPresent(), "no PostgreSQL server is installed here (Debian: postgresql)");
        LoopbackPostgres server = LoopbackPostgres.start(binaries.get());
        try {
            ResultStore.of(run).writeTo(server.url(), "guangzhou", new Properties());
            try (Connection connection = DriverManager.getConnection(server.url());
                    Statement statement = connection.createStatement()) {
                statement.execute("set search_path = guangzhou");
                assertPrinted("data-out.sql", answers(connection));
            }
            if (works("Rscript", "-e", "library(RPostgreSQL)")) {
                String example = EXAMPLES.resolve("data-out-postgres.R").toString();
                String port = Integer.toString(server.port());
                assertPrinted(
                        "data-out-postgres.R", output("Rscript", example, "127.0.0.1", port, "postgres", "kapok"));
            }
        } finally {
            server.stop();
        }
    }
}
