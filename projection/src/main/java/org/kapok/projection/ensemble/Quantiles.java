package org.kapok.projection.ensemble;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** What many draws of one value say: mean, spread and quantiles, each quantile with its error. */
public final class Quantiles {
    /** Standard errors on either side that hold 95%. */
    private static final double Z95 = 1.959963984540054;

    private final long draws;
    private final long independent; // draws that errors are of
    private final double mean;
    private final double deviation;
    private final DoubleUnaryOperator quantile;
    private final double rankError;

    private Quantiles(
            long draws,
            long independent,
            double mean,
            double deviation,
            DoubleUnaryOperator quantile,
            double rankError) {
        this.draws = draws;
        this.independent = independent;
        this.mean = mean;
        this.deviation = deviation;
        this.quantile = quantile;
        this.rankError = rankError;
    }

    /**
     * A summary that is known from elsewhere, such as a sketch of draws that are not kept.
     *
     * @param draws how many, 1 or more
     * @param quantile the quantile of a probability
     * @param rankError the share of draws by which it may be off
     */
    public static Quantiles of(
            long draws, double mean, double deviation, DoubleUnaryOperator quantile, double rankError) {
        return new Quantiles(draws, draws, mean, deviation, quantile, rankError);
    }

    /** A summary of draws, 1 or more. */
    public static Quantiles of(double[] draws) {
        if (draws.length == 0) {
            throw new IllegalArgumentException("Quantiles: got no draws, expected 1 or more");
        }
        double sum = 0;
        for (double draw : draws) {
            sum += draw;
        }
        double mean = sum / draws.length;
        double squares = 0;
        for (double draw : draws) {
            squares += (draw - mean) * (draw - mean);
        }
        double deviation = draws.length > 1 ? Math.sqrt(squares / (draws.length - 1)) : 0;
        double[] sorted = draws.clone();
        Arrays.sort(sorted);
        return new Quantiles(
                draws.length, draws.length, mean, deviation, probability -> between(sorted, probability), 0);
    }

    /**
     * The same with the errors of so many independent draws, where draws depend on each other.
     *
     * @param many 1 or more
     */
    public Quantiles ofIndependent(long many) {
        if (many < 1) {
            throw new IllegalArgumentException("Quantiles.independent: got " + many + ", expected 1 or more");
        }
        return new Quantiles(draws, many, mean, deviation, quantile, rankError);
    }

    private static double between(double[] sorted, double probability) {
        double position = probability * (sorted.length - 1);
        int below = (int) position;
        double above = sorted[Math.min(below + 1, sorted.length - 1)];
        return sorted[below] + (position - below) * (above - sorted[below]);
    }

    /** How many draws. */
    public long draws() {
        return draws;
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
     * The quantile of a probability, straight between the two nearest draws where all are kept (type 7
     * of Hyndman and Fan).
     *
     * @param probability 0 to 1
     * @see "Hyndman and Fan (1996), Sample quantiles in statistical packages, The American Statistician 50(4)"
     */
    public double at(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("Quantiles.probability: got " + probability + ", expected 0 to 1");
        }
        return quantile.applyAsDouble(probability);
    }

    /**
     * Half of the 95% interval of a quantile for so many draws, from the order statistics whose ranks are two standard
     * errors of the count below apart; further by what the quantile itself may be off.
     *
     * @param probability 0 to 1
     * @see "David and Nagaraja (2003), Order Statistics, 3rd ed., section 7.1"
     */
    public double error(double probability) {
        double half = Z95 * Math.sqrt(probability * (1 - probability) / independent) + rankError;
        return (at(Math.min(1, probability + half)) - at(Math.max(0, probability - half))) / 2;
    }
}
