package org.kapok.core.graduation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kapok.core.AgeGroups;

class RateGraduationTest {
    private static final AgeGroups FIVES = AgeGroups.fiveYears(85);
    private static final AgeGroups SINGLE = AgeGroups.singleYears(85);

    /** Gompertz mortality: no second differences on the log scale, so no weight of the penalty bends it. */
    @Test
    void compositeLink_expectedGompertzDeaths_givesTheRatesBack() {
        double[] rates = gompertz(85);
        double[] exposures = exposures(85);
        for (AgeGroups from : List.of(FIVES, AgeGroups.abridged(85), new AgeGroups(List.of(0, 1, 15, 45, 65, 85)))) {
            double[] deaths = events(rates, exposures, from);

            double[] actual = RateGraduation.compositeLink(deaths, from, exposures, SINGLE);

            for (int x = 0; x < 86; x++) {
                assertThat(actual[x]).as("age %d", x).isCloseTo(rates[x], withinPercentage(1e-5));
            }
        }
    }

    @Test
    void compositeLink_openGroupDivided_runsTheCurveOn() {
        double[] rates = gompertz(100);
        double[] exposures = exposures(100);

        double[] actual = RateGraduation.compositeLink(
                events(rates, exposures, FIVES), FIVES, exposures, AgeGroups.singleYears(100));

        for (int x = 0; x <= 100; x++) {
            assertThat(actual[x]).as("age %d", x).isCloseTo(rates[x], withinPercentage(1e-5));
        }
    }

    /** A fertility schedule far from a straight line on the log scale, in groups of five years, from single years. */
    @Test
    void compositeLink_expectedBirths_isCloseToTheSchedule() {
        double[] rates = IntStream.rangeClosed(0, 50)
                .mapToDouble(x -> 0.12 * StrictMath.exp(-(x - 29) * (x - 29) / 60.0))
                .toArray();
        double[] exposures = new double[51];
        Arrays.fill(exposures, 5000);
        AgeGroups from = AgeGroups.fiveYears(50);

        double[] actual = RateGraduation.compositeLink(
                events(rates, exposures, from), from, exposures, AgeGroups.singleYears(50));

        for (int x = 15; x < 45; x++) {
            assertThat(actual[x]).as("age %d", x).isCloseTo(rates[x], within(0.0025));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void compositeLink_fewDeaths_keepsTheirSumAndIsSmooth(long seed) {
        double[] rates = gompertz(85);
        double[] exposures = Arrays.stream(exposures(85)).map(x -> x / 400).toArray();
        double[] expected = events(rates, exposures, FIVES);
        double[] deaths = new double[expected.length];
        for (int age = 0; age < deaths.length; age++) {
            Well19937c random = new Well19937c(1000 * seed + age);
            deaths[age] = new PoissonDistribution(random, expected[age], 1e-12, 10000).sample();
        }

        double[] actual = RateGraduation.compositeLink(deaths, FIVES, exposures, SINGLE);

        assertThat(Arrays.stream(actual).min().getAsDouble()).isPositive();
        assertThat(Arrays.stream(events(actual, exposures, FIVES)).sum())
                .isCloseTo(Arrays.stream(deaths).sum(), withinPercentage(1e-6));
        for (int x = 40; x < 85; x++) {
            assertThat(actual[x] / rates[x]).as("age %d", x).isBetween(0.5, 2.0);
        }
    }

    @Test
    void compositeLink_agesWithoutExposure_takeTheCurve() {
        double[] rates = gompertz(85);
        double[] exposures = exposures(85);
        Arrays.fill(exposures, 20, 25, 0);
        double[] deaths = events(rates, exposures, FIVES);

        double[] actual = RateGraduation.compositeLink(deaths, FIVES, exposures, SINGLE);

        assertThat(actual[22]).isCloseTo(rates[22], withinPercentage(1e-5));
    }

    @Test
    void compositeLink_wrongInput_isRefused() {
        double[] exposures = exposures(85);
        double[] events = new double[18];

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RateGraduation.compositeLink(events, FIVES, exposures, SINGLE))
                .withMessage("RateGraduation.compositeLink, events: got none in any group to fit, expected some");
        events[3] = 2;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RateGraduation.compositeLink(events, FIVES, new double[86], SINGLE))
                .withMessage("RateGraduation.compositeLink, age 15-19: got 2.0 events without exposure, expected "
                        + "person-years above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RateGraduation.compositeLink(events, FIVES, onlyAge(17), SINGLE))
                .withMessageContaining("got 1 groups with person-years, expected two or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RateGraduation.compositeLink(events, FIVES, exposures, AgeGroups.singleYears(80)))
                .withMessageContaining("expected two or more closed groups");
        events[4] = Double.NaN;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RateGraduation.compositeLink(events, FIVES, exposures, SINGLE))
                .withMessage("RateGraduation.compositeLink, events at age 20-24: got NaN, expected a finite number of "
                        + "0 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RateGraduation.compositeLink(new double[3], FIVES, exposures, SINGLE))
                .withMessage("RateGraduation.compositeLink, events: got 3 numbers, expected 18");
    }

    private static double[] gompertz(int open) {
        return IntStream.rangeClosed(0, open)
                .mapToDouble(x -> 0.00004 * StrictMath.exp(0.095 * x))
                .toArray();
    }

    private static double[] exposures(int open) {
        return IntStream.rangeClosed(0, open)
                .mapToDouble(x -> 400000 - 3900 * x)
                .toArray();
    }

    private static double[] onlyAge(int exactAge) {
        double[] exposures = new double[86];
        exposures[exactAge] = 100;
        return exposures;
    }

    private static double[] events(double[] rates, double[] exposures, AgeGroups from) {
        double[] events = new double[from.count()];
        for (int x = 0; x < rates.length; x++) {
            events[from.indexOf(x)] += rates[x] * exposures[x];
        }
        return events;
    }
}
