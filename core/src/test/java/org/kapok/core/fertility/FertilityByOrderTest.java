package org.kapok.core.fertility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kapok.core.AgeGroups;

class FertilityByOrderTest {
    /** 0-14, 15-29, 30-44, 45+. */
    private static final AgeGroups AGES = AgeGroups.uniform(15, 45);

    private static final FertilityByOrder THREE =
            FertilityByOrder.of(AGES, new double[][] {{0, .04, .01, 0}, {0, .01, .02, 0}, {0, .001, .003, 0}});

    @Test
    void withUplift_thirdBirths_isTheHandCalculation() {
        FertilityByOrder raised = THREE.withUplift(3, 2.5);

        assertThat(THREE.tfr(1)).isCloseTo(.75, within(1e-15));
        assertThat(THREE.tfr(2)).isCloseTo(.45, within(1e-15));
        assertThat(THREE.tfr(3)).isCloseTo(.06, within(1e-15));
        assertThat(raised.asfr(2)).containsExactly(THREE.asfr(2));
        assertThat(raised.asfr(3)).containsExactly(new double[] {0, .0025, .0075, 0}, within(1e-15));
        assertThat(raised.total().tfr()).isCloseTo(.75 + .45 + .15, within(1e-15));
        assertThat(raised.total().meanAge()).isGreaterThan(THREE.total().meanAge());
    }

    @Test
    void withUplift_factorsByAge_raiseTheirAgesAlone() {
        FertilityByOrder raised = THREE.withUplift(2, new double[] {1, 1.5, 1.1, 1});

        assertThat(raised.asfr(1)).containsExactly(THREE.asfr(1));
        assertThat(raised.asfr(2)).containsExactly(new double[] {0, .015, .022, 0}, within(1e-15));
        assertThat(raised.asfr(3)).containsExactly(new double[] {0, .0015, .0033, 0}, within(1e-15));
    }

    @Test
    void ofParities_womenTimesTheirRates_areTheBirthsByOrder() {
        double[][] women = {{1, .6, .2, .1}, {0, .3, .4, .4}, {0, .1, .4, .5}};
        double[][] rates = {{0, .08, .05, 0}, {0, .03, .05, 0}, {0, .01, .01, 0}};

        FertilityByOrder byOrder = FertilityByOrder.ofParities(AGES, women, rates);

        assertThat(byOrder.asfr(1)).containsExactly(new double[] {0, .048, .01, 0}, within(1e-15));
        assertThat(byOrder.asfr(2)).containsExactly(new double[] {0, .009, .02, 0}, within(1e-15));
        assertThat(byOrder.asfr(3)).containsExactly(new double[] {0, .001, .004, 0}, within(1e-15));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void withUplift_anyRates_addsThePartOfTheRaisedOrders(long seed) {
        Random random = new Random(seed);
        AgeGroups ages = AgeGroups.singleYears(100);
        FertilityRates total = FertilityCurve.GAMMA.rates(ages, 1 + random.nextDouble(), 29, 5);
        double[][] shares = new double[4][ages.count()];
        for (int age = 0; age < ages.open(); age++) {
            double rest = 1;
            for (int k = 0; k < 3; k++) {
                shares[k][age] = rest * (0.5 + 0.4 * random.nextDouble());
                rest -= shares[k][age];
            }
            shares[3][age] = rest;
        }
        double factor = 1 + 0.5 * random.nextDouble();
        FertilityByOrder before = FertilityByOrder.ofShares(total, shares);

        FertilityByOrder after = before.withUplift(3, factor);

        assertThat(before.total().asfr()).containsExactly(total.asfr(), within(1e-15));
        double thirdAndOn = before.tfr(3) + before.tfr(4);
        assertThat(after.total().tfr()).isCloseTo(total.tfr() + (factor - 1) * thirdAndOn, within(1e-13));
        assertThat(after.tfr(4) / after.tfr(3)).isCloseTo(before.tfr(4) / before.tfr(3), within(1e-13));
        assertThat(after.withUplift(3, 1 / factor).total().asfr()).containsExactly(total.asfr(), within(1e-15));
        assertThat(before.withUplift(1, factor).total().asfr())
                .containsExactly(total.withTfr(total.tfr() * factor).asfr(), within(1e-14));
    }

    @Test
    void parts_outOfRange_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> THREE.withUplift(2, 2))
                .withMessage(
                        "FertilityByOrder.withUplift, order 2: got 0.8999999999999999 births per woman, expected at"
                                + " most those of the order before, 0.75");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> THREE.withUplift(4, 2))
                .withMessage("FertilityByOrder.withUplift: got order 4, expected 1 to 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> THREE.withUplift(3, new double[] {1, 1, -1, 1}))
                .withMessage("FertilityByOrder.withUplift, age 30-44: got factor -1.0, expected 0 or more, finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FertilityByOrder.of(AGES, new double[][] {{0, .1, -.1, 0}}))
                .withMessage("FertilityByOrder.asfr, order 1, age 30-44: got -0.1, expected 0 or more, finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FertilityByOrder.of(AGES, new double[0][]))
                .withMessage("FertilityByOrder.asfr: got none, expected 1 or more orders");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        FertilityByOrder.ofShares(THREE.total(), new double[][] {{0, .5, .5, 0}, {0, .5, .4, 0}}))
                .withMessage("FertilityByOrder.shares, age 30-44: got a sum of 0.9 over orders, expected 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FertilityByOrder.ofParities(
                        AGES, new double[][] {{1, .7, 0, 0}, {0, .5, 0, 0}}, new double[2][AGES.count()]))
                .withMessage("FertilityByOrder.women, age 15-29: got shares of parities that add up to 1.2, expected 1"
                        + " or less");
    }
}
