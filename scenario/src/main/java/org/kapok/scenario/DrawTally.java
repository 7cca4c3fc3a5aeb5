package org.kapok.scenario;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.kapok.projection.ensemble.Block;
import org.kapok.projection.ensemble.BlockReader;
import org.kapok.projection.ensemble.Quantiles;

/**
 * What the draws of an ensemble have come to so far: the spread of every number after every step and of every outcome, and
 * how often each outcome was met, and all at once, and supplies were exceeded.
 */
final class DrawTally implements BlockReader {
    private final int[] numbers; // of the blocks
    private final int steps;
    private final double[][] supply; // by number and step; NaN where it is not known
    private final List<Outcome> outcomes;
    private final List<Spread> spreads; // number x step, then outcomes
    private final long[] hits; // number x step above supply, outcomes met, all outcomes of targets met
    private final double[] excess; // number x step, the sum of what is above supply
    private int draws;

    /**
     * An empty tally.
     *
     * @param numbers which numbers of a block are told of
     * @param supply what each is held against after each step, NaN for nothing
     * @param outcomes in order, those of targets first
     */
    DrawTally(int[] numbers, int steps, double[][] supply, List<Outcome> outcomes, Spread.Kind kind, int draws) {
        this.numbers = numbers;
        this.steps = steps;
        this.supply = supply;
        this.outcomes = List.copyOf(outcomes);
        this.hits = new long[numbers.length * steps + outcomes.size() + 1];
        this.excess = new double[numbers.length * steps];
        this.spreads = Spread.of(kind, numbers.length * steps + outcomes.size(), draws);
    }

    @Override
    public void read(Block block) {
        for (int i = 0; i < numbers.length; i++) {
            for (int step = 0; step < steps; step++) {
                double[] values = block.draws(numbers[i], step);
                spreads.get(i * steps + step).add(values, values.length);
                for (double value : values) {
                    if (value > supply[i][step]) {
                        hits[i * steps + step]++;
                        excess[i * steps + step] += value - supply[i][step];
                    }
                }
            }
        }
        boolean[] missed = new boolean[block.draws()];
        for (int i = 0; i < outcomes.size(); i++) {
            double[] values = outcomes.get(i).in(block);
            spreads.get(numbers.length * steps + i).add(values, values.length);
            for (int draw = 0; draw < values.length; draw++) {
                boolean met = outcomes.get(i).met(values[draw]);
                hits[numbers.length * steps + i] += met ? 1 : 0;
                missed[draw] |= !met && outcomes.get(i) instanceof Outcome.OfTarget;
            }
        }
        for (boolean any : missed) {
            hits[hits.length - 1] += any ? 0 : 1;
        }
        draws += block.draws();
    }

    /** How many draws have come in. */
    int draws() {
        return draws;
    }

    Quantiles spread(int number, int step) {
        return spreads.get(number * steps + step).quantiles();
    }

    /** The share of draws in which a number exceeds its supply after a step. */
    double above(int number, int step) {
        return (double) hits[number * steps + step] / draws;
    }

    /** The mean of what a number exceeds its supply by, 0 where it does not. */
    double excess(int number, int step) {
        return excess[number * steps + step] / draws;
    }

    Quantiles outcome(int position) {
        return spreads.get(numbers.length * steps + position).quantiles();
    }

    /** The share of draws that meet an outcome. */
    double met(int position) {
        return (double) hits[numbers.length * steps + position] / draws;
    }

    /** The share of draws that meet every target at once. */
    double allMet() {
        return (double) hits[hits.length - 1] / draws;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(draws);
        for (long hit : hits) {
            out.writeLong(hit);
        }
        for (double sum : excess) {
            out.writeDouble(sum);
        }
        for (Spread spread : spreads) {
            spread.write(out);
        }
    }

    void read(DataInput in) throws IOException {
        draws = in.readInt();
        for (int i = 0; i < hits.length; i++) {
            hits[i] = in.readLong();
        }
        for (int i = 0; i < excess.length; i++) {
            excess[i] = in.readDouble();
        }
        for (Spread spread : spreads) {
            spread.read(in);
        }
    }
}
