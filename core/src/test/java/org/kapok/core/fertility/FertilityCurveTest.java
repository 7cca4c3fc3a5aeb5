package org.kapok.core.fertility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kapok.core.AgeGroups;

class FertilityCurveTest {
    private static final AgeGroups SINGLE = AgeGroups.singleYears(100);
    private static final AgeGroups FIVE = AgeGroups.fiveYears(85);

    @ParameterizedTest
    @EnumSource
    void rates_anyCurve_haveTheTotalTheMeanAndTheDeviation(FertilityCurve curve) {
        for (long seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            double tfr = 0.5 + 6 * random.nextDouble();
            double meanAge = 24 + 9 * random.nextDouble();
            double deviation = 3.5 + 3 * random.nextDouble();
            for (AgeGroups ages : new AgeGroups[] {SINGLE, FIVE, AgeGroups.fiveYears(50), AgeGroups.abridged(100)}) {
                FertilityRates rates = curve.rates(ages, tfr, meanAge, deviation);

                String what = curve + ", seed " + seed + ", width " + ages.uniformWidth();
                assertThat(rates.tfr()).as(what).isCloseTo(tfr, within(1e-12));
                assertThat(rates.meanAge()).as(what).isCloseTo(meanAge, within(1e-9));
                assertThat(rates.standardDeviation()).as(what).isCloseTo(deviation, within(1e-9));
                for (int age = 0; age < ages.count(); age++) {
                    boolean fertile = ages.start(age) >= 15 && ages.start(age) < 50;
                    assertThat(rates.asfr(age) > 0)
                            .as(what + ", age " + ages.label(age))
                            .isEqualTo(fertile);
                }
                assertThat(peaks(rates.asfr())).as(what).isEqualTo(1);
            }
        }
    }

    /** 2e-7 of the gamma lies beyond 50, less of the others: rates off by 1e-6 where they are highest. */
    @Test
    void rates_narrowCurves_areTheDistributionsOfTheirNames() {
        double mean = 29;
        double deviation = Math.sqrt(9 + 1.0 / 12); // of single years, see FertilityRates.standardDeviation
        double u = 14.0 / 35;
        double k = u * (1 - u) * 35 * 35 / 9 - 1;
        GammaDistribution gamma = new GammaDistribution(14.0 * 14 / 9, 9.0 / 14);
        BetaDistribution beta = new BetaDistribution(u * k, (1 - u) * k);

        double[] gammaRates =
                FertilityCurve.GAMMA.rates(SINGLE, 2, mean, deviation).asfr();
        double[] betaRates =
                FertilityCurve.BETA.rates(SINGLE, 2, mean, deviation).asfr();
        double[] hadwigerRates =
                FertilityCurve.HADWIGER.rates(SINGLE, 2, mean, deviation).asfr();

        for (int x = 15; x < 50; x++) {
            String age = "age " + x;
            assertThat(gammaRates[x]).as(age).isCloseTo(2 * gamma.probability(x - 15, x - 14), within(5e-6));
            assertThat(betaRates[x])
                    .as(age)
                    .isCloseTo(2 * beta.probability((x - 15) / 35.0, (x - 14) / 35.0), within(5e-6));
            assertThat(hadwigerRates[x])
                    .as(age)
                    .isCloseTo(2 * (inverseGaussian(x + 1, mean, 3) - inverseGaussian(x, mean, 3)), within(5e-6));
        }
    }

    @ParameterizedTest
    @EnumSource
    void rates_fiveYears_areThoseOfSingleYearsGrouped(FertilityCurve curve) {
        double[] single = curve.rates(SINGLE, 1.5, 29, 5).asfr();
        double wider = Math.sqrt(25 + 2); // groups at their middles: 25/12 - 1/12 more
        double[] five = curve.rates(FIVE, 1.5, 29, wider).asfr();

        for (int age = 3; age < 10; age++) {
            double mean = Arrays.stream(single, 5 * age, 5 * age + 5).sum() / 5;
            assertThat(five[age]).as(FIVE.label(age)).isCloseTo(mean, within(2e-4));
        }
    }

    @Test
    void rates_outOfReach_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FertilityCurve.BETA.rates(FIVE, 1, 30, 16))
                .withMessage("FertilityCurve.BETA: got mean age 30.0 and standard deviation 16.0, which no such curve"
                        + " between 15 and 50 years of age has");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FertilityCurve.GAMMA.rates(SINGLE, 1, 30, 0.1))
                .withMessageContaining("FertilityCurve.GAMMA: got mean age 30.0 and standard deviation 0.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FertilityCurve.GAMMA.rates(FIVE, 1, 12, 5))
                .withMessage("FertilityCurve.meanAge: got 12.0, expected between 15 and 50 years");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FertilityCurve.GAMMA.rates(FIVE, 1, 28, Double.NaN))
                .withMessage("FertilityCurve.standardDeviation: got NaN, expected above 0 years");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FertilityCurve.GAMMA.rates(AgeGroups.uniform(10, 80), 1, 28, 5))
                .withMessageContaining("expected groups that start at 15 and at 50");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FertilityCurve.GAMMA.rates(FIVE, 0, 28, 5))
                .withMessage("FertilityRates.tfr: got 0.0, expected above 0, finite");
    }

    /** The distribution that Hadwiger's curve is, by its own closed form. */
    private static double inverseGaussian(double x, double mean, double deviation) {
        NormalDistribution normal = new NormalDistribution();
        double lambda = mean * mean * mean / (deviation * deviation);
        double root = Math.sqrt(lambda / x);
        return normal.cumulativeProbability(root * (x / mean - 1))
                + Math.exp(2 * lambda / mean) * normal.cumulativeProbability(-root * (x / mean + 1));
    }

    private static long peaks(double[] rates) {
        return IntStream.range(1, rates.length - 1)
                .filter(age -> rates[age] > rates[age - 1] && rates[age] > rates[age + 1])
                .count();
    }
}
