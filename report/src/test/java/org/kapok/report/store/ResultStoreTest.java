package org.kapok.report.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kapok.scenario.table.InputDataException;

/** Which folders can be stored, and what is said of those that cannot. */
class ResultStoreTest {
    @TempDir
    private Path folder;

    @Test
    void of_noResultFolder_isRefused() {
        assertThatThrownBy(() -> ResultStore.of(folder))
                .isInstanceOf(InputDataException.class)
                .hasMessageContaining("got a folder without run.json, expected a result folder");
        assertThatThrownBy(() -> ResultStore.of(folder.resolve("absent")))
                .isInstanceOf(InputDataException.class)
                .hasMessageContaining("got no such folder");
    }

    @Test
    void of_unknownTableAndOtherColumns_areAllNamed() throws IOException {
        SmallResults results =
                SmallResults.in(folder).write("mine.csv", "a\n1\n").write("gap.csv", "year,service\n");
        Files.write(folder.resolve("services.csv"), "年份\n".getBytes(Charset.forName("GB18030")));

        assertThatThrownBy(results::store)
                .isInstanceOf(InputDataException.class)
                .hasMessage(
                        "gap.csv line 1: got year,service, expected year,service,path,region,demand,supply,shortage,"
                                + "surplus,utilisation,land_m2,floor_m2,allocated\n"
                                + "mine.csv: got a table that results do not have, expected none but those of kapok\n"
                                + "services.csv line 1: got bytes that are no UTF-8, expected year,service,path,region,demand");
    }

    @Test
    void tables_byteOrderMark_isNoPartOfTheHeader() throws IOException {
        ResultStore store = SmallResults.in(folder)
                .edit("targets.csv", "measure,", "\uFEFFmeasure,")
                .store();

        assertThat(store.tables()).containsExactly("population", "region_labels", "targets");
    }

    @Test
    void write_runJsonThatIsNoJson_namesItsLine() throws IOException {
        ResultStore store =
                SmallResults.in(folder).edit("run.json", "\"seed\" :", "seed").store();

        assertThatThrownBy(() -> store.writeDuckDb(folder.resolve("out.duckdb")))
                .isInstanceOf(InputDataException.class)
                .hasMessageStartingWith("run.json line 6: got no JSON");
        assertThat(folder.resolve("out.duckdb")).doesNotExist();
    }

    @Test
    void write_withoutTheLibraries_namesThem() throws Exception {
        SmallResults.in(folder);
        String bare = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("duckdb") && !entry.contains("postgresql"))
                .collect(Collectors.joining(File.pathSeparator));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        bare,
                        Bare.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();

        int code = process.waitFor();

        assertThat(code).isZero();
        assertThat(Files.readAllLines(folder.resolve("said.txt")))
                .containsExactly(
                        "DuckDB is not on the class path; add org.duckdb:duckdb_jdbc 1.5.6.0 or later",
                        "DuckDB is not on the class path; add org.duckdb:duckdb_jdbc 1.5.6.0 or later",
                        "PostgreSQL's driver is not on the class path; add org.postgresql:postgresql 42.7.14 or later");
    }

    /** What a process without the optional libraries sees. */
    static final class Bare {
        private Bare() {}

        public static void main(String[] args) throws IOException {
            Path folder = Path.of(args[0]);
            ResultStore store = ResultStore.of(folder);
            String said = told(() -> store.writeDuckDb(folder.resolve("kapok.duckdb")))
                    + told(() -> store.writeParquet(folder.resolve("parquet")))
                    + told(() -> store.writeTo("jdbc:postgresql://127.0.0.1/x", "kapok", new Properties()));
            Files.writeString(folder.resolve("said.txt"), said);
        }

        private interface Action {
            void run() throws IOException;
        }

        private static String told(Action action) {
            try {
                action.run();
                return "done\n";
            } catch (IOException e) {
                return e.getMessage() + "\n";
            }
        }
    }
}
