package org.kapok.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kapok.core.Population;
import org.kapok.core.Selection;
import org.kapok.demand.Demand;
import org.kapok.demand.DemandPath;
import org.kapok.demand.Gap;
import org.kapok.demand.Supply;
import org.kapok.demand.scorecard.Evidence;
import org.kapok.demand.scorecard.Scorecard;
import org.kapok.projection.CohortComponent;
import org.kapok.projection.Projection;
import org.kapok.scenario.BundledScenarios;
import org.kapok.scenario.RunFolder;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioRun;

/** The example of the README, compiled and run. */
class UserGuideTest {
    @TempDir
    private Path folder;

    @Test
    void example_runs() throws IOException {
        Path results = folder.resolve("results");
        // shown
        Scenario scenario = BundledScenarios.read("guangzhou"); // or ScenarioFolder.read(Path.of("my-city"))

        Projection projection = CohortComponent.project(scenario.inputs(), scenario.lastYear());
        Population end2025 = projection.on(LocalDate.of(2025, 12, 31));
        double residents = end2025.total(Selection.residents());
        double central = end2025.total(Selection.residents(), "central");
        double elderly = end2025.total(Selection.residents().aged(65, Selection.OPEN)) / residents;

        Demand demand = scenario.services().orElseThrow().demandOf(projection);
        Gap gap = scenario.supply().orElseThrow().gapTo(demand);
        double bedsShort =
                gap.at("beds", Supply.WHOLE_AREA, DemandPath.NORM, 2025).shortage();

        Evidence evidence = Evidence.of(projection, Optional.of(demand), scenario.supply());
        Scorecard scorecard = scenario.indicators().orElseThrow().judge(evidence);

        RunFolder.write(ScenarioRun.of(scenario), results); // every table, as the command writes them
        // shown
        assertThat(central).isBetween(6e6, residents);
        assertThat(elderly).isBetween(0.08, 0.1);
        assertThat(bedsShort).isPositive();
        assertThat(scorecard.rows()).hasSizeGreaterThan(51 * 5 - 1);
        assertThat(results.resolve("gap.csv")).exists();
    }

    @Test
    void readme_showsThisExample() throws IOException {
        Examples.requireSame("README.md", UserGuideTest.class);
    }
}
