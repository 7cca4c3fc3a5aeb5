package org.kapok.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kapok.core.Axis;
import org.kapok.core.Selection;
import org.kapok.core.Sex;
import org.kapok.demand.DemandPath;
import org.kapok.demand.Supply;
import org.kapok.projection.Projection;
import org.kapok.projection.Projection.Flow;
import org.kapok.scenario.table.CubeTable;
import org.kapok.scenario.table.InputDataException;
import org.kapok.scenario.table.Problems;
import org.kapok.scenario.table.Range;
import org.kapok.scenario.table.TableSpec;

/** Reading, running and writing a scenario small enough to check by hand. */
class ScenarioFolderTest {
    @TempDir
    private Path folder;

    @Test
    void run_smallScenario_givesTheNumbersOfPencilAndPaper() {
        ScenarioRun run =
                ScenarioRun.of(ScenarioFolder.read(SmallScenario.in(folder).folder()));
        Projection projection = run.projection();

        // 0.5 of the 1.5 and 0.5 a cell, eleven ages, two sexes
        assertThat(year(projection, Flow.ARRIVALS, "2020")).isCloseTo(0.5 * (1.5 + 0.5) * 22, within(1e-9));
        // 484 people at the base, a bed for every hundred
        assertThat(run.demand().orElseThrow().total("beds", DemandPath.NORM, 2020))
                .isCloseTo(4.84, within(1e-9));
        // stock 3, then half of one more
        assertThat(run.gap()
                        .orElseThrow()
                        .at("beds", Supply.WHOLE_AREA, DemandPath.NORM, 2021)
                        .supply())
                .isEqualTo(3.5);
        // grades from age 3, on 1 January 123 or 124 days after the cut-off: two groups of 22 in each district
        assertThat(run.demand().orElseThrow().total("school", DemandPath.NORM, 2020))
                .isCloseTo(88, within(1e-9));
        assertThat(run.demand().orElseThrow().total("school", DemandPath.NEED, 2020))
                .isCloseTo(80, within(1e-9));
        // of 10 survivors a cell at most 2% leave for the pool, and districts receive a quarter and three quarters
        assertThat(projection.flows(Flow.MOVES_IN).select(Axis.REGION, "B").total())
                .isCloseTo(
                        3
                                * projection
                                        .flows(Flow.MOVES_IN)
                                        .select(Axis.REGION, "A")
                                        .total(),
                        within(1e-9));
        assertThat(projection.accounts()).isLessThan(1e-9);
        assertThat(run.measureIdentity()).isLessThan(1e-9);
    }

    @Test
    void read_factorByYear_multipliesTheTableStraightBetweenTheYears() {
        var asfr =
                ScenarioFolder.read(SmallScenario.in(folder).folder()).inputs().asfr();

        assertThat(asfr.axes().stream().map(Axis::name)).containsExactly("year", "age");
        assertThat(asfr.at(0, 5)).isEqualTo(0.2);
        assertThat(asfr.at(1, 5)).isCloseTo(0.3, within(1e-12));
        assertThat(asfr.at(2, 5)).isEqualTo(0.4);
    }

    @Test
    void read_variant_statesOnlyWhatDiffers() {
        SmallScenario.in(folder.resolve("base"));
        SmallScenario variant = new SmallScenario(folder.resolve("variant"))
                .write(
                        "scenario.json",
                        "{\"id\": \"variant\", \"extends\": \"../base\", \"external\": {\"departure_rate\": 0.5},"
                                + " \"assumptions\": \"more.csv\"}")
                .write("arrivals.csv", "status,persons\nlocal,0\nguest,7\n")
                .write("more.csv", "id,en,zh\nmore,More.,更多。\n");

        Scenario read = ScenarioFolder.read(variant.folder());

        assertThat(read.id()).isEqualTo("variant");
        assertThat(read.title().en()).isEqualTo("Small");
        var external = read.inputs().external().orElseThrow();
        assertThat(external.departureRate().total()).isEqualTo(0.5);
        // the base names arrivals.csv, so its own stands, not the one beside the variant
        assertThat(external.arrivals().at(0, 1)).isEqualTo(0.75);
        assertThat(read.assumptions()).extracting(Assumption::id).containsExactly("more", "guess");
        assertThat(read.files()).containsKeys("base/scenario.json", "variant/scenario.json", "base/arrivals.csv");
    }

    @Test
    void read_countryOfOneRegionAndStatus_needsNoColumnsForThem() {
        SmallScenario country = new SmallScenario(folder)
                .write("scenario.json", """
                        {"format": "kapok-scenario/1", "id": "country", "title": {"en": "C", "zh": "国"},
                         "place": {"en": "C", "zh": "国"}, "base_date": "2020-07-01", "last_year": 2030,
                         "convention": "un-wpp-2024", "ages": {"width": 5, "open": 20}, "regions": "regions.csv",
                         "statuses": [{"id": "all", "resident": true, "registered": true}],
                         "population": "population.csv", "mortality": {"mx": "mx.csv"},
                         "fertility": {"asfr": "asfr.csv", "sex_ratio_at_birth": 1}}
                        """)
                .write("regions.csv", "id,title_en,title_zh\nC,C,国\n")
                .write("population.csv", "age,persons_female,persons_male\n0,9,8\n5,7,6\n10,5,4\n15,3,2\n20,2,1\n")
                .write("mx.csv", "age,mx\n0,0.03\n1,0.01\n5,0.01\n10,0.01\n15,0.01\n20,0.1\n")
                .write("asfr.csv", "age,asfr\n0,0\n5,0\n10,0\n15,0.1\n20,0\n");

        ScenarioRun run = ScenarioRun.of(ScenarioFolder.read(country.folder()));

        assertThat(run.projection().in(2020).total(Selection.residents())).isEqualTo(47);
        assertThat(run.projection().in(2020).persons(0, 0, Sex.MALE, 3)).isEqualTo(2);
        assertThat(run.projection().dates()).hasSize(3);
        assertThat(run.projection().accounts()).isLessThan(1e-12);
        assertThat(run.demand()).isEmpty();
    }

    @Test
    void write_population_readsBackBitForBit() throws IOException {
        Scenario scenario =
                ScenarioFolder.read(SmallScenario.in(folder.resolve("s")).folder());
        ScenarioRun run = ScenarioRun.of(scenario);
        RunFolder.write(run, folder.resolve("run"));

        List<Axis> axes = scenario.inputs().base().space().axes();
        Problems problems = new Problems(folder);
        var read = CubeTable.read(
                        folder.resolve("run/population.csv"),
                        TableSpec.over(Axis.years(2020, 2023), axes.get(0), axes.get(1), axes.get(2), axes.get(3))
                                .value("persons", Range.atLeast(0, "persons")),
                        problems)
                .get("persons");
        problems.throwIfAny();
        assertThat(read.select(Axis.YEAR, "2023"))
                .isEqualTo(run.projection().in(2023).toCube());
    }

    @Test
    void write_sameRunTwice_givesTheSameBytes() throws IOException {
        ScenarioRun run = ScenarioRun.of(
                ScenarioFolder.read(SmallScenario.in(folder.resolve("s")).folder()));
        RunFolder.write(run, folder.resolve("one"));
        RunFolder.write(run, folder.resolve("two"));

        try (Stream<Path> files = Files.list(folder.resolve("one"))) {
            List<Path> written = files.toList();
            assertThat(written).hasSize(18);
            for (Path file : written) {
                assertThat(folder.resolve("two").resolve(file.getFileName())).hasSameBinaryContentAs(file);
            }
        }
    }

    @Test
    void write_foreignFolder_isRefusedAndLeftAlone() throws IOException {
        ScenarioRun run = ScenarioRun.of(
                ScenarioFolder.read(SmallScenario.in(folder.resolve("s")).folder()));

        assertThatThrownBy(() -> RunFolder.write(run, folder.resolve("s")))
                .isInstanceOf(InputDataException.class)
                .hasMessageContaining("expected an earlier result");
        assertThat(folder.resolve("s/scenario.json")).exists();
    }

    @Test
    void bundled_guangzhou_comesNearThePlanOnTrend() {
        ScenarioRun run = ScenarioRun.of(BundledScenarios.read("guangzhou"));
        assertThat(run.projection().accounts()).isLessThan(1e-6);
        assertThat(run.measureIdentity()).isLessThan(1e-6);
        assertThat(run.scenario().targets()).isNotEmpty();
        run.scenario().targets().stream()
                .filter(target -> target.shareOf().isEmpty())
                .forEach(target -> assertThat(run.reached(target))
                        .as(target.measure().id() + " " + target.area())
                        .isCloseTo(target.value(), within(0.03 * target.value())));
    }

    private static double year(Projection projection, Flow flow, String year) {
        return projection.flows(flow).select(Axis.YEAR, year).total();
    }
}
