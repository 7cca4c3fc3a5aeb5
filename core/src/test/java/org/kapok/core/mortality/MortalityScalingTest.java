package org.kapok.core.mortality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kapok.core.AgeGroups;
import org.kapok.core.Sex;

/** Shifts of mortality to a life expectancy, and the decomposition of what they change. */
class MortalityScalingTest {
    private static final LifeTable FEMALE = table(AgeGroups.singleYears(100), 0.6, Sex.FEMALE);
    private static final LifeTable MALE = table(AgeGroups.singleYears(100), 1, Sex.MALE);

    @ParameterizedTest
    @ValueSource(doubles = {40, 60, 75.5, 85, 95})
    void scaleTo_oneSex_hitsE0(double e0) {
        for (LifeTable standard : new LifeTable[] {FEMALE, MALE, table(AgeGroups.abridged(85), 1, Sex.MALE)}) {
            assertThat(BrassRelational.scaleTo(e0, standard).applyTo(standard).e0())
                    .isCloseTo(e0, within(1e-9));
            assertThat(ProportionalScaling.scaleTo(e0, standard)
                            .applyTo(standard)
                            .e0())
                    .isCloseTo(e0, within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {60, 80, 90})
    void scaleTo_bothSexes_hitsE0WeightedByBirths(double e0) {
        double srb = 1.05;

        BrassRelational brass = BrassRelational.scaleTo(e0, FEMALE, MALE, srb);
        ProportionalScaling scaling = ProportionalScaling.scaleTo(e0, FEMALE, MALE, srb);

        double ofBrass = 1.05 * brass.applyTo(MALE).e0() + brass.applyTo(FEMALE).e0();
        double ofScaling =
                1.05 * scaling.applyTo(MALE).e0() + scaling.applyTo(FEMALE).e0();
        assertThat(ofBrass / 2.05).isCloseTo(e0, within(1e-9));
        assertThat(ofScaling / 2.05).isCloseTo(e0, within(1e-9));
    }

    @Test
    void applyTo_neutralModel_isTheStandard() {
        LifeTable brass = new BrassRelational(0, 1).applyTo(MALE);
        LifeTable scaled = new ProportionalScaling(1).applyTo(MALE);

        assertThat(brass.mx()).containsExactly(MALE.mx(), within(1e-12));
        assertThat(scaled.mx()).containsExactly(MALE.mx());
    }

    @Test
    void applyTo_givenAxClosedYounger_keepsThem() {
        LifeTable whole = table(AgeGroups.abridged(100), 1, Sex.MALE);
        double[] ax = new double[whole.ages().count()];
        Arrays.setAll(ax, whole::ax);
        LifeTable closed = LifeTable.ofMxAx(whole.ages(), whole.mx(), ax).withOpenAge(85);

        LifeTable same = new BrassRelational(0, 1).applyTo(closed);

        assertThat(same.mx()).containsExactly(closed.mx(), within(1e-12));
        assertThat(same.ax(10)).isEqualTo(whole.ax(10));
    }

    @Test
    void applyTo_brass_movesTheLogits() {
        LifeTable table = new BrassRelational(0.2, 1.1).applyTo(MALE);

        for (int age : new int[] {1, 30, 70, 100}) {
            assertThat(logit(table.lx(age))).isCloseTo(0.2 + 1.1 * logit(MALE.lx(age)), within(1e-10));
        }
    }

    @Test
    void scaleTo_outOfReach_namesTheRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BrassRelational.scaleTo(-1, MALE))
                .withMessageMatching("e0: got -1.0, expected .* to .* years with this standard");
        assertThatThrownBy(() -> new BrassRelational(0, 0))
                .hasMessage("BrassRelational.beta: got 0.0, expected above 0, finite");
        assertThatThrownBy(() -> new BrassRelational(Double.NaN, 1))
                .hasMessage("BrassRelational.alpha: got NaN, expected a finite number");
        assertThatThrownBy(() -> new ProportionalScaling(-1))
                .hasMessage("ProportionalScaling.factor: got -1.0, expected above 0, finite");
    }

    @Test
    void contributions_ofAnyTwoTables_sumToTheDifference() {
        double[] years = ArriagaDecomposition.contributions(MALE, FEMALE);

        assertThat(Arrays.stream(years).sum()).isCloseTo(FEMALE.e0() - MALE.e0(), within(1e-11));
        assertThat(Arrays.stream(years)).allMatch(contribution -> contribution > 0);
    }

    @Test
    void contributions_oneRateDiffers_areThoseOfItsAge() {
        double[] mx = MALE.mx();
        mx[50] *= 2;
        LifeTable worse = LifeTable.ofMx(MALE.ages(), mx, Sex.MALE, A0Rule.ANDREEV_KINGKADE);

        double[] years = ArriagaDecomposition.contributions(MALE, worse);

        assertThat(years[50]).isCloseTo(worse.e0() - MALE.e0(), within(1e-11)).isNegative();
        assertThat(years[49]).isCloseTo(0, within(1e-12));
        assertThat(years[51]).isCloseTo(0, within(1e-12));
    }

    private static double logit(double lx) {
        return 0.5 * Math.log((1 - lx) / lx);
    }

    private static LifeTable table(AgeGroups ages, double factor, Sex sex) {
        return LifeTable.ofMx(ages, LifeTableTest.gompertz(ages, factor), sex, A0Rule.ANDREEV_KINGKADE);
    }
}
