package org.kapok.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kapok.core.Selection;
import org.kapok.core.Sex;
import org.kapok.scenario.BundledScenarios;

/** The scripts in {@code docs/scripts}, each started as a single file by the java command. */
class ScriptsTest {
    private static final Path SCRIPTS = Examples.TOP.resolve("docs/scripts");
    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

    @TempDir
    private Path folder;

    @Test
    void fertility_printsMoreChildrenThanOnTrend() throws Exception {
        List<String> lines = script("Fertility").lines().toList();

        assertThat(lines).hasSize(4);
        for (String line : lines) {
            List<Double> numbers = numbers(line);
            assertThat(numbers.get(3)).as(line).isGreaterThan(numbers.get(2)); // after the year and the age
        }
    }

    @Test
    void districts_writesATableOfAllDistricts() throws Exception {
        Path table = folder.resolve("districts.csv");

        script("Districts", table.toString());

        List<String[]> rows =
                Files.readAllLines(table).stream().map(row -> row.split(",")).toList();
        assertThat(rows).hasSize(1 + 4 * 11);
        double total = rows.stream()
                .filter(row -> row[0].equals("2020"))
                .mapToDouble(row -> Double.parseDouble(row[2]))
                .sum();
        double residents = BundledScenarios.read("guangzhou").inputs().base().total(Selection.residents());
        assertThat(total).isCloseTo(residents, within(1e-3));
    }

    @Test
    void firstProgram_printsPeopleAndBedsAndWritesEveryTable() throws Exception {
        List<String> lines = script("FirstProgram").lines().toList();

        assertThat(lines).hasSize(2);
        assertThat(numbers(lines.get(0)).get(0)).isBetween(20e6, 22e6);
        assertThat(numbers(lines.get(0)).get(1)).isBetween(6e6, 7e6);
        assertThat(numbers(lines.get(0)).get(2)).isBetween(8.0, 10.0);
        assertThat(numbers(lines.get(1)).get(0)).isPositive();
        assertThat(folder.resolve("results/gap.csv")).exists();
    }

    @Test
    void spread_printsQuantilesThatWiden() throws Exception {
        List<String> lines = script("Spread", "40").lines().toList();

        List<Double> first = numbers(lines.get(0));
        List<Double> last = numbers(lines.get(lines.size() - 1));
        assertThat(lines).hasSize(3);
        assertThat(width(last)).isGreaterThan(width(first));
    }

    @Test
    void solve_printsWhatIsNeeded() throws Exception {
        List<String> lines = script("Solve").lines().toList();

        assertThat(lines.get(0)).isEqualTo("as births are, all targets hold:");
        assertThat(lines.get(3)).isEqualTo("with 0.6 children per woman, all targets hold:");
        assertThat(needed(lines.get(4))).isGreaterThan(needed(lines.get(1)));
    }

    @Test
    void plot_writesAPicture() throws Exception {
        assumeTrue(
                ScriptsTest.class.getClassLoader().getResource("org/kapok/report/picture/Picture.class") != null,
                "skipped: this build has no pictures");
        Path picture = folder.resolve("pyramid.png");

        script("Plot", picture.toString());

        assertThat(Files.readAllBytes(picture)).startsWith(0x89, 'P', 'N', 'G');
    }

    @ParameterizedTest
    @CsvSource({
        "Districts, '', expected a file to write",
        "Plot, '', expected a file to write",
        "Spread, many, 'got many, expected how many futures'"
    })
    void script_withAWrongArgument_saysWhatItExpects(String name, String argument, String said) throws Exception {
        List<String> command = new ArrayList<>(start(name));
        if (!argument.isEmpty()) {
            command.add(argument);
        }

        assertThat(ended(command)).isEqualTo(2);
        assertThat(Files.readAllLines(folder.resolve("complaints")))
                .filteredOn(line -> !line.startsWith("Picked up")) // what Java says of its options
                .satisfiesExactly(line -> assertThat(line).contains(said, "kapok script " + name));
    }

    @ParameterizedTest
    @CsvSource({"script nothing.java, got no such file", "script ., got something else", "script, missing FILE.java"})
    void scriptCommand_withoutAScript_saysWhatItExpects(String line, String said) {
        StringWriter err = new StringWriter();

        assertThat(Kapok.execute(new PrintWriter(err), new PrintWriter(err), line.split(" ")))
                .isEqualTo(2);
        assertThat(err.toString()).contains(said).doesNotContain("Exception");
    }

    @Test
    void scriptCommand_givesItsArgumentsAndExitCodeOn() throws Exception {
        Path script = Files.writeString(folder.resolve("Seven.java"), """
                class Seven {
                    public static void main(String[] args) throws Exception {
                        java.nio.file.Files.writeString(java.nio.file.Path.of(args[0]), String.join(",", args));
                        System.exit(org.kapok.scenario.BundledScenarios.names().size() + 3);
                    }
                }
                """);
        Path said = folder.resolve("said");
        StringWriter err = new StringWriter();

        int code = Kapok.execute(
                new PrintWriter(err),
                new PrintWriter(err),
                "script",
                script.toString(),
                said.toString(),
                "--lang",
                "x");

        assertThat(code).isEqualTo(7);
        assertThat(said).hasContent(said + ",--lang,x");
    }

    @Test
    void everyScript_isTestedAndTold() throws IOException {
        String told = Files.readString(Examples.TOP.resolve("docs/scripting.md"));
        String ci = Files.readString(Examples.TOP.resolve(".ci/run"));
        Set<String> scripts = new TreeSet<>();
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .forEach(scripts::add);
        }

        assertThat(scripts)
                .containsExactly(
                        "Districts.java",
                        "Fertility.java",
                        "FirstProgram.java",
                        "Plot.java",
                        "Solve.java",
                        "Spread.java");
        assertThat(scripts).allSatisfy(name -> {
            assertThat(told).contains(name);
            assertThat(ci).contains("docs/scripts/" + name);
        });
    }

    @Test
    void scriptsThatAreShown_areTheseFiles() throws IOException {
        String plot = Files.readString(SCRIPTS.resolve("Plot.java"));
        int start = plot.indexOf("        Scenario");
        String body = plot.substring(start, plot.indexOf("    }", start)).replaceAll("(?m)^        ", "");

        assertThat(Files.readString(Examples.TOP.resolve("docs/scripting.md")))
                .contains("```java\n" + body + "```")
                .contains("```java\n" + Files.readString(SCRIPTS.resolve("Fertility.java")) + "```");
    }

    @Test
    void jshell_startsWithTheImports() throws Exception {
        Path jshell = JAVA_HOME.resolve("bin/jshell");
        assumeTrue(Files.isExecutable(jshell), "skipped: this Java has no jshell");
        Path typed = Files.writeString(folder.resolve("typed.jsh"), """
                var people = BundledScenarios.read("guangzhou").inputs().base();
                System.out.printf("%.0f%n", people.total(Selection.residents().of(Sex.FEMALE).aged(65, 69)));
                var change = new Scaling("s", new Component(Component.Kind.ARRIVALS, ""), Scope.since(2030), Cube.of(1));
                System.out.println(change.id() + DemandPath.NORM + LocalDate.of(2020, 1, 1) + Quantiles.of(new double[] {1}).mean());
                /exit
                """);

        String printed = run(List.of(
                jshell.toString(),
                "--class-path",
                classPath(),
                "--startup",
                "DEFAULT",
                "--startup",
                Path.of(Kapok.class.getResource("kapok.jsh").toURI()).toString(),
                typed.toString()));

        double women = BundledScenarios.read("guangzhou")
                .inputs()
                .base()
                .total(Selection.residents().of(Sex.FEMALE).aged(65, 69));
        assertThat(printed.lines().toList()).containsExactly(Long.toString(Math.round(women)), "sNORM2020-01-011.0");
    }

    private String script(String name, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(start(name));
        command.addAll(Arrays.asList(arguments));
        return run(command);
    }

    private static List<String> start(String name) {
        return List.of(
                JAVA_HOME.resolve("bin/java").toString(),
                "-Duser.language=en",
                "-cp",
                classPath(),
                SCRIPTS.resolve(name + ".java").toString());
    }

    private String run(List<String> command) throws Exception {
        int code = ended(command);
        assertThat(code).as(Files.readString(folder.resolve("complaints"))).isZero();
        return Files.readString(folder.resolve("printed"), StandardCharsets.UTF_8);
    }

    private int ended(List<String> command) throws Exception {
        Path printed = folder.resolve("printed");
        Path complaints = folder.resolve("complaints");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(printed.toFile()).redirectError(complaints.toFile());
        builder.directory(folder.toFile());
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Djava.util.prefs.userRoot=" + folder);
        Process process = builder.start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly();
        }
        assertThat(ended).as("ended in time").isTrue();
        return process.exitValue();
    }

    /** What this test sees, modules or not. */
    static String classPath() {
        return Stream.of("jdk.module.path", "java.class.path")
                .map(System::getProperty)
                .filter(path -> path != null && !path.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** All numbers in a line, grouped by commas or not. */
    private static List<Double> numbers(String line) {
        return Pattern.compile("\\d[\\d,]*(\\.\\d+)?")
                .matcher(line)
                .results()
                .map(number -> Double.valueOf(number.group().replace(",", "")))
                .toList();
    }

    private static double width(List<Double> numbers) {
        int count = numbers.size();
        return numbers.get(count - 1) - numbers.get(count - 2);
    }

    private static double needed(String line) {
        return numbers(line.split(": ")[1]).get(0);
    }
}
