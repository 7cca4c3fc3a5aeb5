package org.kapok.scenario.wpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kapok.projection.Evaluation.YearErrors;
import org.kapok.scenario.AgeBand;
import org.kapok.scenario.RunEvaluation;
import org.kapok.scenario.RunFolder;
import org.kapok.scenario.ScenarioFolder;
import org.kapok.scenario.ScenarioRun;
import org.kapok.scenario.table.InputDataException;

/**
 * Countries of World Population Prospects through the door of a scenario folder: imported, run, and held against what
 * the United Nations published (CC BY 3.0 IGO). The data are beside the project; absent, the tests are skipped.
 */
class WppImportTest {
    private static final Path DATA = Path.of("..", "..", "shared", "data");
    private static final double MIN_CELL = 1000;

    @TempDir
    private Path folder;

    /**
     * Five-year groups, 16 periods. What is left is the rounding of the published rates: an independent projector comes
     * to the same totals, for Nigeria 2.7e-5 and for Kazakhstan, whose migration is nil and nothing inferred, 4.7e-5.
     */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "CHN, low, 2e-5",
        "CHN, medium, 1e-9",
        "CHN, high, 2e-5",
        "USA, low, 2e-5",
        "USA, medium, 1e-9",
        "USA, high, 2e-5",
        "KOR, low, 2e-5",
        "KOR, medium, 1e-9",
        "KOR, high, 2e-5",
        "NGA, low, 3e-5",
        "NGA, medium, 1e-9",
        "NGA, high, 3e-5",
        "DEU, low, 2e-5",
        "DEU, medium, 1e-9",
        "DEU, high, 2e-5",
        "KAZ, low, 5e-5",
        "KAZ, medium, 5e-5",
        "KAZ, high, 5e-5",
    })
    void writeTo_wpp2019_projectsToThePublishedVariants(String iso3, String variant, double total) throws IOException {
        RunEvaluation evaluation = evaluated("wpp2019", iso3, variant, new AgeBand(0, 94));

        assertThat(evaluation.evaluation().years()).hasSize(16);
        for (YearErrors year : evaluation.evaluation().years()) {
            assertTotal(year, total);
            assertCells(year, 3e-4);
        }
    }

    @Test
    void writeTo_wpp2024BothSexes_projectsToThePublishedPopulations() throws IOException {
        RunEvaluation evaluation = evaluated("wpp2024", "MEX", "medium", new AgeBand(0, 99));

        assertThat(evaluation.evaluation().years()).hasSize(77);
        for (YearErrors year : evaluation.evaluation().years()) {
            assertCells(year, 4e-4);
        }
        for (YearErrors year : evaluated("wpp2024", "MEX", "medium", AgeBand.all())
                .evaluation()
                .years()) {
            assertTotal(year, 2e-5);
        }
    }

    /** The published variants have age patterns of their own, which are not in the data: the high one shows it. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"low, 4e-5", "high, 2e-3"})
    void writeTo_wpp2024Variants_projectToThePublishedTotals(String variant, double total) throws IOException {
        for (YearErrors year :
                evaluated("wpp2024", "MEX", variant, AgeBand.all()).evaluation().years()) {
            assertTotal(year, total);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"BRA", "IND", "KOR", "THA", "USA"})
    void writeTo_wpp2024SexesTogether_projectsToThePublishedMidYears(String iso3) throws IOException {
        RunEvaluation evaluation = evaluated("wpp2024", iso3, "medium", new AgeBand(0, 99));

        assertThat(evaluation.evaluation().years()).hasSize(76);
        for (YearErrors year : evaluation.evaluation().years()) {
            assertTotal(year, 1e-5);
        }
        for (YearErrors year : evaluated("wpp2024", iso3, "medium", new AgeBand(0, 89))
                .evaluation()
                .years()) {
            assertCells(year, 1e-3);
        }
    }

    @Test
    void read_packWithFaults_tellsFileLineAndColumn() throws IOException {
        assumeTrue(Files.isDirectory(DATA), () -> "no World Population Prospects at " + DATA);
        Path pack = folder.resolve("pack");
        Files.createDirectories(pack);
        for (String kind :
                new String[] {"annual", "base_population", "expected_population", "fertility", "migration"}) {
            Files.copy(DATA.resolve("wpp2024/MEX_" + kind + ".csv"), pack.resolve("MEX_" + kind + ".csv"));
        }
        String mortality = Files.readString(DATA.resolve("wpp2024/MEX_mortality.csv"));
        Files.writeString(
                pack.resolve("MEX_mortality.csv"),
                mortality.replaceFirst("2024,1,[^,]*", "2024,1,1.5").replaceFirst("2024,3,.*\n", ""));

        assertThatThrownBy(() -> WppImport.read(pack, "MEX"))
                .isInstanceOf(InputDataException.class)
                .hasMessageContaining(
                        "MEX_mortality.csv line 3, column qx_female (year 2024, age 1): got 1.5, expected" + " 0 to 1")
                .hasMessageContaining("missing: year 2024, age 3");
        assertThatThrownBy(() -> WppImport.read(pack, "XYZ"))
                .hasMessageContaining("got neither XYZ_annual.csv nor XYZ_period.csv in it");
        Files.delete(pack.resolve("MEX_migration.csv"));
        Files.writeString(pack.resolve("MEX_mortality.csv"), mortality);
        assertThatThrownBy(() -> WppImport.read(pack, "MEX")).hasMessageContaining("MEX_migration.csv");
    }

    @Test
    void writeTo_folderOfOtherThings_isLeftAsItWas() throws IOException {
        assumeTrue(Files.isDirectory(DATA), () -> "no World Population Prospects at " + DATA);
        Files.writeString(folder.resolve("thesis.txt"), "years of work");
        WppImport country = WppImport.read(DATA.resolve("wpp2019"), "KAZ");

        assertThatThrownBy(() -> country.writeTo(folder))
                .hasMessageContaining(
                        "got a folder that holds thesis.txt, expected an earlier result (with a" + " scenario.json)");
        assertThat(folder.resolve("thesis.txt")).hasContent("years of work");
    }

    private RunEvaluation evaluated(String pack, String iso3, String variant, AgeBand ages) throws IOException {
        assumeTrue(Files.isDirectory(DATA), () -> "no World Population Prospects at " + DATA);
        Path scenario = folder.resolve(iso3);
        WppImport.read(DATA.resolve(pack), iso3).writeTo(scenario);
        Path run = folder.resolve("run");
        ScenarioRun result = ScenarioRun.of(ScenarioFolder.read(scenario.resolve(variant)));
        RunFolder.write(result, run);
        assertThat(result.projection().accounts()).isCloseTo(0, within(1e-5));
        return RunEvaluation.of(run, scenario.resolve(variant).resolve("expected"), ages, MIN_CELL);
    }

    private static void assertTotal(YearErrors year, double limit) {
        assertThat(Math.abs(year.total().relativeError().orElseThrow()))
                .as("%d total", year.year())
                .isLessThan(limit);
    }

    private static void assertCells(YearErrors year, double limit) {
        assertThat(Math.abs(year.largestRelative().orElseThrow().relativeError().orElseThrow()))
                .as("%d %s", year.year(), year.largestRelative())
                .isLessThan(limit);
    }
}
