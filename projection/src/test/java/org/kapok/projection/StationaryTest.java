package org.kapok.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kapok.core.AgeGroups;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.core.Population;
import org.kapok.core.Region;
import org.kapok.core.Selection;
import org.kapok.core.Sex;
import org.kapok.core.Status;
import org.kapok.core.mortality.A0Rule;
import org.kapok.core.mortality.LifeTable;
import org.kapok.core.mortality.StationaryPopulation;

/** The stationary population of a life table: it stays as it is, and single years and five-year groups agree on it. */
class StationaryTest {
    private static final AgeGroups ONE = AgeGroups.singleYears(100);
    private static final AgeGroups FIVE = AgeGroups.fiveYears(100);
    private static final double SRB = 1.05;
    private static final double BIRTHS = 10_000; // a year

    @Test
    void project_stationaryPopulation_isTheSameBySingleYearsAndByFive() {
        Projection single = CohortComponent.project(stationary(ONE), 2025);
        Projection grouped = CohortComponent.project(stationary(FIVE), 2025);

        for (Sex sex : Sex.values()) {
            for (int group = 0; group < FIVE.count(); group++) {
                int from = FIVE.start(group);
                int to = group == FIVE.open() ? Selection.OPEN : from + 4;
                Selection band = Selection.residents().of(sex).aged(from, to);
                double start = grouped.at(0).total(band);

                assertThat(single.in(2025).total(band)).isCloseTo(start, within(1e-9 * start));
                assertThat(grouped.in(2025).total(band)).isCloseTo(start, within(1e-9 * start));
            }
        }
        assertThat(single.births().total()).isCloseTo(5 * BIRTHS, within(1e-6));
        assertThat(grouped.births().total()).isCloseTo(5 * BIRTHS, within(1e-6));
    }

    /** Both widths from one life table by single years, five ages of which make a group; women replace themselves. */
    private static ProjectionInputs stationary(AgeGroups ages) {
        double[][] personYears = new double[2][ages.count()];
        double[][] survival = new double[2][ages.count()];
        int width = ages.uniformWidth();
        for (Sex sex : Sex.values()) {
            double[] single = personYears(sex);
            for (int age = 0; age <= 100; age++) {
                personYears[sex.ordinal()][age / width] += single[age];
            }
            double[] own = personYears[sex.ordinal()];
            int open = ages.open();
            for (int age = 1; age < open; age++) {
                survival[sex.ordinal()][age] = own[age] / own[age - 1];
            }
            survival[sex.ordinal()][0] = own[0] / width;
            survival[sex.ordinal()][open] = own[open] / (own[open - 1] + own[open]);
        }
        double[] women = personYears[Sex.FEMALE.ordinal()];
        double daughters = IntStream.range(20 / width, 35 / width)
                        .mapToDouble(age -> women[age])
                        .sum()
                / (1 + SRB);
        List<Axis> axes = List.of(Axis.sexes(), Axis.ages(ages));
        double[] births = {BIRTHS / (1 + SRB), BIRTHS * SRB / (1 + SRB)};
        CellSpace space = new CellSpace(List.of(new Region("X", "")), List.of(new Status("all", true, true)), ages);
        return ProjectionInputs.of(
                Population.of(
                        space,
                        LocalDate.of(2020, 1, 1),
                        Cube.generate(axes, at -> births[at[0]] * personYears[at[0]][at[1]])
                                .toArray()),
                Cube.generate(axes, at -> survival[at[0]][at[1]]),
                Cube.generate(
                        axes.subList(1, 2),
                        at -> ages.start(at[0]) >= 20 && ages.start(at[0]) < 35 ? 1 / daughters : 0),
                Cube.of(List.of(), SRB));
    }

    private static double[] personYears(Sex sex) {
        double[] mx = new double[ONE.count()];
        for (int age = 0; age < mx.length; age++) {
            mx[age] = age == 0 ? 0.02 : 0.0004 + 0.00003 * StrictMath.exp(0.09 * age);
        }
        StationaryPopulation stationary =
                LifeTable.ofMx(ONE, mx, sex, A0Rule.ANDREEV_KINGKADE).stationaryPopulation();
        return IntStream.range(0, mx.length).mapToDouble(stationary::Lx).toArray();
    }
}
