package org.kapok.projection.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.kapok.projection.target.SolverCity.ARRIVALS;
import static org.kapok.projection.target.SolverCity.DEPARTURES;
import static org.kapok.projection.target.SolverCity.FERTILITY;
import static org.kapok.projection.target.SolverCity.LAST_YEAR;
import static org.kapok.projection.target.SolverCity.MORTALITY;
import static org.kapok.projection.target.SolverCity.MOVES;
import static org.kapok.projection.target.SolverCity.RURAL;
import static org.kapok.projection.target.SolverCity.SETTLEMENT;
import static org.kapok.projection.target.SolverCity.inputs;
import static org.kapok.projection.target.SolverCity.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kapok.core.Axis;
import org.kapok.core.Cube;
import org.kapok.core.Selection;
import org.kapok.projection.CohortComponent;
import org.kapok.projection.Projection;
import org.kapok.projection.Projection.Flow;
import org.kapok.projection.ProjectionInputs;

class TargetSolverTest {
    private static final LocalDate TARGET_DATE = LocalDate.of(2023, 1, 1);
    private static final double MET = 1e-6;

    @Test
    void solve_oneNetFlow_splitsItInTheClosedForm() {
        ProjectionInputs inputs = inputs(1);
        ProjectionInputs oneYear = inputs.withTransitions(List.of());
        LocalDate next = LocalDate.of(2021, 1, 1);
        Projection trend = CohortComponent.project(oneYear, 2021);
        double in = trend.total(Flow.ARRIVALS, 2020, Selection.residents(), "");
        double out = trend.total(Flow.DEPARTURES, 2020, Selection.residents(), "");
        double net = in - out + 2500;
        double wanted = trend.in(2021).total(Selection.residents()) + 2500;

        Solution solution = TargetSolver.solve(
                oneYear,
                2021,
                List.of(Target.of(measure(inputs, "resident"), "", next, wanted)),
                FreeFlows.of(FreeFlow.of(ARRIVALS), FreeFlow.of(DEPARTURES)));

        // in x out stays, in - out is what is needed: the likeliest pair around the trend's, both Poisson.
        double likeliest = (net + Math.sqrt(net * net + 4 * in * out)) / 2;
        assertThat(solution.solved().total(Flow.ARRIVALS, 2020, Selection.residents(), ""))
                .isCloseTo(likeliest, within(likeliest * 1e-6));
        assertThat(solution.solved().total(Flow.DEPARTURES, 2020, Selection.residents(), ""))
                .isCloseTo(likeliest - net, within(likeliest * 1e-6));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void solve_totalsOfKnownFlows_givesTheFlowsBack(long seed) {
        ProjectionInputs trend = inputs(seed);
        SplittableRandom random = new SplittableRandom(seed + 100);
        List<Axis> axes = List.of(
                Axis.years(2020, LAST_YEAR - 1), trend.base().space().axes().get(0));
        Cube arrivals = Cube.generate(axes, at -> random.nextDouble(0.7, 1.4));
        Cube settlement = Cube.generate(axes, at -> random.nextDouble(0.7, 1.4));
        Projection known =
                CohortComponent.project(SETTLEMENT.scale(ARRIVALS.scale(trend, arrivals), settlement), LAST_YEAR);
        List<Target> totals = new ArrayList<>();
        for (LocalDate date : known.dates().subList(1, known.dates().size())) {
            for (String region : List.of("A", "B")) {
                for (String id : List.of("resident", "registered")) {
                    Measure measure = measure(trend, id);
                    double total = measure.in(known, region, date, 0, Selection.OPEN);
                    totals.add(Target.of(measure, region, date, total));
                }
            }
        }

        Solution solution = TargetSolver.solve(
                trend,
                LAST_YEAR,
                totals,
                FreeFlows.of(FreeFlow.of(ARRIVALS, Axis.REGION), FreeFlow.of(SETTLEMENT, Axis.REGION)));

        assertThat(solution.holds()).isTrue();
        assertSame(solution.factors().get(0).factor(), arrivals, 1e-6);
        assertSame(solution.factors().get(1).factor(), settlement, 1e-6);
        assertSame(solution.solved().populations(), known.populations(), 1e-3);
    }

    @Test
    void solve_everyKindOfTargetTogether_holdsAndAccountsClose() {
        ProjectionInputs inputs = inputs(4);
        Projection trend = CohortComponent.project(inputs, LAST_YEAR);
        LocalDate yearEnd = LocalDate.of(2023, 12, 31);
        List<Target> targets = List.of(
                off(trend, "resident", "", TARGET_DATE, 1.05),
                off(trend, "registered", "inner", yearEnd, 1.03),
                off(trend, "status:guest", "B", TARGET_DATE, 1.02),
                share(trend, "resident", 65, "resident", 0.97),
                off(trend, "births:resident", "", LocalDate.of(2022, 6, 1), 1.1),
                off(trend, "life_expectancy", "", LocalDate.of(2023, 6, 1), 1.004),
                off(trend, "transition:settlement", "A", LocalDate.of(2022, 6, 1), 1.2),
                off(trend, "net_migration:resident", "", LocalDate.of(2021, 6, 1), 1.1),
                share(trend, "urban", 0, "resident", 1.01));
        FreeFlows free = FreeFlows.of(
                new FreeFlow(ARRIVALS, List.of("group"), List.of(), List.of(0, 30, 60), 1, 0.2, 5),
                FreeFlow.of(DEPARTURES, Axis.STATUS),
                FreeFlow.of(FERTILITY),
                FreeFlow.of(MORTALITY),
                FreeFlow.of(MOVES, "group"),
                FreeFlow.of(SETTLEMENT, "group"),
                FreeFlow.of(RURAL, Axis.REGION));

        Solution solution = TargetSolver.solve(inputs, LAST_YEAR, targets, free);

        for (Solution.Outcome outcome : solution.outcomes()) {
            assertThat(outcome.target().miss(outcome.reached()))
                    .as(outcome.target().name())
                    .isCloseTo(0, within(MET));
        }
        assertThat(solution.holds()).isTrue();
        assertThat(solution.solved().accounts()).isLessThan(1e-9);
        assertThat(solution.solved().births(2024, Selection.residents(), ""))
                .as("births respond to the people who came")
                .isNotEqualTo(trend.births(2024, Selection.residents(), ""));
    }

    @Test
    void solve_whatTheTrendReaches_changesNothing() {
        ProjectionInputs inputs = inputs(5);
        Projection trend = CohortComponent.project(inputs, LAST_YEAR);

        Solution solution = TargetSolver.solve(
                inputs,
                LAST_YEAR,
                List.of(off(trend, "resident", "", TARGET_DATE, 1)),
                FreeFlows.of(FreeFlow.of(ARRIVALS)));

        assertThat(solution.change()).isCloseTo(0, within(1e-9));
        assertSame(solution.solved().populations(), trend.populations(), 1e-6);
    }

    @Test
    void solve_afterTheLastTarget_holdsOrFadesWithoutACliff() {
        ProjectionInputs inputs = inputs(6);
        Projection trend = CohortComponent.project(inputs, LAST_YEAR);
        List<Target> targets = List.of(off(trend, "resident", "", TARGET_DATE, 1.04));
        FreeFlow arrivals = FreeFlow.of(ARRIVALS);

        double[] held = TargetSolver.solve(inputs, LAST_YEAR, targets, FreeFlows.of(arrivals))
                .factors()
                .get(0)
                .factor()
                .toArray();
        double[] faded = TargetSolver.solve(
                        inputs, LAST_YEAR, targets, new FreeFlows(List.of(arrivals), 10, OptionalInt.of(2)))
                .factors()
                .get(0)
                .factor()
                .toArray();

        assertThat(held[2]).isGreaterThan(1.01);
        assertThat(held).startsWith(faded[0], faded[1], faded[2]).hasSize(6);
        assertThat(new double[] {held[3], held[4], held[5]}).containsOnly(held[2]);
        assertThat(faded[3]).isCloseTo(Math.sqrt(faded[2]), within(1e-12));
        assertThat(faded[4]).isEqualTo(1);
        for (int year = 1; year < 3; year++) {
            assertThat(Math.log(held[year] / held[year - 1]))
                    .as("smooth in time")
                    .isCloseTo(0, within(0.02));
        }
    }

    @Test
    void solve_targetsThatCannotHoldTogether_sayWhichAndComeNear() {
        ProjectionInputs inputs = inputs(7);
        Projection trend = CohortComponent.project(inputs, LAST_YEAR);
        List<Target> targets = List.of(
                off(trend, "resident", "", TARGET_DATE, 1.05),
                off(trend, "registered", "", TARGET_DATE, 1.01),
                share(trend, "resident", 65, "resident", 1.3));

        Solution solution = TargetSolver.solve(
                inputs, LAST_YEAR, targets, FreeFlows.of(FreeFlow.of(ARRIVALS), FreeFlow.of(SETTLEMENT)));

        assertThat(solution.holds()).isFalse();
        assertThat(solution.relaxed()).extracting(Solution.Relaxed::othersHold).containsExactly(false, false, true);
        Solution.Relaxed elderly = solution.relaxed().get(2);
        assertThat(elderly.largestMiss()).isLessThan(MET);
        assertThat(elderly.value()).isLessThan(targets.get(2).value());
        double missed = Math.abs(targets.get(2).miss(solution.outcomes().get(2).reached()));
        double without = Math.abs(targets.get(2).miss(elderly.value()));
        assertThat(missed).as("nearer than without it").isLessThan(without).isGreaterThan(0.01);
    }

    @ParameterizedTest(name = "tolerance {0}")
    @CsvSource({"0.001", "0.01", "0.1"})
    void solve_softTarget_goesPartOfTheWay(double tolerance) {
        ProjectionInputs inputs = inputs(8);
        Projection trend = CohortComponent.project(inputs, LAST_YEAR);
        Target hard = off(trend, "resident", "", TARGET_DATE, 1.05);

        double stiff = missOf(inputs, soft(hard, tolerance / 2));
        double loose = missOf(inputs, soft(hard, tolerance));

        assertThat(stiff).isPositive().isLessThan(loose);
        assertThat(loose).isLessThan(0.05);
    }

    private static double missOf(ProjectionInputs inputs, Target target) {
        Solution solution = TargetSolver.solve(inputs, LAST_YEAR, List.of(target), FreeFlows.of(FreeFlow.of(ARRIVALS)));
        return -target.miss(solution.outcomes().get(0).reached());
    }

    @Test
    void solve_limits_areKept() {
        ProjectionInputs inputs = inputs(9);
        Projection trend = CohortComponent.project(inputs, LAST_YEAR);
        FreeFlow arrivals = new FreeFlow(ARRIVALS, List.of(), List.of(), List.of(), 1, 0.9, 1.02);

        Solution solution = TargetSolver.solve(
                inputs,
                LAST_YEAR,
                List.of(off(trend, "resident", "", TARGET_DATE, 1.02)),
                FreeFlows.of(arrivals, FreeFlow.of(DEPARTURES)));

        assertThat(solution.holds()).isTrue();
        assertThat(Arrays.stream(solution.factors().get(0).factor().toArray()).boxed())
                .allSatisfy(factor -> assertThat(factor).isBetween(0.9, 1.02 + 1e-12));
    }

    @Test
    void solve_onOneThreadAndOnMany_givesTheSameBits() throws Exception {
        ProjectionInputs inputs = inputs(10);
        Projection trend = CohortComponent.project(inputs, LAST_YEAR);
        List<Target> targets = List.of(off(trend, "resident", "", TARGET_DATE, 1.05));
        FreeFlows free = FreeFlows.of(FreeFlow.of(ARRIVALS, Axis.REGION), FreeFlow.of(DEPARTURES, Axis.REGION));
        List<Cube> all = new ArrayList<>();
        for (int threads : new int[] {1, 3}) {
            ForkJoinPool pool = new ForkJoinPool(threads);
            all.add(pool.submit(() -> TargetSolver.solve(inputs, LAST_YEAR, targets, free)
                            .solved()
                            .populations())
                    .get());
            pool.shutdown();
        }

        assertThat(all.get(0)).isEqualTo(all.get(1));
    }

    @Test
    void solve_partsThatDoNotAddUp_areRefusedBeforeSolving() {
        ProjectionInputs inputs = inputs(11);
        Measure residents = measure(inputs, "resident");
        Target whole = Target.of(residents, "", TARGET_DATE, 30000);
        Target inner = Target.of(residents, "inner", TARGET_DATE, 20000);
        Target b = Target.of(residents, "B", TARGET_DATE, 11000);

        assertThatThrownBy(() -> solve(inputs, whole, inner, b))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Target of resident on 2023-01-01: got 30000.0, but its parts [inner, B] add up"
                        + " to 31000.0, expected the same");
        assertThatThrownBy(() -> solve(inputs, whole, Target.of(residents, "A", TARGET_DATE, 30001)))
                .hasMessageContaining("no more than the whole");
        assertThatThrownBy(() -> solve(inputs, whole, Target.of(residents, "", TARGET_DATE, 30001)))
                .hasMessageContaining("got it twice");
    }

    @Test
    void solve_whatNothingMoves_isRefused() {
        ProjectionInputs inputs = inputs(12);
        Target years = Target.of(measure(inputs, "life_expectancy"), "", TARGET_DATE, 99);

        assertThatThrownBy(() -> solve(inputs, years))
                .hasMessageContaining("Target of life_expectancy on 2023-01-01: got no free flow that moves it");
        assertThatThrownBy(() -> TargetSolver.solve(
                        inputs.withTransitions(List.of()),
                        LAST_YEAR,
                        List.of(years),
                        FreeFlows.of(FreeFlow.of(SETTLEMENT))))
                .hasMessageContaining("got transition:settlement, expected one of [fertility, mortality");
        assertThatThrownBy(() ->
                        solve(inputs, Target.of(measure(inputs, "resident"), "", LocalDate.of(2031, 1, 1), 30000)))
                .hasMessageContaining("got 2031-01-01, expected a date from 2020-01-01 to 2026-01-01");
    }

    private static Solution solve(ProjectionInputs inputs, Target... targets) {
        return TargetSolver.solve(inputs, LAST_YEAR, List.of(targets), FreeFlows.of(FreeFlow.of(ARRIVALS)));
    }

    /** A hard target for a multiple of what the trend comes to. */
    private static Target off(Projection trend, String id, String area, LocalDate date, double factor) {
        Measure measure = measure(trend.inputs(), id);
        return Target.of(measure, area, date, factor * measure.in(trend, area, date, 0, Selection.OPEN));
    }

    private static Target share(Projection trend, String id, int from, String whole, double factor) {
        Target share = new Target(
                measure(trend.inputs(), id),
                "",
                TARGET_DATE,
                from,
                Selection.OPEN,
                Optional.of(measure(trend.inputs(), whole)),
                0.5,
                0,
                1,
                "");
        return withValue(share, factor * share.reachedBy(trend), 0);
    }

    private static Target soft(Target hard, double tolerance) {
        return withValue(hard, hard.value(), tolerance);
    }

    private static Target withValue(Target like, double value, double tolerance) {
        return new Target(
                like.measure(),
                like.area(),
                like.date(),
                like.fromAge(),
                like.toAge(),
                like.shareOf(),
                value,
                tolerance,
                like.weight(),
                like.source());
    }

    private static void assertSame(Cube got, Cube expected, double tolerance) {
        assertThat(got.along(expected.axes()).toArray()).hasSize(expected.size());
        double[] a = got.along(expected.axes()).toArray();
        double[] b = expected.toArray();
        for (int cell = 0; cell < a.length; cell++) {
            assertThat(a[cell]).as(expected.describe(cell)).isCloseTo(b[cell], within(tolerance));
        }
    }
}
