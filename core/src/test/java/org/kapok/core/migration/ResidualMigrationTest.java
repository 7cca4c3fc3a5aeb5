package org.kapok.core.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResidualMigrationTest {
    private static final double[] FIRST = {100, 80, 50};
    private static final double[] SECOND = {95, 100, 70};
    private static final double[] S = {0.9, 0.8, 0.5};

    @Test
    void between_eachKind_isTheHandCalculation() {
        // Survivors of 100 births, 100 at the first age, 80 + 50 at the last two: 90, 80, 65.
        double[] forward = {5, 20, 5};
        double[] reverse = {5 / 0.9, 25, 10};

        assertThat(ResidualMigration.FORWARD.between(FIRST, SECOND, S, 100)).containsExactly(forward, within(1e-9));
        assertThat(ResidualMigration.REVERSE.between(FIRST, SECOND, S, 100)).containsExactly(reverse, within(1e-9));
        assertThat(ResidualMigration.AVERAGE.between(FIRST, SECOND, S, 100))
                .containsExactly(new double[] {(5 + 5 / 0.9) / 2, 22.5, 7.5}, within(1e-9));
    }

    /** Counts one to six ages apart, of five-year (18) and single (101) ages, projected with known migrants. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void between_countsOfAProjection_recoversItsMigrants(long seed) {
        Random random = new Random(seed);
        int ages = seed % 2 == 0 ? 18 : 101;
        int steps = (int) (seed + 1) / 2;
        double[] first = random.doubles(ages).map(x -> 1000 + 4000 * x).toArray();
        double[][] s = new double[steps][];
        for (int step = 0; step < steps; step++) {
            s[step] = random.doubles(ages, 0.55, 1).toArray();
        }
        double[] births = random.doubles(steps, 2000, 5000).toArray();
        double[] migrants = random.doubles(ages, -300, 900).toArray();

        double[] natural = project(first, s, births, migrants, 0, 0);
        double[] atEnd = project(first, s, births, migrants, 0, 1);
        double[] atStart = project(first, s, births, migrants, 1, 0);
        double[] half = project(first, s, births, migrants, 0.5, 0.5);

        for (ResidualMigration kind : ResidualMigration.values()) {
            assertThat(kind.between(first, natural, s, births)).containsExactly(new double[ages], within(1e-9));
        }
        assertThat(ResidualMigration.FORWARD.between(first, atEnd, s, births)).containsExactly(migrants, within(1e-9));
        assertThat(ResidualMigration.REVERSE.between(first, atStart, s, births))
                .containsExactly(migrants, within(1e-9));
        double[] average = ResidualMigration.AVERAGE.between(first, half, s, births);
        double[] none = new double[ages];
        for (int age = 0; age < ages; age++) {
            double before = before(first, births, age);
            double share = project(first, s, births, none, 0, 0)[age] / before;
            double law = migrants[age] * (1 + share) * (1 + share) / (4 * share);
            assertThat(average[age]).as("age %d", age).isCloseTo(law, within(1e-8));
        }
    }

    /**
     * The survivors of the first count and of births. Part of the migrants of each cohort joins when it enters (at the
     * first count or at birth), spread over those bound for the open group by their numbers; another part at the end.
     */
    private static double[] project(
            double[] first, double[][] s, double[] births, double[] migrants, double atStart, double atEnd) {
        int open = first.length - 1;
        int steps = s.length;
        double[] now = first.clone();
        double[] born = births.clone();
        for (int age = 0; age <= open; age++) {
            double joining = atStart * migrants[age];
            if (age == open) {
                double all = before(first, births, open);
                for (int from = open - steps; from <= open; from++) {
                    now[from] += joining * first[from] / all;
                }
            } else if (age >= steps) {
                now[age - steps] += joining;
            } else {
                born[steps - 1 - age] += joining;
            }
        }
        for (int step = 0; step < steps; step++) {
            double[] next = new double[open + 1];
            next[0] = born[step] * s[step][0];
            for (int age = 1; age < open; age++) {
                next[age] = now[age - 1] * s[step][age];
            }
            next[open] = (now[open - 1] + now[open]) * s[step][open];
            now = next;
        }
        for (int age = 0; age <= open; age++) {
            now[age] += atEnd * migrants[age];
        }
        return now;
    }

    private static double before(double[] first, double[] births, int age) {
        int steps = births.length;
        if (age == first.length - 1) {
            return Arrays.stream(first, age - steps, age + 1).sum();
        }
        return age < steps ? births[steps - 1 - age] : first[age - steps];
    }

    @Test
    void between_stepsOrShapesThatDoNotFit_areRefused() {
        double[][] two = {S, {0.9, 1.1, 0.5}};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResidualMigration.FORWARD.between(FIRST, SECOND, two, new double[] {100, 100}))
                .withMessage("ResidualMigration, step 1, survival ratio 1: got 1.1, expected above 0 and at most 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResidualMigration.FORWARD.between(FIRST, SECOND, two, new double[] {100}))
                .withMessage(
                        "ResidualMigration: got 2 steps of survival and 1 of births for 3 ages, expected as many of"
                                + " both, 1 or more, fewer than ages");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResidualMigration.FORWARD.between(FIRST, new double[2], S, 100))
                .withMessage("ResidualMigration: got 3, 2 and 3 ages, expected as many in all, 2 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResidualMigration.REVERSE.between(
                        new double[3], SECOND, new double[][] {S, S}, new double[] {100, 100}))
                .withMessage("ResidualMigration.first: got 0.0 persons at the last 3 ages, expected above 0");
    }

    @Test
    void between_survivalOfZero_namesTheAge() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResidualMigration.REVERSE.between(FIRST, SECOND, new double[] {0.9, 0, 0.5}, 100))
                .withMessage("ResidualMigration, survival ratio 1: got 0.0, expected above 0 and at most 1");
    }
}
