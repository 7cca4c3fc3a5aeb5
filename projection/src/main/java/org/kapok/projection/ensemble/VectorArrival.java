package org.kapok.projection.ensemble;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Shares out to a region those who moved, changes statuses, and counts everybody. */
final class VectorArrival {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int WIDTH = SPECIES.length();
    private static final int SEXES = 2;

    private final LaneRates rates;
    private final VectorTally tally;
    private final LaneFactors factors;
    private final double[] people;
    private final double[] pool;
    private final double[] changed; // change x lane
    private final int ages;
    private final int statuses;
    private final boolean pair;
    private final int[][] runs; // by region and sex: the first ages of those in the same sums

    VectorArrival(
            LaneRates rates, VectorTally tally, LaneFactors factors, double[] people, double[] pool, int[][] runs) {
        this.rates = rates;
        this.tally = tally;
        this.factors = factors;
        this.people = people;
        this.pool = pool;
        this.runs = runs;
        this.changed = new double[rates.changes.size() * WIDTH];
        this.ages = rates.space.ages().count();
        this.statuses = rates.space.statuses().size();
        this.pair = rates.changes.size() == 1 && statuses == 2;
    }

    void arrive(int year, int region, int sex) {
        if (!pair) {
            for (int age = 0; age < ages; age++) {
                receive(year, region, sex, age);
                change(year, region, sex, age);
                count(region, sex, age);
            }
            return;
        }
        receiveAndChange(year, region, sex);
    }

    private int cell(int region, int status, int sex) {
        return ((region * statuses + status) * SEXES + sex) * ages;
    }

    private void receiveAndChange(int year, int region, int sex) {
        LaneRates.Change change = rates.changes.get(0);
        double[] share = rates.share.values;
        double[] rate = change.rate().values;
        int fromShare = rates.share.at(year, region, change.from(), sex);
        int toShare = rates.share.at(year, region, change.to(), sex);
        int rateAt = change.rate().at(year, region, change.from(), sex);
        int from = cell(region, change.from(), sex);
        int to = cell(region, change.to(), sex);
        int fromPool = cell(0, change.from(), sex);
        int toPool = cell(0, change.to(), sex);
        double[] pooled = pool;
        DoubleVector fs = DoubleVector.fromArray(SPECIES, factors.changes[0][region], 0);
        double[] sums = tally.people();
        int[] starts = runs[region * SEXES + sex];
        for (int run = 0; run < starts.length; run++) {
            int fromSum = tally.at(from + starts[run]);
            int toSum = tally.at(to + starts[run]);
            DoubleVector fromAll = DoubleVector.fromArray(SPECIES, sums, fromSum);
            DoubleVector toAll = DoubleVector.fromArray(SPECIES, sums, toSum);
            int end = run + 1 < starts.length ? starts[run + 1] : ages;
            for (int x = starts[run]; x < end; x++) {
                DoubleVector present =
                        at(people, from + x).add(at(pooled, fromPool + x).mul(share[fromShare + x]));
                DoubleVector leaving = present.mul(fs.mul(rate[rateAt + x]));
                DoubleVector left = present.sub(leaving);
                DoubleVector joined = at(people, to + x)
                        .add(at(pooled, toPool + x).mul(share[toShare + x]))
                        .add(leaving);
                left.intoArray(people, (from + x) * WIDTH);
                joined.intoArray(people, (to + x) * WIDTH);
                fromAll = fromAll.add(left);
                toAll = toAll.add(joined);
            }
            fromAll.intoArray(sums, fromSum);
            toAll.intoArray(sums, toSum);
        }
    }

    private static DoubleVector at(double[] values, int cell) {
        return DoubleVector.fromArray(SPECIES, values, cell * WIDTH);
    }

    private void receive(int year, int region, int sex, int age) {
        for (int status = 0; status < statuses; status++) {
            int cell = cell(region, status, sex) + age;
            double share = rates.share.values[rates.share.at(year, region, status, sex) + age];
            at(people, cell)
                    .add(at(pool, cell(0, status, sex) + age).mul(share))
                    .intoArray(people, cell * WIDTH);
        }
    }

    /** All changes are counted on those present before any of them. */
    private void change(int year, int region, int sex, int age) {
        for (int i = 0; i < rates.changes.size(); i++) {
            LaneRates.Change change = rates.changes.get(i);
            double rate = change.rate().values[change.rate().at(year, region, change.from(), sex) + age];
            DoubleVector fs = DoubleVector.fromArray(SPECIES, factors.changes[i][region], 0);
            at(people, cell(region, change.from(), sex) + age).mul(fs.mul(rate)).intoArray(changed, i * WIDTH);
        }
        for (int i = 0; i < rates.changes.size(); i++) {
            LaneRates.Change change = rates.changes.get(i);
            int from = cell(region, change.from(), sex) + age;
            int to = cell(region, change.to(), sex) + age;
            at(people, from).sub(at(changed, i)).intoArray(people, from * WIDTH);
            at(people, to).add(at(changed, i)).intoArray(people, to * WIDTH);
        }
    }

    private void count(int region, int sex, int age) {
        for (int status = 0; status < statuses; status++) {
            int cell = cell(region, status, sex) + age;
            double[] sums = tally.people();
            int sum = tally.at(cell);
            DoubleVector.fromArray(SPECIES, sums, sum).add(at(people, cell)).intoArray(sums, sum);
        }
    }
}
