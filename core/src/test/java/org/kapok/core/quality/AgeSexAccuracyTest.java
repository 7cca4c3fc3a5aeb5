package org.kapok.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kapok.core.AgeGroups;

class AgeSexAccuracyTest {
    private static final AgeGroups AGES = AgeGroups.fiveYears(75);

    /** The example of spreadsheet AGESEX, U.S. Census Bureau, Population Analysis System; 0-4 to 70-74, 75+. */
    private static final double[] MALES = {
        4677000, 4135000, 3825000, 3647000, 3247000, 2802000, 2409000, 2212000, 1786000, 1505000, 1390000, 984000,
        745000, 537000, 346000, 335000
    };

    private static final double[] FEMALES = {
        4544000, 4042000, 3735000, 3647000, 3309000, 2793000, 2353000, 2112000, 1691000, 1409000, 1241000, 887000,
        697000, 525000, 348000, 366000
    };

    @Test
    void of_censusBureauExample_isThePublishedIndex() {
        AgeSexAccuracy accuracy = AgeSexAccuracy.of(MALES, FEMALES, AGES, 0, 70);

        // Published to three decimals.
        assertThat(accuracy.maleAgeRatioScore()).isCloseTo(3.907, within(5e-4));
        assertThat(accuracy.femaleAgeRatioScore()).isCloseTo(3.655, within(5e-4));
        assertThat(accuracy.sexRatioScore()).isCloseTo(2.249, within(5e-4));
        assertThat(accuracy.index()).isCloseTo(14.308, within(5e-4));
        assertThat(accuracy.correctedIndex()).isEqualTo(accuracy.index());
    }

    @Test
    void of_straightLines_isNought() {
        double[] line = IntStream.range(0, 16).mapToDouble(x -> 1700 - 100 * x).toArray();

        AgeSexAccuracy accuracy = AgeSexAccuracy.of(line, line, AGES, 10, 65);

        assertThat(accuracy.index()).isCloseTo(0, within(1e-10));
    }

    @Test
    void of_handExample_isComputedByHand() {
        double[] males = {100, 150, 100, 50, 0};
        double[] females = {100, 100, 100, 50, 0};

        AgeSexAccuracy accuracy = AgeSexAccuracy.of(males, females, AgeGroups.fiveYears(20), 0, 15);

        assertThat(accuracy.maleAgeRatioScore()).isCloseTo(25, within(1e-12)); // ratios 150 and 100
        assertThat(accuracy.femaleAgeRatioScore()).isCloseTo((0 + 100.0 / 3) / 2, within(1e-12)); // 100 and 133.3
        assertThat(accuracy.sexRatioScore()).isCloseTo(100.0 / 3, within(1e-12)); // 50, 50, 0
        assertThat(accuracy.correctedIndex()).isCloseTo(accuracy.index() - 3500 / Math.sqrt(750) + 3.5, within(1e-12));
    }

    @Test
    void of_wrongAges_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AgeSexAccuracy.of(MALES, FEMALES, AGES, 0, 75))
                .withMessageContaining("got ages 0 to 75, expected starts of three or more closed groups");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AgeSexAccuracy.ageRatioScore(MALES, AgeGroups.uniform(1, 15), 0, 10))
                .withMessageContaining("expected groups of five years");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AgeSexAccuracy.ageRatioScore(new double[3], AGES, 0, 70))
                .withMessage("AgeSexAccuracy.persons: got 3 counts, expected 16");
    }

    @Test
    void sexRatioScore_nobodyInAGroup_namesIt() {
        double[] females = Arrays.copyOf(FEMALES, FEMALES.length);
        females[2] = 0;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> AgeSexAccuracy.sexRatioScore(MALES, females, AGES, 0, 70))
                .withMessage("AgeSexAccuracy.females, age 10-14: got 0.0, expected a finite count above 0");
    }
}
