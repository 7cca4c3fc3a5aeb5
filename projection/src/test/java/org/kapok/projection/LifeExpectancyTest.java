package org.kapok.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kapok.core.AgeGroups;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.core.Population;
import org.kapok.core.Region;
import org.kapok.core.Status;

/** Life expectancy from survival ratios, against a life table written out. */
class LifeExpectancyTest {
    /** Three ages and an open one: L0 = 0.9, L1 = 0.8, L2 = 0.6, T3 = 0.6 (l0 = 1). */
    private static final double[] RATIOS = {0.9, 0.8 / 0.9, 0.6 / 0.8, 0.6 / 1.2};

    @Test
    void of_ratios_isTheSumOfPersonYears() {
        assertThat(LifeExpectancy.of(RATIOS, RATIOS[3], 1)).isCloseTo(0.9 + 0.8 + 0.6 + 0.6, within(1e-12));
    }

    @Test
    void of_moreHazard_isLess() {
        double squared = LifeExpectancy.of(RATIOS, RATIOS[3], 2);
        double l0 = 0.81;
        double l1 = l0 * Math.pow(0.8 / 0.9, 2);
        double l2 = l1 * 0.5625;
        assertThat(squared).isCloseTo(l0 + l1 + l2 + l2 * 0.25 / 0.75, within(1e-12));
    }

    @Test
    void of_oneRegion_isWhatTheWholePlaceHasThere() {
        CellSpace space = new CellSpace(
                List.of(new Region("A", ""), new Region("B", "")),
                List.of(new Status("all", true, true), new Status("away", false, true)),
                AgeGroups.singleYears(3));
        Axis years = new Axis(Axis.YEAR, List.of("2025", "2026"));
        Cube survival = Cube.generate(
                List.of(years, Axis.regions(space.regions()), Axis.ages(space.ages())),
                at -> 0.9 - 0.1 * at[2] - 0.2 * at[1] + 0.05 * at[0]);
        Population base = Population.of(space, LocalDate.of(2025, 1, 1), new double[space.size()]);
        ProjectionInputs inputs = ProjectionInputs.of(
                base, survival, Cube.of(List.of(Axis.ages(space.ages())), new double[4]), Cube.of(List.of(), 1.05));

        for (String year : years.labels()) {
            Cube whole = LifeExpectancy.of(inputs, year);
            for (String region : List.of("A", "B")) {
                assertThat(LifeExpectancy.of(inputs, year, region)).isEqualTo(whole.select(Axis.REGION, region));
            }
        }
        assertThat(LifeExpectancy.of(inputs, "2025", "A").at(0, 0))
                .isGreaterThan(LifeExpectancy.of(inputs, "2025", "B").at(0, 0));
    }
}
