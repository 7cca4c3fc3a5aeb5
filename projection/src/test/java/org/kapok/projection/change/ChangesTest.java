package org.kapok.projection.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kapok.core.Axis;
import org.kapok.core.Cube;
import org.kapok.core.Selection;
import org.kapok.core.Sex;
import org.kapok.projection.CohortComponent;
import org.kapok.projection.Convention;
import org.kapok.projection.LifeExpectancy;
import org.kapok.projection.Projection;
import org.kapok.projection.Projection.Flow;
import org.kapok.projection.ProjectionInputs;
import org.kapok.projection.target.Factor;
import org.kapok.projection.target.FreeFlow;
import org.kapok.projection.target.FreeFlows;
import org.kapok.projection.target.Measure;
import org.kapok.projection.target.Solution;
import org.kapok.projection.target.SolverCity;
import org.kapok.projection.target.Target;
import org.kapok.projection.target.TargetSolver;

class ChangesTest {
    private static final int LAST = SolverCity.LAST_YEAR;
    private static final ProjectionInputs TREND = SolverCity.inputs(21);
    private static final Projection ON_TREND = CohortComponent.project(TREND, LAST);

    @Test
    void fertilityLevel_inScope_setsTheTfrAndKeepsTheAgePattern() {
        Scope scope = new Scope(List.of("inner"), List.of(), 2022, 2023);

        ProjectionInputs changed = new FertilityLevel("tfr", scope, number(1.7)).applyTo(TREND, LAST);

        Cube tfr = changed.asfr().sumOver(Axis.AGE);
        for (String year : List.of("2020", "2021", "2022", "2023", "2024")) {
            boolean covered = year.equals("2022") || year.equals("2023");
            Cube byRegion = tfr.select(Axis.YEAR, year);
            assertThat(byRegion.at(0)).isCloseTo(covered ? 1.7 : 27 * 0.05, within(1e-12));
            assertThat(byRegion.at(1)).isCloseTo(27 * 0.05, within(1e-12));
        }
        Cube pattern = changed.asfr().select(Axis.YEAR, "2022").select(Axis.REGION, "A");
        assertThat(pattern.at(18)).isCloseTo(pattern.at(44), within(1e-15));
        assertClosed(changed);
    }

    @Test
    void fertilityUplift_ofThirdBirths_raisesOnlyTheirShare() {
        Axis ages = TREND.base().space().axes().get(3);
        Cube third = Cube.generate(List.of(ages), at -> at[0] >= 30 ? 0.25 : 0.05);

        ProjectionInputs changed =
                new FertilityUplift("three children", Scope.since(2021), number(0.4), third).applyTo(TREND, LAST);

        assertThat(changed.asfr().select(Axis.YEAR, "2020").at(25)).isEqualTo(0.05);
        assertThat(changed.asfr().select(Axis.YEAR, "2021").at(25)).isCloseTo(0.05 * 1.02, within(1e-15));
        assertThat(changed.asfr().select(Axis.YEAR, "2021").at(35)).isCloseTo(0.05 * 1.1, within(1e-15));
        assertClosed(changed);
    }

    @ParameterizedTest
    @ValueSource(doubles = {60, 75, 84})
    void lifeExpectancyLevel_isReached(double years) {
        ProjectionInputs changed = new LifeExpectancyLevel("e0", Scope.since(2023), number(years)).applyTo(TREND, LAST);

        assertThat(bothSexes(changed, "2024")).isCloseTo(years, within(1e-9));
        assertThat(bothSexes(changed, "2022")).isEqualTo(bothSexes(TREND, "2022"));
        assertClosed(changed);
    }

    @Test
    void infantMortality_isReadBackFromTheRatiosAndLeavesLaterAgesAlone() {
        ProjectionInputs changed = new InfantMortality("infants", Scope.all(), number(0.02)).applyTo(TREND, LAST);

        Cube girls = changed.survival().select(Axis.YEAR, "2021").select(Axis.SEX, "female");
        double a0 = TREND.convention().a0().a0OfQ0(0.02, Sex.FEMALE);
        assertThat(girls.at(0)).isCloseTo(1 - 0.02 * (1 - a0), within(1e-15));
        // Of those who reach age 1, as many live on to ages 1 and 2 as before.
        Cube before = TREND.survival().select(Axis.SEX, "female");
        double infantsBefore = infants(before.at(0));
        assertThat(girls.at(0) * girls.at(1) / 0.98)
                .isCloseTo(before.at(0) * before.at(1) / (1 - infantsBefore), within(1e-12));
        assertThat(girls.at(2)).isEqualTo(before.at(2));
        assertClosed(changed);
    }

    /** Infant mortality behind a ratio of survival from birth, by bisection. */
    private static double infants(double fromBirth) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 200; i++) {
            double middle = (low + high) / 2;
            double ratio = 1 - middle * (1 - TREND.convention().a0().a0OfQ0(middle, Sex.FEMALE));
            low = ratio > fromBirth ? middle : low;
            high = ratio > fromBirth ? high : middle;
        }
        return low;
    }

    @Test
    void fixedFlow_ofArrivals_bringsThatManyInTheTrendsAges() {
        Scope scope = new Scope(List.of("B"), List.of("guest"), 2022, 2024);

        ProjectionInputs changed =
                new FixedFlow("fixed", SolverCity.ARRIVALS, scope, number(1000)).applyTo(TREND, LAST);

        Projection projection = CohortComponent.project(changed, LAST);
        Selection guests = Selection.status("guest");
        assertThat(projection.total(Flow.ARRIVALS, 2022, guests, "B")).isCloseTo(1000, within(1e-9));
        assertThat(projection.total(Flow.ARRIVALS, 2021, guests, "B"))
                .isEqualTo(ON_TREND.total(Flow.ARRIVALS, 2021, guests, "B"));
        assertThat(projection.total(Flow.ARRIVALS, 2022, guests, "A"))
                .isEqualTo(ON_TREND.total(Flow.ARRIVALS, 2022, guests, "A"));
        double trendShare = ON_TREND.total(Flow.ARRIVALS, 2022, guests.aged(20, 29), "B")
                / ON_TREND.total(Flow.ARRIVALS, 2022, guests, "B");
        assertThat(projection.total(Flow.ARRIVALS, 2022, guests.aged(20, 29), "B"))
                .isCloseTo(1000 * trendShare, within(1e-9));
        assertClosed(changed);
    }

    @Test
    void fixedFlow_ofDeparturesByRate_becomesCounts() {
        ProjectionInputs changed =
                new FixedFlow("fixed", SolverCity.DEPARTURES, Scope.since(2021), number(700)).applyTo(TREND, LAST);

        Projection projection = CohortComponent.project(changed, LAST);
        assertThat(projection.withheld()).isEmpty();
        assertThat(projection.total(Flow.DEPARTURES, 2023, Selection.residents(), ""))
                .isCloseTo(700, within(1e-9));
        assertThat(projection.total(Flow.DEPARTURES, 2020, Selection.residents(), ""))
                .isEqualTo(ON_TREND.total(Flow.DEPARTURES, 2020, Selection.residents(), ""));
        assertClosed(changed);
    }

    @Test
    void ageProfile_movesPeopleBetweenAgesAndKeepsTheLevel() {
        Axis ages = TREND.base().space().axes().get(3);
        Cube young = Cube.generate(List.of(ages), at -> at[0] >= 20 && at[0] < 30 ? 1 : 0);

        Projection arrivals = CohortComponent.project(
                new AgeProfile("young", SolverCity.ARRIVALS, Scope.all(), young).applyTo(TREND, LAST), LAST);
        ProjectionInputs moving = new AgeProfile("movers", SolverCity.MOVES, Scope.all(), young).applyTo(TREND, LAST);

        Selection all = Selection.residents();
        assertThat(arrivals.total(Flow.ARRIVALS, 2023, all, "A"))
                .isCloseTo(ON_TREND.total(Flow.ARRIVALS, 2023, all, "A"), within(1e-9));
        assertThat(arrivals.total(Flow.ARRIVALS, 2023, all.aged(20, 29), "A"))
                .isCloseTo(ON_TREND.total(Flow.ARRIVALS, 2023, all, "A"), within(1e-9));
        Cube people = TREND.base().toCube();
        double before = TREND.internal().orElseThrow().outRate().times(people).total();
        Cube rates = moving.internal().orElseThrow().outRate().select(Axis.YEAR, "2022");
        assertThat(rates.times(people).total()).isCloseTo(before, within(1e-9));
        assertThat(rates.select(Axis.AGE, "40").total()).isZero();
        assertClosed(moving);
    }

    @ParameterizedTest
    @ValueSource(strings = {"un-wpp-2024", "un-wpp-2019-end", "fso-two-status"})
    void quota_isMetInEveryYearAndRegion(String convention) {
        Cube quota = Cube.of(List.of(TREND.base().space().axes().get(0)), 90, 120);
        ProjectionInputs inputs = TREND.withConvention(Convention.presets().stream()
                .filter(preset -> preset.id().equals(convention))
                .findFirst()
                .orElseThrow());

        ProjectionInputs changed = new Quota("quota", "settlement", quota).applyTo(inputs, LAST);

        Projection projection = CohortComponent.project(changed, LAST);
        for (int year = 2020; year < LAST; year++) {
            assertThat(projection.transitions("settlement", year, "A")).isCloseTo(90, within(1e-9));
            assertThat(projection.transitions("settlement", year, "B")).isCloseTo(120, within(1e-9));
        }
        assertClosed(changed);
    }

    @Test
    void quota_ofMoreThanThereAre_isRefused() {
        Cube quota = Cube.of(List.of(TREND.base().space().axes().get(0)), 1e6, 0);
        ProjectionInputs changed = new Quota("quota", "settlement", quota).applyTo(TREND, LAST);

        assertThatThrownBy(() -> CohortComponent.project(changed, LAST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Quota of settlement, step 1, region A, age ")
                .hasMessageContaining("as no more live there");
    }

    @Test
    void shock_strikesOneYearAndFadesStraight() {
        Shock shock =
                new Shock("epidemic", Scope.all(), 2022, new TreeMap<>(Map.of("mortality", 1.5, "arrivals", 0.4)), 2);

        ProjectionInputs changed = shock.applyTo(TREND, LAST);

        Cube arrivals = changed.external().orElseThrow().arrivals();
        double trend = TREND.external().orElseThrow().arrivals().total();
        double[] expected = {1, 1, 0.4, 0.6, 0.8, 1};
        for (int year = 0; year < expected.length; year++) {
            assertThat(arrivals.select(Axis.YEAR, Integer.toString(2020 + year)).total() / trend)
                    .isCloseTo(expected[year], within(1e-12));
        }
        double ratio = TREND.survival().at(0, 70);
        Cube girls = changed.survival().select(Axis.SEX, "female");
        assertThat(girls.select(Axis.YEAR, "2022").at(70)).isEqualTo(StrictMath.pow(ratio, 1.5));
        assertClosed(changed);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void apply_listInAnyOrder_givesTheSameBits(long seed) {
        Axis ages = TREND.base().space().axes().get(3);
        List<Change> changes = new ArrayList<>(List.of(
                new FertilityLevel("tfr", Scope.since(2022), number(1.6)),
                new FertilityUplift("uplift", Scope.all(), number(0.13), number(0.7)),
                new LifeExpectancyLevel("e0", Scope.all(), number(80)),
                new InfantMortality("infants", Scope.all(), number(0.004)),
                new Scaling("more", SolverCity.ARRIVALS, Scope.all(), number(1.1)),
                new Scaling("again", SolverCity.ARRIVALS, Scope.since(2023), number(1.3)),
                new FixedFlow("fixed", SolverCity.ARRIVALS, Scope.since(2022).of("A"), number(900)),
                new AgeProfile("old", SolverCity.ARRIVALS, Scope.all(), Cube.generate(List.of(ages), at -> at[0])),
                new Quota(
                        "quota",
                        "settlement",
                        Cube.of(List.of(TREND.base().space().axes().get(0)), 30, 40)),
                new Shock("shock", Scope.all(), 2023, new TreeMap<>(Map.of("arrivals", 0.7)), 1)));
        Cube expected = CohortComponent.project(Changes.apply(changes, TREND, LAST), LAST)
                .populations();

        Collections.shuffle(changes, new Random(seed));

        assertThat(CohortComponent.project(Changes.apply(changes, TREND, LAST), LAST)
                        .populations())
                .isEqualTo(expected);
        assertClosed(Changes.apply(changes, TREND, LAST));
    }

    @Test
    void apply_twoThatSetTheSame_areRefused() {
        Change first = new FertilityLevel("first", Scope.since(2022), number(1.6));
        Change second = new FertilityLevel("second", new Scope(List.of("A"), List.of(), 0, 2022), number(1.2));
        Change before = new FertilityLevel("before", Scope.all().in(2020, 2021), number(1.2));

        assertThatThrownBy(() -> Changes.apply(List.of(first, second), TREND, LAST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Changes: got first and second, which both set fertility of the same people and years,"
                        + " expected one of them");
        assertThatThrownBy(() -> Changes.apply(List.of(first, first), TREND, LAST))
                .hasMessage("Changes: got first twice, expected each id once");
        Cube tfr = Changes.apply(List.of(first, before), TREND, LAST).asfr().sumOver(Axis.AGE);
        assertThat(tfr.select(Axis.YEAR, "2021").at()).isCloseTo(1.2, within(1e-12));
    }

    @Test
    void applyTo_whatIsNotThere_isRefused() {
        assertThatThrownBy(() -> new FertilityLevel("x", Scope.all().of("Z"), number(1)).applyTo(TREND, LAST))
                .hasMessage("Change x: got region Z, expected one of [inner, outer, A, B]");
        assertThatThrownBy(() -> new FertilityLevel("x", Scope.since(2040), number(1)).applyTo(TREND, LAST))
                .hasMessageContaining("Change x: got years 2040 to 9999, expected some from 2020 to 2025");
        assertThatThrownBy(() -> new Quota("x", "none", number(1)).applyTo(TREND, LAST))
                .hasMessageContaining("Change x.persons: got");
        assertThatThrownBy(() -> new LifeExpectancyLevel("x", Scope.all(), number(5)).applyTo(TREND, LAST))
                .hasMessageContaining("got a life expectancy of 5.0 years");
        assertThatThrownBy(() -> new FixedFlow("x", SolverCity.MOVES, Scope.all(), number(1)))
                .hasMessage("Change x: got moves, expected arrivals or departures");
        ProjectionInputs closed = ProjectionInputs.of(TREND.base(), TREND.survival(), TREND.asfr(), TREND.srb());
        assertThatThrownBy(() -> new Scaling("x", SolverCity.ARRIVALS, Scope.all(), number(2)).applyTo(closed, LAST))
                .hasMessageContaining("got arrivals, which the inputs do not have");
    }

    @Test
    void solvedFactors_reusedInAWhatIf_leaveTheWhatIfItsEffect() {
        Measure residents = Measure.ofPeople(TREND.base().space()).get(0);
        LocalDate date = LocalDate.of(2025, 1, 1);
        double wanted = 1.03 * ON_TREND.people(date, Selection.residents(), "");
        Solution solution = TargetSolver.solve(
                TREND,
                LAST,
                List.of(Target.of(residents, "", date, wanted)),
                FreeFlows.of(FreeFlow.of(SolverCity.ARRIVALS)));
        Change lower = new Scaling("lower", SolverCity.FERTILITY, Scope.since(2021), number(0.5));

        ProjectionInputs whatIf = Factor.applyTo(Changes.apply(List.of(lower), TREND, LAST), solution.factors());

        double reached = CohortComponent.project(whatIf, LAST).people(date, Selection.residents(), "");
        double lostOnTrend = ON_TREND.people(date, Selection.residents(), "")
                - CohortComponent.project(Changes.apply(List.of(lower), TREND, LAST), LAST)
                        .people(date, Selection.residents(), "");
        assertThat(wanted - reached)
                .as("children who are not born, and not replaced by migrants")
                .isGreaterThan(lostOnTrend * 0.99)
                .isPositive();
    }

    private static double bothSexes(ProjectionInputs inputs, String year) {
        Cube years = LifeExpectancy.of(inputs, year);
        return (years.at(0, 0, 0) + 1.06 * years.at(0, 0, 1)) / 2.06;
    }

    private static void assertClosed(ProjectionInputs inputs) {
        assertThat(CohortComponent.project(inputs, LAST).accounts()).isLessThan(1e-9);
    }

    private static Cube number(double value) {
        return Cube.of(List.of(), value);
    }
}
