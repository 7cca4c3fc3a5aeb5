package org.kapok.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kapok.core.AgeGroups;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.core.Population;
import org.kapok.core.Region;
import org.kapok.core.Selection;
import org.kapok.core.Status;
import org.kapok.demand.Demand;
import org.kapok.demand.DemandPath;
import org.kapok.demand.Gap;
import org.kapok.demand.Provision;
import org.kapok.demand.Ratio;
import org.kapok.demand.Service;
import org.kapok.demand.Services;
import org.kapok.demand.Supply;
import org.kapok.demand.YearPath;
import org.kapok.projection.CohortComponent;
import org.kapok.projection.Component;
import org.kapok.projection.ExternalMigration;
import org.kapok.projection.Projection;
import org.kapok.projection.ProjectionInputs;
import org.kapok.projection.change.Change;
import org.kapok.projection.change.FertilityLevel;
import org.kapok.projection.change.Scaling;
import org.kapok.projection.change.Scope;
import org.kapok.scenario.BundledScenarios;
import org.kapok.scenario.EnsembleRun;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioFolder;
import org.kapok.scenario.SolveRun;
import org.kapok.scenario.Text;
import org.kapok.scenario.table.InputDataException;
import org.kapok.scenario.table.InputProblem;

/** The examples of the guide for Java, compiled and run. */
class JavaGuideTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md", "docs/getting-started-java.md"})
    void documents_startWithTheProgramThatIsAScript(String document) throws IOException {
        assertThat(Examples.blocks(document).get(0))
                .isEqualTo(Files.readString(Examples.TOP.resolve("docs/scripts/FirstProgram.java")));
    }

    @Test
    void guide_showsTheseExamples() throws IOException {
        Examples.requireSame("docs/getting-started-java.md", JavaGuideTest.class);
    }

    /** Readers have the imports that a document shows, and no others. */
    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md", "docs/getting-started-java.md"})
    void everyBlock_compilesAsItIsPasted(String document) throws IOException {
        String imports = "";
        int compiled = 0;
        for (String block : Examples.blocks(document)) {
            if (block.lines().allMatch(line -> line.startsWith("import "))) {
                imports = block;
                continue;
            }
            boolean whole = block.contains("static void main");
            assertThat(Examples.compile(whole ? block : Examples.inAMethod(imports, block), folder))
                    .as(block)
                    .isEmpty();
            compiled++;
        }
        assertThat(compiled).isPositive();
        assertThat(Examples.compile(Examples.inAMethod("", "Scenario none;"), folder))
                .as("what lacks an import is found")
                .contains("cannot find symbol");
    }

    @Test
    void changes() {
        Scenario scenario = BundledScenarios.read("guangzhou");
        // shown
        Change births = new FertilityLevel("tfr", Scope.since(2026), scenario.byYear(Map.of(2026, 1.0, 2035, 1.3)));
        Change fewer = new Scaling(
                "arrivals",
                new Component(Component.Kind.ARRIVALS, ""),
                Scope.since(2026).of("central"),
                Cube.of(0.8));

        Scenario variant = scenario.with(births, fewer).named("variant", new Text("More births", "更多出生"));
        double difference = variant.run().projection().in(2035).total(Selection.residents())
                - scenario.run().projection().in(2035).total(Selection.residents());
        // shown
        assertThat(difference).isNotZero();
        assertThat(variant.changes()).containsExactly(births, fewer);
    }

    @Test
    void services() {
        Projection projection = BundledScenarios.read("guangzhou").run().projection();
        // shown
        Service playgrounds = new Service(
                "playgrounds",
                "playgrounds",
                new Ratio(Selection.residents().aged(3, 9), 1000, YearPath.constant(1.5)), // 1.5 per 1000 children
                Optional.empty());
        Demand demand = new Services(List.of(playgrounds)).demandOf(projection);
        double[] byDistrict = demand.at("playgrounds", DemandPath.NORM, 2030); // in the order of projection.space()

        Supply supply =
                new Supply(List.of(Provision.stock("playgrounds", Supply.WHOLE_AREA, LocalDate.of(2020, 11, 1), 1200)));
        Gap gap = supply.gapTo(demand);
        double missing =
                gap.at("playgrounds", Supply.WHOLE_AREA, DemandPath.NORM, 2030).shortage();
        // shown
        assertThat(byDistrict).hasSize(11);
        assertThat(missing)
                .isCloseTo(Math.max(0, demand.total("playgrounds", DemandPath.NORM, 2030) - 1200), within(1e-6));
    }

    @Test
    void withoutFiles() {
        // shown
        AgeGroups ages = AgeGroups.singleYears(100); // 0, 1, ..., 99, 100 and over
        CellSpace space = new CellSpace(List.of(new Region("A", "")), List.of(new Status("all", true, true)), ages);
        double[] persons = new double[space.size()]; // region, status, sex, age; the last runs fastest
        Arrays.fill(persons, 1000);
        Population base = Population.of(space, LocalDate.of(2025, 1, 1), persons);

        List<Axis> byAge = List.of(Axis.ages(ages));
        Cube survival = Cube.generate(byAge, at -> at[0] < 100 ? 0.995 : 0.7); // holds for both sexes and all years
        Cube asfr = Cube.generate(byAge, at -> at[0] >= 20 && at[0] < 40 ? 0.06 : 0);
        Cube arrivals = Cube.generate(byAge, at -> at[0] >= 18 && at[0] < 30 ? 50 : 0); // persons per year, each sex

        ProjectionInputs inputs = ProjectionInputs.of(base, survival, asfr, Cube.of(1.05))
                .withExternal(ExternalMigration.gross(arrivals, Cube.of(0.01)));
        Projection projection = CohortComponent.project(inputs, 2050);
        // shown
        assertThat(projection.in(2025).total(Selection.residents())).isEqualTo(202_000);
        assertThat(projection.in(2050).total(Selection.residents())).isPositive();
        assertThat(projection.accounts()).isLessThan(1e-6);
    }

    @Test
    void targetsAndFutures() {
        // shown
        SolveRun solved = SolveRun.of(BundledScenarios.read("guangzhou-plan"));
        boolean possible = solved.solution().holds(); // every hard target, within the limits of the free flows
        Scenario meetsThePlan = solved.solved();

        EnsembleRun futures = EnsembleRun.of(meetsThePlan, 2); // on two threads
        double chance = futures.allTargets(); // that all targets hold at once
        // shown
        assertThat(possible).isTrue();
        assertThat(chance).isBetween(0.0, 1.0);
    }

    @Test
    void threads() {
        // shown
        Scenario scenario = BundledScenarios.read("guangzhou");
        List<Double> residents = List.of(0.8, 1.0, 1.2, 1.4).parallelStream()
                .map(tfr -> new FertilityLevel("tfr", Scope.since(2026), Cube.of(tfr)))
                .map(change -> scenario.with(change).run().projection().in(2035))
                .map(population -> population.total(Selection.residents()))
                .toList();
        // shown
        assertThat(residents).isSorted().hasSize(4);
        assertThat(residents.get(2))
                .isEqualTo(scenario.with(new FertilityLevel("tfr", Scope.since(2026), Cube.of(1.2)))
                        .run()
                        .projection()
                        .in(2035)
                        .total(Selection.residents()));
    }

    @Test
    void errors() throws IOException {
        Path myCity = Files.createDirectories(folder.resolve("my-city"));
        Files.writeString(
                myCity.resolve("scenario.json"),
                "{\"extends\": \"bundled:guangzhou\",\n \"last_yaer\": 2035, \"convention\": \"none\"}");
        PrintStream before = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        // shown
        try {
            ScenarioFolder.read(myCity).run();
        } catch (InputDataException wrong) {
            System.err.println(wrong.getMessage()); // one line a problem
            for (InputProblem problem : wrong.problems()) {
                String place = problem.file() + ":" + problem.line() + ":" + problem.column();
                System.err.println(place + " " + problem.message());
            }
        }
        // shown
        System.setErr(before);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .startsWith("scenario.json line 2, column 2, /last_yaer: got an unknown key")
                .contains(
                        "scenario.json line 2, column 35, /convention: got \"none\", expected one of un-wpp-2024,",
                        "scenario.json:2:35 got");
    }
}
