package org.kapok.projection.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kapok.core.Axis;
import org.kapok.core.Cube;

/** Household sizes by hand. */
class HouseholdSizeTest {
    private static final Axis AGES = new Axis(Axis.AGE, List.of("0", "10", "20", "30"));
    private static final Cube PEOPLE = Cube.of(List.of(Axis.sexes(), AGES), 50, 40, 30, 20, 60, 40, 30, 10);

    @Test
    void in_ratesOfWiderAges_areThoseOfTheirPeople() {
        Cube rates = Cube.of(
                List.of(new Axis(Axis.AGE, List.of("0", "20")), new Axis(Axis.SEX, List.of("female", "male"))),
                0,
                0,
                0.4,
                0.5);

        // 0.4 x (30 + 20) + 0.5 x (30 + 10) = 40 households of 280 people
        assertThat(new HouseholdSize.Representatives(rates).in(2020, PEOPLE)).isCloseTo(7, within(1e-12));
    }

    @Test
    void in_year_isThatOfTheTable() {
        Cube sizes = Cube.of(List.of(Axis.years(2020, 2021)), 3, 2.9);

        assertThat(new HouseholdSize.Path(sizes).in(2021, PEOPLE)).isEqualTo(2.9);
        assertThatThrownBy(() -> new HouseholdSize.Path(sizes).in(2022, PEOPLE))
                .hasMessage("Path.size: got years [2020, 2021], expected 2022 among them");
    }

    @Test
    void in_ratesThatCannotBe_areRefused() {
        Cube late = Cube.of(List.of(new Axis(Axis.AGE, List.of("10", "20"))), 0.1, 0.5);
        assertThatThrownBy(() -> new HouseholdSize.Representatives(late).in(2020, PEOPLE))
                .hasMessage("Representatives.rates: got ages [10, 20], expected ascending first ages from 0 on");
        Cube cutting = Cube.of(List.of(new Axis(Axis.AGE, List.of("0", "18"))), 0.1, 0.5);
        assertThatThrownBy(() -> new HouseholdSize.Representatives(cutting).in(2020, PEOPLE))
                .hasMessage("Axis age: got 18, expected one of [0, 10, 20, 30]");
        Cube nobody = Cube.of(List.of(), 0);
        assertThatThrownBy(() -> new HouseholdSize.Representatives(nobody).in(2020, PEOPLE))
                .hasMessage("Representatives.rates, year 2020: got 0.0 households of 280.0 people, expected more than"
                        + " 0");
        assertThatThrownBy(() -> new HouseholdSize.Representatives(nobody.map(rate -> 2)))
                .hasMessage("Representatives.rates: got 2.0, expected a finite value of 0.0 to 1.0");
        assertThatThrownBy(() -> new HouseholdSize.Path(nobody))
                .hasMessage("Path.size: got 0.0, expected a finite value above 0");
    }
}
