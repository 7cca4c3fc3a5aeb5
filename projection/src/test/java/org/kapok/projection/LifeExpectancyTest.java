package org.kapok.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

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
}
