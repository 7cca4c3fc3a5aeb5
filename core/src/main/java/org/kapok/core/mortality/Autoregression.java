package org.kapok.core.mortality;

import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * A first-order autoregression, {@code k(t) = constant + slope k(t - 1) + sd e(t)}, seen from its last value: it tends to
 * {@code constant / (1 - slope)}.
 *
 * @param last the last value
 * @param constant what is added per step
 * @param slope share of the value that stays, between -1 and 1, both excluded
 * @param sd standard deviation of the shock per step, 0 or more
 * @see "Li and Lee (2005), Coherent mortality forecasts for a group of populations, Demography 42"
 */
public record Autoregression(double last, double constant, double slope, double sd) {
    public Autoregression {
        if (!(Double.isFinite(last) && Double.isFinite(constant) && sd >= 0 && sd < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("Autoregression: got last " + last + ", constant " + constant
                    + " and sd " + sd + ", expected finite numbers, sd 0 or more");
        }
        if (!(slope > -1 && slope < 1)) {
            throw new IllegalArgumentException("Autoregression.slope: got " + slope
                    + ", expected between -1 and 1: the values do not return to a level");
        }
    }

    /** The autoregression by least squares; 4 or more values by time, not all the same. */
    public static Autoregression fit(double[] values) {
        if (values.length < 4) {
            throw new IllegalArgumentException(
                    "Autoregression.values: got " + values.length + ", expected 4 or more, by time");
        }
        SimpleRegression line = new SimpleRegression();
        for (int time = 1; time < values.length; time++) {
            line.addData(values[time - 1], values[time]);
        }
        return new Autoregression(
                values[values.length - 1],
                line.getIntercept(),
                line.getSlope(),
                Math.sqrt(Math.max(0, line.getMeanSquareError())));
    }

    /** The expected value {@code ahead} steps after the last. */
    public double mean(int ahead) {
        double level = constant / (1 - slope);
        return level + StrictMath.pow(slope, ahead) * (last - level);
    }

    /** Standard deviation of the value {@code ahead} steps after the last. */
    public double sd(int ahead) {
        return sd * Math.sqrt((1 - StrictMath.pow(slope, 2 * ahead)) / (1 - slope * slope));
    }
}
