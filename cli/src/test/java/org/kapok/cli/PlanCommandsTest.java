package org.kapok.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scorecard, siting and the impact of homes from the command line. */
class PlanCommandsTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int kapok(String... arguments) {
        return Kapok.execute(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void scorecard_plan_namesAll51(String language) {
        assertThat(kapok("scorecard", "guangzhou", "--lang", language)).isZero();

        assertThat(err.toString()).isEmpty();
        for (int number = 1; number <= 51; number++) {
            assertThat(out.toString()).containsPattern("(?m)(^|[:： ,])" + number + "\\*?([ ,.。]|$)");
        }
        assertThat(out.toString()).contains(language.equals("zh") ? "达标" : "off track");
    }

    @Test
    void run_guangzhouInChinese_countsInTenThousandsAndSaysWhichSupplyIsHeld() {
        assertThat(kapok(
                        "run",
                        "guangzhou",
                        "--formats",
                        "csv",
                        "--lang",
                        "zh",
                        "--out",
                        folder.resolve("z").toString()))
                .isZero();

        assertThat(out.toString())
                .containsPattern("体育场地面积 +5,481万 +6,458万")
                .doesNotContain("百万")
                .contains("18项服务中有16项的供给为2020年存量")
                .containsPattern("65岁及以上常住人口.*-0\\.48个百分点");
        assertThat(kapok("explain", "beds", "guangzhou")).isZero();
        assertThat(out.toString()).contains("Supply is the stock of 2020, as no additions are stated");
        assertThat(kapok("explain", "basic_education", "guangzhou")).isZero();
        assertThat(out.toString()).containsOnlyOnce("Supply is the stock of 2020");
    }

    @Test
    void ensemble_inStepsOfFiveYears_tellsFlowsAYearAndNoRegisteredWhereAllAre() {
        assertThat(kapok(
                        "ensemble",
                        "country",
                        "--draws",
                        "20",
                        "--out",
                        folder.resolve("c").toString()))
                .isZero();

        assertThat(out.toString())
                .containsPattern("Births a year, in the step before +1\\d\\d\\.\\d\\d ")
                .contains("Net migration a year, in the step before", "Residents aged 65 and over ")
                .doesNotContain("Registered");
    }

    @Test
    void scorecard_inTheYearOfTheTargets_explainsTheColumnsThereAre() {
        assertThat(kapok("scorecard", "guangzhou")).isZero();
        assertThat(out.toString()).contains("off by one to two").doesNotContain("eeded");

        assertThat(kapok("scorecard", "guangzhou", "--year", "2023")).isZero();
        assertThat(out.toString()).contains("Needed", "needed: to the target");
    }

    @Test
    void scorecard_wrongYearOrRegion_isAUsersMistake() {
        assertThat(kapok("scorecard", "guangzhou", "--year", "2031")).isEqualTo(2);
        assertThat(err.toString()).contains("--year: got 2031, expected one of [2021, 2022, 2023, 2024, 2025]");
        assertThat(kapok("scorecard", "guangzhou", "--region", "440199")).isEqualTo(2);
        assertThat(err.toString()).contains("--region: got 440199");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void ensemble_guangzhou_fitsAScreenAndTellsTheChancesOfTargets(String language) throws IOException {
        assertThat(kapok(
                        "ensemble",
                        "guangzhou",
                        "--draws",
                        "200",
                        "--lang",
                        language,
                        "--out",
                        folder.resolve("e").toString()))
                .isZero();

        assertThat(err.toString()).isEmpty();
        assertThat(out.toString().lines().filter(line -> !line.contains(folder.toString())))
                .allSatisfy(line -> assertThat(TextTable.width(line)).isLessThanOrEqualTo(127));
        assertThat(out.toString())
                .containsPattern(language.equals("zh") ? "不低于目标概率 +达标概率" : "At least +Met")
                .contains(language.equals("zh") ? "其中抽样的5项同时" : "the 5 of them that are drawn");
        assertThat(Files.readAllLines(folder.resolve("e/chances.csv")))
                .hasSize(7)
                .last()
                .asString()
                .startsWith("all_targets,");
        assertThat(kapok("ensemble", "guangzhou", "--draws", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("--draws: got 0, expected a number from 1 to 10000000");
    }

    @Test
    void site_placesAndSites_writeThePlan() throws IOException {
        Path sites = folder.resolve("sites.csv");
        Files.writeString(
                sites, "id,region,earliest,capacity,cost\nnorth,440111,2023,3000,30\nsouth,440115,2021,900,4\n");

        assertThat(kapok(
                        "site",
                        "guangzhou-districts",
                        "--service",
                        "beds",
                        "--budget",
                        "30",
                        "--sites",
                        sites.toString(),
                        "--out",
                        folder.resolve("a").toString()))
                .isZero();
        assertThat(kapok(
                        "site",
                        "guangzhou-districts",
                        "--service",
                        "nursery",
                        "--budget",
                        "9000",
                        "--per-year",
                        "2000",
                        "--path",
                        "need",
                        "--equity",
                        "0.2",
                        "--lang",
                        "zh",
                        "--out",
                        folder.resolve("b").toString()))
                .isZero();

        assertThat(err.toString()).isEmpty();
        assertThat(Files.readAllLines(folder.resolve("a/openings.csv")))
                .containsExactly("site,region,year,capacity,cost", "north,440111,2023,3000,30");
        assertThat(folder.resolve("b/budget.csv")).exists();
        assertThat(out.toString()).contains("Supply by region is a total divided by a rule", "何时何地增设");
    }

    @Test
    void site_mistakes_areToldWithoutATrace() throws IOException {
        Path sites = folder.resolve("sites.csv");
        Files.writeString(sites, "id,region,earliest,capacity,cost\nnorth,4401,2023,-3,30\n");

        assertThat(kapok("site", "guangzhou", "--service", "beds", "--budget", "30"))
                .isEqualTo(2);
        assertThat(kapok("site", "guangzhou", "--service", "bed", "--budget", "30"))
                .isEqualTo(2);
        assertThat(kapok(
                        "site",
                        "guangzhou-districts",
                        "--service",
                        "beds",
                        "--budget",
                        "30",
                        "--sites",
                        sites.toString()))
                .isEqualTo(2);

        assertThat(err.toString())
                .contains("got no supply by region, expected it stated by region or allocated")
                .contains("--service: got bed, expected a service of guangzhou; did you mean beds?")
                .contains("sites.csv line 2, column region: got \"4401\"")
                .contains("sites.csv line 2, column capacity: got -3")
                .doesNotContain("\tat ");
    }

    @Test
    void impact_homes_flagsOverloadedServices() {
        assertThat(kapok(
                        "impact",
                        "guangzhou-districts",
                        "--region",
                        "440115",
                        "--homes",
                        "20000",
                        "--size",
                        "2.6",
                        "--year",
                        "2025"))
                .isZero();

        List<String> lines = out.toString().lines().toList();
        assertThat(lines.get(0)).isEqualTo("20,000 homes in Nansha: 52,000 people more, on 2025-11-01");
        assertThat(lines).anyMatch(line -> line.startsWith("Hospital beds") && line.endsWith("!"));
        assertThat(lines).noneMatch(line -> line.startsWith("Kindergarten places") && line.endsWith("!"));
        assertThat(kapok("impact", "guangzhou", "--region", "nowhere", "--homes", "1", "--size", "2"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--region: got nowhere, expected one of 440103 (Liwan)");
        assertThat(kapok("impact", "guangzhou", "--region", "440115", "--homes", "-1", "--size", "2"))
                .isEqualTo(2);
    }
}
