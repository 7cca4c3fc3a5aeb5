package org.kapok.core.graduation;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.RealMatrix;
import org.kapok.core.AgeGroups;

/**
 * Single years as the exponent of a smooth curve whose sums have Poisson likelihood given the grouped counts.
 *
 * <p>Iteratively reweighted least squares with a penalty on the second differences of the curve, one coefficient a
 * single year. The weight of the penalty is the one of least BIC among half powers of ten.
 *
 * @see "Rizzi, Gampe and Eilers (2015), Efficient estimation of smooth distributions from coarsely grouped data, American
 *     Journal of Epidemiology 182(2)"
 */
final class CompositeLink {
    private static final int MAX_ITERATIONS = 100;
    private static final double TOLERANCE = 1e-8;
    private static final int LEAST_HALF_POWER = 0;
    private static final int MOST_HALF_POWER = 12;

    private final double[] counts; // [group]
    private final int[] groupOf; // [exact age]

    private CompositeLink(double[] counts, AgeGroups from, int open) {
        this.counts = counts;
        this.groupOf = new int[open + 1];
        for (int exactAge = 0; exactAge <= open; exactAge++) {
            groupOf[exactAge] = from.indexOf(exactAge);
        }
    }

    /** One candidate: its single years and how little it explains for its freedom. */
    private record Curve(double[] counts, double bic) {}

    static double[] split(double[] counts, AgeGroups from, int open) {
        double[] best = new double[open + 1];
        double total = 0;
        for (double count : counts) {
            total += count;
        }
        if (total == 0) {
            return best;
        }
        CompositeLink link = new CompositeLink(counts, from, open);
        double leastBic = Double.POSITIVE_INFINITY;
        for (int halfPower = LEAST_HALF_POWER; halfPower <= MOST_HALF_POWER; halfPower++) {
            Curve curve = link.fit(StrictMath.pow(10, halfPower / 2.0), StrictMath.log(total / best.length));
            if (curve.bic < leastBic) {
                leastBic = curve.bic;
                best = curve.counts;
            }
        }
        if (leastBic == Double.POSITIVE_INFINITY) {
            throw new ArithmeticException("Graduation.compositeLink: no smoothing converged in " + MAX_ITERATIONS
                    + " iterations; counts too small or too uneven for a smooth curve");
        }
        GroupTotals.keep(best, counts, from);
        return best;
    }

    /** The curve for one weight of the penalty; of infinite BIC where it does not converge. */
    private Curve fit(double weight, double start) {
        double[] curve = new double[groupOf.length];
        Arrays.fill(curve, start);
        RealMatrix penalty = penalty(curve.length, weight);
        for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
            double[] years = exp(curve);
            double[] sums = sums(years);
            RealMatrix information = information(years, sums);
            DecompositionSolver solver = new CholeskyDecomposition(information.add(penalty), 1e-6, 0).getSolver();
            double[] right = information.operate(curve);
            for (int x = 0; x < right.length; x++) {
                right[x] += years[x] * (counts[groupOf[x]] / sums[groupOf[x]] - 1);
            }
            double[] next = solver.solve(new ArrayRealVector(right, false)).toArray();
            double change = 0;
            for (int x = 0; x < next.length; x++) {
                change = Math.max(change, Math.abs(next[x] - curve[x]));
            }
            curve = next;
            if (change < TOLERANCE) {
                double freedom = solver.solve(information).getTrace();
                return new Curve(exp(curve), deviance(sums(exp(curve))) + freedom * StrictMath.log(counts.length));
            }
        }
        return new Curve(curve, Double.POSITIVE_INFINITY);
    }

    private double[] sums(double[] years) {
        double[] sums = new double[counts.length];
        for (int x = 0; x < years.length; x++) {
            sums[groupOf[x]] += years[x];
        }
        return sums;
    }

    private RealMatrix information(double[] years, double[] sums) {
        double[][] information = new double[years.length][years.length];
        for (int x = 0; x < years.length; x++) {
            for (int y = 0; y < years.length; y++) {
                information[x][y] = groupOf[x] == groupOf[y] ? years[x] * years[y] / sums[groupOf[x]] : 0;
            }
        }
        return new Array2DRowRealMatrix(information, false);
    }

    private double deviance(double[] sums) {
        double deviance = 0;
        for (int group = 0; group < sums.length; group++) {
            double observed = counts[group];
            deviance += 2 * (sums[group] - observed);
            deviance += observed > 0 ? 2 * observed * StrictMath.log(observed / sums[group]) : 0;
        }
        return deviance;
    }

    private static RealMatrix penalty(int size, double weight) {
        double[] difference = {1, -2, 1};
        RealMatrix penalty = new Array2DRowRealMatrix(size, size);
        for (int x = 0; x + 2 < size; x++) {
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    penalty.addToEntry(x + i, x + j, weight * difference[i] * difference[j]);
                }
            }
        }
        return penalty;
    }

    private static double[] exp(double[] curve) {
        double[] result = new double[curve.length];
        for (int x = 0; x < curve.length; x++) {
            result[x] = StrictMath.exp(curve[x]);
        }
        return result;
    }
}
