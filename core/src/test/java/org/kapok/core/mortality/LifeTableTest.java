package org.kapok.core.mortality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kapok.core.AgeGroups;
import org.kapok.core.Sex;

class LifeTableTest {
    private static final AgeGroups TO_TWO = AgeGroups.singleYears(2);

    @Test
    void ofMx_threeAges_isTheTableByHand() {
        LifeTable table = LifeTable.ofMxAx(TO_TWO, new double[] {0.25, 1, 0.5}, new double[] {1, 0.5, 0});

        assertThat(table.qx(0)).isEqualTo(0.25);
        assertThat(table.qx(1)).isCloseTo(2.0 / 3, within(1e-15));
        assertThat(table.lx(2)).isCloseTo(0.25, within(1e-15));
        assertThat(table.dx(1)).isCloseTo(0.5, within(1e-15));
        assertThat(table.Lx(0)).isEqualTo(1);
        assertThat(table.Lx(1)).isCloseTo(0.5, within(1e-15));
        assertThat(table.Tx(2)).isCloseTo(0.5, within(1e-15));
        assertThat(table.e0()).isCloseTo(2, within(1e-15));
        assertThat(table.ax(2)).isEqualTo(2);
        assertThat(table.survivalRatios()).containsExactly(new double[] {1, 0.5, 0.5}, within(1e-15));
    }

    /** The numbers that MortCast 2.8 gives for females with Andreev and Kingkade's a0. */
    @Test
    void ofMx_constantHazard_isTheClosedForm() {
        AgeGroups ages = AgeGroups.singleYears(100);
        double[] mx = constant(ages, 0.02);

        LifeTable table = LifeTable.ofMx(ages, mx, Sex.FEMALE, A0Rule.ANDREEV_KINGKADE);

        double[] s = table.survivalRatios();
        assertThat(table.ax(0)).isCloseTo(0.1242878, within(1e-10));
        assertThat(table.qx(0)).isCloseTo(0.01965574449, within(1e-11));
        assertThat(table.Lx(0)).isCloseTo(0.9827872247, within(1e-10));
        assertThat(s[0]).isEqualTo(table.Lx(0));
        assertThat(s[1]).isCloseTo(0.9876378653, within(1e-10));
        for (int age = 2; age < 100; age++) {
            assertThat(s[age]).isCloseTo(0.9801980198, within(1e-10));
            assertThat(table.ex(age)).isCloseTo(50, within(1e-10));
        }
        assertThat(s[100]).isCloseTo(0.9801980198, within(1e-10));
    }

    @Test
    void ofMx_rateTooHighForItsAx_takesAConstantHazard() {
        LifeTable table = LifeTable.ofMxAx(TO_TWO, new double[] {0.1, 3, 1}, new double[] {0.5, 0.5, 0});

        assertThat(table.qx(1)).isCloseTo(1 - Math.exp(-3), within(1e-15));
        assertThat(table.dx(1) / table.Lx(1)).isCloseTo(3, within(1e-12));
    }

    @Test
    void ofMx_abridgedWithRatesOfZero_isFinite() {
        AgeGroups ages = AgeGroups.abridged(85);
        double[] mx = constant(ages, 0);
        mx[ages.open()] = 0.2;

        LifeTable table = LifeTable.ofMx(ages, mx, Sex.MALE, A0Rule.COALE_DEMENY);

        assertThat(table.e0()).isEqualTo(90);
        assertThat(table.stationaryPopulation().separationFactors())
                .startsWith(0.5, 0.5)
                .endsWith(1);
    }

    @Test
    void ofMx_otherEndOfGreville_changesOnlyTheLastClosedGroup() {
        AgeGroups ages = AgeGroups.abridged(100);
        double[] mx = gompertz(ages, 1);
        mx[ages.open()] *= 1.1;

        LifeTable repeated = LifeTable.ofMx(ages, mx, Sex.MALE, A0Rule.COALE_DEMENY);
        LifeTable open = LifeTable.ofMx(ages, mx, Sex.MALE, A0Rule.COALE_DEMENY, GrevilleEnd.OPEN_RATE);

        int last = ages.open() - 1;
        double k = Math.log(mx[last + 1] / mx[last - 1]) / 10;
        assertThat(open.ax(last)).isCloseTo(2.5 - 25.0 / 12 * (mx[last] - k), within(1e-12));
        assertThat(repeated.ax(last)).isNotEqualTo(open.ax(last));
        for (int age = 0; age < last; age++) {
            assertThat(repeated.ax(age)).isEqualTo(open.ax(age));
        }
    }

    @Test
    void survivalRatios_abridged_joinsTheFirstTwoGroups() {
        AgeGroups ages = AgeGroups.abridged(85);
        LifeTable table = LifeTable.ofMx(ages, gompertz(ages, 1), Sex.FEMALE, A0Rule.ANDREEV_KINGKADE);

        double[] s = table.survivalRatios();

        assertThat(table.stationaryPopulation().ages()).isEqualTo(AgeGroups.fiveYears(85));
        assertThat(s).hasSize(18);
        assertThat(s[0]).isCloseTo((table.Lx(0) + table.Lx(1)) / 5, within(1e-15));
        assertThat(s[1]).isCloseTo(table.Lx(2) / (table.Lx(0) + table.Lx(1)), within(1e-15));
        assertThat(s[17]).isCloseTo(table.Tx(18) / table.Tx(17), within(1e-15));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void stationaryPopulation_randomRates_obeysItsLaws(long seed) {
        for (AgeGroups ages : new AgeGroups[] {AgeGroups.singleYears(100), AgeGroups.abridged(85)}) {
            LifeTable table = LifeTable.ofMx(ages, random(ages, seed), Sex.MALE, A0Rule.ANDREEV_KINGKADE);
            StationaryPopulation stationary = table.stationaryPopulation();

            double[] s = stationary.survivalRatios();
            double[] k = stationary.separationFactors();
            OpenAgeSurvival apart = stationary.openAgeSurvival();

            assertThat(Arrays.stream(s)).allMatch(ratio -> ratio >= 0 && ratio <= 1);
            assertThat(Arrays.stream(k)).allMatch(share -> share >= 0 && share <= 1);
            int open = stationary.ages().open();
            double pooled = (stationary.Lx(open - 1) + stationary.Lx(open)) * s[open];
            assertThat(stationary.Lx(open - 1) * apart.entrants() + stationary.Lx(open) * apart.incumbents())
                    .isCloseTo(pooled, within(1e-12));
            assertThat(apart.entrants()).isBetween(0.0, 1.0);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void ofMxAx_lowerRateWithAxHeld_neverLowersEx(long seed) {
        AgeGroups ages = AgeGroups.singleYears(90);
        double[] mx = random(ages, seed);
        double[] ax = constant(ages, 0.5);
        LifeTable before = LifeTable.ofMxAx(ages, mx, ax);

        mx[new Random(seed).nextInt(ages.count())] *= 0.7;
        LifeTable after = LifeTable.ofMxAx(ages, mx, ax);

        for (int age = 0; age < ages.count(); age++) {
            assertThat(after.ex(age)).isGreaterThanOrEqualTo(before.ex(age) - 1e-12);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void ofQxAndOfLx_ofATable_giveItsRatesBack(long seed) {
        for (AgeGroups ages : new AgeGroups[] {AgeGroups.singleYears(100), AgeGroups.abridged(85)}) {
            LifeTable table = LifeTable.ofMx(ages, random(ages, seed), Sex.MALE, A0Rule.ANDREEV_KINGKADE);
            double[] qx = new double[ages.count()];
            double[] lx = new double[ages.count()];
            Arrays.setAll(qx, table::qx);
            Arrays.setAll(lx, age -> 100_000 * table.lx(age));
            double openEx = table.ex(ages.open());

            LifeTable ofQx = LifeTable.ofQx(ages, qx, openEx, Sex.MALE, A0Rule.ANDREEV_KINGKADE);
            LifeTable ofLx = LifeTable.ofLx(ages, lx, openEx, Sex.MALE, A0Rule.ANDREEV_KINGKADE);

            assertThat(ofQx.mx()).containsExactly(table.mx(), within(1e-12));
            assertThat(ofLx.mx()).containsExactly(table.mx(), within(1e-12));
            assertThat(ofLx.e0()).isCloseTo(table.e0(), within(1e-10));
        }
    }

    @Test
    void withOpenAge_younger_keepsWhatIsBelow() {
        AgeGroups ages = AgeGroups.singleYears(130);
        LifeTable table = LifeTable.ofMx(ages, gompertz(ages, 1), Sex.FEMALE, A0Rule.ANDREEV_KINGKADE);

        LifeTable closed = table.withOpenAge(85);

        assertThat(closed.ages()).isEqualTo(AgeGroups.singleYears(85));
        assertThat(closed.e0()).isCloseTo(table.e0(), within(1e-12));
        assertThat(closed.ex(85)).isCloseTo(table.ex(85), within(1e-12));
        assertThat(closed.mx(85)).isCloseTo(1 / table.ex(85), within(1e-12));
        assertThat(closed.Lx(84)).isEqualTo(table.Lx(84));
    }

    @Test
    void joinedTo_widerGroups_keepsSurvivorsAndYears() {
        AgeGroups ages = AgeGroups.singleYears(100);
        LifeTable table = LifeTable.ofMx(ages, gompertz(ages, 1), Sex.MALE, A0Rule.ANDREEV_KINGKADE);

        LifeTable joined = table.joinedTo(AgeGroups.fiveYears(85));

        assertThat(joined.lx(9)).isCloseTo(table.lx(45), within(1e-13));
        assertThat(joined.Lx(9)).isCloseTo(table.Tx(45) - table.Tx(50), within(1e-12));
        assertThat(joined.ex(17)).isCloseTo(table.ex(85), within(1e-12));
        assertThat(joined.e0()).isCloseTo(table.e0(), within(1e-12));
        assertThatThrownBy(() -> joined.joinedTo(AgeGroups.abridged(85)))
                .hasMessageStartingWith("LifeTable.joinedTo: got groups from [0, 1, 5, ");
    }

    @Test
    void ofMx_openRateOfZero_namesTheGroup() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LifeTable.ofMx(TO_TWO, new double[] {0.1, 0.1, 0}, Sex.MALE, A0Rule.ANDREEV_KINGKADE))
                .withMessage("LifeTable.mx, age 2+: got 0.0, expected above 0");
    }

    @ParameterizedTest
    @CsvSource({"NaN", "-0.1", "Infinity"})
    void ofMx_rateOutOfRange_namesTheGroup(double rate) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> LifeTable.ofMx(TO_TWO, new double[] {0.1, rate, 1}, Sex.MALE, A0Rule.ANDREEV_KINGKADE))
                .withMessage("LifeTable.mx, age 1: got " + rate + ", expected 0 or more, finite");
    }

    @Test
    void factories_wrongArguments_sayWhatIsExpected() {
        double[] two = {0.1, 0.1};
        double[] three = {0.1, 0.1, 0.1};
        A0Rule rule = A0Rule.ANDREEV_KINGKADE;

        assertThatThrownBy(() -> LifeTable.ofMx(TO_TWO, two, Sex.MALE, rule))
                .hasMessage("LifeTable.mx: got 2 values, expected 3, one per age group");
        assertThatThrownBy(() -> LifeTable.ofMx(AgeGroups.fiveYears(10), three, Sex.MALE, rule))
                .hasMessageStartingWith("LifeTable.ages: got [0, 5, 10], expected single years");
        assertThatThrownBy(() -> LifeTable.ofMxAx(TO_TWO, three, new double[] {0.1, 2, 1}))
                .hasMessage("LifeTable.ax, age 1: got 2.0, expected above 0, within the group");
        assertThatThrownBy(() -> LifeTable.ofQx(TO_TWO, three, 5, Sex.MALE, rule))
                .hasMessage("LifeTable.qx, age 2+: got 0.1, expected 1");
        assertThatThrownBy(() -> LifeTable.ofLx(TO_TWO, new double[] {1, 0.9, 0.95}, 5, Sex.MALE, rule))
                .hasMessage("LifeTable.lx, age 2+: got 0.95, expected above 0, never rising");
        assertThatThrownBy(() -> LifeTable.ofLx(TO_TWO, new double[] {1, 0.9, 0.8}, 0, Sex.MALE, rule))
                .hasMessage("LifeTable.openEx: got 0.0, expected above 0, finite");
        assertThatThrownBy(() -> LifeTable.ofMxBothSexes(TO_TWO, three, -1, rule))
                .hasMessage("LifeTable.srb: got -1.0, expected 0 or more, finite");
        assertThatThrownBy(() -> LifeTable.ofMx(TO_TWO, three, Sex.MALE, rule).withOpenAge(3))
                .hasMessage("LifeTable.withOpenAge: got 3, expected one of [0, 1, 2] above 0");
    }

    private static double[] constant(AgeGroups ages, double value) {
        double[] values = new double[ages.count()];
        Arrays.fill(values, value);
        return values;
    }

    static double[] gompertz(AgeGroups ages, double factor) {
        double[] mx = new double[ages.count()];
        Arrays.setAll(mx, age -> factor * Math.min(1, 4e-5 * Math.exp(0.1 * ages.start(age))));
        mx[0] = factor * 0.005;
        return mx;
    }

    private static double[] random(AgeGroups ages, long seed) {
        Random random = new Random(seed);
        double[] mx = gompertz(ages, 0.5 + random.nextDouble());
        Arrays.setAll(mx, age -> mx[age] * (0.8 + 0.4 * random.nextDouble()));
        return mx;
    }
}
