package org.kapok.core.fitting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.kapok.core.Cube;

/**
 * Whether totals can be met at all, found before any fitting.
 *
 * <p>Only live cells matter: those positive in the seed and under no target of 0. Two margins cover the same cells
 * where a set of constraints of one and a set of the other hold the same live cells; then the two sums of targets must
 * agree. Where the one set holds only part of the other's cells, its sum may not be larger.
 */
final class MarginChecks {
    private final Cube seed;
    private final double[] values;
    private final List<Margin> margins;
    private final double tolerance;
    private final List<String> errors = new ArrayList<>();

    private MarginChecks(Cube seed, List<Margin> margins, double tolerance) {
        this.seed = seed;
        this.values = seed.toArray();
        this.margins = margins;
        this.tolerance = tolerance;
    }

    static void require(Cube seed, List<Margin> margins, double tolerance) {
        MarginChecks checks = new MarginChecks(seed, margins, tolerance);
        checks.checkNumbers();
        checks.throwIfAny();
        boolean[] live = checks.liveCells();
        checks.checkStructuralZeros(live);
        for (int a = 0; a < margins.size(); a++) {
            for (int b = a + 1; b < margins.size(); b++) {
                checks.checkAgreement(margins.get(a), margins.get(b), live);
            }
        }
        checks.throwIfAny();
    }

    private void throwIfAny() {
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException("ProportionalFitting: " + String.join("; ", errors));
        }
    }

    private void checkNumbers() {
        if (margins.isEmpty()) {
            errors.add("got no margins, expected 1 or more");
        }
        for (int cell = 0; cell < values.length; cell++) {
            if (!isCount(values[cell])) {
                errors.add("seed, " + seed.describe(cell) + ": got " + values[cell] + ", expected 0 or more");
            }
        }
        for (Margin margin : margins) {
            if (margin.cells() != values.length) {
                errors.add("margin " + margin.name() + ": got " + margin.cells() + " cells, expected " + values.length);
            }
            for (int k = 0; k < margin.size(); k++) {
                if (!isCount(margin.target(k))) {
                    errors.add(describe(margin, k) + ": got " + margin.target(k) + ", expected 0 or more");
                }
            }
        }
    }

    private static boolean isCount(double value) {
        return value >= 0 && value < Double.POSITIVE_INFINITY;
    }

    private boolean[] liveCells() {
        boolean[] live = new boolean[values.length];
        for (int cell = 0; cell < live.length; cell++) {
            live[cell] = values[cell] > 0;
            for (Margin margin : margins) {
                int constraint = margin.constraintOf(cell);
                live[cell] &= constraint < 0 || margin.target(constraint) > 0;
            }
        }
        return live;
    }

    private void checkStructuralZeros(boolean[] live) {
        for (Margin margin : margins) {
            boolean[] reachable = new boolean[margin.size()];
            for (int cell = 0; cell < live.length; cell++) {
                if (live[cell] && margin.constraintOf(cell) >= 0) {
                    reachable[margin.constraintOf(cell)] = true;
                }
            }
            for (int k = 0; k < reachable.length; k++) {
                if (!reachable[k] && margin.target(k) > 0) {
                    errors.add(describe(margin, k) + ": got " + margin.target(k)
                            + ", but all its cells are 0 in the seed or by a target of 0");
                }
            }
        }
    }

    /** Compares two margins over each set of constraints that shared cells tie together. */
    private void checkAgreement(Margin a, Margin b, boolean[] live) {
        int[] roots = roots(a, b, live); // [constraint of a, then of b]; a constraint of a where cells are shared
        boolean[] onlyInA = new boolean[roots.length];
        boolean[] onlyInB = new boolean[roots.length];
        for (int cell = 0; cell < live.length; cell++) {
            int inA = a.constraintOf(cell);
            int inB = b.constraintOf(cell);
            if (live[cell] && inA >= 0 && inB < 0) {
                onlyInA[roots[inA]] = true;
            }
            if (live[cell] && inB >= 0 && inA < 0) {
                onlyInB[roots[a.size() + inB]] = true;
            }
        }
        double[] sumA = new double[roots.length];
        double[] sumB = new double[roots.length];
        for (int k = 0; k < a.size(); k++) {
            sumA[roots[k]] += a.target(k);
        }
        for (int k = 0; k < b.size(); k++) {
            sumB[roots[a.size() + k]] += b.target(k);
        }
        for (int k = 0; k < a.size(); k++) {
            double excess = sumA[k] - sumB[k];
            double allowed = tolerance * Math.max(sumA[k], sumB[k]);
            boolean disagree = !onlyInA[k] && excess > allowed || !onlyInB[k] && -excess > allowed;
            if (sumB[k] > 0 && disagree) {
                errors.add("margins " + a.name() + " and " + b.name() + " disagree on the cells of " + a.label(k)
                        + " and those tied to it: got " + sumA[k] + " and " + sumB[k] + ", a difference of " + excess);
            }
        }
    }

    private static int[] roots(Margin a, Margin b, boolean[] live) {
        int[] tiedTo = IntStream.range(0, a.size() + b.size()).toArray();
        for (int cell = 0; cell < live.length; cell++) {
            if (live[cell] && a.constraintOf(cell) >= 0 && b.constraintOf(cell) >= 0) {
                int root = rootOf(tiedTo, a.constraintOf(cell));
                tiedTo[rootOf(tiedTo, a.size() + b.constraintOf(cell))] = root;
            }
        }
        return IntStream.range(0, tiedTo.length).map(k -> rootOf(tiedTo, k)).toArray();
    }

    private static int rootOf(int[] tiedTo, int constraint) {
        int root = constraint;
        while (tiedTo[root] != root) {
            tiedTo[root] = tiedTo[tiedTo[root]];
            root = tiedTo[root];
        }
        return root;
    }

    private static String describe(Margin margin, int constraint) {
        return "margin " + margin.name() + ", " + margin.label(constraint);
    }
}
