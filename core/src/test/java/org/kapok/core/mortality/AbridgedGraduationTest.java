package org.kapok.core.mortality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.kapok.core.AgeGroups;
import org.kapok.core.Sex;

class AbridgedGraduationTest {
    private static final AbridgedGraduation GRADUATION = new AbridgedGraduation(new KannistoExtension(80, 99));
    private static final LifeTable ABRIDGED = LifeTable.ofMx(
            AgeGroups.abridged(100),
            LifeTableTest.gompertz(AgeGroups.abridged(100), 1),
            Sex.FEMALE,
            A0Rule.ANDREEV_KINGKADE);

    @Test
    void graduate_atTheBounds_keepsTheSurvivors() {
        LifeTable single = GRADUATION.graduate(ABRIDGED, 100);

        AgeGroups ages = ABRIDGED.ages();
        for (int age = 0; age < ages.count(); age++) {
            assertThat(single.lx(ages.start(age))).isCloseTo(ABRIDGED.lx(age), within(1e-13));
        }
        assertThat(single.ax(0)).isEqualTo(ABRIDGED.ax(0));
    }

    @Test
    void graduate_anyOpenAge_hasTheSameE0() {
        double e0 = GRADUATION.graduate(ABRIDGED, 130).e0();

        for (int open : new int[] {80, 85, 100, 110}) {
            assertThat(GRADUATION.graduate(ABRIDGED, open).e0()).isCloseTo(e0, within(1e-12));
        }
    }

    @Test
    void graduate_gompertzRates_comeBack() {
        AgeGroups single = AgeGroups.singleYears(100);
        LifeTable truth =
                LifeTable.ofMx(single, LifeTableTest.gompertz(single, 1), Sex.FEMALE, A0Rule.ANDREEV_KINGKADE);
        AgeGroups abridged = AgeGroups.abridged(100);
        double[] lx = new double[abridged.count()];
        Arrays.setAll(lx, age -> truth.lx(abridged.start(age)));

        LifeTable table = GRADUATION.graduate(
                LifeTable.ofLx(abridged, lx, truth.ex(100), Sex.FEMALE, A0Rule.ANDREEV_KINGKADE), 100);

        for (int age = 20; age < 95; age++) {
            assertThat(table.mx(age) / truth.mx(age)).as("age %d", age).isCloseTo(1, within(0.01));
        }
    }

    @Test
    void graduate_givenAx_keepsA0() {
        double[] ax = new double[ABRIDGED.ages().count()];
        Arrays.setAll(ax, ABRIDGED::ax);

        LifeTable single = GRADUATION.graduate(LifeTable.ofMxAx(ABRIDGED.ages(), ABRIDGED.mx(), ax), 100);

        assertThat(single.mx())
                .containsExactly(GRADUATION.graduate(ABRIDGED, 100).mx(), within(1e-12));
    }

    @Test
    void extend_ratesOfTheLaw_comeBack() {
        double[] law = new double[131];
        Arrays.setAll(law, age -> 1 / (1 + Math.exp(12 - 0.11 * age)));
        KannistoExtension extension = new KannistoExtension(80, 95);

        double[] extended = extension.extend(Arrays.copyOf(law, 96), 130);

        assertThat(extended).containsExactly(law, within(1e-12));
        assertThatThrownBy(() -> extension.extend(new double[90], 130))
                .hasMessage("KannistoExtension.mx, age 80: got 0.0, expected above 0 and below 1");
        assertThatThrownBy(() -> extension.extend(Arrays.copyOf(law, 90), 130))
                .hasMessage("KannistoExtension.mx: got ages 0 to 89, expected ages up to 95");
        assertThatThrownBy(() -> new KannistoExtension(80, 80))
                .hasMessage("KannistoExtension: got ages 80 to 80, expected 2 or more ages from 0 on");
    }
}
