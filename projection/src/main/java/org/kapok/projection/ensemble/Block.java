package org.kapok.projection.ensemble;

import java.util.Arrays;
import java.util.Optional;
import org.kapok.projection.internal.LaneStep;

/** What consecutive draws came to: the counts of an ensemble and, after them, the numbers derived from their people. */
public final class Block {
    /** How many draws a block has, but for the last of an ensemble. */
    public static final int DRAWS = LaneStep.LANES;

    private final int counts;
    private final int steps;
    private final Optional<Values> values; // where counts go, past the rows
    private final double[][] rows; // [number x step][lane]
    private int firstDraw;
    private int draws;

    /** A block of so many counts and derived numbers. */
    Block(int counts, int derived, int steps) {
        this(counts, steps, Optional.empty(), new double[(counts + derived) * steps][DRAWS]);
    }

    /** A block whose counts go straight to where all draws are kept. */
    Block(Values values) {
        this(values.counts().size(), values.steps(), Optional.of(values), new double[0][]);
    }

    private Block(int counts, int steps, Optional<Values> values, double[][] rows) {
        this.counts = counts;
        this.steps = steps;
        this.values = values;
        this.rows = rows;
    }

    void start(int first, int many) {
        firstDraw = first;
        draws = many;
    }

    /** How many counts. */
    int counts() {
        return counts;
    }

    /** Where the draws of this block are in the rows of its counts. */
    int rowAt() {
        return values.isPresent() ? firstDraw : 0;
    }

    /** The row that a count after a step belongs in. */
    double[] row(int count, int step) {
        return values.isPresent() ? values.get().row(count, step) : rows[count * steps + step];
    }

    /** The row of a derived number after a step. */
    double[] derived(int number, int step) {
        return rows[(counts + number) * steps + step];
    }

    /** The first draw, from 0 on. */
    public int firstDraw() {
        return firstDraw;
    }

    /** How many draws, 1 to {@link #DRAWS}. */
    public int draws() {
        return draws;
    }

    /** A number of every draw after a step, in order; derived numbers follow the counts. */
    public double[] draws(int number, int step) {
        return Arrays.copyOf(rows[number * steps + step], draws);
    }
}
