package org.kapok.projection.ensemble;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Shares out to a region those who moved, changes statuses, and counts everybody. */
final class VectorArrival {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int WIDTH = SPECIES.length();
    private static final int SEXES = 2;

    private final LaneRates rates;
    private final LaneTally.Rows tally;
    private final LaneFactors factors;
    private final double[] pool;
    private final double[] changed; // change x lane
    private final int ages;
    private final int statuses;
    private final boolean pair;
    private final int[][] runs; // by region and sex: the first ages of those in the same sums

    VectorArrival(LaneRates rates, LaneTally.Rows tally, LaneFactors factors, double[] pool, int[][] runs) {
        this.rates = rates;
        this.tally = tally;
        this.factors = factors;
        this.pool = pool;
        this.runs = runs;
        this.changed = new double[rates.changes.size() * WIDTH];
        this.ages = rates.space.ages().count();
        this.statuses = rates.space.statuses().size();
        this.pair = rates.changes.size() == 1 && statuses == 2;
    }

    void arrive(int year, double[] people, int lane, int region, int sex) {
        if (!pair) {
            for (int age = 0; age < ages; age++) {
                receive(year, people, region, sex, age);
                change(year, people, lane, region, sex, age);
                count(people, lane, region, sex, age);
            }
            return;
        }
        receiveAndChange(year, people, lane, region, sex);
    }

    private int cell(int region, int status, int sex) {
        return ((region * statuses + status) * SEXES + sex) * ages;
    }

    private void receiveAndChange(int year, double[] people, int lane, int region, int sex) {
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
        DoubleVector fs = DoubleVector.fromArray(SPECIES, factors.changes[0][region], lane);
        int[] starts = runs[region * SEXES + sex];
        for (int run = 0; run < starts.length; run++) {
            double[] fromSum = tally.of(from + starts[run]);
            double[] toSum = tally.of(to + starts[run]);
            DoubleVector fromAll = DoubleVector.fromArray(SPECIES, fromSum, lane);
            DoubleVector toAll = DoubleVector.fromArray(SPECIES, toSum, lane);
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
            fromAll.intoArray(fromSum, lane);
            toAll.intoArray(toSum, lane);
        }
    }

    private static DoubleVector at(double[] values, int cell) {
        return DoubleVector.fromArray(SPECIES, values, cell * WIDTH);
    }

    private void receive(int year, double[] people, int region, int sex, int age) {
        for (int status = 0; status < statuses; status++) {
            int cell = cell(region, status, sex) + age;
            double share = rates.share.values[rates.share.at(year, region, status, sex) + age];
            at(people, cell)
                    .add(at(pool, cell(0, status, sex) + age).mul(share))
                    .intoArray(people, cell * WIDTH);
        }
    }

    /** All changes are counted on those present before any of them. */
    private void change(int year, double[] people, int lane, int region, int sex, int age) {
        for (int i = 0; i < rates.changes.size(); i++) {
            LaneRates.Change change = rates.changes.get(i);
            double rate = change.rate().values[change.rate().at(year, region, change.from(), sex) + age];
            DoubleVector fs = DoubleVector.fromArray(SPECIES, factors.changes[i][region], lane);
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

    private void count(double[] people, int lane, int region, int sex, int age) {
        for (int status = 0; status < statuses; status++) {
            int cell = cell(region, status, sex) + age;
            double[] sum = tally.of(cell);
            DoubleVector.fromArray(SPECIES, sum, lane).add(at(people, cell)).intoArray(sum, lane);
        }
    }
}
