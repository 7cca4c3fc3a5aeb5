package org.kapok.core.mortality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.kapok.core.mortality.GoldenCases.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kapok.core.AgeGroups;
import org.kapok.core.Sex;

class CoherentLeeCarterTest {
    private static final AgeGroups AGES = AgeGroups.abridged(100);
    private static final double[] K = {9, 5, 4, 1, -2, -3, -6, -8};
    private static final double[] DEVIATION = {0.5, -0.3, 0.2, -0.4, 0.1, -0.3, 0.4, -0.2}; // sums to 0

    @ParameterizedTest
    @EnumSource
    void fit_ratesOfTheModel_givesThemBack(LeeCarterFactor method) {
        List<LifeTable> females = tables(Sex.FEMALE, 0.7, 1);
        List<LifeTable> males = tables(Sex.MALE, 1, -1);

        CoherentLeeCarter model = CoherentLeeCarter.fit(females, males, method);

        for (Sex sex : Sex.values()) {
            List<LifeTable> tables = sex == Sex.FEMALE ? females : males;
            for (int time = 0; time < K.length; time++) {
                double[] mx = model.at(sex, model.common(sex).k()[time], model.deviationK(sex)[time])
                        .mx();
                for (int age = 0; age < mx.length; age++) {
                    double limit = method == LeeCarterFactor.SINGULAR_VALUES ? 1e-12 : 1e-3; // B then is a mean
                    assertThat(mx[age] / tables.get(time).mx(age)).isCloseTo(1, within(limit));
                }
            }
            double[] b = model.deviationB(sex);
            assertThat(Arrays.stream(b).map(value -> value * value).sum()).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void forecast_farAhead_keepsTheSexesTogether() {
        CoherentLeeCarter model = CoherentLeeCarter.fit(
                tables(Sex.FEMALE, 0.7, 1), tables(Sex.MALE, 1, -1), LeeCarterFactor.SINGULAR_VALUES);

        double near = ratio(model, 80);
        double far = ratio(model, 160);

        assertThat(model.deviationProcess(Sex.MALE).slope()).isBetween(-1.0, 1.0);
        assertThat(model.randomWalk().drift()).isNegative();
        assertThat(far).isCloseTo(near, within(1e-9));
        assertThat(model.forecast(Sex.MALE, 5).e0())
                .isGreaterThan(model.forecast(Sex.MALE, 1).e0());
    }

    @ParameterizedTest
    @ValueSource(doubles = {55, 75, 92})
    void kOf_bothSexes_hitsE0WeightedByBirths(double e0) {
        CoherentLeeCarter model = CoherentLeeCarter.fit(
                LeeCarterTest.erraticTables(1), LeeCarterTest.erraticTables(2), LeeCarterFactor.AGE_SUMS);

        double index = model.kOf(e0, 1.05);

        double female = model.common(Sex.FEMALE).at(index).e0();
        double male = model.common(Sex.MALE).at(index).e0();
        assertThat((1.05 * male + female) / 2.05).isCloseTo(e0, within(1e-9));
        LeeCarter rotated = model.rotated(LeeCarterRotation.LI_LEE_GERLAND, 90).common(Sex.MALE);
        assertThat(rotated.at(rotated.kOf(e0)).e0()).isCloseTo(e0, within(1e-9));
    }

    /** MortCast's parameters to 1e-12; the life expectancies of all 32 tables by an index each, to 1e-9 years. */
    @Test
    void fit_koreaAgainstMortCast_agrees() {
        for (JsonNode golden : GoldenCases.read("mortcast_models.json", "KOR_lileecarter")) {
            List<LifeTable> females = LeeCarterTest.tables(golden.get("input").get("mxF"), Sex.FEMALE);
            List<LifeTable> males = LeeCarterTest.tables(golden.get("input").get("mxM"), Sex.MALE);

            CoherentLeeCarter model = CoherentLeeCarter.fit(females, males, LeeCarterFactor.AGE_SUMS);

            JsonNode output = golden.get("output");
            LeeCarter female = model.common(Sex.FEMALE);
            LeeCarter male = model.common(Sex.MALE);
            assertThat(female.a()).containsExactly(numbers(output.get("ax_female")), within(1e-12));
            assertThat(male.a()).containsExactly(numbers(output.get("ax_male")), within(1e-12));
            assertThat(female.b()).containsExactly(numbers(output.get("bx")), within(1e-12));
            assertThat(male.b()).containsExactly(numbers(output.get("bx_male")), within(1e-12));
            assertThat(male.rotated(LeeCarterRotation.LI_LEE_GERLAND, 110).b())
                    .containsExactly(numbers(output.get("ultimate_bx")), within(1e-12));
            for (int time = 0; time < females.size(); time++) {
                double ofFemales = females.get(time).e0();
                double ofMales = males.get(time).e0();
                assertThat(female.at(female.kOf(ofFemales)).e0()).isCloseTo(ofFemales, within(1e-9));
                assertThat(male.at(male.kOf(ofMales)).e0()).isCloseTo(ofMales, within(1e-9));
            }
        }
    }

    @Test
    void autoregression_ofValuesByHand_isTheLine() {
        Autoregression process = Autoregression.fit(new double[] {8, 5, 3.5, 2.75}); // 1 + half of the one before

        assertThat(process.slope()).isCloseTo(0.5, within(1e-14));
        assertThat(process.constant()).isCloseTo(1, within(1e-13));
        assertThat(process.sd()).isCloseTo(0, within(1e-7));
        assertThat(process.mean(1)).isCloseTo(2.375, within(1e-13));
        assertThat(process.mean(100)).isCloseTo(2, within(1e-13));
        assertThat(new Autoregression(0, 0, 0.5, 3).sd(2)).isCloseTo(3 * Math.sqrt(1.25), within(1e-14));
    }

    @Test
    void factories_wrongArguments_sayWhatIsExpected() {
        List<LifeTable> tables = LeeCarterTest.erraticTables(1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CoherentLeeCarter.fit(tables, tables.subList(0, 4), LeeCarterFactor.AGE_SUMS))
                .withMessage("CoherentLeeCarter.males: got 4 tables, expected 8 on the ages of the females");
        assertThatThrownBy(() -> Autoregression.fit(new double[] {1, 2, 4, 8}))
                .hasMessageStartingWith("Autoregression.slope: got 2");
        assertThatThrownBy(() -> Autoregression.fit(new double[3]))
                .hasMessage("Autoregression.values: got 3, expected 4 or more, by time");
    }

    private static double ratio(CoherentLeeCarter model, int steps) {
        return model.forecast(Sex.MALE, steps).mx(12)
                / model.forecast(Sex.FEMALE, steps).mx(12);
    }

    /** Tables of a common factor and, with the sign of the sex, one deviation of the same pattern. */
    private static List<LifeTable> tables(Sex sex, double level, double sign) {
        double[] start = LifeTableTest.gompertz(AGES, level);
        return IntStream.range(0, K.length)
                .mapToObj(time -> {
                    double[] mx = start.clone();
                    Arrays.setAll(
                            mx,
                            age -> start[age]
                                    * Math.exp(K[time] / AGES.count() + sign * DEVIATION[time] * 0.01 * (age % 3 - 1)));
                    return LifeTable.ofMx(AGES, mx, sex, A0Rule.ANDREEV_KINGKADE);
                })
                .toList();
    }
}
