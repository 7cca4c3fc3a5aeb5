package org.kapok.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kapok.scenario.BundledScenarios;
import org.kapok.scenario.ScenarioRun;

/** The command as a user meets it: what it prints, where, and its exit codes. */
class KapokTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void run_bundledScenario_writesResultsAndPrintsWhatTheProjectionFound() {
        int code = kapok("run", "guangzhou", "--lang", "en", "--out", folder + "/run");

        ScenarioRun run = ScenarioRun.of(BundledScenarios.read("guangzhou"));
        double reached = run.reached(run.scenario().targets().get(0));
        assertThat(code).isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(folder.resolve("run"))
                .isDirectoryContaining("glob:**/population.csv")
                .isDirectoryContaining("glob:**/run.json");
        assertThat(out.toString())
                .contains("Residents", "Hospital beds", "2025-12-31", "Plan", "Off by")
                .contains(String.format(Locale.ROOT, "%,.2f", reached / 1e4))
                .contains(String.format(Locale.ROOT, "%+,.2f", (reached - 21_000_000) / 1e4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void run_eitherLanguage_fitsAScreenOfAHundredColumns(String language) {
        kapok("run", "guangzhou-plan", "--lang", language, "--out", folder + "/run");

        assertThat(out.toString().lines().filter(line -> !line.contains(folder.toString())))
                .allSatisfy(line -> assertThat(TextTable.width(line)).isLessThanOrEqualTo(100));
        assertThat(out.toString().contains("常住人口")).isEqualTo(language.equals("zh"));
    }

    @Test
    void run_quiet_printsNothing() {
        assertThat(kapok("run", "guangzhou", "--quiet", "--out", folder + "/run"))
                .isZero();
        assertThat(out + "" + err).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"run guangzhou -q --out %s/x", "validate country -q", "scorecard guangzhou --quiet"})
    void quiet_afterAnyCommand_printsNothing(String line) {
        assertThat(kapok(line.formatted(folder).split(" "))).isZero();
        assertThat(out + "" + err).isEmpty();
        assertThat(kapok("run", "nowhere", "-q")).isEqualTo(2);
        assertThat(err.toString()).contains("nowhere");
    }

    @Test
    void verbose_ofAnyCommand_tellsWhatIsDoneOnTheErrorOutput() {
        assertThat(kapok("--verbose", "run", "country", "--out", folder + "/run"))
                .isZero();

        assertThat(err.toString()).containsSubsequence("Java", "read country", "computed", "wrote", "exit code 0");
        assertThat(out.toString()).startsWith("Mexico").doesNotContain("read country");
    }

    @Test
    void run_fileOfAScenario_isAsGoodAsItsFolder() throws IOException {
        BundledScenarios.copy("country", folder.resolve("city"));

        assertThat(kapok("validate", folder + "/city/scenario.json")).isZero();
        assertThat(out.toString()).startsWith("city is valid");
    }

    @Test
    void run_servicesWithoutSupply_areShownWhereAskedFor() {
        assertThat(kapok("run", "guangzhou", "--out", folder + "/a")).isZero();
        assertThat(out.toString()).contains("40 more services").doesNotContain("Homes");
        assertThat(kapok("run", "guangzhou", "--all", "--out", folder + "/a")).isZero();
        assertThat(out.toString()).contains("Homes", "Kindergarten classes");
    }

    @Test
    void run_noSuchScenario_saysWhatThereIs() {
        assertThat(kapok("run", "guangzh")).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines())
                .containsExactly(
                        "guangzh: got no such folder, expected a scenario folder or one of the bundled scenarios"
                                + " guangzhou, guangzhou-plan, guangzhou-districts, country. Did you mean guangzhou?");
    }

    @Test
    void run_folderThatIsNoScenario_saysHowToMakeOne() {
        assertThat(kapok("run", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("without scenario.json").contains("kapok init");
    }

    @Test
    void run_folderWithoutScenario_leavesTheEarlierResultAlone() throws IOException {
        Path earlier = folder.resolve("run");
        assertThat(kapok("run", "guangzhou", "--quiet", "--out", earlier.toString()))
                .isZero();
        byte[] before = Files.readAllBytes(earlier.resolve("population.csv"));
        Path broken = Files.createDirectory(folder.resolve("broken"));
        Files.writeString(broken.resolve("scenario.json"), "{\"format\": \"kapok-scenario/1\",");

        assertThat(kapok("run", broken.toString(), "--out", earlier.toString())).isEqualTo(2);
        assertThat(err.toString()).startsWith("kapok: wrong input").contains("scenario.json line 1");
        assertThat(earlier.resolve("population.csv")).hasBinaryContent(before);
    }

    @Test
    void run_foreignFolderAsOutput_isRefused() throws IOException {
        Files.writeString(folder.resolve("diary.txt"), "mine");

        assertThat(kapok("run", "guangzhou", "--out", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("a folder that holds diary.txt");
        assertThat(folder.resolve("diary.txt")).hasContent("mine");
    }

    @Test
    void validate_bundledScenario_saysItIsValid() {
        assertThat(kapok("validate", "guangzhou", "--lang", "en")).isZero();
        assertThat(out.toString())
                .isEqualToNormalizingNewlines("guangzhou is valid: 11 regions, 3 statuses, 101 ages, 2020 to 2035;"
                        + " 63 services, 5 targets.\n");
    }

    @Test
    void estimate_folderWithoutFacts_listsEveryMissingFile() {
        assertThat(kapok("estimate", folder.toString(), "--out", folder + "/out"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("regions.csv");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void estimate_intoTheFactsThemselves_isRefusedAndLosesNothing() throws IOException {
        Path facts = Path.of("../scenario/src/main/resources/org/kapok/scenario/facts/guangzhou");
        try (Stream<Path> files = Files.list(facts)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        byte[] before = Files.readAllBytes(folder.resolve("assumptions.csv"));

        assertThat(kapok("estimate", folder.toString(), "--out", folder + "/.")).isEqualTo(2);
        assertThat(err.toString()).contains("got the folder of facts itself");
        assertThat(folder.resolve("assumptions.csv")).hasBinaryContent(before);
        assertThat(folder.resolve("population.csv")).doesNotExist();
    }

    @Test
    void run_agesThatEndBefore65_printsASummaryWithoutThem() throws IOException {
        Path small = Files.createDirectory(folder.resolve("small"));
        Files.writeString(small.resolve("scenario.json"), """
                {"format": "kapok-scenario/1", "id": "small", "title": {"en": "Small", "zh": "小"},
                 "place": {"en": "Small", "zh": "小"}, "base_date": "2020-01-01", "last_year": 2022,
                 "convention": "un-wpp-2024", "ages": {"width": 1, "open": 10}, "regions": "regions.csv",
                 "statuses": [{"id": "all", "resident": true, "registered": true}],
                 "population": "population.csv", "mortality": {"mx": 0.1},
                 "fertility": {"asfr": 0, "sex_ratio_at_birth": 1}}
                """);
        Files.writeString(small.resolve("regions.csv"), "id,title_en,title_zh\nS,Small,小\n");
        StringBuilder people = new StringBuilder("age,persons_female,persons_male\n");
        for (int age = 0; age <= 10; age++) {
            people.append(age).append(",10000,10000\n");
        }
        Files.writeString(small.resolve("population.csv"), people);

        assertThat(kapok("run", small.toString(), "--lang", "en", "--out", folder + "/run"))
                .isZero();
        assertThat(out.toString()).contains("22.00").doesNotContain("aged 65");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            run guangzhou --ot x           | got --ot, which is no option. Did you mean --out?
            run guangzhou --quite          | got --quite, which is no option. Did you mean --quiet?
            rnu guangzhou                  | got rnu, which is no command. Did you mean run?
            help slove                     | got slove, which is no command. Did you mean solve?
            validate guangzhou country     | got country, and did not expect it.
            run                            | missing SCENARIO: A scenario folder, or the name of a bundled scenario.
            ensemble guangzhou --draws a   | --draws: got a, expected a whole number.
            ensemble guangzhou --keep 1,b  | --keep: got b, expected a whole number.
            site country --budget much     | --budget: got much, expected a number.
            site country --budget 1        | missing --service
            import                         | import: expected the kind of data, one of wpp.
            run country --lang fr          | --lang: got fr, expected one of en, zh.
            run country --lang             | --lang
            run country --lang zh --ot     | 没有 --ot 这个选项。是否想用 --out？
            """)
    void mistakeInTheCommandLine_namesItAndWhatWasMeant(String line, String said) {
        assertThat(kapok(line.split(" "))).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains(said).contains("--help").doesNotContain("\tat ");
    }

    @Test
    void noArguments_saysWhereToBegin() {
        assertThat(kapok()).isZero();
        assertThat(out.toString()).contains("kapok run guangzhou", "kapok init my-city", "kapok --help");
        assertThat(out.toString().lines().count()).isLessThan(20);
    }

    private int kapok(String... arguments) {
        return Kapok.execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
