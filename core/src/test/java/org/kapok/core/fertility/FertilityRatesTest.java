package org.kapok.core.fertility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kapok.core.AgeGroups;

class FertilityRatesTest {
    private static final AgeGroups AGES = AgeGroups.fiveYears(85);

    /** Sweden 1993 (Preston, Heuveline and Guillot, box 6.1), 15-19 to 45-49. */
    private static final FertilityRates SWEDEN =
            FertilityRates.of(AGES, onAxis(0.0120, 0.0908, 0.1499, 0.1125, 0.0441, 0.0074, 0.0003));

    @Test
    void tfrAndMeanAge_sweden1993_areThoseByHand() {
        assertThat(SWEDEN.tfr()).isCloseTo(2.085, within(1e-12));
        assertThat(SWEDEN.meanAge()).isCloseTo(28.810551558753, within(1e-12));
    }

    @Test
    void ofPattern_sharesOfTheTotal_giveTheTfr() {
        FertilityRates rates = FertilityRates.ofPattern(AGES, 1.5, onAxis(0, 25, 50, 25, 0, 0, 0));

        assertThat(rates.tfr()).isCloseTo(1.5, within(1e-15));
        assertThat(rates.asfr(5)).isCloseTo(0.15, within(1e-15));
        assertThat(rates.meanAge()).isCloseTo(27.5, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {24.2, 27.9, 28.8, 30, 33.5})
    void withMeanAge_anyShift_hitsItAndKeepsTheTfr(double meanAge) {
        FertilityRates shifted = SWEDEN.withMeanAge(meanAge);
        FertilityRates single = SWEDEN.toSingleYears().withMeanAge(meanAge);

        assertThat(shifted.meanAge()).isCloseTo(meanAge, within(1e-12));
        assertThat(shifted.tfr()).isCloseTo(SWEDEN.tfr(), within(1e-14));
        assertThat(single.meanAge()).isCloseTo(meanAge, within(1e-12));
    }

    @Test
    void toSingleYears_groups_keepTheirRates() {
        FertilityRates single = SWEDEN.toSingleYears();

        assertThat(single.ages()).isEqualTo(AgeGroups.singleYears(85));
        assertThat(Arrays.stream(single.asfr())).allMatch(rate -> rate >= 0);
        for (int age = 0; age < AGES.open(); age++) {
            double mean =
                    Arrays.stream(single.asfr(), 5 * age, 5 * age + 5).average().orElseThrow();
            assertThat(mean).as(AGES.label(age)).isCloseTo(SWEDEN.asfr(age), within(1e-15));
        }
        for (int age = 16; age < 49; age++) {
            assertThat(Math.abs(single.asfr(age) - single.asfr(age - 1))).isLessThan(0.04);
        }
    }

    @Test
    void of_wrongRates_sayWhatIsExpected() {
        double[] open = onAxis(0.1);
        open[AGES.open()] = 0.1;

        assertThatThrownBy(() -> FertilityRates.of(AGES, open))
                .hasMessage("FertilityRates.asfr, age 85+: got 0.1, expected 0 in the open group");
        assertThatThrownBy(() -> FertilityRates.of(AGES, onAxis(-1)))
                .hasMessage("FertilityRates.asfr, age 15-19: got -1.0, expected 0 or more, finite");
        assertThatThrownBy(() -> FertilityRates.of(AGES, onAxis()))
                .hasMessage("FertilityRates.asfr: got only 0, expected a rate above 0");
        assertThatThrownBy(() -> FertilityRates.of(AGES, new double[3]))
                .hasMessage("FertilityRates.asfr: got 3 values, expected 18, one per age group");
        assertThatThrownBy(() -> SWEDEN.withTfr(0)).hasMessage("FertilityRates.tfr: got 0.0, expected above 0, finite");
        assertThatThrownBy(() -> SWEDEN.withMeanAge(90))
                .hasMessageStartingWith("FertilityRates.withMeanAge: got 90.0 years, expected a mean age");
    }

    private static double[] onAxis(double... from15) {
        double[] asfr = new double[AGES.count()];
        System.arraycopy(from15, 0, asfr, 3, from15.length);
        return asfr;
    }
}
