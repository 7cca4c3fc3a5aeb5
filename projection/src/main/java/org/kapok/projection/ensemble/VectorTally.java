package org.kapok.projection.ensemble;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The sums of as many draws as a register holds, one after the other in memory, and what they came to in every step until
 * they are handed over: draws of a whole block together, as few at a time would be written all over the memory.
 */
final class VectorTally {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    final double[] births; // region x status x lane
    final double[] deaths;
    private final LaneTally plan;
    private final double[][] values; // by group of draws: step x count x lane
    private double[] people; // atom x lane
    private double[] before;

    VectorTally(LaneTally plan, int groups, int steps) {
        this.plan = plan;
        this.births = new double[groups * LANES];
        this.deaths = new double[groups * LANES];
        this.people = new double[plan.atoms() * LANES];
        this.before = new double[people.length];
        this.values = new double[Block.DRAWS / LANES][steps * plan.counts().size() * LANES];
    }

    /** Where the sum of a cell is among the people. */
    int at(int cell) {
        return plan.atom(cell) * LANES;
    }

    double[] people() {
        return people;
    }

    /** Makes room for the next step, and keeps the people of the last one. */
    void next() {
        double[] oldest = before;
        before = people;
        people = oldest;
        Arrays.fill(people, 0);
        Arrays.fill(births, 0);
        Arrays.fill(deaths, 0);
    }

    /** Keeps all counts of a group of draws in a step. */
    void keep(int step, int group) {
        int counts = plan.counts().size();
        double[] kept = values[group];
        for (int count = 0; count < counts; count++) {
            int at = (step * counts + count) * LANES;
            int[] atoms = plan.atomsOf(count);
            int[] groups = plan.groupsOf(count);
            DoubleVector.zero(SPECIES).intoArray(kept, at);
            switch (plan.counts().get(count).kind()) {
                case PEOPLE -> add(kept, at, people, atoms);
                case BIRTHS -> add(kept, at, births, groups);
                case DEATHS -> add(kept, at, deaths, groups);
                case NET_MIGRATION -> {
                    add(kept, at, people, atoms);
                    subtract(kept, at, before, atoms);
                    subtract(kept, at, births, groups);
                    add(kept, at, deaths, groups);
                }
            }
        }
    }

    private static void add(double[] sums, int at, double[] rows, int[] positions) {
        DoubleVector sum = DoubleVector.fromArray(SPECIES, sums, at);
        for (int position : positions) {
            sum = sum.add(DoubleVector.fromArray(SPECIES, rows, position * LANES));
        }
        sum.intoArray(sums, at);
    }

    private static void subtract(double[] sums, int at, double[] rows, int[] positions) {
        DoubleVector sum = DoubleVector.fromArray(SPECIES, sums, at);
        for (int position : positions) {
            sum = sum.sub(DoubleVector.fromArray(SPECIES, rows, position * LANES));
        }
        sum.intoArray(sums, at);
    }

    /** Hands over what was kept. */
    void handOver(Block block) {
        int counts = plan.counts().size();
        for (int at = 0; at < values[0].length; at += LANES) {
            int step = at / LANES / counts;
            int count = at / LANES % counts;
            double[] row = block.row(count, step);
            int lane = 0;
            for (; lane + LANES <= block.draws(); lane += LANES) {
                DoubleVector.fromArray(SPECIES, values[lane / LANES], at).intoArray(row, block.rowAt() + lane);
            }
            if (lane < block.draws()) {
                System.arraycopy(values[lane / LANES], at, row, block.rowAt() + lane, block.draws() - lane);
            }
        }
    }
}
