package org.kapok.projection.ensemble;

import java.util.Arrays;
import java.util.List;
import org.kapok.core.Sex;
import org.kapok.projection.internal.RegionStep;

/**
 * The step of some ages of all regions, which needs nothing of other ages: those of one age move out of every region and at
 * once into every region, so that their rows are read from memory once. Births and deaths are summed apart for these ages.
 */
final class RegionAges {
    private static final int LANES = RegionStep.LANES;
    private static final int SEXES = 2;
    private static final int FEMALE = Sex.FEMALE.ordinal();

    private final int first; // the ages reached
    private final int last;
    private final int statuses;
    private final int ages;
    private final RegionRates rates;
    private final List<RegionRates.Change> changes;
    private final RegionBlock[] blocks;
    private final double[][] pool; // by status
    private final double[] pooled; // by status
    private final double[][] born; // by block and mother's status
    private final double[][] dead; // by block and status
    private final double[][] changed; // by change
    private final double[] nobody;

    RegionAges(int first, int last, int statuses, int ages, RegionRates rates, RegionBlock[] blocks) {
        this.first = first;
        this.last = last;
        this.statuses = statuses;
        this.ages = ages;
        this.rates = rates;
        this.changes = rates.changes;
        this.blocks = blocks;
        this.pool = new double[statuses][LANES];
        this.pooled = new double[statuses];
        this.born = new double[blocks.length * statuses][LANES];
        this.dead = new double[blocks.length * statuses][LANES];
        this.changed = new double[changes.size()][LANES];
        this.nobody = new double[LANES];
    }

    /** Births to women of a status who reach these ages. */
    double[] born(int block, int mother) {
        return born[block * statuses + mother];
    }

    /** Deaths of a status on the way to these ages. */
    double[] dead(int block, int status) {
        return dead[block * statuses + status];
    }

    /** Lets everybody reach these ages, who stand in their rows already. */
    void run(RegionFactors now) {
        for (int row = 0; row < born.length; row++) {
            Arrays.fill(born[row], 0);
            Arrays.fill(dead[row], 0);
        }
        for (int age = last; age >= first; age--) {
            run(age, now);
        }
    }

    /** Those born in this step go through the stages that are over for all others. */
    void runNewborns(RegionFactors now) {
        run(0, now);
    }

    private void run(int age, RegionFactors now) {
        for (int sex = 0; sex < SEXES; sex++) {
            for (double[] row : pool) {
                Arrays.fill(row, 0);
            }
            for (int block = 0; block < blocks.length; block++) {
                for (int status = 0; status < statuses; status++) {
                    move(block, status, sex, age, now);
                }
            }
            for (int status = 0; status < statuses; status++) {
                pooled[status] = RegionStep.sum(pool[status]);
            }
            for (int block = 0; block < blocks.length; block++) {
                arrive(block, sex, age, now);
            }
        }
    }

    private void move(int block, int status, int sex, int age, RegionFactors now) {
        double[] row = blocks[block].people[(status * SEXES + sex) * ages + age];
        double[] q = rates.dying.of(block, status, sex, age);
        boolean mothers = sex == FEMALE && rates.bears(age);
        double[] fStart = mothers ? rates.bearing.of(block, status, sex, age - 1) : nobody;
        double[] fEnd = mothers ? rates.bearing.of(block, status, sex, age) : nobody;
        double[] births = born[block * statuses + status];
        double[] deaths = dead[block * statuses + status];
        double[] out = rates.leaving.of(block, status, sex, age);
        double[] come = rates.come.of(block, status, sex, age);
        double fm = now.mortality();
        double fo = now.moves();
        double f = rates.comeTimes(now);
        if (rates.even) {
            double[] m0 = age > 0 ? rates.come.of(block, status, sex, age - 1) : nobody;
            if (mothers) {
                RegionStep.evenBearing(row, fm, q, deaths, f, m0, come, fo, out, pool[status], fStart, fEnd, births);
            } else {
                RegionStep.even(row, fm, q, deaths, f, m0, come, fo, out, pool[status]);
            }
            return;
        }
        if (mothers) {
            RegionStep.bear(row, fm, q, fStart, fEnd, births);
        }
        double[] comeRate = rates.comeRate.of(block, status, sex, age);
        double[] goRate = rates.goRate.of(block, status, sex, age);
        RegionStep.end(row, fm, q, deaths, f, come, comeRate, now.departures(), goRate, fo, out, pool[status]);
    }

    /** Lets those of one age arrive who moved, changes statuses, and counts all. */
    private void arrive(int block, int sex, int age, RegionFactors now) {
        double[][] people = blocks[block].people;
        LaneTally.Rows tally = blocks[block].tally;
        if (changes.size() == 1 && statuses == 2) {
            receiveAndChange(block, sex, age, now);
            return;
        }
        for (int status = 0; status < statuses; status++) {
            int cell = (status * SEXES + sex) * ages + age;
            RegionStep.receive(people[cell], pooled[status], rates.share.of(block, status, sex, age));
        }
        change(block, sex, age, now);
        for (int status = 0; status < statuses; status++) {
            int cell = (status * SEXES + sex) * ages + age;
            RegionStep.add(tally.of(cell), people[cell]);
        }
    }

    private void receiveAndChange(int block, int sex, int age, RegionFactors now) {
        RegionRates.Change change = changes.get(0);
        double[][] people = blocks[block].people;
        LaneTally.Rows tally = blocks[block].tally;
        int from = (change.from() * SEXES + sex) * ages + age;
        int to = (change.to() * SEXES + sex) * ages + age;
        RegionStep.receiveAndChange(
                people[from],
                pooled[change.from()],
                rates.share.of(block, change.from(), sex, age),
                people[to],
                pooled[change.to()],
                rates.share.of(block, change.to(), sex, age),
                now.changes()[0],
                change.rate().of(block, change.from(), sex, age),
                tally.of(from),
                tally.of(to));
    }

    /** All changes are counted on those present before any of them. */
    private void change(int block, int sex, int age, RegionFactors now) {
        double[][] people = blocks[block].people;
        for (int i = 0; i < changed.length; i++) {
            RegionRates.Change change = changes.get(i);
            double[] from = people[(change.from() * SEXES + sex) * ages + age];
            double[] rate = change.rate().of(block, change.from(), sex, age);
            RegionStep.count(from, now.changes()[i], rate, changed[i]);
        }
        for (int i = 0; i < changed.length; i++) {
            RegionRates.Change change = changes.get(i);
            double[] from = people[(change.from() * SEXES + sex) * ages + age];
            RegionStep.change(from, people[(change.to() * SEXES + sex) * ages + age], changed[i]);
        }
    }
}
