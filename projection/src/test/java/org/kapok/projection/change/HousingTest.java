package org.kapok.projection.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kapok.core.AgeGroups;
import org.kapok.core.Axis;
import org.kapok.core.Cube;
import org.kapok.core.Selection;
import org.kapok.projection.Convention;
import org.kapok.projection.ExternalMigration;
import org.kapok.projection.Projection;
import org.kapok.projection.Projection.Flow;
import org.kapok.projection.ProjectionInputs;

/** Homes draw people: the formulas by hand, and an ordinary projection that reaches the targets. */
class HousingTest {
    private static final double REACHED = 1e-9; // of the target
    private static final Cube ONE = Cube.of(List.of(), 1);
    private static final HouseholdSize TWO_AND_A_HALF = new HouseholdSize.Path(Cube.of(List.of(), 2.5));
    private static final City CITY = City.of("i1", "i2", "o1", "o2", "o3");

    static Stream<Convention> conventions() {
        return Convention.presets().stream();
    }

    @Test
    void withNet_roundNumbers_keepsTheProduct() {
        // 160 - 40 = 120 and 160 x 40 = 80 x 80
        GrossFlows more = new GrossFlows(80, 80).withNet(120);
        GrossFlows fewer = new GrossFlows(80, 80).withNet(-120);

        assertThat(more.in()).isCloseTo(160, within(1e-12));
        assertThat(more.out()).isCloseTo(40, within(1e-12));
        assertThat(fewer).isEqualTo(new GrossFlows(more.out(), more.in()));
        assertThat(new GrossFlows(90, 40).withNet(50).in()).isCloseTo(90, within(1e-12));
        GrossFlows flood = new GrossFlows(3, 2).withNet(-1e9);
        assertThat(flood.in() * flood.out()).isCloseTo(6, within(1e-12));
    }

    @ParameterizedTest(name = "net {0}")
    @ValueSource(ints = {-3000, -400, 900, 1500, 6000})
    void withNet_countsAroundTheTrend_isTheMostLikelyPairOfAll(int net) {
        GrossFlows trend = new GrossFlows(4000, 2500);
        double best = Double.NEGATIVE_INFINITY;
        int bestIn = 0;
        for (int in = Math.max(0, net); in < 20_000; in++) {
            double likelihood = logPoisson(in, trend.in()) + logPoisson(in - net, trend.out());
            bestIn = likelihood > best ? in : bestIn;
            best = Math.max(best, likelihood);
        }

        assertThat(trend.withNet(net).in()).isCloseTo(bestIn, within(1.0)); // whole persons
    }

    @ParameterizedTest(name = "mix {0}")
    @ValueSource(doubles = {0, 0.25, 1})
    void solve_sizeGiven_followsHomesAndTrendByTheMix(double mix) {
        ProjectionInputs inputs = CITY.inputs(Convention.UN_WPP_2024);
        Projection trend = City.project(inputs, 10);
        Cube completions = Cube.of(List.of(), 40);
        HousingSupply supply = new HousingSupply("o1", 10_000, completions, ONE, TWO_AND_A_HALF, Communal.none(), mix);
        HousingResult result = new Housing("homes", List.of(supply), HeldTotal.nothing()).solve(inputs, 2030);
        Projection led = City.project(result.inputs(), 10);

        double base = City.residents(trend, 0, 2);
        for (int date = 1; date <= 10; date++) {
            // The size stays what it was at the base, so homes alone would bring base x homes / homes at the base.
            double byHomes = base * (10_000 + 40 * date) / 10_000;
            double expected = byHomes + mix * (City.residents(trend, date, 2) - byHomes);
            assertThat(City.residents(led, date, 2)).isCloseTo(expected, within(REACHED * expected));
            HousingOutcome outcome = result.outcomes().get(date - 1);
            assertThat(outcome.date()).isEqualTo(trend.dates().get(date));
            assertThat(outcome.target()).isCloseTo(expected, within(REACHED * expected));
            assertThat(outcome.size() * outcome.households()).isCloseTo(expected, within(REACHED * expected));
        }
        if (mix == 1) {
            double[] people = trend.at(10).toCube().toArray();
            double[] others = led.at(10).toCube().toArray();
            for (int cell = 0; cell < people.length; cell++) {
                assertThat(others[cell]).isCloseTo(people[cell], within(REACHED * people[cell]));
            }
        }
    }

    @Test
    void solve_communalAndFallingSize_targetsAreAsByHand() {
        ProjectionInputs inputs = CITY.inputs(Convention.UN_WPP_2024);
        double base = City.residents(City.project(inputs, 1), 0, 1);
        Axis dates = Axis.years(2020, 2024);
        Cube falling = Cube.generate(List.of(dates), at -> 2.5 - 0.02 * at[0]);
        Cube emptying = Cube.generate(List.of(dates), at -> 0.95 - 0.01 * at[0]);
        HousingSupply supply = new HousingSupply(
                "i2",
                30_000,
                Cube.of(List.of(Axis.years(2021, 2024)), 100, 200, 300, 400),
                emptying,
                new HouseholdSize.Path(falling),
                new Communal(Cube.of(List.of(), 0.1), Cube.of(List.of(), 500)),
                0);
        HousingResult result = new Housing("homes", List.of(supply), HeldTotal.nothing()).solve(inputs, 2024);

        // 31,000 dwellings, 0.91 of them occupied; in households are 0.9 of residents less 500
        double size = (0.9 * base - 500) / (30_000 * 0.95) - 0.08;
        double expected = (31_000 * 0.91 * size + 500) / 0.9;
        HousingOutcome last = result.outcomes().get(3);
        assertThat(last.households()).isCloseTo(31_000 * 0.91, within(1e-9));
        assertThat(last.size()).isCloseTo(size, within(1e-12));
        assertThat(last.target()).isCloseTo(expected, within(REACHED * expected));
        assertReached(result, City.project(result.inputs(), 4));
    }

    @Test
    void solve_representatives_sizeIsThatOfTheTrendsPeopleShiftedToTheBase() {
        ProjectionInputs inputs = CITY.inputs(Convention.UN_WPP_2024);
        Projection trend = City.project(inputs, 5);
        Cube adults = Cube.of(List.of(new Axis(Axis.AGE, List.of("0", "20"))), 0, 0.5);
        HousingSupply supply = new HousingSupply(
                "o1", 30_000, City.none(), ONE, new HouseholdSize.Representatives(adults), Communal.none(), 0.3);
        HousingResult result = new Housing("homes", List.of(supply), HeldTotal.nothing()).solve(inputs, 2025);

        double shift = City.residents(trend, 0, 2) / 30_000 - modelled(trend, 0);
        double shifted = modelled(trend, 5) + shift;
        double implied = City.residents(trend, 5, 2) / 30_000;
        double size = shifted + 0.3 * (implied - shifted);
        assertThat(result.outcomes().get(4).size()).isCloseTo(size, within(1e-12 * size));
        assertThat(result.outcomes().get(4).target()).isCloseTo(30_000 * size, within(1e-12 * 30_000 * size));
    }

    /** Residents of o1 over half of those of 20 or more. */
    private static double modelled(Projection projection, int date) {
        Selection adults = Selection.residents().aged(20, Selection.OPEN);
        return City.residents(projection, date, 2) / (0.5 * projection.at(date).byRegion(adults)[2]);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("conventions")
    void solve_severalRegions_reachTheirTargetsInAnOrdinaryProjection(Convention convention) {
        ProjectionInputs inputs = CITY.inputs(convention);
        HousingResult result = several(HeldTotal.nothing()).solve(inputs, 2032);
        Projection led = City.project(result.inputs(), 12);

        assertThat(result.outcomes()).hasSize(36);
        assertReached(result, led);
        assertThat(led.accounts()).isLessThan(1e-8);
        for (HousingOutcome outcome : result.outcomes()) {
            assertThat(outcome.in() - outcome.out()).isCloseTo(outcome.needed(), within(1e-9));
            double product = outcome.trendIn() * outcome.trendOut();
            assertThat(outcome.in() * outcome.out()).isCloseTo(product, within(1e-8 * product));
        }
        // What homes do not touch is as it was: the arrivals of those who count as no residents.
        Cube arrivals = result.inputs().external().orElseThrow().arrivals();
        Cube before = inputs.external().orElseThrow().arrivals();
        assertThat(arrivals.select(Axis.STATUS, "away").select(Axis.YEAR, "2030"))
                .isEqualTo(before.select(Axis.STATUS, "away"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"un-wpp-2024", "un-even"})
    void solve_stepsOfFiveYears_reachTheirTargets(String id) {
        Convention convention = Convention.presets().stream()
                .filter(preset -> preset.id().equals(id))
                .findFirst()
                .orElseThrow();
        ProjectionInputs inputs = CITY.withAges(AgeGroups.fiveYears(85)).inputs(convention);
        HousingResult result = several(HeldTotal.whole()).solve(inputs, 2035);

        assertReached(result, City.project(result.inputs(), 3));
    }

    @Test
    void solve_oneRegion_keepsThePatternsByAge() {
        ProjectionInputs inputs = City.of("o1").inputs(Convention.UN_EVEN);
        HousingSupply supply =
                new HousingSupply("o1", 20_000, Cube.of(List.of(), 900), ONE, TWO_AND_A_HALF, Communal.none(), 0);
        HousingResult result = new Housing("homes", List.of(supply), HeldTotal.nothing()).solve(inputs, 2021);
        Cube before = City.project(inputs, 1).flows(Flow.DEPARTURES);
        Cube after = City.project(result.inputs(), 1).flows(Flow.DEPARTURES);

        HousingOutcome outcome = result.outcomes().get(0);
        double factor = outcome.out() / outcome.trendOut();
        assertThat(factor).isLessThan(0.9);
        for (int age = 0; age < before.axis(Axis.AGE).size(); age++) {
            double expected = factor * before.at(0, 0, 1, 1, age);
            assertThat(after.at(0, 0, 1, 1, age)).isCloseTo(expected, within(1e-9 * expected));
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(booleans = {true, false})
    void solve_largerAreaHeld_othersGiveWayInProportion(boolean whole) {
        ProjectionInputs inputs = CITY.inputs(Convention.UN_EVEN);
        HeldTotal held = whole ? HeldTotal.whole() : HeldTotal.ofGroup("outer");
        HousingSupply supply =
                new HousingSupply("o2", 10_000, Cube.of(List.of(), 100), ONE, TWO_AND_A_HALF, Communal.none(), 0);
        HousingResult result = new Housing("homes", List.of(supply), held).solve(inputs, 2028);
        Projection trend = City.project(inputs, 8);
        Projection led = City.project(result.inputs(), 8);

        List<Integer> area = whole ? List.of(0, 1, 2, 3, 4) : List.of(2, 3, 4);
        assertThat(result.outcomes()).hasSize(8 * area.size());
        assertReached(result, led);
        for (int date = 1; date <= 8; date++) {
            double expected = 0;
            double reached = 0;
            for (int region : area) {
                expected += City.residents(trend, date, region);
                reached += City.residents(led, date, region);
            }
            assertThat(reached).isCloseTo(expected, within(REACHED * expected));
            double factor = City.residents(led, date, 2) / City.residents(trend, date, 2);
            assertThat(City.residents(led, date, 4) / City.residents(trend, date, 4))
                    .isCloseTo(factor, within(1e-9));
        }
    }

    @Test
    void solve_regionUnknownOrTwiceOrNothingToMove_isRefused() {
        ProjectionInputs inputs = CITY.inputs(Convention.UN_WPP_2024);
        Housing unknown = new Housing("homes", List.of(plain("x", 1000, 0)), HeldTotal.nothing());
        assertThatThrownBy(() -> unknown.applyTo(inputs, 2025))
                .hasMessage("Housing homes, supplies: got region x, expected one of [i1, i2, o1, o2, o3]");
        List<HousingSupply> twice = List.of(plain("i1", 1, 0), plain("i1", 2, 0));
        assertThatThrownBy(() -> new Housing("homes", twice, HeldTotal.nothing()))
                .hasMessage("Housing homes, supplies: got region i1 twice");

        Housing homes = new Housing("homes", List.of(plain("i1", 1000, 0)), HeldTotal.nothing());
        ProjectionInputs closed = ProjectionInputs.of(inputs.base(), inputs.survival(), inputs.asfr(), inputs.srb());
        assertThatThrownBy(() -> homes.applyTo(closed, 2025))
                .hasMessage("Housing homes: got inputs without external migration, expected arrivals and departures,"
                        + " which homes draw");
        ProjectionInputs arriving = closed.withExternal(ExternalMigration.counts(ONE, City.none()));
        assertThatThrownBy(() -> homes.applyTo(arriving, 2025))
                .hasMessage("Housing homes, region i1, year 2021: got 344.0 arrivals and 0.0 departures in the trend,"
                        + " expected both above 0");
        assertThatThrownBy(() -> new Housing("homes", List.of(plain("i1", 1000, 0)), HeldTotal.ofGroup("x"))
                        .applyTo(inputs, 2025))
                .hasMessage("HeldTotal.group: got x, expected one of [inner, outer]");
        List<HousingSupply> all = List.of(plain("i1", 1000, 0), plain("i2", 1000, 0));
        assertThatThrownBy(() -> new Housing("homes", all, HeldTotal.ofGroup("inner")).applyTo(inputs, 2025))
                .hasMessageContaining("got housing in every region of")
                .hasMessageContaining("expected one without, to give way");
    }

    @Test
    void solve_targetsNobodyCanReach_areRefused() {
        ProjectionInputs inputs = CITY.inputs(Convention.UN_WPP_2024);
        assertThatThrownBy(() -> new Housing("homes", List.of(plain("i1", 1000, -300)), HeldTotal.nothing())
                        .applyTo(inputs, 2025))
                .hasMessage("HousingSupply of region i1, completions: got -200.0 dwellings in 2024, expected more than"
                        + " 0");
        assertThatThrownBy(() -> new Housing("homes", List.of(plain("i1", 1000, -900)), HeldTotal.nothing())
                        .applyTo(inputs, 2021))
                .hasMessageContaining("Housing homes, year 2021: got a target that migration cannot reach");
        assertThatThrownBy(() ->
                        new Housing("homes", List.of(plain("o1", 1000, 5000)), HeldTotal.whole()).applyTo(inputs, 2021))
                .hasMessageContaining("Housing homes, region i1, 2021: got a target of -")
                .hasMessageEndingWith("residents, expected 0 or more");
        assertThatThrownBy(() -> new HousingSupply("i1", 1000, City.none(), ONE, TWO_AND_A_HALF, Communal.none(), 1.5))
                .hasMessage("HousingSupply of region i1, mix: got 1.5, expected 0 to 1");
        Cube full = Cube.of(List.of(), 1.2);
        assertThatThrownBy(() -> new HousingSupply("i1", 1000, City.none(), full, TWO_AND_A_HALF, Communal.none(), 1))
                .hasMessageContaining("HousingSupply of region i1, occupied: got 1.2, expected");
    }

    private static HousingSupply plain(String region, double stock, double completions) {
        Cube homes = Cube.of(List.of(), completions);
        return new HousingSupply(region, stock, homes, ONE, TWO_AND_A_HALF, Communal.none(), 0);
    }

    /** Three regions: by representatives, by a size that falls, and with people in communal establishments. */
    private static Housing several(HeldTotal held) {
        Cube rates = Cube.of(List.of(new Axis(Axis.AGE, List.of("0", "20", "60"))), 0, 0.45, 0.6);
        Axis dates = Axis.years(2020, 2040);
        Cube falling = Cube.generate(List.of(dates), at -> 2.6 - 0.01 * at[0]);
        Cube filling = Cube.generate(List.of(dates), at -> 0.9 + 0.002 * at[0]);
        Cube homes = Cube.generate(List.of(Axis.years(2021, 2041)), at -> at[0] < 5 ? 400 : -20);
        Cube share = Cube.of(List.of(new Axis(Axis.SEX, List.of("female", "male"))), 0.02, 0.03);
        return new Housing(
                "homes",
                List.of(
                        new HousingSupply(
                                "o3",
                                30_000,
                                homes,
                                filling,
                                new HouseholdSize.Representatives(rates),
                                Communal.none(),
                                0.2),
                        new HousingSupply(
                                "i1",
                                25_000,
                                Cube.of(List.of(), 150),
                                ONE,
                                new HouseholdSize.Path(falling),
                                Communal.ofCount(Cube.of(List.of(), 800)),
                                0),
                        new HousingSupply(
                                "o1",
                                20_000,
                                homes,
                                ONE,
                                new HouseholdSize.Representatives(rates),
                                new Communal(share, Cube.of(List.of(), 200)),
                                0.5)),
                held);
    }

    private static void assertReached(HousingResult result, Projection led) {
        for (HousingOutcome outcome : result.outcomes()) {
            int date = led.dates().indexOf(outcome.date());
            int region = led.space().regions().indexOf(outcome.region());
            assertThat(City.residents(led, date, region))
                    .as("%s", outcome)
                    .isCloseTo(outcome.target(), within(REACHED * outcome.target()));
        }
    }

    private static double logPoisson(double count, double mean) {
        return count * Math.log(mean) - mean - Gamma.logGamma(count + 1);
    }
}
