package org.kapok.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class YearPathTest {
    @Test
    void at_yearsGivenSparsely_isLinearBetweenAndFlatOutside() {
        YearPath path = path(Map.of(2020, 4.0, 2025, 6.0, 2035, 5.0));

        assertThat(path.at(1990)).isEqualTo(4);
        assertThat(path.at(2020)).isEqualTo(4);
        assertThat(path.at(2022)).isCloseTo(4.8, within(1e-12));
        assertThat(path.at(2025)).isEqualTo(6);
        assertThat(path.at(2030)).isEqualTo(5.5);
        assertThat(path.at(2050)).isEqualTo(5);
    }

    @Test
    void constant_anyYear_isTheValue() {
        assertThat(YearPath.constant(6.46).at(-500)).isEqualTo(6.46);
        assertThat(YearPath.constant(6.46).at(2035)).isEqualTo(6.46);
    }

    @Test
    void values_descendingOrLaterChanged_areAnAscendingCopy() {
        SortedMap<Integer, Double> given = new TreeMap<>(Comparator.reverseOrder());
        given.putAll(Map.of(2020, 1.0, 2030, 2.0));
        YearPath path = new YearPath(given);
        given.put(2025, 100.0);

        assertThat(path.at(2025)).isEqualTo(1.5);
        assertThat(path).isEqualTo(path(Map.of(2020, 1.0, 2030, 2.0)));
    }

    @Test
    void values_noneOrNotFinite_areRefused() {
        assertThatThrownBy(() -> path(Map.of())).hasMessage("YearPath.values: got none, expected 1 or more years");
        assertThatThrownBy(() -> path(Map.of(2021, Double.NaN)))
                .hasMessage("YearPath.values, year 2021: got NaN, expected a finite value");
        assertThatThrownBy(() -> path(Map.of(2021, Double.POSITIVE_INFINITY)))
                .hasMessage("YearPath.values, year 2021: got Infinity, expected a finite value");
    }

    private static YearPath path(Map<Integer, Double> values) {
        return new YearPath(new TreeMap<>(values));
    }
}
