package org.kapok.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PopulationTest {
    private static final AgeGroups AGES = AgeGroups.fiveYears(10);
    private static final CellSpace SPACE = new CellSpace(
            List.of(new Region("A", "inner"), new Region("B", "outer")),
            List.of(new Status("here", true, true), new Status("guest", true, false), new Status("away", false, true)),
            AGES);
    private static final LocalDate DATE = LocalDate.of(2020, 11, 1);

    /** Cell i holds i persons: region A has cells 0 to 17, each status six of them, each sex three. */
    private static final Population PEOPLE =
            Population.of(SPACE, DATE, IntStream.range(0, 36).asDoubleStream().toArray());

    @Test
    void total_measures_overlap() {
        double here = PEOPLE.total(Selection.status("here"));
        double guest = PEOPLE.total(Selection.status("guest"));
        double away = PEOPLE.total(Selection.status("away"));

        assertThat(here).isEqualTo(15 + 123);
        assertThat(PEOPLE.total(Selection.residents())).isEqualTo(here + guest);
        assertThat(PEOPLE.total(Selection.registered())).isEqualTo(here + away);
        assertThat(PEOPLE.total(Selection.residents(), "inner")).isEqualTo(66);
        assertThat(PEOPLE.byRegion(Selection.status("here"))).containsExactly(15, 123);
    }

    @Test
    void byAge_bandAndSex_countsOnlyThose() {
        assertThat(PEOPLE.byAge(0, Selection.status("here").of(Sex.MALE).aged(5, Selection.OPEN)))
                .containsExactly(0, 4, 5);
        assertThat(PEOPLE.persons(1, 2, Sex.MALE, 2)).isEqualTo(35);
    }

    @Test
    void byAge_bandThatCutsAGroup_isRefused() {
        assertThatThrownBy(() -> PEOPLE.total(Selection.residents().aged(3, 9)))
                .hasMessage("Selection: got ages 3 to 9, which cut through the age groups 0-4 and 5-9");
    }

    @Test
    void towards_halfWay_isTheMean() {
        Population later = Population.of(
                SPACE,
                DATE.plusDays(10),
                IntStream.range(0, 36).mapToDouble(i -> 3 * i).toArray());

        assertThat(PEOPLE.towards(later, DATE.plusDays(5)).toCube())
                .isEqualTo(PEOPLE.toCube().map(persons -> 2 * persons));
        assertThatThrownBy(() -> PEOPLE.towards(later, DATE.minusDays(1)))
                .hasMessage("Population.towards: got 2020-10-31, expected a date from 2020-11-01 to 2020-11-11 and the"
                        + " same cells");
    }

    @Test
    void of_negativeCount_namesTheCell() {
        double[] persons = new double[36];
        persons[10] = -1;

        assertThatThrownBy(() -> Population.of(SPACE, DATE, persons))
                .hasMessage("Population.persons, region A, status guest, sex male, age 5: got -1.0, expected a finite"
                        + " count of 0 or more");
    }

    @Test
    void ageGroups_labels_readAsPeopleWriteThem() {
        AgeGroups abridged = AgeGroups.abridged(85);

        assertThat(abridged.label(0)).isEqualTo("0");
        assertThat(abridged.label(1)).isEqualTo("1-4");
        assertThat(abridged.label(abridged.open())).isEqualTo("85+");
        assertThat(abridged.indexOf(84)).isEqualTo(abridged.open() - 1);
        assertThat(abridged.indexOf(104)).isEqualTo(abridged.open());
        assertThat(abridged.uniformWidth()).isZero();
        assertThat(AgeGroups.fiveYears(85).uniformWidth()).isEqualTo(5);
        assertThatThrownBy(() -> AgeGroups.fiveYears(83))
                .hasMessage(
                        "AgeGroups: got width 5 and open age 83, expected an open age that is a positive multiple of"
                                + " the width");
    }
}
