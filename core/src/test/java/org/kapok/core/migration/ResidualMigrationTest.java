package org.kapok.core.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

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

    @Test
    void between_survivalOfZero_namesTheAge() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResidualMigration.REVERSE.between(FIRST, SECOND, new double[] {0.9, 0, 0.5}, 100))
                .withMessage("ResidualMigration, survival ratio 1: got 0.0, expected above 0 and at most 1");
    }
}
