package org.kapok.projection.ensemble;

import java.util.Arrays;
import java.util.List;

/** What counts come to in every step and draw, 8 bytes each. */
public final class Values {
    private final List<Count> counts;
    private final int steps;
    private final int draws;
    private final double[][] values; // [count x step][draw]

    Values(List<Count> counts, int steps, int draws) {
        this.counts = List.copyOf(counts);
        this.steps = steps;
        this.draws = draws;
        this.values = new double[counts.size() * steps][draws];
    }

    /** What was counted. */
    public List<Count> counts() {
        return counts;
    }

    /** How many steps. */
    public int steps() {
        return steps;
    }

    /** How many draws. */
    public int draws() {
        return draws;
    }

    /** The value of a count after a step, or in it, in one draw. */
    public double at(int count, int step, int draw) {
        return values[count * steps + step][draw];
    }

    /** The values of all draws, in their order. */
    public double[] draws(int count, int step) {
        return values[count * steps + step].clone();
    }

    /**
     * Quantiles over the draws, straight between the two draws that are nearest (type 7 of Hyndman and Fan).
     *
     * @param probabilities each 0 to 1
     * @see "Hyndman and Fan (1996), Sample quantiles in statistical packages, The American Statistician 50(4)"
     */
    public double[] quantiles(int count, int step, double... probabilities) {
        double[] sorted = draws(count, step);
        Arrays.sort(sorted);
        double[] quantiles = new double[probabilities.length];
        for (int i = 0; i < quantiles.length; i++) {
            if (!(probabilities[i] >= 0 && probabilities[i] <= 1)) {
                throw new IllegalArgumentException(
                        "Values.quantiles: got probability " + probabilities[i] + ", expected 0 to 1");
            }
            double position = probabilities[i] * (draws - 1);
            int below = (int) position;
            double above = sorted[Math.min(below + 1, draws - 1)];
            quantiles[i] = sorted[below] + (position - below) * (above - sorted[below]);
        }
        return quantiles;
    }

    void put(int count, int step, int firstDraw, double[] lanes) {
        double[] row = values[count * steps + step];
        System.arraycopy(lanes, 0, row, firstDraw, Math.min(lanes.length, draws - firstDraw));
    }
}
