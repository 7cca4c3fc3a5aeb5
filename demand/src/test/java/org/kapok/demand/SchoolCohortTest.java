package org.kapok.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.kapok.core.AgeGroups;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.core.Population;
import org.kapok.core.Region;
import org.kapok.core.Status;

class SchoolCohortTest {
    private static final MonthDay AUGUST_31 = MonthDay.of(8, 31);
    private static final Map<String, YearPath> EVERYBODY =
            Map.of("registered", YearPath.constant(1), "other", YearPath.constant(1));

    @Test
    void birthdaysSince_cutOffTwoMonthsBefore_counts62Days() {
        assertThat(SchoolCohort.birthdaysSince(AUGUST_31, LocalDate.of(2024, 11, 1)))
                .isEqualTo(62.0 / 365);
        assertThat(SchoolCohort.birthdaysSince(AUGUST_31, LocalDate.of(2023, 11, 1)))
                .isEqualTo(62.0 / 366);
        assertThat(SchoolCohort.birthdaysSince(AUGUST_31, LocalDate.of(2024, 8, 31)))
                .isEqualTo(0);
        assertThat(SchoolCohort.birthdaysSince(AUGUST_31, LocalDate.of(2025, 8, 30)))
                .isEqualTo(364.0 / 365);
        assertThat(SchoolCohort.birthdaysSince(MonthDay.of(12, 31), LocalDate.of(2025, 1, 1)))
                .isEqualTo(1.0 / 365);
    }

    @Test
    void byRegion_oneGradeOnFirstOfNovember_mixesTwoAges() {
        SchoolCohort entrants = new SchoolCohort(6, 1, AUGUST_31, EVERYBODY, SchoolPath.regular());

        // Women and men, registered and other: 4 cells of 6 and 4 of 7 persons in A, ten times as many in B.
        double inA = 4 * (303.0 / 365 * 6 + 62.0 / 365 * 7);
        assertThat(entrants.byRegion(Projections.situation(population(LocalDate.of(2024, 11, 1)))))
                .containsExactly(new double[] {inA, 10 * inA}, within(1e-12));
    }

    @Test
    void byRegion_severalGrades_addUpFromTheEntryAge() {
        SchoolCohort kindergarten = new SchoolCohort(3, 3, AUGUST_31, EVERYBODY, SchoolPath.regular());

        assertThat(kindergarten.byRegion(Projections.situation(population(LocalDate.of(2024, 8, 31))))[0])
                .isEqualTo(4 * (3 + 4 + 5));
    }

    @Test
    void byRegion_attendanceByStatusAndYear_countsOnlyStatusesNamed() {
        YearPath rising = new YearPath(new TreeMap<>(Map.of(2020, 0.9, 2030, 1.15)));
        SchoolCohort cohort = new SchoolCohort(6, 1, AUGUST_31, Map.of("other", rising), SchoolPath.regular());

        assertThat(cohort.byRegion(Projections.situation(population(LocalDate.of(2024, 8, 31))))[0])
                .isCloseTo(2 * 6 * 1.0, within(1e-12));
        assertThat(cohort.byRegion(Projections.situation(population(LocalDate.of(2030, 8, 31))))[0])
                .isCloseTo(2 * 6 * 1.15, within(1e-12));
    }

    /** The formula against birthdays by the calendar: 100 births a day for the children now 6, 1 a day for older. */
    @Test
    void byRegion_unequalCohorts_isTheCountOfChildrenByBirthday() {
        LocalDate date = LocalDate.of(2023, 3, 15);
        LocalDate cutOff = LocalDate.of(2022, 8, 31);
        double[] persons = new double[AgeGroups.singleYears(20).count()];
        double entrants = 0;
        for (LocalDate born = date.minusYears(8).plusDays(1); !born.isAfter(cutOff); born = born.plusDays(1)) {
            int age = (int) ChronoUnit.YEARS.between(born, date);
            int births = age == 6 ? 100 : 1;
            persons[age] += births;
            entrants += ChronoUnit.YEARS.between(born, cutOff) == 6 ? births : 0;
        }
        CellSpace one = space(AgeGroups.singleYears(20), List.of(new Region("A", "")));
        double[] cells = Cube.generate(one.axes(), at -> at[1] == 0 && at[2] == 0 ? persons[at[3]] : 0)
                .toArray();

        double[] pupils = new SchoolCohort(6, 1, AUGUST_31, EVERYBODY, SchoolPath.regular())
                .byRegion(Projections.situation(Population.of(one, date, cells)));

        assertThat(pupils[0]).isCloseTo(entrants, within(1.0)); // 29 February is among the birthdays
    }

    @Test
    void byRegion_agesOrStatusesThatDoNotFit_areRefused() {
        SchoolCohort primary = new SchoolCohort(6, 6, AUGUST_31, EVERYBODY, SchoolPath.regular());

        assertThatThrownBy(() -> primary.byRegion(Projections.situation(empty(AgeGroups.fiveYears(85)))))
                .hasMessage("SchoolCohort: got age groups 0-4, 5-9, ..., expected single years of age");
        assertThatThrownBy(() -> primary.byRegion(Projections.situation(empty(AgeGroups.singleYears(12)))))
                .hasMessage("SchoolCohort: got 6 grades from age 6, expected single years up to age 12 below the open"
                        + " group 12+");
        assertThatThrownBy(() -> new SchoolCohort(
                                6, 6, AUGUST_31, Map.of("guest", YearPath.constant(1)), SchoolPath.regular())
                        .byRegion(Projections.situation(empty(AgeGroups.singleYears(20)))))
                .hasMessage("Axis status: got guest, expected one of [registered, other]");
    }

    @Test
    void parts_outOfRange_areRefused() {
        assertThatThrownBy(() -> new SchoolCohort(-1, 1, AUGUST_31, EVERYBODY, SchoolPath.regular()))
                .hasMessage("SchoolCohort.entryAge: got -1, expected 0 or more years");
        assertThatThrownBy(() -> new SchoolCohort(6, 0, AUGUST_31, EVERYBODY, SchoolPath.regular()))
                .hasMessage("SchoolCohort.grades: got 0, expected 1 or more");
        assertThatThrownBy(() -> new SchoolCohort(6, 1, AUGUST_31, Map.of(), SchoolPath.regular()))
                .hasMessage("SchoolCohort.attendance: got none, expected 1 or more statuses");
        assertThatThrownBy(() -> new SchoolCohort(
                        6,
                        1,
                        AUGUST_31,
                        Map.of("other", new YearPath(new TreeMap<>(Map.of(2025, -0.5)))),
                        SchoolPath.regular()))
                .hasMessage("SchoolCohort.attendance, status other, year 2025: got -0.5, expected 0.0 or more");
    }

    /** As many persons as years of age in every cell of A, ten times as many in B. */
    private static Population population(LocalDate date) {
        CellSpace space = space(AgeGroups.singleYears(20), List.of(new Region("A", ""), new Region("B", "")));
        return Population.of(
                space,
                date,
                Cube.generate(space.axes(), at -> at[3] * (at[0] == 0 ? 1 : 10)).toArray());
    }

    private static Population empty(AgeGroups ages) {
        CellSpace space = space(ages, List.of(new Region("A", "")));
        return Population.of(space, LocalDate.of(2024, 11, 1), new double[space.size()]);
    }

    private static CellSpace space(AgeGroups ages, List<Region> regions) {
        return new CellSpace(
                regions, List.of(new Status("registered", true, true), new Status("other", true, false)), ages);
    }
}
