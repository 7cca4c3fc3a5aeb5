package org.kapok.core.smoothing;

import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.fitting.leastsquares.MultivariateJacobianFunction;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.util.Pair;
import org.kapok.core.AgeGroups;

/**
 * Feeney's removal of a zigzag of five-year groups.
 *
 * <p>Groups at {@code from + 5}, {@code from + 15}, ... each give the share {@code p} of their count, half to either
 * neighbour. The shares make least the sum over all groups that take part of {@code (S - mean of neighbours)^2 / S}, {@code
 * S} being the count after the exchange.
 *
 * @see "Feeney (2013), Removing 'zigzag' from age data"
 */
final class Zigzag {
    private static final int WIDTH = 5;
    private static final int MAX_ITERATIONS = 1000;
    private static final double TOLERANCE = 1e-14;

    private final int from;
    private final int to;

    Zigzag(int from, int to) {
        boolean whole = from % WIDTH == 0 && to % WIDTH == 0;
        if (!whole || from < WIDTH || to - from < 2 * WIDTH || (to - from) % (2 * WIDTH) != 0) {
            throw new IllegalArgumentException("Smoothing.zigzag: got ages " + from + " to " + to
                    + ", expected multiples of 5 from 5 on that are one or more times ten years apart");
        }
        this.from = from;
        this.to = to;
    }

    double[] smooth(double[] counts, AgeGroups ages) {
        int first = from / WIDTH;
        int last = to / WIDTH;
        if (last + 1 >= ages.open()) {
            throw new IllegalArgumentException("Smoothing.zigzag: got ages up to " + to + ", expected one closed group "
                    + "beyond it, below " + ages.label(ages.open()));
        }
        for (int age = first; age <= last; age++) {
            if (counts[age] == 0) {
                throw new IllegalArgumentException("Smoothing.zigzag, age " + ages.label(age)
                        + ": got 0.0, expected a count above 0 where groups exchange");
            }
        }
        int givers = (last - first) / 2;
        MultivariateJacobianFunction residuals = point -> {
            double[] smoothed = exchange(counts, point.toArray());
            return new Pair<>(
                    new ArrayRealVector(residuals(smoothed), false),
                    new Array2DRowRealMatrix(derivatives(counts, smoothed, givers), false));
        };
        double[] shares = new LevenbergMarquardtOptimizer()
                .withCostRelativeTolerance(TOLERANCE)
                .withParameterRelativeTolerance(TOLERANCE)
                .optimize(new LeastSquaresBuilder()
                        .start(new double[givers])
                        .target(new double[last - first + 1])
                        .model(residuals)
                        .lazyEvaluation(false)
                        .maxEvaluations(MAX_ITERATIONS)
                        .maxIterations(MAX_ITERATIONS)
                        .build())
                .getPoint()
                .toArray();
        return exchange(counts, shares);
    }

    /** The sum that the shares make least. */
    double roughness(double[] smoothed) {
        double sum = 0;
        for (double residual : residuals(smoothed)) {
            sum += residual * residual;
        }
        return sum;
    }

    /** The counts after each giver's share is handed over. */
    double[] exchange(double[] counts, double[] shares) {
        double[] result = counts.clone();
        for (int k = 0; k < shares.length; k++) {
            int giver = from / WIDTH + 1 + 2 * k;
            double given = shares[k] * counts[giver];
            result[giver] -= given;
            result[giver - 1] += given / 2;
            result[giver + 1] += given / 2;
        }
        return result;
    }

    private double[] residuals(double[] smoothed) {
        double[] residuals = new double[(to - from) / WIDTH + 1];
        for (int i = 0; i < residuals.length; i++) {
            int age = from / WIDTH + i;
            double gap = smoothed[age] - (smoothed[age - 1] + smoothed[age + 1]) / 2;
            residuals[i] = gap / Math.sqrt(smoothed[age]);
        }
        return residuals;
    }

    /** Of the residuals by the shares, shape [residual][share]. */
    private double[][] derivatives(double[] counts, double[] smoothed, int givers) {
        int first = from / WIDTH;
        double[][] derivatives = new double[(to - from) / WIDTH + 1][givers];
        for (int k = 0; k < givers; k++) {
            int giver = 1 + 2 * k;
            double count = counts[first + giver];
            for (int i = 0; i < derivatives.length; i++) {
                double own = moved(i - giver) * count;
                double beside = (moved(i - 1 - giver) + moved(i + 1 - giver)) / 2 * count;
                double s = smoothed[first + i];
                double gap = s - (smoothed[first + i - 1] + smoothed[first + i + 1]) / 2;
                derivatives[i][k] = (own - beside) / Math.sqrt(s) - gap * own / (2 * s * Math.sqrt(s));
            }
        }
        return derivatives;
    }

    /** What a group that far from a giver gains, in shares of the giver's count. */
    private static double moved(int distance) {
        return distance == 0 ? -1 : Math.abs(distance) == 1 ? 0.5 : 0;
    }
}
