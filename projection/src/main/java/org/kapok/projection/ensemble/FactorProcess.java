package org.kapok.projection.ensemble;

import org.apache.commons.math3.special.Erf;

/**
 * How the factor of a component wanders: its logarithm x is an autoregression with a moving average, ARMA(1, 1),
 *
 * <pre>
 *   x[t] = level + phi (x[t-1] - level) + drift + sd (e[t] + theta e[t-1]),   x[0] = e[0] = 0,   factor[t] = exp(x[t])
 * </pre>
 *
 * <p>with e standard normal. The median of the factor is then exp of the mean of x, which without level and drift is 1: the
 * path of the inputs is the median of the draws.
 *
 * @param phi how much of a deviation is left after a step, 0 to 1; 1 is a random walk
 * @param sd standard deviation of a step, 0 or more
 * @param level where x reverts to when {@code phi} is below 1
 * @param drift added in every step
 * @param theta how much of a shock comes again in the step after it, -1 to 1
 * @see "Box, Jenkins and Reinsel (1994), Time Series Analysis, ch. 3; Keilman, Pham and Hetland (2002), Why population
 *     forecasts should be probabilistic, Demographic Research 6(15)"
 */
public record FactorProcess(double phi, double sd, double level, double drift, double theta) {
    public FactorProcess {
        if (!(phi >= 0 && phi <= 1)) {
            throw new IllegalArgumentException("FactorProcess.phi: got " + phi + ", expected 0 to 1");
        }
        if (!(sd >= 0) || Double.isInfinite(sd)) {
            throw new IllegalArgumentException("FactorProcess.sd: got " + sd + ", expected 0 or more, finite");
        }
        if (!Double.isFinite(level) || !Double.isFinite(drift)) {
            throw new IllegalArgumentException(
                    "FactorProcess: got level " + level + " and drift " + drift + ", expected finite numbers");
        }
        if (!(theta >= -1 && theta <= 1)) {
            throw new IllegalArgumentException("FactorProcess.theta: got " + theta + ", expected -1 to 1");
        }
    }

    /** A process whose shocks come once. */
    public FactorProcess(double phi, double sd, double level, double drift) {
        this(phi, sd, level, drift, 0);
    }

    /** A random walk with drift. */
    public static FactorProcess randomWalk(double sd, double drift) {
        return new FactorProcess(1, sd, 0, drift);
    }

    /** Deviations from the path of the inputs that fade by {@code phi} in a step. */
    public static FactorProcess aroundPath(double phi, double sd) {
        return new FactorProcess(phi, sd, 0, 0);
    }

    /** A factor that reverts to another level. */
    public static FactorProcess toward(double factor, double phi, double sd) {
        if (!(factor > 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException("FactorProcess.factor: got " + factor + ", expected above 0, finite");
        }
        return new FactorProcess(phi, sd, StrictMath.log(factor), 0);
    }

    /** The same with another theta. */
    public FactorProcess withMovingAverage(double share) {
        return new FactorProcess(phi, sd, level, drift, share);
    }

    /** The same without shocks: its median. */
    public FactorProcess median() {
        return new FactorProcess(phi, 0, level, drift, theta);
    }

    /** A process that has the same numbers but for sd and drift, so that its x has a mean and deviation after some steps. */
    private FactorProcess through(double mean, double deviation, int steps) {
        FactorProcess unit = new FactorProcess(phi, 1, 0, 1, theta);
        return new FactorProcess(phi, deviation / unit.deviation(steps), 0, mean / unit.mean(steps), theta);
    }

    /**
     * The process of an expert's interval: after so many steps the factor lies from {@code low} to {@code high} with a
     * probability, half of the rest on either side.
     *
     * @param low above 0
     * @param high above {@code low}
     * @param probability above 0, below 1
     * @param steps 1 or more
     * @param shape whose phi and theta it has
     */
    public static FactorProcess ofInterval(
            double low, double high, double probability, int steps, FactorProcess shape) {
        if (!(low > 0 && low < high) || Double.isInfinite(high)) {
            throw new IllegalArgumentException(
                    "FactorProcess: got an interval from " + low + " to " + high + ", expected 0 < low < high");
        }
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException(
                    "FactorProcess.probability: got " + probability + ", expected above 0, below 1");
        }
        if (steps < 1) {
            throw new IllegalArgumentException("FactorProcess.steps: got " + steps + ", expected 1 or more");
        }
        double z = quantile((1 + probability) / 2);
        double spread = (StrictMath.log(high) - StrictMath.log(low)) / (2 * z);
        double middle = (StrictMath.log(high) + StrictMath.log(low)) / 2;
        return shape.through(middle, spread, steps);
    }

    /** The mean of x after so many steps. */
    public double mean(int steps) {
        double x = 0;
        for (int step = 0; step < steps; step++) {
            x = level + phi * (x - level) + drift;
        }
        return x;
    }

    /** The standard deviation of x after so many steps. */
    public double deviation(int steps) {
        double variance = 0;
        double weight = 1; // of a shock, so many steps later
        for (int step = 0; step < steps; step++) {
            variance += weight * weight * sd * sd;
            weight = phi * weight + (step == 0 ? theta : 0);
        }
        return Math.sqrt(variance);
    }

    /** x after a step with a shock, which came after another. */
    double next(double x, double shock, double before) {
        return level + phi * (x - level) + drift + sd * (shock + theta * before);
    }

    /** The standard normal quantile; the library computes it without the platform's own functions. */
    static double quantile(double probability) {
        return Math.sqrt(2) * Erf.erfInv(2 * probability - 1);
    }
}
