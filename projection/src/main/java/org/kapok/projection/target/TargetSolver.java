package org.kapok.projection.target;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.kapok.core.Axis;
import org.kapok.projection.CohortComponent;
import org.kapok.projection.Component;
import org.kapok.projection.Projection;
import org.kapok.projection.ProjectionInputs;

/**
 * Solves toward targets: finds the least change of the free flows by which a projection meets them.
 *
 * <p>The change is measured by the Poisson likelihood of the changed flows around those of the trend, and by how much
 * factors change from year to year. Targets are linearised on the engine itself, so births and deaths respond to the
 * people who come and go; rounds are repeated until nothing moves. Nothing is scaled afterwards.
 *
 * <p>Hard targets hold to {@link Target#MET} where they can. Where not, all of them give way: a miss of one percent of a
 * target's value costs its weight times as much as a change of all free flows by a tenth.
 */
public final class TargetSolver {
    private static final double BUMP = 1e-6; // of a logarithm
    private static final double UNMOVED = 1e-9; // the relative change of a target that counts as none

    private final ProjectionInputs inputs;
    private final List<Target> targets;
    private final int windowYear;
    private final Axis window; // the years of flows that targets depend on
    private final FlowFactors factors;
    private final Projection trend;
    private int projections;

    private TargetSolver(ProjectionInputs inputs, int lastYear, List<Target> targets, FreeFlows free) {
        this.inputs = inputs;
        this.targets = List.copyOf(targets);
        requireComponents(inputs, free);
        trend = CohortComponent.project(inputs, lastYear);
        windowYear = targets.stream().mapToInt(this::lastYear).max().orElseThrow();
        Projection part = CohortComponent.project(inputs, windowYear);
        projections = 2;
        window = part.flowYears();
        factors = new FlowFactors(free, part);
    }

    /**
     * Solves toward targets.
     *
     * @param inputs the trend
     * @param lastYear the year of the last population
     * @param targets 1 or more, within the projection's dates
     * @param free what may change
     * @throws IllegalArgumentException if a target contradicts others by itself, or no free flow can move it
     */
    public static Solution solve(ProjectionInputs inputs, int lastYear, List<Target> targets, FreeFlows free) {
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("TargetSolver.targets: got none, expected 1 or more");
        }
        Contradictions.refuse(targets, inputs.base().space());
        return new TargetSolver(inputs, lastYear, targets, free).solution();
    }

    private static void requireComponents(ProjectionInputs inputs, FreeFlows free) {
        List<Component> known = Component.of(inputs);
        for (FreeFlow flow : free.flows()) {
            if (!known.contains(flow.component())) {
                throw new IllegalArgumentException("FreeFlows: got "
                        + flow.component().id() + ", expected one of "
                        + known.stream().map(Component::id).toList());
            }
        }
    }

    /** The year of the last population that a target depends on. */
    private int lastYear(Target target) {
        List<LocalDate> dates = trend.dates();
        if (target.date().isAfter(dates.get(dates.size() - 1))) {
            throw new IllegalArgumentException("Target of " + target.measure().id() + ": got " + target.date()
                    + ", expected a date from " + dates.get(0) + " to " + dates.get(dates.size() - 1));
        }
        boolean stock = target.measure().isStock();
        for (int date = 1; date < dates.size(); date++) {
            boolean reached = stock
                    ? !dates.get(date).isBefore(target.date())
                    : trend.flowYears()
                            .labels()
                            .get(date - 1)
                            .equals(trend.flowYear(target.date().getYear()));
            if (reached) {
                return dates.get(date).getYear();
            }
        }
        throw new IllegalStateException("a date within the projection has a step");
    }

    private Solution solution() {
        double[] onTrend = new double[targets.size()];
        for (int i = 0; i < onTrend.length; i++) {
            onTrend[i] = targets.get(i).reachedBy(trend);
        }
        TargetSearch search = new TargetSearch(this).run();
        if (search.largestMiss() > Target.MET) {
            search = search.yielding().run();
        }
        List<Factor> all = factors.factors(search.parameters(), trend.flowYears());
        int lastYear = trend.dates().get(trend.dates().size() - 1).getYear();
        Projection solved = CohortComponent.project(Factor.applyTo(inputs, all), lastYear);
        List<Solution.Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < onTrend.length; i++) {
            Target target = targets.get(i);
            outcomes.add(new Solution.Outcome(target, onTrend[i], target.reachedBy(solved)));
        }
        double change = factors.change(search.parameters());
        return new Solution(all, trend, solved, outcomes, relaxed(search), change, search.rounds(), projections);
    }

    /** What would be without each hard target. */
    private List<Solution.Relaxed> relaxed(TargetSearch search) {
        List<Solution.Relaxed> relaxed = new ArrayList<>();
        long hard = targets.stream().filter(Target::hard).count();
        for (int i = 0; i < targets.size() && hard > 1; i++) {
            if (targets.get(i).hard()) {
                TargetSearch without = search.without(i).run();
                relaxed.add(new Solution.Relaxed(
                        targets.get(i),
                        without.largestMiss() <= Target.MET,
                        without.largestMiss(),
                        without.reached()[i],
                        factors.change(without.parameters())));
            }
        }
        return relaxed;
    }

    /** Refuses targets that nothing moves although they are off. */
    void requireMovable(double[][] slopes, double[] reached) {
        for (int i = 0; i < targets.size(); i++) {
            Target target = targets.get(i);
            double most = 0;
            for (double slope : slopes[i]) {
                most = Math.max(most, Math.abs(slope) / target.scale());
            }
            if (most < UNMOVED && !target.metBy(reached[i])) {
                throw new IllegalArgumentException("Target of " + target.name() + ": got no free flow that moves it,"
                        + " expected one; on trend it is " + reached[i] + ", wanted is " + target.value());
            }
        }
    }

    List<Target> targets() {
        return targets;
    }

    FlowFactors factors() {
        return factors;
    }

    ProjectionInputs inputs() {
        return inputs;
    }

    /** What targets come to under some parameters. */
    double[] reached(double[] parameters) {
        projections++;
        return reached(project(parameters));
    }

    private Projection project(double[] parameters) {
        return CohortComponent.project(Factor.applyTo(inputs, factors.factors(parameters, window)), windowYear);
    }

    private double[] reached(Projection projection) {
        return targets.stream()
                .mapToDouble(target -> target.reachedBy(projection))
                .toArray();
    }

    /** How targets respond to each parameter, shape [target][parameter]; the columns are independent of each other. */
    double[][] slopes(double[] parameters, double[] reached) {
        Projection at = project(parameters);
        boolean[] acting = factors.acting();
        double[][] columns = IntStream.range(0, parameters.length)
                .parallel()
                .mapToObj(i -> acting[i] ? column(at, i, reached) : new double[reached.length])
                .toArray(double[][]::new);
        projections += parameters.length;
        double[][] slopes = new double[reached.length][parameters.length];
        for (int i = 0; i < parameters.length; i++) {
            for (int row = 0; row < reached.length; row++) {
                slopes[row][i] = columns[i][row];
            }
        }
        return slopes;
    }

    private double[] column(Projection at, int parameter, double[] reached) {
        Factor bump = factors.bump(parameter, BUMP, window);
        ProjectionInputs changed = bump.component().scale(at.inputs(), bump.factor());
        int year = Integer.parseInt(window.labels().get(factors.step(parameter)));
        double[] bumped = reached(CohortComponent.resume(at, changed, year));
        for (int row = 0; row < bumped.length; row++) {
            bumped[row] = (bumped[row] - reached[row]) / BUMP;
        }
        return bumped;
    }
}
