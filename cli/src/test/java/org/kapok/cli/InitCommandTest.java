package org.kapok.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kapok.core.Selection;
import org.kapok.projection.Projection;
import org.kapok.scenario.BundledScenarios;
import org.kapok.scenario.RunFolder;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioFolder;
import org.kapok.scenario.ScenarioRun;

/** A scenario to start from: it runs as it was copied, its README tells of every file, and nothing is overwritten. */
class InitCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    static List<String> names() {
        return BundledScenarios.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void copy_ofAnyExample_readsAsTheExampleDoes(String name) {
        Path copy = folder.resolve("my \"own\" city");

        assertThat(kapok("init", copy.toString(), "--from", name)).isZero();

        Scenario mine = ScenarioFolder.read(copy);
        Scenario example = BundledScenarios.read(name);
        assertThat(mine.id()).isEqualTo("my \"own\" city");
        assertThat(mine.targets()).isEqualTo(example.targets());
        assertThat(mine.inputs().base().total(Selection.residents()))
                .isEqualTo(example.inputs().base().total(Selection.residents()));
        assertThat(out.toString()).contains("kapok run " + copy);
    }

    @Test
    void copy_ofGuangzhou_givesTheSameTables() throws IOException {
        Path copy = folder.resolve("city");
        assertThat(kapok("init", copy.toString(), "--from", "guangzhou")).isZero();

        RunFolder.write(ScenarioRun.of(ScenarioFolder.read(copy)), folder.resolve("mine"));
        RunFolder.write(ScenarioRun.of(BundledScenarios.read("guangzhou")), folder.resolve("example"));

        try (Stream<Path> tables = Files.list(folder.resolve("example"))) {
            assertThat(tables.filter(file -> file.toString().endsWith(".csv")))
                    .hasSizeGreaterThan(10)
                    .allSatisfy(file -> assertThat(folder.resolve("mine").resolve(file.getFileName()))
                            .hasSameBinaryContentAs(file));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void readme_namesEveryFileInBothLanguages(String name) throws IOException {
        Path copy = folder.resolve("city");
        String[] languages = readmes(name, copy);

        try (Stream<Path> files = Files.list(copy)) {
            List<String> told = files.map(file -> file.getFileName().toString())
                    .filter(file -> !file.equals("README.md"))
                    .toList();
            assertThat(told).allSatisfy(file -> assertThat(languages[0]).contains("`" + file));
            assertThat(told).allSatisfy(file -> assertThat(languages[1]).contains("`" + file));
        }
        assertThat(languages[0].lines().filter(line -> line.startsWith("# "))).hasSize(1);
        assertThat(languages[0].lines().findFirst().orElseThrow()).matches("# [A-Z][a-z, ]+.*");
        assertThat(languages[1].lines().filter(line -> line.startsWith("# "))).hasSize(1);
        assertThat(languages[1].lines().findFirst().orElseThrow()).containsPattern("^# .*\\p{IsHan}{4}");
    }

    /** The README that is written in English and in Chinese. */
    private String[] readmes(String name, Path copy) throws IOException {
        Path chinese = folder.resolve("chinese");
        assertThat(kapok("init", copy.toString(), "--from", name)).isZero();
        assertThat(kapok("init", chinese.toString(), "--from", name, "--lang", "zh"))
                .isZero();
        return new String[] {Files.readString(copy.resolve("README.md")), Files.readString(chinese.resolve("README.md"))
        };
    }

    @ParameterizedTest
    @MethodSource("names")
    void readme_commands_areTheSameInBothLanguagesAndRun(String name) throws IOException {
        Path copy = folder.resolve("city");
        String[] languages = readmes(name, copy);

        List<String> commands = commands(languages[0]);

        assertThat(commands).isNotEmpty().isEqualTo(commands(languages[1]));
        for (int i = 0; i < commands.size(); i++) {
            List<String> words = new ArrayList<>(List.of(commands.get(i).split(" ")));
            words.replaceAll(word -> word.equals(".") ? copy.toString() : word);
            words.replaceAll(
                    word -> word.equals("low-fertility") ? copy.resolve(word).toString() : word);
            if (Kapok.line(Language.en, Terminal.NONE, new PrintWriter(out), new PrintWriter(err))
                            .getSubcommands()
                            .get(words.get(0))
                            .getCommandSpec()
                            .findOption("--out")
                    != null) {
                words.addAll(List.of("--out", folder.resolve("out" + i).toString()));
            }
            assertThat(kapok(words.toArray(String[]::new))).as(commands.get(i)).isZero();
        }
    }

    private static List<String> commands(String text) {
        return text.lines()
                .filter(line -> line.startsWith("    kapok "))
                .map(line -> line.strip().split(" {2,}")[0].replaceFirst("kapok ", ""))
                .toList();
    }

    @Test
    void country_runs_andItsVariantHasFewerBirths() {
        Path city = folder.resolve("city");
        assertThat(kapok("init", city.toString())).isZero();
        assertThat(kapok("run", city.toString(), "--out", folder + "/run")).isZero();
        assertThat(kapok("compare", city.toString(), city + "/low-fertility", "--out", folder + "/compared"))
                .isZero();
        assertThat(kapok("ensemble", city.toString(), "--draws", "50", "--out", folder + "/drawn"))
                .isZero();

        Projection base = ScenarioRun.of(ScenarioFolder.read(city)).projection();
        Projection low = ScenarioRun.of(ScenarioFolder.read(city.resolve("low-fertility")))
                .projection();
        double people2024 = base.in(2024).total(Selection.residents());
        assertThat(people2024).isEqualTo(130_308_399); // 1 January 2024, World Population Prospects 2024
        assertThat(low.in(2054).total(Selection.residents()))
                .isLessThan(0.97 * base.in(2054).total(Selection.residents()));
        assertThat(out.toString()).contains(String.format(Locale.ROOT, "%,.2f", people2024 / 1e4));
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void folderWithSomethingInIt_isLeftAlone() throws IOException {
        Files.writeString(folder.resolve("scenario.json"), "mine");

        assertThat(kapok("init", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains(folder.toString(), "nothing was changed");
        assertThat(folder.resolve("scenario.json")).hasContent("mine");
        assertThat(folder.resolve("README.md")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"contry", "countries"})
    void unknownExample_isRefusedWithWhatWasMeant(String name) {
        assertThat(kapok("init", folder + "/new", "--from", name)).isEqualTo(2);
        assertThat(err.toString()).contains("country");
        assertThat(folder.resolve("new")).doesNotExist();
    }

    private int kapok(String... arguments) {
        return Kapok.execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
