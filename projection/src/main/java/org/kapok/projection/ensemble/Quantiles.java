package org.kapok.projection.ensemble;

import java.util.Arrays;

/** What many draws of one value say: mean, spread and quantiles, each quantile with its error. */
public final class Quantiles {
    /** Standard errors on either side that hold 95%. */
    private static final double Z95 = 1.959963984540054;

    private final double[] sorted;
    private final double mean;
    private final double deviation;

    private Quantiles(double[] draws) {
        sorted = draws.clone();
        double sum = 0;
        for (double draw : draws) {
            sum += draw;
        }
        mean = sum / draws.length;
        double squares = 0;
        for (double draw : draws) {
            squares += (draw - mean) * (draw - mean);
        }
        deviation = draws.length > 1 ? Math.sqrt(squares / (draws.length - 1)) : 0;
        Arrays.sort(sorted);
    }

    /** A summary of draws, 1 or more. */
    public static Quantiles of(double[] draws) {
        if (draws.length == 0) {
            throw new IllegalArgumentException("Quantiles: got no draws, expected 1 or more");
        }
        return new Quantiles(draws);
    }

    /** The mean of the draws. */
    public double mean() {
        return mean;
    }

    /** Their standard deviation; 0 of one draw. */
    public double deviation() {
        return deviation;
    }

    /**
     * The quantile of a probability, straight between the two nearest draws (type 7 of Hyndman and Fan).
     *
     * @param probability 0 to 1
     * @see "Hyndman and Fan (1996), Sample quantiles in statistical packages, The American Statistician 50(4)"
     */
    public double at(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("Quantiles.probability: got " + probability + ", expected 0 to 1");
        }
        double position = probability * (sorted.length - 1);
        int below = (int) position;
        double above = sorted[Math.min(below + 1, sorted.length - 1)];
        return sorted[below] + (position - below) * (above - sorted[below]);
    }

    /**
     * Half of the 95% interval of a quantile for so many draws, from the order statistics whose ranks are two standard
     * errors of the count below apart.
     *
     * @param probability 0 to 1
     * @see "David and Nagaraja (2003), Order Statistics, 3rd ed., section 7.1"
     */
    public double error(double probability) {
        double half = Z95 * Math.sqrt(probability * (1 - probability) / sorted.length);
        return (at(Math.min(1, probability + half)) - at(Math.max(0, probability - half))) / 2;
    }
}
