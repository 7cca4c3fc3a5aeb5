package org.kapok.projection.ensemble;

import java.util.Arrays;
import org.kapok.projection.internal.LaneStep;

/** What consecutive draws came to: the counts of an ensemble and, after them, the numbers derived from their people. */
public final class Block {
    /** How many draws a block has, but for the last of an ensemble. */
    public static final int DRAWS = LaneStep.LANES;

    private final int steps;
    private final double[][] rows; // [number x step][lane]
    private int firstDraw;
    private int draws;

    Block(int numbers, int steps) {
        this.steps = steps;
        this.rows = new double[numbers * steps][DRAWS];
    }

    void start(int first, int many) {
        firstDraw = first;
        draws = many;
    }

    /** The row of a number after a step. */
    double[] row(int number, int step) {
        return rows[number * steps + step];
    }

    /** The first draw, from 0 on. */
    public int firstDraw() {
        return firstDraw;
    }

    /** How many draws, 1 to {@link #DRAWS}. */
    public int draws() {
        return draws;
    }

    /** The number of every draw after a step, in order. */
    public double[] draws(int number, int step) {
        return Arrays.copyOf(row(number, step), draws);
    }
}
