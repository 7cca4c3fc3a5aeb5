package org.kapok.projection.ensemble;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** The sums of {@link LaneTally} of as many draws as a register holds, each kind of them one array. */
final class VectorTally {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int WIDTH = SPECIES.length();

    final double[] births; // region x status x lane
    final double[] deaths;

    private final LaneTally plan;
    private final double[] result = new double[WIDTH];
    private double[] people; // sum x lane
    private double[] before;

    VectorTally(LaneTally plan) {
        this.plan = plan;
        people = new double[plan.atoms() * WIDTH];
        before = new double[plan.atoms() * WIDTH];
        births = new double[plan.flows() * WIDTH];
        deaths = new double[plan.flows() * WIDTH];
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

    /** The sums of people. */
    double[] people() {
        return people;
    }

    /** Where the sum that a cell is added to stands. */
    int at(int cell) {
        return plan.atom(cell) * WIDTH;
    }

    /** The value of a count, to be read before the next call. */
    double[] value(int count) {
        DoubleVector none = DoubleVector.zero(SPECIES);
        int[] atoms = plan.atomsOf(count);
        int[] flows = plan.flowsOf(count);
        DoubleVector value = switch (plan.counts().get(count).kind()) {
            case PEOPLE -> plus(none, people, atoms);
            case BIRTHS -> plus(none, births, flows);
            case DEATHS -> plus(none, deaths, flows);
            case NET_MIGRATION -> {
                DoubleVector gained = minus(plus(none, people, atoms), before, atoms);
                yield plus(minus(gained, births, flows), deaths, flows);
            }
        };
        value.intoArray(result, 0);
        return result;
    }

    private static DoubleVector plus(DoubleVector value, double[] sums, int[] positions) {
        DoubleVector all = value;
        for (int position : positions) {
            all = all.add(DoubleVector.fromArray(SPECIES, sums, position * WIDTH));
        }
        return all;
    }

    private static DoubleVector minus(DoubleVector value, double[] sums, int[] positions) {
        DoubleVector all = value;
        for (int position : positions) {
            all = all.sub(DoubleVector.fromArray(SPECIES, sums, position * WIDTH));
        }
        return all;
    }
}
