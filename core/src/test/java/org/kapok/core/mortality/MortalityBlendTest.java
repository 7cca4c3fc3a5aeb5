package org.kapok.core.mortality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.kapok.core.mortality.GoldenCases.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kapok.core.AgeGroups;
import org.kapok.core.Sex;

/** Blends of schedules, and model life tables between those given. */
class MortalityBlendTest {
    private static final AgeGroups AGES = AgeGroups.abridged(85);
    private static final LifeTable HIGH = table(2);
    private static final LifeTable LOW = table(0.3);
    private static final MortalityBlend BLEND = new MortalityBlend(HIGH, LOW);

    @Test
    void at_aWeight_isTheWeightedGeometricMean() {
        assertThat(BLEND.at(0).mx()).containsExactly(HIGH.mx(), within(1e-15));
        assertThat(BLEND.at(1).mx()).containsExactly(LOW.mx(), within(1e-15));
        for (int age = 0; age < AGES.count(); age++) {
            double expected = Math.pow(HIGH.mx(age), 0.75) * Math.pow(LOW.mx(age), 0.25);
            assertThat(BLEND.at(0.25).mx(age)).isCloseTo(expected, within(1e-14));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.99})
    void weightOf_e0OfABlend_givesTheWeightBack(double weight) {
        double e0 = BLEND.at(weight).e0();

        assertThat(BLEND.weightOf(e0)).isCloseTo(weight, within(1e-9));
        assertThat(new MortalityBlend(LOW, HIGH).weightOf(e0)).isCloseTo(1 - weight, within(1e-9));
    }

    @Test
    void along_threeTimes_movesTheWeightEvenly() {
        List<LifeTable> blends = MortalityBlend.along(List.of(HIGH, HIGH, HIGH), List.of(LOW, LOW, LOW), 1, 0.5);

        assertThat(blends.get(0).mx()).containsExactly(LOW.mx(), within(1e-15));
        assertThat(blends.get(1).mx()).containsExactly(BLEND.at(0.75).mx(), within(1e-15));
        assertThat(blends.get(2).mx()).containsExactly(BLEND.at(0.5).mx(), within(1e-15));
    }

    @Test
    void modelLifeTables_anyE0WithinTheFamily_isMetBetweenTheNeighbours() {
        ModelLifeTables family = new ModelLifeTables(List.of(HIGH, table(1), LOW));

        for (double e0 = HIGH.e0(); e0 < LOW.e0(); e0 += 0.7) {
            LifeTable table = family.at(e0);

            assertThat(table.e0()).isCloseTo(e0, within(1e-9));
            assertThat(table.mx(10)).isBetween(LOW.mx(10) * (1 - 1e-12), HIGH.mx(10) * (1 + 1e-12));
        }
        assertThat(family.at(table(1).e0()).mx()).containsExactly(table(1).mx(), within(1e-9));
    }

    /** MortCast's Coale-Demeny tables: their e0 is what was asked for to 0.003 years, ours between them to 1e-9. */
    @ParameterizedTest
    @ValueSource(strings = {"mlt_CD_West_male", "mlt_CD_West_female"})
    void modelLifeTables_ofMortCast_haveTheirE0(String id) {
        JsonNode golden = GoldenCases.read("mortcast_models.json", id).get(0);
        JsonNode byAge = golden.get("output").get("mx");
        Sex sex = id.endsWith("_male") ? Sex.MALE : Sex.FEMALE;
        double[] e0 = numbers(golden.get("input").get("e0"));

        List<LifeTable> tables = LeeCarterTest.tables(byAge, sex);

        for (int level = 0; level < e0.length; level++) {
            assertThat(tables.get(level).e0()).isCloseTo(e0[level], within(0.003));
        }
        ModelLifeTables family = new ModelLifeTables(tables);
        for (double between : new double[] {57.5, 65, 71.2, 78}) {
            assertThat(family.at(between).e0()).isCloseTo(between, within(1e-9));
        }
    }

    @Test
    void factories_wrongArguments_sayWhatIsExpected() {
        double[] mx = LOW.mx();
        mx[4] = 0;
        LifeTable none = LifeTable.ofMx(AGES, mx, Sex.FEMALE, A0Rule.ANDREEV_KINGKADE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MortalityBlend(none, LOW))
                .withMessageStartingWith("MortalityBlend, age 15-19: got rates of 0.0 and ");
        assertThatThrownBy(() -> new MortalityBlend(LOW, LOW.withOpenAge(80)))
                .hasMessageStartingWith("MortalityBlend.to: got ages [0, 1, 5");
        assertThatThrownBy(() -> BLEND.at(1.1)).hasMessage("MortalityBlend.weight: got 1.1, expected 0 to 1");
        assertThatThrownBy(() -> BLEND.weightOf(20)).hasMessageStartingWith("MortalityBlend.e0: got 20.0, expected ");
        assertThatThrownBy(() -> MortalityBlend.along(List.of(LOW), List.of(HIGH), 1, 0))
                .hasMessage("MortalityBlend.along: got 1 and 1 tables, expected 2 or more and as many");
        assertThatThrownBy(() -> new ModelLifeTables(List.of(LOW)))
                .hasMessage("ModelLifeTables.tables: got 1, expected 2 or more");
        assertThatThrownBy(() -> new ModelLifeTables(List.of(LOW, HIGH)))
                .hasMessageStartingWith("ModelLifeTables.tables: got life expectancy ");
        assertThatThrownBy(() -> new ModelLifeTables(List.of(HIGH, LOW)).at(20))
                .hasMessageStartingWith("ModelLifeTables.e0: got 20.0, expected ");
    }

    private static LifeTable table(double factor) {
        return LifeTable.ofMx(AGES, LifeTableTest.gompertz(AGES, factor), Sex.FEMALE, A0Rule.ANDREEV_KINGKADE);
    }
}
