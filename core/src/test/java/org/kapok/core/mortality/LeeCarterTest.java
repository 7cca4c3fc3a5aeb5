package org.kapok.core.mortality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.kapok.core.mortality.GoldenCases.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kapok.core.AgeGroups;
import org.kapok.core.Sex;

class LeeCarterTest {
    private static final AgeGroups AGES = AgeGroups.abridged(100);
    private static final LeeCarter MADE = model(erraticTables(1), LeeCarterFactor.SINGULAR_VALUES);

    @ParameterizedTest
    @EnumSource
    void fit_ratesOfTheModel_givesItBack(LeeCarterFactor method) {
        double[] k = {8, 5, 3, -1, -6, -9};
        double[] b = new double[AGES.count()];
        Arrays.setAll(b, age -> (1 + 0.05 * age) / (AGES.count() * (1 + 0.025 * (AGES.count() - 1))));
        LeeCarter truth = LeeCarter.of(table(1), b);
        List<LifeTable> tables = Arrays.stream(k).mapToObj(truth::at).toList();

        LeeCarter fitted = LeeCarter.fit(tables, method);

        assertThat(fitted.a()).containsExactly(truth.a(), within(1e-12));
        assertThat(fitted.b()).containsExactly(b, within(1e-13));
        assertThat(fitted.k()).containsExactly(k, within(1e-11));
        assertThat(fitted.at(-6).mx()).containsExactly(tables.get(4).mx(), within(1e-13));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void fit_bySingularValues_isTheNearest(long seed) {
        List<LifeTable> tables = erraticTables(seed);

        LeeCarter nearest = model(tables, LeeCarterFactor.SINGULAR_VALUES);
        LeeCarter other = model(tables, LeeCarterFactor.AGE_SUMS);

        assertThat(squares(nearest, tables)).isLessThan(squares(other, tables));
        assertThat(Arrays.stream(nearest.b()).sum()).isCloseTo(1, within(1e-12));
        assertThat(Arrays.stream(nearest.k()).sum()).isCloseTo(0, within(1e-10));
    }

    @ParameterizedTest
    @ValueSource(doubles = {40, 65, 75.25, 90, 105})
    void kOf_anyE0_isMet(double e0) {
        assertThat(MADE.at(MADE.kOf(e0)).e0()).isCloseTo(e0, within(1e-9));
    }

    @Test
    void kOf_patternPartlyNegative_findsTheNearWay() {
        double[] b = new double[AGES.count()];
        Arrays.fill(b, 1);
        b[20] = -0.4;
        LeeCarter model = LeeCarter.of(table(1), b);

        for (double e0 : new double[] {60, 70, 85}) {
            assertThat(model.at(model.kOf(e0)).e0()).isCloseTo(e0, within(1e-9));
        }
    }

    @Test
    void withKOfE0_meetsEveryTable() {
        List<LifeTable> tables = erraticTables(2);

        LeeCarter model = model(tables, LeeCarterFactor.SINGULAR_VALUES).withKOfE0();

        for (int time = 0; time < tables.size(); time++) {
            assertThat(model.at(model.k()[time]).e0())
                    .isCloseTo(tables.get(time).e0(), within(1e-9));
        }
    }

    @Test
    void startingAt_lastTable_goesOnFromIt() {
        List<LifeTable> tables = erraticTables(3);
        LifeTable last = tables.get(tables.size() - 1);

        LeeCarter model = model(tables, LeeCarterFactor.SINGULAR_VALUES).startingAt(last);

        assertThat(model.forecast(0).mx()).containsExactly(last.mx(), within(1e-14));
        double[] next = model.forecast(1).mx();
        double drift = model.randomWalk().drift();
        assertThat(drift).isNegative();
        assertThat(Math.log(next[10] / last.mx(10))).isCloseTo(model.b()[10] * drift, within(1e-12));
    }

    @Test
    void randomWalk_ofFourValues_isTheOneByHand() {
        RandomWalk walk = RandomWalk.fit(new double[] {4, 3, 0, -2});

        assertThat(walk.drift()).isCloseTo(-2, within(1e-15));
        assertThat(walk.sd()).isCloseTo(1, within(1e-15)); // changes -1, -3, -2: shocks 1, -1, 0
        assertThat(walk.driftError()).isCloseTo(1 / Math.sqrt(3), within(1e-15));
        assertThat(walk.mean(5)).isCloseTo(-12, within(1e-14));
        assertThat(walk.sd(3)).isCloseTo(Math.sqrt(3 + 3), within(1e-14));
    }

    @Test
    void rotation_atItsBounds_isTheOwnAndTheUltimatePattern() {
        LeeCarterRotation rotation = LeeCarterRotation.LI_LEE_GERLAND;
        double[] own = MADE.b();

        double[] ultimate = MADE.rotated(rotation, 102).b();

        assertThat(MADE.rotated(rotation, 80).b()).isEqualTo(own);
        assertThat(rotation.weight(91)).isCloseTo(Math.sqrt(0.5), within(1e-15));
        assertThat(Arrays.stream(ultimate).sum()).isCloseTo(1, within(1e-12));
        int old = AGES.indexOf(65);
        for (int age = 0; age <= old; age++) {
            assertThat(ultimate[age]).isCloseTo(ultimate[old], within(1e-15));
        }
        assertThat(ultimate[20] / ultimate[old]).isCloseTo(own[20] / own[old], within(1e-12));
    }

    /** 1e-12 for the model of MortCast; the nearest product as numpy's singular value decomposition has it, 1e-10. */
    @Test
    void fit_koreaAgainstPeers_agrees() {
        for (JsonNode golden : GoldenCases.read("mortcast_models.json", "KOR_leecarter_f")) {
            List<LifeTable> tables = tables(golden.get("input").get("mx"), Sex.FEMALE);
            JsonNode output = golden.get("output");

            LeeCarter sums = LeeCarter.fit(tables, LeeCarterFactor.AGE_SUMS);
            LeeCarter nearest = LeeCarter.fit(tables, LeeCarterFactor.SINGULAR_VALUES);

            assertThat(sums.a()).containsExactly(numbers(output.get("ax")), within(1e-12));
            assertThat(sums.b()).containsExactly(numbers(output.get("bx")), within(1e-12));
            assertThat(sums.k()).containsExactly(numbers(output.get("kt")), within(1e-12));
            assertThat(nearest.b()[0]).isCloseTo(0.04407367011881147, within(1e-10));
            assertThat(nearest.b()[20]).isCloseTo(0.02759330266958922, within(1e-10));
            assertThat(nearest.k()[0]).isCloseTo(14.926190566324317, within(1e-10));
            assertThat(nearest.k()[15]).isCloseTo(-15.021469319916523, within(1e-10));
        }
    }

    @Test
    void factories_wrongArguments_sayWhatIsExpected() {
        LifeTable one = table(1);
        double[] mx = one.mx();
        mx[3] = 0;
        LifeTable none = LifeTable.ofMx(AGES, mx, Sex.FEMALE, A0Rule.ANDREEV_KINGKADE);
        LifeTable younger = one.withOpenAge(85);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> LeeCarter.fit(List.of(one, none), LeeCarterFactor.AGE_SUMS))
                .withMessage("LeeCarter.tables, age 10-14: got a rate of 0.0, expected above 0");
        assertThatThrownBy(() -> LeeCarter.fit(List.of(one), LeeCarterFactor.AGE_SUMS))
                .hasMessage("LeeCarter.tables: got 1, expected 2 or more");
        assertThatThrownBy(() -> LeeCarter.fit(List.of(one, younger), LeeCarterFactor.AGE_SUMS))
                .hasMessageStartingWith("LeeCarter.tables: got ages [0, 1, 5, ");
        assertThatThrownBy(() -> LeeCarter.fit(List.of(one, one), LeeCarterFactor.AGE_SUMS))
                .hasMessageStartingWith("LeeCarter.tables: got a pattern of change by age that sums to NaN");
        assertThatThrownBy(() -> LeeCarter.of(one, new double[3]))
                .hasMessage("LeeCarter.b: got 3 values, expected 22, one per age group");
        assertThatThrownBy(() -> LeeCarter.of(one, new double[22]))
                .hasMessage("LeeCarter.b: got a sum of 0.0, expected above 0, finite");
        assertThatThrownBy(() -> MADE.startingAt(younger)).hasMessageStartingWith("LeeCarter.last: got ages");
        assertThatThrownBy(() -> RandomWalk.fit(new double[2]))
                .hasMessage("RandomWalk.values: got 2, expected 3 or more, by time");
        assertThatThrownBy(() -> new LeeCarterRotation(80, 80, 1))
                .hasMessageStartingWith("LeeCarterRotation: got life expectancies of 80.0 to 80.0");
        assertThatThrownBy(() -> MADE.kOf(-1)).hasMessageStartingWith("e0: got -1.0, expected ");
    }

    static List<LifeTable> tables(JsonNode byAge, Sex sex) {
        List<LifeTable> tables = new ArrayList<>();
        AgeGroups ages = AgeGroups.abridged(5 * (byAge.size() - 2));
        for (int time = 0; time < byAge.get(0).size(); time++) {
            double[] mx = new double[byAge.size()];
            for (int age = 0; age < mx.length; age++) {
                mx[age] = byAge.get(age).get(time).asDouble();
            }
            tables.add(LifeTable.ofMx(ages, mx, sex, A0Rule.COALE_DEMENY));
        }
        return tables;
    }

    static List<LifeTable> erraticTables(long seed) {
        Random random = new Random(seed);
        List<LifeTable> tables = new ArrayList<>();
        for (int time = 0; time < 8; time++) {
            double[] mx = LifeTableTest.gompertz(AGES, Math.exp(-0.15 * time));
            Arrays.setAll(mx, age -> mx[age] * Math.exp(0.02 * random.nextGaussian()));
            tables.add(LifeTable.ofMx(AGES, mx, Sex.FEMALE, A0Rule.ANDREEV_KINGKADE));
        }
        return tables;
    }

    private static LifeTable table(double factor) {
        return LifeTable.ofMx(AGES, LifeTableTest.gompertz(AGES, factor), Sex.FEMALE, A0Rule.ANDREEV_KINGKADE);
    }

    private static LeeCarter model(List<LifeTable> tables, LeeCarterFactor method) {
        return LeeCarter.fit(tables, method);
    }

    private static double squares(LeeCarter model, List<LifeTable> tables) {
        double sum = 0;
        for (int time = 0; time < tables.size(); time++) {
            LifeTable fitted = model.at(model.k()[time]);
            for (int age = 0; age < AGES.count(); age++) {
                double gap = Math.log(fitted.mx(age) / tables.get(time).mx(age));
                sum += gap * gap;
            }
        }
        return sum;
    }
}
