package org.kapok.core.fertility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kapok.core.AgeGroups;

class RelationalGompertzTest {
    private static final AgeGroups FIVE = AgeGroups.fiveYears(85);
    private static final AgeGroups SINGLE = AgeGroups.singleYears(85);

    @Test
    void boothStandard_cumulatedRates_giveTheGompitsOfTheTable() {
        double[] table = {-1.77306, -0.69130, 0.02564, 0.70000, 1.47872, 2.62602, 4.80970};

        for (AgeGroups ages : new AgeGroups[] {FIVE, SINGLE}) {
            FertilityRates standard = RelationalGompertz.boothStandard(ages);

            assertThat(standard.tfr()).isCloseTo(1, within(1e-14));
            assertThat(standard.meanAge()).isCloseTo(28.3, within(0.05));
            for (int k = 0; k < table.length; k++) {
                assertThat(gompit(standard, 15 + 5 * k)).as("at %d", 15 + 5 * k).isCloseTo(table[k], within(1e-11));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void applyTo_anyParameters_makesTheGompitsLinear(long seed) {
        Random random = new Random(seed);
        double alpha = random.nextGaussian();
        double beta = 0.6 + random.nextDouble();
        FertilityRates standard = RelationalGompertz.boothStandard(FIVE).withTfr(1 + 5 * random.nextDouble());

        FertilityRates rates = new RelationalGompertz(alpha, beta).applyTo(standard);

        assertThat(rates.tfr()).isCloseTo(standard.tfr(), within(1e-12));
        for (int exactAge = 15; exactAge < 45; exactAge += 5) {
            double cumulated = alpha + beta * gompit(standard, exactAge);
            if (Math.abs(cumulated) < 3) { // further out, 1 - F leaves few digits
                assertThat(gompit(rates, exactAge)).isCloseTo(cumulated, within(1e-11));
            }
        }
    }

    @Test
    void applyTo_noShift_leavesTheStandard() {
        FertilityRates standard = randomRates(SINGLE, 12, 53, 7);

        assertThat(new RelationalGompertz(0, 1).applyTo(standard).asfr())
                .containsExactly(standard.asfr(), within(1e-14));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void scaleTo_anySchedule_meetsTheMeanAgeAndKeepsTheTotal(long seed) {
        Random random = new Random(seed);
        FertilityRates standard = randomRates(seed % 2 == 0 ? SINGLE : FIVE, 15, 50, seed);
        double meanAge = standard.meanAge() + 4 * (random.nextDouble() - 0.5);

        FertilityRates rates = RelationalGompertz.scaleTo(meanAge, standard).applyTo(standard);
        FertilityRates lower = rates.withTfr(1.1);

        assertThat(rates.meanAge()).isCloseTo(meanAge, within(1e-10));
        assertThat(rates.tfr()).isCloseTo(standard.tfr(), within(1e-12));
        assertThat(lower.tfr()).isCloseTo(1.1, within(1e-12));
        assertThat(lower.meanAge()).isCloseTo(meanAge, within(1e-10));
        for (int age = 0; age < rates.ages().count(); age++) {
            assertThat(rates.asfr(age) > 0).isEqualTo(standard.asfr(age) > 0);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void scaleTo_meanAndDeviation_meetsBoth(long seed) {
        Random random = new Random(seed);
        FertilityRates standard = RelationalGompertz.boothStandard(seed % 2 == 0 ? SINGLE : FIVE);
        double meanAge = 25 + 7 * random.nextDouble();
        double deviation = 4.5 + 2.5 * random.nextDouble();

        FertilityRates rates =
                RelationalGompertz.scaleTo(meanAge, deviation, standard).applyTo(standard);

        assertThat(rates.meanAge()).isCloseTo(meanAge, within(1e-10));
        assertThat(rates.standardDeviation()).isCloseTo(deviation, within(1e-10));
        assertThat(rates.tfr()).isCloseTo(1, within(1e-12));
    }

    @Test
    void parts_outOfReach_areRefused() {
        FertilityRates standard = RelationalGompertz.boothStandard(FIVE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RelationalGompertz.scaleTo(60, standard))
                .withMessageStartingWith("RelationalGompertz.scaleTo: got mean age 60.0 years, expected one that the"
                        + " standard reaches");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RelationalGompertz.scaleTo(28, 20, standard))
                .withMessageStartingWith("RelationalGompertz.scaleTo: got standard deviation 20.0 years");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RelationalGompertz(Double.NaN, 1))
                .withMessage("RelationalGompertz.alpha: got NaN, expected a finite number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RelationalGompertz(0, 0))
                .withMessage("RelationalGompertz.beta: got 0.0, expected above 0, finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RelationalGompertz.boothStandard(AgeGroups.abridged(85)))
                .withMessage("RelationalGompertz.boothStandard: got ages up to 85+, expected single years or five-year"
                        + " groups, open from a multiple of 5 that is 50 or more");
    }

    private static FertilityRates randomRates(AgeGroups ages, int from, int to, long seed) {
        Random random = new Random(seed);
        double[] asfr = new double[ages.count()];
        for (int age = 0; age < ages.count(); age++) {
            double x = ages.start(age);
            asfr[age] = x >= from && x < to ? (0.5 + random.nextDouble()) * (x - from + 2) * (to - x) / 3000 : 0;
        }
        return FertilityRates.of(ages, asfr);
    }

    private static double gompit(FertilityRates rates, int exactAge) {
        int end = rates.ages().indexOf(exactAge);
        double born = Arrays.stream(rates.asfr(), 0, end).sum() * rates.ages().uniformWidth();
        return -Math.log(-Math.log(born / rates.tfr()));
    }
}
