package org.kapok.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.kapok.core.Axis;
import org.kapok.core.Cube;
import org.kapok.core.Population;
import org.kapok.core.Selection;

/** Models of use, care, households, catchments, plans and schooling, small enough to follow by hand. */
class UseModelsTest {
    /** 1 person in each of the 84 cells of A (21 ages), 10 in each of B. */
    private static final Population PEOPLE = Projections.untouched(2021, 1, 10).at(0);

    @Test
    void use_bedsByAge_areAdmissionsTimesStayOverDaysAndOccupancy() {
        Cube rates = Cube.generate(Projections.SPACE.axes(), at -> at[3] >= 10 ? 0.2 : 0.1);
        Use.Capacity beds = new Use.Capacity(constant(7.3), 365, constant(0.8), constant(0.5));

        double[] demand = new Use(rates, constant(2), beds).byRegion(Projections.situation(PEOPLE));

        // 40 people below 10 and 44 from 10 on: 4 + 8.8 admissions, doubled, 7.3 days, half as many from elsewhere
        double expected = 12.8 * 2 * 7.3 * 1.5 / (365 * 0.8);
        assertThat(demand[0]).isCloseTo(expected, within(1e-12));
        assertThat(demand[1]).isCloseTo(10 * expected, within(1e-11));
    }

    @Test
    void use_wrongNumbers_areRefused() {
        assertThatThrownBy(() -> new Use(all(-1), constant(1), Use.Capacity.places()))
                .hasMessage("Use.rates, region A, status registered, sex female, age 0: got -1.0, expected 0 or more");
        assertThatThrownBy(() -> new Use.Capacity(constant(1), 0, constant(1), constant(0)))
                .hasMessage("Use.available: got 0.0, expected a finite number above 0");
        assertThatThrownBy(() -> new Use.Capacity(constant(1), 1, constant(1.2), constant(0)))
                .hasMessageContaining("Use.occupancy")
                .hasMessageContaining("got 1.2");
    }

    @Test
    void headship_communalLeftOut_countsHouseholds() {
        Headship households = Headship.of(all(0.5), all(0.1), constant(1));

        assertThat(households.byRegion(Projections.situation(PEOPLE))[0]).isCloseTo(84 * 0.9 * 0.5, within(1e-12));
        assertThatThrownBy(() -> Headship.of(all(1.1), all(0), constant(1))).hasMessageContaining("expected 0 to 1.0");
    }

    @Test
    void care_levelsAndSettings_sendPeopleToBeds() {
        CarePathway pathway = new CarePathway(
                Map.of("light", all(0.1), "severe", all(0.05)),
                Map.of(
                        "home", Map.of("light", constant(0.9), "severe", constant(0.6)),
                        "bed", Map.of("light", constant(0.1), "severe", constant(0.4))));

        double[] beds = new Care(pathway, "bed", constant(0.8)).byRegion(Projections.situation(PEOPLE));

        assertThat(beds[0]).isCloseTo(84 * (0.1 * 0.1 + 0.05 * 0.4) / 0.8, within(1e-12));
        assertThatThrownBy(() -> new Care(pathway, "hotel", constant(1)))
                .hasMessage("Care.setting: got hotel, expected one of [bed, home]");
        assertThatThrownBy(() -> new CarePathway(
                        Map.of("light", all(0.1)),
                        Map.of("home", Map.of("light", constant(0.9)), "bed", Map.of("light", constant(0.2)))))
                .hasMessageContaining("expected 1 at most");
    }

    @Test
    void serviceArea_wholeFacilities_areRoundedUpByRegion() {
        ServiceArea circles = new ServiceArea(Selection.residents(), constant(100), constant(1));

        assertThat(circles.byRegion(Projections.situation(PEOPLE))).containsExactly(1, 9); // of 84 and 840 people
        assertThat(new ServiceArea(Selection.residents(), constant(42), constant(0.5))
                        .byRegion(Projections.situation(PEOPLE)))
                .containsExactly(1, 10);
    }

    @Test
    void plannedTotal_anyPopulation_isSharedByPeople() {
        PlannedTotal beds = new PlannedTotal(Selection.residents(), constant(4000));

        double[] demand = beds.byRegion(Projections.situation(PEOPLE));

        assertThat(demand[0]).isCloseTo(4000 / 11.0, within(1e-9));
        assertThat(demand[0] + demand[1]).isCloseTo(4000, within(1e-9));
    }

    @Test
    void servedElsewhere_matrix_movesUsersAndKeepsTheirSum() {
        Ratio users = new Ratio(Selection.residents(), 1, constant(1));
        ServedElsewhere served = new ServedElsewhere(users, matrix(0.75, 0.25, 0.1, 0.9));

        double[] demand = served.byRegion(Projections.situation(PEOPLE));

        assertThat(demand).containsExactly(84 * 0.75 + 840 * 0.1, 84 * 0.25 + 840 * 0.9);
        assertThatThrownBy(() -> new ServedElsewhere(users, matrix(0.75, 0.2, 0.1, 0.9)))
                .hasMessage("ServedElsewhere.shares, region A: got shares that add up to 0.95, expected 1");
    }

    @Test
    void attainment_cohorts_keepTheirSchooling() {
        // On 1 November 2020 (day 306 of 366) people aged 10 were born around 2010.33: 0.17 below the middle of 2010.
        Attainment share = new Attainment(
                Selection.residents().aged(10, 10),
                new YearPath(new TreeMap<>(Map.of(2009, 0.0, 2010, 1.0))),
                constant(0));

        double[] educated = share.byRegion(Projections.situation(PEOPLE));

        double born = 2020 + 305 / 366.0 - 10.5;
        assertThat(educated[0]).isCloseTo(2 * (born - 2009.5), within(1e-9)); // 2 women, one in each status
    }

    @Test
    void attainment_sameCohortLater_isTheSameShare() {
        YearPath byBirth = new YearPath(new TreeMap<>(Map.of(2000, 0.2, 2020, 0.8)));
        Population later = Projections.untouched(2025, 1, 1).at(5);

        double now = new Attainment(Selection.residents().aged(8, 8), byBirth, byBirth)
                .byRegion(Projections.situation(PEOPLE))[0];
        double then = new Attainment(Selection.residents().aged(13, 13), byBirth, byBirth)
                .byRegion(Projections.situation(later))[0];

        assertThat(then).isCloseTo(now, within(1e-3)); // 2025 and 2020 differ by a leap day
    }

    @Test
    void schoolPath_repeatLateLeave_followsEveryChild() {
        double[][] shares = new SchoolPath(0.1, 0.2, 0.05).shares(2);

        assertThat(shares[0]).containsExactly(0.9, 0);
        assertThat(shares[1][0]).isCloseTo(0.1 + 0.9 * 0.2, within(1e-12));
        assertThat(shares[1][1]).isCloseTo(0.9 * 0.75, within(1e-12));
        // each child of a grade spends 1 / (1 - repeat) years in it, or the part who come to it
        double first = Arrays.stream(shares).mapToDouble(grade -> grade[0]).sum();
        double second = Arrays.stream(shares).mapToDouble(grade -> grade[1]).sum();
        assertThat(first).isCloseTo(1 / 0.8, within(1e-6));
        assertThat(second).isCloseTo(1 / 0.8 * 0.75 / 0.8, within(1e-6));
    }

    @Test
    void pupils_repeating_makeNetEnrolmentLowerThanGross() {
        SchoolCohort school = new SchoolCohort(
                6,
                3,
                MonthDay.of(11, 1),
                Map.of("registered", constant(1), "other", constant(1)),
                new SchoolPath(0, 0.1, 0));

        SchoolCohort.Pupils pupils = school.pupilsOf(PEOPLE);

        assertThat(pupils.children()[0]).isEqualTo(12);
        assertThat(pupils.all()[0]).isGreaterThan(12);
        assertThat(pupils.ofAge()[0]).isEqualTo(12.0 * (1 + 1 + (0.01 + 0.18 + 0.81)) / 3, within(1e-12));
        assertThat(Arrays.stream(pupils.byGrade())
                        .mapToDouble(grade -> grade[0])
                        .sum())
                .isCloseTo(pupils.all()[0], within(1e-12));
    }

    @Test
    void projectImpact_homes_flagOverloadedServicesOnly() {
        Services services = new Services(List.of(service("beds", 0.5), service("places", 0.5), service("seats", 0.5)));
        LocalDate base = LocalDate.of(2020, 1, 1);
        Supply supply = new Supply(List.of(
                Provision.stock("beds", "A", base, 45),
                Provision.stock("places", "A", base, 500),
                Provision.stock("seats", "", base, 500)));

        ProjectImpact impact = ProjectImpact.of(
                new ProjectImpact.Homes("A", 10, 0.84, 2), PEOPLE, ProjectImpact.mixOf(PEOPLE, "A"), services, supply);

        assertThat(impact.people()).isEqualTo(16.8);
        ProjectImpact.Row beds = impact.rows().get(0);
        assertThat(beds.before()).isEqualTo(42);
        assertThat(beds.after()).isCloseTo(50.4, within(1e-9));
        assertThat(beds.rise().getAsDouble()).isCloseTo(8.4 / 45, within(1e-9));
        assertThat(beds.flagged()).isTrue();
        assertThat(impact.rows().get(1).flagged()).isFalse();
        assertThat(impact.rows().get(2).supply()).isEmpty();
        assertThatThrownBy(() -> new ProjectImpact.Homes("A", 10, 1.2, 2))
                .hasMessage("Homes.occupied: got 1.2, expected above 0, to 1");
    }

    private static Service service(String id, double each) {
        return new Service(id, "units", new Ratio(Selection.residents(), 1, constant(each)), Optional.empty());
    }

    private static Cube all(double value) {
        return Cube.of(List.of(), value).along(Projections.SPACE.axes());
    }

    private static Cube matrix(double... shares) {
        Axis regions = Axis.regions(Projections.SPACE.regions());
        return Cube.of(List.of(regions, new Axis(ServedElsewhere.SERVED_IN, regions.labels())), shares);
    }

    private static YearPath constant(double value) {
        return YearPath.constant(value);
    }
}
