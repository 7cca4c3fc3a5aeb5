package org.kapok.projection.ensemble;

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

    /** The room for all draws of a count after a step. */
    double[] row(int count, int step) {
        return values[count * steps + step];
    }
}
