package org.kapok.projection.target;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.kapok.projection.internal.BoundedQuadratic;

/**
 * One search for the least change by which targets hold: sequential quadratic programming on the engine, within limits.
 *
 * <p>In a logarithm {@code t} of a factor the curvature of the cost and of the targets together is that of {@code b e^t}
 * where targets are linear in the flows, so each round is nearly Newton's.
 */
final class TargetSearch {
    private static final int MOST_ROUNDS = 60;
    private static final double NEAR = 5e-3; // of a logarithm: a step of slopes found anew leads as near as its square
    private static final double FAR = 0.3; // of a logarithm: where slopes are found anew although near enough will do
    private static final int POLISH = 3; // rounds by the last slopes that bring targets to the last digits
    private static final double LONGEST = 0.7; // of a logarithm, in a round
    private static final double GIVING_WAY = 0.01; // the tolerance of a hard target that must give way
    private static final int HALVINGS = 6;
    private static final int PATIENCE = 5; // rounds in which misses must halve

    private final TargetSolver solver;
    private final FlowFactors factors;
    private final List<Target> targets;
    private final boolean yielding;
    private final int[] hard;
    private final int[] soft;
    private final double[] least;
    private final double[] most;
    private double[] parameters;
    private double[] reached;
    private double[][] slopes; // [target][parameter]
    private boolean exact = true; // whether the least change is wanted, or one near it will do
    private int rounds;

    /** A search for all targets, from no change. */
    TargetSearch(TargetSolver solver) {
        this(solver, new double[solver.factors().size()], null, whole(solver), false);
    }

    private TargetSearch(
            TargetSolver solver, double[] parameters, double[][] slopes, List<Integer> wanted, boolean yielding) {
        this.solver = solver;
        this.factors = solver.factors();
        this.targets = solver.targets();
        this.parameters = parameters.clone();
        this.slopes = slopes;
        this.yielding = yielding;
        hard = wanted.stream()
                .filter(i -> !yielding && targets.get(i).hard())
                .mapToInt(i -> i)
                .toArray();
        soft = wanted.stream()
                .filter(i -> yielding || !targets.get(i).hard())
                .mapToInt(i -> i)
                .toArray();
        least = factors.limits(false, solver.inputs());
        most = factors.limits(true, solver.inputs());
    }

    private static List<Integer> whole(TargetSolver solver) {
        return IntStream.range(0, solver.targets().size()).boxed().toList();
    }

    /** A search in which hard targets give way, from no change. */
    TargetSearch yielding() {
        return new TargetSearch(solver, new double[parameters.length], null, whole(solver), true);
    }

    /** A search without one target, in which the other hard ones must hold, from where this one ended; near the least change. */
    TargetSearch without(int target) {
        List<Integer> others = whole(solver).stream().filter(i -> i != target).toList();
        TargetSearch search = new TargetSearch(solver, parameters, slopes, others, false);
        search.exact = false;
        return search;
    }

    /** Searches until nothing moves any more. */
    TargetSearch run() {
        reached = solver.reached(parameters);
        double longest = Double.POSITIVE_INFINITY;
        double[] misses = new double[MOST_ROUNDS];
        while (rounds < MOST_ROUNDS && longest > NEAR && !stuck(misses)) {
            if (slopes == null || longest > (exact ? 0 : FAR) && rounds > 0) {
                slopes = solver.slopes(parameters, reached);
                if (rounds == 0) {
                    solver.requireMovable(slopes, reached);
                }
            }
            misses[rounds++] = largestMiss();
            longest = round();
        }
        for (int polish = 0; polish < POLISH && longest > 0; polish++) {
            longest = round();
        }
        return this;
    }

    /** Takes the best step; returns its length. */
    private double round() {
        double[] before = parameters;
        go(step());
        return distance(parameters, before);
    }

    private static double distance(double[] a, double[] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(a[i] - b[i]));
        }
        return largest;
    }

    /** Whether what is missed will stay so: hard targets that conflict. */
    private boolean stuck(double[] misses) {
        double now = largestMiss();
        return rounds > PATIENCE && now > 10 * Target.MET && now > misses[rounds - PATIENCE] / 2;
    }

    /** The best step by the slopes. */
    private double[] step() {
        int size = parameters.length;
        double[][] curvature = new double[size][size];
        double[] gradient = new double[size];
        factors.addCost(parameters, gradient, curvature);
        for (int target : soft) {
            addSoft(target, gradient, curvature);
        }
        double[][] response = new double[hard.length][size];
        double[] misses = new double[hard.length];
        for (int row = 0; row < hard.length; row++) {
            Target target = targets.get(hard[row]);
            misses[row] = target.weight() * target.miss(reached[hard[row]]);
            for (int i = 0; i < size; i++) {
                response[row][i] = target.weight() / target.scale() * slopes[hard[row]][i];
            }
        }
        boolean[] acting = factors.acting();
        double[] lower = new double[size];
        double[] upper = new double[size];
        for (int i = 0; i < size; i++) {
            lower[i] = acting[i] ? Math.max(least[i] - parameters[i], -LONGEST) : 0;
            upper[i] = acting[i] ? Math.min(most[i] - parameters[i], LONGEST) : 0;
        }
        return new BoundedQuadratic(curvature, gradient, response, misses, lower, upper).solve();
    }

    /** A target that may give way costs half its squared miss, in tolerances. */
    private void addSoft(int index, double[] gradient, double[][] curvature) {
        Target target = targets.get(index);
        double tolerance = target.hard() ? GIVING_WAY : target.tolerance();
        double weight = target.weight() / (tolerance * tolerance);
        double miss = target.miss(reached[index]);
        for (int i = 0; i < gradient.length; i++) {
            double slope = slopes[index][i] / target.scale();
            gradient[i] += weight * miss * slope;
            for (int k = 0; k < gradient.length; k++) {
                curvature[i][k] += weight * slope * slopes[index][k] / target.scale();
            }
        }
    }

    /** Takes a step, or less of it where the engine refuses the whole: rates may not take more people than there are. */
    private void go(double[] step) {
        for (int halving = 0; ; halving++) {
            double[] next = parameters.clone();
            for (int i = 0; i < next.length; i++) {
                step[i] *= halving == 0 ? 1 : 0.5;
                next[i] += step[i];
            }
            try {
                reached = solver.reached(next);
                parameters = next;
                carry(step);
                return;
            } catch (IllegalArgumentException refused) {
                if (halving == HALVINGS) {
                    throw refused;
                }
            }
        }
    }

    /** Takes slopes along a step: targets are nearly linear in flows, which a step multiplies. */
    private void carry(double[] step) {
        double[][] carried = new double[slopes.length][];
        for (int target = 0; target < slopes.length; target++) {
            carried[target] = slopes[target].clone(); // other searches begin with those of before
            for (int i = 0; i < step.length; i++) {
                carried[target][i] *= StrictMath.exp(step[i]);
            }
        }
        slopes = carried;
    }

    double[] parameters() {
        return parameters.clone();
    }

    double[] reached() {
        return reached.clone();
    }

    int rounds() {
        return rounds;
    }

    /** The largest relative miss of a hard target. */
    double largestMiss() {
        return Arrays.stream(hard)
                .mapToDouble(i -> Math.abs(targets.get(i).miss(reached[i])))
                .max()
                .orElse(0);
    }
}
