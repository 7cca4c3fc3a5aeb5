package org.kapok.core.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kapok.core.AgeGroups;
import org.kapok.core.migration.RogersCastro.Peak;
import org.kapok.core.migration.RogersCastro.Slope;

class MigrationProfileTest {
    private static final AgeGroups FIVE = AgeGroups.fiveYears(85);

    @Test
    void fiveYearDefault_shares_areThoseOfBayesPopAsPrinted() {
        double[] printed = {
            .06133, .02667, .02067, .10467, .188, .18067, .13733, .09533, .064, .04267, .028, .01867, .012, .008,
            .00533, .00333, .00333, 0, 0, 0, 0
        };

        MigrationProfile profile = MigrationProfile.fiveYearDefault(100);

        assertThat(profile.shares()).containsExactly(printed, within(0.5e-5));
        assertThat(Arrays.stream(profile.shares()).sum()).isCloseTo(1, within(1e-15));
        assertThat(profile.spread(-3000)[4]).isCloseTo(-564, within(1e-12));
    }

    @Test
    void of_modelSchedule_takesItsShares() {
        RogersCastro schedule =
                new RogersCastro(new Slope(.02, .1), new Peak(.06, .1, 20, .4), Peak.NONE, Slope.NONE, .003);

        assertThat(MigrationProfile.of(schedule, FIVE).shares()).containsExactly(schedule.shares(FIVE));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void spread_anyPattern_addsUpToTheTotalInItsProportions(long seed) {
        Random random = new Random(seed);
        double[] pattern =
                random.doubles(FIVE.count()).map(x -> x < 0.2 ? 0 : 1000 * x).toArray();
        double total = 1e6 * (random.nextDouble() - 0.5);
        MigrationProfile profile = MigrationProfile.ofPattern(FIVE, pattern);

        double[] migrants = profile.spread(total);
        double[] single = profile.toSingleYears().spread(total);

        assertThat(Arrays.stream(migrants).sum()).isCloseTo(total, within(1e-12 * 1e6));
        for (int age = 0; age < FIVE.count(); age++) {
            assertThat(migrants[age] * pattern[3]).isCloseTo(migrants[3] * pattern[age], within(1e-4));
            int end = age == FIVE.open() ? single.length : 5 * age + 5;
            assertThat(Arrays.stream(single, 5 * age, end).sum()).isCloseTo(migrants[age], within(1e-9 * 1e6));
        }
        assertThat(Arrays.stream(single)).allMatch(x -> x * total >= 0);
    }

    @Test
    void parts_outOfRange_areRefused() {
        double[] negative = new double[FIVE.count()];
        negative[4] = -1;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MigrationProfile.ofPattern(FIVE, negative))
                .withMessage("MigrationProfile.pattern, age 20-24: got -1.0, expected 0 or more, finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MigrationProfile.ofPattern(FIVE, new double[FIVE.count()]))
                .withMessage("MigrationProfile.pattern: got a sum of 0.0, expected above 0, finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MigrationProfile.ofPattern(FIVE, new double[2]))
                .withMessage("MigrationProfile.pattern: got 2 values, expected 18, one per age group");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MigrationProfile.fiveYearDefault(80))
                .withMessage("MigrationProfile.fiveYearDefault: got open age 80, expected 85 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MigrationProfile.fiveYearDefault(100).spread(Double.NaN))
                .withMessage("MigrationProfile.spread: got NaN, expected a finite number of migrants");
    }
}
