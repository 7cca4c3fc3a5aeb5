package org.kapok.core.mortality;

/**
 * A random walk with drift, {@code k(t) = k(t - 1) + drift + sd e(t)}, seen from its last value.
 *
 * @param last the last value
 * @param drift mean change per step
 * @param sd standard deviation of the change per step about the drift, 0 or more
 * @param steps changes that drift and sd were estimated from, 1 or more
 * @see "Lee and Carter (1992), Modeling and forecasting U.S. mortality, JASA 87"
 */
public record RandomWalk(double last, double drift, double sd, int steps) {
    public RandomWalk {
        if (!(Double.isFinite(last) && Double.isFinite(drift) && sd >= 0 && sd < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("RandomWalk: got last " + last + ", drift " + drift + " and sd " + sd
                    + ", expected finite numbers, sd 0 or more");
        }
        if (steps < 1) {
            throw new IllegalArgumentException("RandomWalk.steps: got " + steps + ", expected 1 or more");
        }
    }

    /** The walk by maximum likelihood, sd with the divisor of an unbiased variance; 3 or more values by time. */
    public static RandomWalk fit(double[] values) {
        if (values.length < 3) {
            throw new IllegalArgumentException(
                    "RandomWalk.values: got " + values.length + ", expected 3 or more, by time");
        }
        int steps = values.length - 1;
        double drift = (values[steps] - values[0]) / steps;
        double squares = 0;
        for (int time = 1; time <= steps; time++) {
            double shock = values[time] - values[time - 1] - drift;
            squares += shock * shock;
        }
        return new RandomWalk(values[steps], drift, Math.sqrt(squares / (steps - 1)), steps);
    }

    /** Standard error of the drift. */
    public double driftError() {
        return sd / Math.sqrt(steps);
    }

    /** The expected value {@code ahead} steps after the last. */
    public double mean(int ahead) {
        return last + ahead * drift;
    }

    /** Standard deviation of the value {@code ahead} steps after the last, the error of the drift included. */
    public double sd(int ahead) {
        return Math.sqrt(ahead * sd * sd + ahead * driftError() * (ahead * driftError()));
    }
}
