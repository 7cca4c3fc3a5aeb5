package org.kapok.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Round numbers along axes. */
class TicksTest {
    @Test
    void around_ranges_encloseThemInRoundSteps() {
        assertThat(Ticks.around(0, 24.8, 5)).isEqualTo(new Ticks(0, 5, 6));
        assertThat(Ticks.around(18.7, 27.3, 5)).isEqualTo(new Ticks(18, 2, 6));
        assertThat(Ticks.around(-110, 580, 6)).isEqualTo(new Ticks(-200, 200, 5));
        assertThat(Ticks.around(83.02, 84.7, 5).all()).containsExactly(83.0, 83.5, 84.0, 84.5, 85.0);
    }

    @Test
    void around_noRange_stillHasTwo() {
        for (double value : new double[] {0, 7, -3, 1e7}) {
            Ticks ticks = Ticks.around(value, value, 5);

            assertThat(ticks.count()).isGreaterThanOrEqualTo(2);
            assertThat(ticks.first()).isLessThanOrEqualTo(value);
            assertThat(ticks.last()).isGreaterThanOrEqualTo(value);
        }
    }

    @Test
    void decimals_tellTicksApart() {
        assertThat(new Ticks(0, 2, 3).decimals()).isZero();
        assertThat(new Ticks(0, 0.5, 3).decimals()).isEqualTo(1);
        assertThat(new Ticks(0, 0.025, 3).decimals()).isEqualTo(3);
    }
}
