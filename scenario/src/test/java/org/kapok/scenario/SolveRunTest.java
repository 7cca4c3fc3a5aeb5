package org.kapok.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kapok.core.Selection;
import org.kapok.demand.scorecard.Verdict;
import org.kapok.projection.Projection;
import org.kapok.projection.Projection.Flow;
import org.kapok.projection.target.Measure;
import org.kapok.projection.target.Solution;
import org.kapok.scenario.table.InputDataException;

/** Solving a scenario, and what its results can be used for. */
class SolveRunTest {
    private static final String TARGETS = "measure,region,date,from_age,share_of,value\n";
    private static final String FREE = "{\"free\": [{\"flow\": \"arrivals\"}, {\"flow\": \"transition:settlement\"}]}";

    @TempDir
    private Path folder;

    private Path small(String targets) {
        return SmallScenario.in(folder.resolve("small"))
                .write("targets.csv", TARGETS + targets)
                .edit(
                        "scenario.json",
                        "\"targets\": \"targets.csv\"",
                        "\"targets\": \"targets.csv\", \"solve\": " + FREE)
                .folder();
    }

    private Path whatIf(String changes) throws IOException {
        Path folder = Files.createDirectory(this.folder.resolve("what-if"));
        Files.writeString(folder.resolve("scenario.json"), """
                {"format": "kapok-scenario/1", "id": "what-if", "extends": "../out/scenario",
                 "title": {"en": "What if", "zh": "如果"}, "changes": [%s]}
                """.formatted(changes));
        return folder;
    }

    private SolveRun solveInto(Path scenario, Path out) throws IOException {
        SolveRun run = SolveRun.of(ScenarioFolder.read(scenario));
        SolveFolder.write(run, Optional.of(scenario), out);
        return run;
    }

    private static void assertSameTables(Path solved, Path again) throws IOException {
        RunFolder.write(ScenarioRun.of(ScenarioFolder.read(solved.resolve(SolveFolder.SCENARIO))), again);
        try (Stream<Path> files = Files.list(again)) {
            List<Path> tables = files.filter(file -> file.toString().endsWith(".csv"))
                    .filter(file -> !file.endsWith("columns.csv"))
                    .toList(); // of the solved one it describes more tables
            assertThat(tables).isNotEmpty();
            for (Path table : tables) {
                assertThat(solved.resolve(table.getFileName())).hasSameBinaryContentAs(table);
            }
        }
    }

    @Test
    void solve_guangzhouPlan_meetsAllSevenTargets() {
        SolveRun run = SolveRun.of(BundledScenarios.read("guangzhou-plan"));

        assertThat(run.solution().outcomes()).hasSize(7);
        for (Solution.Outcome outcome : run.solution().outcomes()) {
            assertThat(outcome.target().miss(outcome.reached()))
                    .as(outcome.target().measure().id())
                    .isCloseTo(0, within(1e-6));
        }
        assertThat(run.solution().solved().accounts()).isLessThan(1e-6);
    }

    @Test
    void exactThoughAtLeast_guangzhouPlan_areLifeExpectancyAndTheUrbanShare() {
        SolveRun run = SolveRun.of(BundledScenarios.read("guangzhou-plan"));

        assertThat(run.exactThoughAtLeast())
                .extracting(outcome -> outcome.target().measure().id())
                .containsExactly("life_expectancy", "urban");
    }

    @Test
    void needs_stepsOfFiveYears_reachFromTheFirstToTheLastYearOfEachStep() throws IOException {
        Path country = Files.createDirectory(folder.resolve("country"));
        Files.writeString(country.resolve("targets.csv"), TARGETS + "resident,,2034-01-01,,,137000000\n");
        Files.writeString(country.resolve("scenario.json"), """
                {"format": "kapok-scenario/1", "id": "wanted", "extends": "bundled:country",
                 "title": {"en": "Wanted", "zh": "期望"},
                 "targets": "targets.csv", "solve": {"free": [{"flow": "fertility"}]}}
                """);

        SolveRun run = SolveRun.of(ScenarioFolder.read(country));

        assertThat(run.years()).containsExactly(2024, 2033);
        List<Need> births = run.needs().stream()
                .filter(need -> need.measure().id().equals("births:resident"))
                .toList();
        assertThat(births)
                .extracting(need -> need.from() + "-" + need.to())
                .containsExactly("2024-2033", "2024-2028", "2029-2033");
        assertThat(births.get(0).needed())
                .isCloseTo((births.get(1).needed() + births.get(2).needed()) / 2, within(1e-6));
    }

    @Test
    void offRecord_neededFlow_isTheDistanceToTheBestOrWorstFiveYears() {
        assertThat(need(9).offRecord()).hasValue(-1);
        assertThat(need(10).offRecord()).hasValue(0);
        assertThat(need(13).offRecord()).hasValue(0);
        assertThat(need(22).offRecord()).hasValue(2);
    }

    private static Need need(double needed) {
        FlowRecord.Extremes past = new FlowRecord.Extremes(20, 2020, 10, 2010, 5);
        Measure births = Measure.find(
                        Measure.of(BundledScenarios.read("guangzhou").inputs()), "births:resident")
                .orElseThrow();
        return new Need(births, "", AgeBand.all(), 2021, 2025, needed, 15, Optional.of(past));
    }

    @Test
    void run_guangzhouPlan_isSolvedUnderItsOwnNameAndMeetsItsTargets() throws IOException {
        Scenario plan = BundledScenarios.read("guangzhou-plan");

        ScenarioRun run = ScenarioRun.of(plan);

        assertThat(plan.isUnsolved()).isTrue();
        assertThat(run.scenario().isUnsolved()).isFalse();
        assertThat(run.scenario().id()).isEqualTo("guangzhou-plan");
        assertThat(run.solution().orElseThrow().solution().holds()).isTrue();
        assertThat(run.standings()).hasSize(7).allSatisfy(standing -> {
            assertThat(standing.verdict()).isEqualTo(Verdict.MET);
            assertThat(standing.target().miss(standing.reached())).isCloseTo(0, within(1e-6));
        });
        assertThat(ScenarioRun.of(run.scenario()).solution())
                .as("not solved again")
                .isEmpty();

        RunFolder.write(run, folder.resolve("run"));
        assertThat(folder.resolve("run/needs.csv")).exists();
        assertThat(folder.resolve("run/targets.csv")).content().doesNotContain(",false,");
        assertThat(folder.resolve("run/run.json")).content().contains("\"targets_hold\" : true");
    }

    @Test
    void onTrendByYear_guangzhou_fallsFromAboveTheRecordsWorstFiveYears() {
        SolveRun run = SolveRun.of(BundledScenarios.read("guangzhou-plan"));

        SortedMap<Integer, Double> net = run.onTrendByYear("net_migration:resident");

        assertThat(net).containsOnlyKeys(2021, 2022, 2023, 2024, 2025);
        double worst = run.scenario()
                .goals()
                .past()
                .fiveYears("net_migration:resident", "")
                .orElseThrow()
                .low();
        assertThat(net.get(2021)).isGreaterThan(worst);
        assertThat(net.get(2025)).isLessThan(worst);
        assertThat(run.onTrendByYear("arrivals:resident").get(2025))
                .as("arrivals are numbers, so departures alone grow with the city")
                .isCloseTo(run.onTrendByYear("arrivals:resident").get(2021), within(1e-6));
        assertThat(run.onTrendByYear("departures:resident").get(2025))
                .isGreaterThan(run.onTrendByYear("departures:resident").get(2021));
        assertThat(run.leastOnRecord("net_migration:resident").orElseThrow().to())
                .isEqualTo(2019);
    }

    @Test
    void write_bundledPlan_leavesAScenarioThatGivesTheSameTables() throws IOException {
        Path out = folder.resolve("out");
        SolveFolder.write(SolveRun.of(BundledScenarios.read("guangzhou-plan")), Optional.empty(), out);

        assertSameTables(out, folder.resolve("again"));
    }

    @Test
    void write_folder_leavesAScenarioThatGivesTheSameTablesAndSolvesToItself() throws IOException {
        SolveRun first =
                solveInto(small("resident,,2022-01-01,,,520\nregistered,A,2022-01-01,,,235\n"), folder.resolve("out"));
        assertThat(first.solution().holds()).isTrue();
        assertSameTables(folder.resolve("out"), folder.resolve("again"));

        SolveRun second = SolveRun.of(ScenarioFolder.read(folder.resolve("out/scenario")));
        for (int i = 0; i < first.solution().factors().size(); i++) {
            assertThat(second.solution().factors().get(i).factor().toArray())
                    .containsExactly(first.solution().factors().get(i).factor().toArray());
        }
    }

    @Test
    void whatIf_fertilityAfterSolving_changesPeopleAndKeepsTheSolvedFlows() throws IOException {
        SolveRun run = solveInto(small("resident,,2023-01-01,,,520\n"), folder.resolve("out"));
        Projection solved = run.solution().solved();

        Projection raised = ScenarioRun.of(ScenarioFolder.read(whatIf(
                        "{\"id\": \"more\", \"change\": \"scaling\", \"flow\": \"fertility\", \"factor\": 1.5}")))
                .projection();

        assertThat(raised.births(2020, Selection.residents(), ""))
                .isCloseTo(1.5 * solved.births(2020, Selection.residents(), ""), within(1e-9));
        assertThat(raised.in(2023).total(Selection.residents()))
                .isGreaterThan(solved.in(2023).total(Selection.residents()) + 0.1);
        assertThat(raised.flows(Flow.ARRIVALS).toArray())
                .containsExactly(solved.flows(Flow.ARRIVALS).toArray());
    }

    @Test
    void solve_districtsBeyondTheCity_isRefusedBeforeSolving() {
        Path scenario =
                small("resident,,2022-01-01,,,520\n" + "resident,A,2022-01-01,,,300\nresident,B,2022-01-01,,,300\n");

        assertThatThrownBy(() -> SolveRun.of(ScenarioFolder.read(scenario)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("600");
    }

    @Test
    void solve_nothingFreeThatMovesATarget_isRefused() {
        Path scenario = small("life_expectancy,,2022-06-01,,,60\n");

        assertThatThrownBy(() -> SolveRun.of(ScenarioFolder.read(scenario)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no free flow that moves it");
    }

    @Test
    void read_wrongTargets_reportsEachWithItsPlace() {
        Path scenario = small("people,,2022-01-01,,,520\nresident,,2035-01-01,,,520\nresident,,2022-01-01,,,-5\n");

        assertThatThrownBy(() -> ScenarioFolder.read(scenario))
                .isInstanceOf(InputDataException.class)
                .hasMessageContaining("targets.csv line 2")
                .hasMessageContaining("got \"people\"")
                .hasMessageContaining("targets.csv line 3")
                .hasMessageContaining("2035-01-01")
                .hasMessageContaining("targets.csv line 4")
                .hasMessageContaining("-5");
    }
}
