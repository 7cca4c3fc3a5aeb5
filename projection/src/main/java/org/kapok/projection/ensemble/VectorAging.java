package org.kapok.projection.ensemble;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.kapok.core.Sex;

/** Ages the people of one region, status and sex, from the open group down, until those who move have left. */
final class VectorAging {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int WIDTH = SPECIES.length();
    private static final int FEMALE = Sex.FEMALE.ordinal();
    private static final int SEXES = 2;

    private final LaneRates rates;
    private final VectorTally tally;
    private final LaneFactors factors;
    private final double[] people;
    private final double[] pool;
    private final double[] bornTo;
    private final int ages;
    private final int statuses;
    private final int firstMothers; // the ages reached between which women may give birth
    private final int lastMothers;
    private final int[][] runs;
    private final double[] migration = new double[2 * WIDTH]; // factors of arrivals, of departures

    // Of the profile entered.
    private int region;
    private int status;
    private int sex;
    private int cell;
    private int at; // of the first age
    private int poolAt;
    private int groupAt;

    VectorAging(
            LaneRates rates, VectorTally tally, LaneFactors factors, double[] people, double[] pool, double[] bornTo) {
        this.people = people;
        this.rates = rates;
        this.tally = tally;
        this.factors = factors;
        this.pool = pool;
        this.bornTo = bornTo;
        this.ages = rates.space.ages().count();
        this.statuses = rates.space.statuses().size();
        int first = ages;
        int last = 0;
        for (int i = 0; i < rates.bearing.values.length; i++) {
            if (rates.bearing.values[i] != 0) {
                first = Math.min(first, Math.max(1, i % ages));
                last = Math.max(last, Math.min(ages - 1, i % ages + 1));
            }
        }
        firstMothers = first;
        lastMothers = last;
        runs = findRuns();
    }

    /** The first ages of the runs of each region and sex whose people are in the same sums. */
    int[][] runs() {
        return runs;
    }

    /** Takes up a profile. */
    void enter(int region, int status, int sex) {
        this.region = region;
        this.status = status;
        this.sex = sex;
        cell = ((region * statuses + status) * SEXES + sex) * ages;
        at = cell * WIDTH;
        poolAt = (status * SEXES + sex) * ages * WIDTH;
        groupAt = (region * statuses + status) * WIDTH;
        factor(factors.arrivals).intoArray(migration, 0);
        factor(factors.departures).intoArray(migration, WIDTH);
    }

    private DoubleVector factor(double[][] rows) {
        return DoubleVector.fromArray(SPECIES, rows[region], 0);
    }

    private DoubleVector at(int age) {
        return DoubleVector.fromArray(SPECIES, people, at + age * WIDTH);
    }

    private static DoubleVector migrants(double[] migration, double net) {
        return DoubleVector.fromArray(SPECIES, migration, net < 0 ? WIDTH : 0).mul(net);
    }

    /** Everybody where half of the migrants join at each end. */
    void even(int year) {
        double last = rates.net.values[rates.net.at(year, region, status, sex) + ages - 1];
        merge(last == 0 ? at(ages - 1) : at(ages - 1).add(migrants(migration, last)));
        if (sex == FEMALE && firstMothers <= lastMothers) {
            evenBetween(year, lastMothers + 1, ages - 1);
            evenMothers(year, firstMothers, lastMothers);
            evenBetween(year, 1, firstMothers - 1);
        } else {
            evenBetween(year, 1, ages - 1);
        }
    }

    private void merge(DoubleVector open) {
        int below = at + (ages - 2) * WIDTH;
        DoubleVector.fromArray(SPECIES, people, below).add(open).intoArray(people, below);
    }

    private void evenBetween(int year, int first, int last) {
        DoubleVector fm = factor(factors.mortality[sex]);
        DoubleVector fo = factor(factors.moves);
        double[] cells = people;
        double[] pooled = pool;
        double[] joining = migration;
        double[] q = rates.dying.values;
        double[] net = rates.net.values;
        double[] out = rates.leaving.values;
        int cellAt = at;
        int pooledAt = poolAt;
        int qAt = rates.dying.at(year, region, status, sex);
        int netAt = rates.net.at(year, region, status, sex);
        int outAt = rates.leaving.at(year, region, status, sex);
        double[] deaths = tally.deaths;
        DoubleVector dead = DoubleVector.fromArray(SPECIES, deaths, groupAt);
        DoubleVector after = migrants(joining, net[netAt + last]);
        for (int x = last; x >= first; x--) {
            DoubleVector before = migrants(joining, net[netAt + x - 1]);
            DoubleVector start = DoubleVector.fromArray(SPECIES, cells, cellAt + (x - 1) * WIDTH)
                    .add(before);
            DoubleVector dying = start.mul(fm.mul(q[qAt + x]));
            DoubleVector left = start.sub(dying).add(after);
            DoubleVector moved = left.mul(fo.mul(out[outAt + x]));
            left.sub(moved).intoArray(cells, cellAt + x * WIDTH);
            dead = dead.add(dying);
            add(pooled, pooledAt + x * WIDTH, moved);
            after = before;
        }
        dead.intoArray(deaths, groupAt);
    }

    private static void add(double[] sums, int at, DoubleVector more) {
        DoubleVector.fromArray(SPECIES, sums, at).add(more).intoArray(sums, at);
    }

    private void evenMothers(int year, int first, int last) {
        DoubleVector fm = factor(factors.mortality[sex]);
        DoubleVector fo = factor(factors.moves);
        double[] cells = people;
        double[] pooled = pool;
        double[] joining = migration;
        double[] q = rates.dying.values;
        double[] net = rates.net.values;
        double[] out = rates.leaving.values;
        double[] f = rates.bearing.values;
        int cellAt = at;
        int pooledAt = poolAt;
        int qAt = rates.dying.at(year, region, status, sex);
        int netAt = rates.net.at(year, region, status, sex);
        int outAt = rates.leaving.at(year, region, status, sex);
        int fAt = rates.bearing.at(year, region, status, sex);
        double[] deaths = tally.deaths;
        DoubleVector dead = DoubleVector.fromArray(SPECIES, deaths, groupAt);
        DoubleVector births = DoubleVector.fromArray(SPECIES, bornTo, groupAt);
        DoubleVector after = migrants(joining, net[netAt + last]);
        for (int x = last; x >= first; x--) {
            DoubleVector before = migrants(joining, net[netAt + x - 1]);
            DoubleVector start = DoubleVector.fromArray(SPECIES, cells, cellAt + (x - 1) * WIDTH)
                    .add(before);
            DoubleVector dying = start.mul(fm.mul(q[qAt + x]));
            DoubleVector left = start.sub(dying).add(after);
            births = births.add(start.mul(f[fAt + x - 1]).add(left.mul(f[fAt + x])));
            DoubleVector moved = left.mul(fo.mul(out[outAt + x]));
            left.sub(moved).intoArray(cells, cellAt + x * WIDTH);
            dead = dead.add(dying);
            add(pooled, pooledAt + x * WIDTH, moved);
            after = before;
        }
        dead.intoArray(deaths, groupAt);
        births.intoArray(bornTo, groupAt);
    }

    /** Everybody where migrants join at the end. */
    void end(int year) {
        merge(at(ages - 1));
        boolean mothers = sex == FEMALE;
        for (int x = ages - 1; x > 0; x--) {
            endOne(year, x, x - 1, mothers && x >= firstMothers && x <= lastMothers);
        }
    }

    /** Those of one age, who stand where they were. */
    private void endOne(int year, int x, int from, boolean mothers) {
        double[] deaths = tally.deaths;
        DoubleVector start = at(from);
        DoubleVector dying = start.mul(
                factor(factors.mortality[sex]).mul(rates.dying.values[rates.dying.at(year, region, status, sex) + x]));
        DoubleVector left = start.sub(dying);
        if (mothers) {
            int fAt = rates.bearing.at(year, region, status, sex) + x;
            DoubleVector births = start.mul(rates.bearing.values[fAt - 1]).add(left.mul(rates.bearing.values[fAt]));
            DoubleVector.fromArray(SPECIES, bornTo, groupAt).add(births).intoArray(bornTo, groupAt);
        }
        double come = rates.come.values[rates.come.at(year, region, status, sex) + x];
        double comeRate = rates.comeRate.values[rates.comeRate.at(year, region, status, sex) + x];
        double goRate = rates.goRate.values[rates.goRate.at(year, region, status, sex) + x];
        double out = rates.leaving.values[rates.leaving.at(year, region, status, sex) + x];
        DoubleVector present = left.add(
                        factor(factors.arrivals).mul(left.mul(comeRate).add(come)))
                .sub(left.mul(factor(factors.departures).mul(goRate)));
        DoubleVector moved = present.mul(factor(factors.moves).mul(out));
        present.sub(moved).intoArray(people, at + x * WIDTH);
        DoubleVector.fromArray(SPECIES, deaths, groupAt).add(dying).intoArray(deaths, groupAt);
        add(pool, poolAt + x * WIDTH, moved);
    }

    /** The first ages of the runs of each region and sex whose people are in the same sums. */
    private int[][] findRuns() {
        int[][] runs = new int[rates.space.regions().size() * SEXES][];
        for (int profile = 0; profile < runs.length; profile++) {
            int[] starts = new int[ages];
            int count = 1;
            for (int age = 1; age < ages; age++) {
                int of = (profile / SEXES * statuses * SEXES + profile % SEXES) * ages + age;
                boolean cut = false;
                for (int status = 0; !cut && status < statuses; status++) {
                    int cell = of + status * SEXES * ages;
                    cut = tally.at(cell) != tally.at(cell - 1);
                }
                if (cut) {
                    starts[count++] = age;
                }
            }
            runs[profile] = Arrays.copyOf(starts, count);
        }
        return runs;
    }

    /** Those just born, who stand in the first group. */
    void newborns(int year) {
        if (!rates.even) {
            endOne(year, 0, 0, false);
            return;
        }
        double[] deaths = tally.deaths;
        DoubleVector start = at(0);
        DoubleVector dying = start.mul(
                factor(factors.mortality[sex]).mul(rates.dying.values[rates.dying.at(year, region, status, sex)]));
        DoubleVector left = start.sub(dying);
        DoubleVector.fromArray(SPECIES, deaths, groupAt).add(dying).intoArray(deaths, groupAt);
        left = left.add(migrants(migration, rates.net.values[rates.net.at(year, region, status, sex)]));
        double out = rates.leaving.values[rates.leaving.at(year, region, status, sex)];
        DoubleVector moved = left.mul(factor(factors.moves).mul(out));
        left.sub(moved).intoArray(people, at);
        add(pool, poolAt, moved);
    }
}
