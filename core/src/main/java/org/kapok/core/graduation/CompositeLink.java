package org.kapok.core.graduation;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.kapok.core.AgeGroups;

/**
 * Single years as exposures times the exponent of a smooth curve, whose sums by group have Poisson likelihood.
 *
 * <p>The curve is a sum of B-splines with a penalty on the second differences of their coefficients, fitted by
 * iteratively reweighted least squares. At the fit, all groups together keep their total. The weight of the penalty is
 * the one of least BIC among half powers of ten.
 *
 * @see "Rizzi, Gampe and Eilers (2015), Efficient estimation of smooth distributions from coarsely grouped data, American
 *     Journal of Epidemiology 182(2)"
 */
final class CompositeLink {
    private static final int MAX_ITERATIONS = 100;
    private static final int MAX_HALVINGS = 40;
    private static final double TOLERANCE = 1e-8;
    private static final double CLOSE = 1e-4;
    private static final int LEAST_HALF_POWER = -1;
    private static final int MOST_HALF_POWER = 12;

    private final double[] counts; // [group]
    private final int[] groupOf; // [exact age]
    private final double[] exposures; // [exact age]
    private final double[][] basis; // [exact age][spline]
    private final RealMatrix penalty; // [spline][spline], of weight 1

    private CompositeLink(double[] counts, int[] groupOf, double[] exposures) {
        this.counts = counts;
        this.groupOf = groupOf;
        this.exposures = exposures;
        this.basis = SplineBasis.at(groupOf.length);
        this.penalty = penalty(basis[0].length);
    }

    /**
     * A model of some groups and their single years.
     *
     * @param counts events or persons, shape [age], the last one 1 + {@code from.open()} or without the open group
     * @param exposures of each single year, 1 for counts; shape [exact age], up to the last year of the last group
     */
    static CompositeLink of(double[] counts, AgeGroups from, double[] exposures) {
        int[] groupOf = IntStream.range(0, exposures.length).map(from::indexOf).toArray();
        return new CompositeLink(counts, groupOf, exposures);
    }

    /**
     * One candidate.
     *
     * @param rates counts by exposure, shape [exact age]
     * @param bic how little it explains for its freedom; infinite where the fit does not converge
     */
    record Curve(double[] rates, double bic) {}

    /** Counts by single years up to {@code open}, each group scaled to its total; an open group that ends there is kept. */
    static double[] split(double[] counts, AgeGroups from, int open) {
        boolean divided = open > from.start(from.open());
        int groups = divided ? counts.length : counts.length - 1;
        double[] single = new double[open + 1];
        double[] exposures = new double[divided ? open + 1 : open];
        Arrays.fill(exposures, 1);
        double[] fitted = Arrays.copyOf(counts, groups);
        if (groups == 1) {
            Arrays.fill(single, 1);
        } else if (Arrays.stream(fitted).sum() > 0) {
            double[] best = of(fitted, from, exposures).best("Graduation.compositeLink");
            System.arraycopy(best, 0, single, 0, best.length);
        }
        GroupTotals.keep(single, counts, from);
        return single;
    }

    /** The rates of least BIC, shape [exact age]. */
    double[] best(String user) {
        Curve best = new Curve(new double[0], Double.POSITIVE_INFINITY);
        for (int halfPower = LEAST_HALF_POWER; halfPower <= MOST_HALF_POWER; halfPower++) {
            try {
                Curve curve = fit(StrictMath.pow(10, halfPower / 2.0));
                best = curve.bic < best.bic ? curve : best;
            } catch (NonPositiveDefiniteMatrixException e) {
                continue; // counts so uneven that rounding eats this weight's penalty: a candidate less
            }
        }
        if (best.bic == Double.POSITIVE_INFINITY) {
            throw new ArithmeticException(user + ": no smoothing converged in " + MAX_ITERATIONS
                    + " iterations; counts too small or too uneven for a smooth curve");
        }
        return best.rates;
    }

    /** The curve for one weight of the penalty. */
    Curve fit(double weight) {
        RealMatrix weighted = penalty.scalarMultiply(weight);
        double start = StrictMath.log(
                Arrays.stream(counts).sum() / Arrays.stream(exposures).sum());
        RealVector coefficients = new ArrayRealVector(basis[0].length, start);
        for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
            double[] rates = rates(coefficients);
            double[] sums = sums(rates);
            double[][] design = design(rates, sums);
            RealMatrix information = information(design, sums);
            DecompositionSolver solver = new CholeskyDecomposition(information.add(weighted), 1e-6, 0).getSolver();
            RealVector right = information.operate(coefficients).add(score(design, sums));
            RealVector next = solver.solve(right);
            double change = next.getLInfDistance(coefficients);
            // Close to the fit, rounding would hide that the deviance falls.
            coefficients = change < CLOSE ? next : shorten(coefficients, next, weight);
            if (change < TOLERANCE) {
                double freedom = solver.solve(information).getTrace();
                double[] fitted = rates(coefficients);
                return new Curve(fitted, deviance(sums(fitted)) + freedom * StrictMath.log(counts.length));
            }
        }
        return new Curve(rates(coefficients), Double.POSITIVE_INFINITY);
    }

    /** The first of a step, its half, its quarter, ... that does not raise the penalised deviance. */
    private RealVector shorten(RealVector coefficients, RealVector next, double weight) {
        double before = deviance(coefficients, weight);
        RealVector step = next.subtract(coefficients);
        RealVector shortened = next;
        for (int halving = 0; halving < MAX_HALVINGS && !(deviance(shortened, weight) <= before); halving++) {
            step = step.mapMultiply(0.5);
            shortened = coefficients.add(step);
        }
        return shortened;
    }

    private double deviance(RealVector coefficients, double weight) {
        double roughness = 0;
        for (int k = 0; k + 2 < coefficients.getDimension(); k++) {
            double bend = coefficients.getEntry(k) - 2 * coefficients.getEntry(k + 1) + coefficients.getEntry(k + 2);
            roughness += bend * bend;
        }
        return deviance(sums(rates(coefficients))) + weight * roughness;
    }

    private double[] rates(RealVector coefficients) {
        double[] rates = new double[basis.length];
        for (int x = 0; x < rates.length; x++) {
            double sum = 0;
            for (int k = 0; k < basis[x].length; k++) {
                sum += basis[x][k] * coefficients.getEntry(k);
            }
            rates[x] = StrictMath.exp(sum);
        }
        return rates;
    }

    /** Expected counts, shape [group]. */
    private double[] sums(double[] rates) {
        double[] sums = new double[counts.length];
        for (int x = 0; x < rates.length; x++) {
            sums[groupOf[x]] += exposures[x] * rates[x];
        }
        return sums;
    }

    /** The splines averaged over each group by expected counts, shape [group][spline]; 0 where there is no exposure. */
    private double[][] design(double[] rates, double[] sums) {
        double[][] design = new double[sums.length][basis[0].length];
        for (int x = 0; x < rates.length; x++) {
            int group = groupOf[x];
            double share = sums[group] > 0 ? exposures[x] * rates[x] / sums[group] : 0;
            for (int k = 0; k < basis[x].length; k++) {
                design[group][k] += share * basis[x][k];
            }
        }
        return design;
    }

    private static RealMatrix information(double[][] design, double[] sums) {
        int splines = design[0].length;
        double[][] information = new double[splines][splines];
        for (int group = 0; group < sums.length; group++) {
            for (int i = 0; i < splines; i++) {
                for (int j = 0; j < splines; j++) {
                    information[i][j] += sums[group] * (design[group][i] * design[group][j]);
                }
            }
        }
        return new Array2DRowRealMatrix(information, false);
    }

    private RealVector score(double[][] design, double[] sums) {
        double[] gaps = new double[counts.length];
        for (int group = 0; group < gaps.length; group++) {
            gaps[group] = counts[group] - sums[group];
        }
        return new ArrayRealVector(new Array2DRowRealMatrix(design, false).preMultiply(gaps), false);
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

    private static RealMatrix penalty(int size) {
        double[] difference = {1, -2, 1};
        RealMatrix penalty = new Array2DRowRealMatrix(size, size);
        for (int x = 0; x + 2 < size; x++) {
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    penalty.addToEntry(x + i, x + j, difference[i] * difference[j]);
                }
            }
        }
        return penalty;
    }
}
