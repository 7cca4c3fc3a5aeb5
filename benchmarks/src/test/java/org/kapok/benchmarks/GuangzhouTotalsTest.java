package org.kapok.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kapok.core.Region;
import org.kapok.core.Selection;
import org.kapok.core.Sex;
import org.kapok.projection.CohortComponent;
import org.kapok.projection.Projection;
import org.kapok.projection.ensemble.Count;
import org.kapok.projection.ensemble.RegionProjection;
import org.kapok.projection.ensemble.RegionTotals;
import org.kapok.scenario.BundledScenarios;
import org.kapok.scenario.Scenario;

/** Totals of the districts of Guangzhou are those of the projection that keeps every cell. */
class GuangzhouTotalsTest {
    private static final List<Selection> WHOM = List.of(
            Selection.residents(),
            Selection.registered(),
            Selection.residents().aged(65, Selection.OPEN),
            Selection.registered().aged(0, 5).of(Sex.FEMALE));

    @Test
    void run_guangzhou_isTheProjectionOfAllCells() {
        Scenario scenario = BundledScenarios.read("guangzhou");
        Projection whole = CohortComponent.project(scenario.inputs(), scenario.lastYear());
        List<Count> counts = WHOM.stream().map(whom -> Count.people("", whom)).toList();

        RegionTotals totals = RegionProjection.of(scenario.inputs(), scenario.lastYear(), counts)
                .run(2);

        List<Region> regions = scenario.inputs().base().space().regions();
        assertThat(totals.steps()).isEqualTo(whole.flowYears().size());
        for (int step = 0; step < totals.steps(); step++) {
            for (int region = 0; region < regions.size(); region++) {
                String area = regions.get(region).id();
                for (int count = 0; count < counts.size(); count++) {
                    double expected = whole.at(step + 1).total(WHOM.get(count), area);
                    assertThat(expected).isPositive();
                    assertThat(totals.at(count, step, region))
                            .as(WHOM.get(count) + ", step " + step + ", " + area)
                            .isCloseTo(expected, within(1e-12 * expected));
                }
            }
        }
    }
}
