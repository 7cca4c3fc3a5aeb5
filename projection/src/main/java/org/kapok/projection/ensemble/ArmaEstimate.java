package org.kapok.projection.ensemble;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import org.apache.commons.math3.special.Erf;

/**
 * An autoregression with a moving average, ARMA(1, 1), estimated from a history by exact maximum likelihood.
 *
 * <p>The logarithms y of a series of consecutive years are taken for a stationary process around a mean m, y[t] - m = phi
 * (y[t-1] - m) + sd (e[t] + theta e[t-1]), phi 0 to {@value #LARGEST_PHI} and theta -1 to 1. The likelihood comes from the
 * errors of the predictions by all years before. sd is the root of their squares over the years less the three numbers
 * estimated. The mean of the past is not taken over: the path of the inputs stays the median.
 *
 * <p>Given the history, phi and theta have their likelihood over a grid of the whole range, all being equally likely
 * beforehand and m and the logarithm of sd as well; given these, sd^2 is the sum of squares over a chi-squared number.
 *
 * @see "Brockwell and Davis (1991), Time Series: Theory and Methods, 2nd ed., sections 5.3 and 8.7; Box, Jenkins and Reinsel
 *     (1994), Time Series Analysis, section 7.5"
 */
public final class ArmaEstimate implements ProcessEstimate {
    /** The fewest years that are estimated from. */
    public static final int LEAST = 12;

    static final double LARGEST_PHI = 0.999;
    private static final int PHIS = 100;
    private static final int THETAS = 200;
    private static final double FINEST = 1e-9; // how closely the largest likelihood is looked for

    private final FactorProcess likeliest;
    private final int degrees;
    private final double[] cumulative = new double[PHIS * THETAS]; // probability, by phi and theta
    private final double[] squares = new double[PHIS * THETAS];
    private final double phiError;
    private final double thetaError;

    private ArmaEstimate(double[] y) {
        degrees = y.length - 1;
        double[] logs = new double[cumulative.length];
        int best = 0;
        for (int i = 0; i < logs.length; i++) {
            Fit fit = fit(y, phi(i), theta(i));
            squares[i] = fit.squares;
            logs[i] = fit.logPosterior(y.length);
            best = logs[i] > logs[best] ? i : best;
        }
        double sum = 0;
        double[] first = new double[2];
        double[] second = new double[2];
        for (int i = 0; i < logs.length; i++) {
            double weight = StrictMath.exp(logs[i] - logs[best]);
            sum += weight;
            cumulative[i] = sum;
            first[0] += weight * phi(i);
            second[0] += weight * phi(i) * phi(i);
            first[1] += weight * theta(i);
            second[1] += weight * theta(i) * theta(i);
        }
        for (int i = 0; i < cumulative.length; i++) {
            cumulative[i] /= sum;
        }
        phiError = deviation(first[0] / sum, second[0] / sum);
        thetaError = deviation(first[1] / sum, second[1] / sum);
        likeliest = climb(y, phi(best), theta(best));
    }

    /**
     * The process of a series.
     *
     * @param history the values of consecutive years, {@value #LEAST} or more, each above 0, not all the same
     */
    public static ArmaEstimate of(double[] history) {
        if (history.length < LEAST
                || !Arrays.stream(history).allMatch(value -> value > 0 && value < 1e300)
                || Arrays.stream(history).distinct().count() == 1) {
            throw new IllegalArgumentException("ArmaEstimate.history: got " + Arrays.toString(history)
                    + ", expected the values of " + LEAST
                    + " or more consecutive years, each above 0, not all the same");
        }
        double[] y = Arrays.stream(history).map(StrictMath::log).toArray();
        double mean = 0;
        for (double value : y) {
            mean += value / y.length;
        }
        for (int t = 0; t < y.length; t++) {
            y[t] -= mean; // small numbers keep more digits; the mean is left open anyhow
        }
        return new ArmaEstimate(y);
    }

    private static double phi(int cell) {
        return LARGEST_PHI * (cell / THETAS + 0.5) / PHIS;
    }

    private static double theta(int cell) {
        return -1 + 2 * (cell % THETAS + 0.5) / THETAS;
    }

    private static double deviation(double mean, double meanSquare) {
        return Math.sqrt(Math.max(0, meanSquare - mean * mean));
    }

    /**
     * How well numbers fit a series.
     *
     * @param squares of the errors of the best mean, each over its variance per sd^2
     * @param logVariances the sum of the logarithms of these variances
     * @param weight of the mean: the squares of the errors of a series of ones
     */
    private record Fit(double squares, double logVariances, double weight) {
        double logLikelihood(int years) {
            return -0.5 * (years * StrictMath.log(squares) + logVariances);
        }

        /** With the mean and sd left open. */
        double logPosterior(int years) {
            return -0.5 * ((years - 1) * StrictMath.log(squares) + logVariances + StrictMath.log(weight));
        }
    }

    /** Predicts every year from those before it (Brockwell and Davis, example 5.3.2), and ones alike for the mean. */
    private static Fit fit(double[] y, double phi, double theta) {
        double variance = (1 + 2 * phi * theta + theta * theta) / (1 - phi * phi);
        double expected = 0;
        double expectedOne = 0;
        double ones = 0;
        double products = 0;
        double squares = 0;
        double logs = 0;
        for (double value : y) {
            double error = value - expected;
            double errorOne = 1 - expectedOne;
            squares += error * error / variance;
            products += error * errorOne / variance;
            ones += errorOne * errorOne / variance;
            logs += StrictMath.log(variance);
            expected = phi * value + theta / variance * error;
            expectedOne = phi + theta / variance * errorOne;
            variance = 1 + theta * theta - theta * theta / variance;
        }
        return new Fit(squares - products * products / ones, logs, ones);
    }

    /** Goes uphill from numbers to the most likely ones, in steps that become finer. */
    private static FactorProcess climb(double[] y, double phi, double theta) {
        double[] at = {phi, theta};
        double best = fit(y, phi, theta).logLikelihood(y.length);
        double step = 0.01;
        while (step > FINEST) {
            boolean higher = false;
            for (int direction = 0; direction < 9; direction++) {
                double a = Math.min(LARGEST_PHI, Math.max(0, at[0] + (direction / 3 - 1) * step));
                double b = Math.min(1, Math.max(-1, at[1] + (direction % 3 - 1) * step));
                double own = fit(y, a, b).logLikelihood(y.length);
                if (own > best) {
                    best = own;
                    at = new double[] {a, b};
                    higher = true;
                }
            }
            step = higher ? step : step / 2;
        }
        double sd = Math.sqrt(fit(y, at[0], at[1]).squares / (y.length - 3));
        return new FactorProcess(at[0], sd, 0, 0, at[1]);
    }

    @Override
    public FactorProcess likeliest() {
        return likeliest;
    }

    @Override
    public double phiError() {
        return phiError;
    }

    @Override
    public double thetaError() {
        return thetaError;
    }

    @Override
    public int degrees() {
        return degrees;
    }

    @Override
    public FactorProcess drawn(DoubleSupplier normals) {
        double share = 0.5 * Erf.erfc(-normals.getAsDouble() / Math.sqrt(2));
        int found = Arrays.binarySearch(cumulative, share);
        int cell = Math.min(found < 0 ? -found - 1 : found, cumulative.length - 1);
        double chi = AutoregressionEstimate.chiSquared(degrees, normals);
        return new FactorProcess(phi(cell), Math.sqrt(squares[cell] / chi), 0, 0, theta(cell));
    }
}
