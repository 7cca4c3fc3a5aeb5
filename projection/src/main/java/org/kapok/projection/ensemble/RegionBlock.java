package org.kapok.projection.ensemble;

import java.util.Arrays;
import org.kapok.core.CellSpace;
import org.kapok.core.Sex;
import org.kapok.projection.internal.LaneStep;
import org.kapok.projection.internal.RegionStep;

/** The people of a block of regions, a row for each status, sex and age. */
final class RegionBlock implements RegionLanes {
    private static final int LANES = LaneStep.LANES;
    private static final int SEXES = 2;
    private static final int FEMALE = Sex.FEMALE.ordinal();

    private final int block;
    private final int lanes; // in use
    private final int statuses;
    private final int ages;
    private final RegionRates rates;
    private final double[][] people; // by profile and age
    private final double[][] oldest; // by profile
    private final double[][] born; // by mother's status
    private final double[][] dead; // by profile
    private final double[][] changed; // by change
    private final double[] part = new double[LANES];
    private final double[] nobody = new double[LANES];
    private final LaneTally.Rows[] tallies; // of even steps, of odd ones and the base population

    RegionBlock(int block, CellSpace space, RegionRates rates, LaneTally tally) {
        this.block = block;
        this.lanes = Math.min(LANES, space.regions().size() - block * LANES);
        this.statuses = space.statuses().size();
        this.ages = space.ages().count();
        this.rates = rates;
        this.people = new double[statuses * SEXES * ages][LANES];
        this.oldest = new double[statuses * SEXES][];
        this.born = new double[statuses][LANES];
        this.dead = new double[statuses * SEXES][LANES];
        this.changed = new double[rates.changes.size()][LANES];
        this.tallies = new LaneTally.Rows[] {tally.rows(), tally.rows()};
    }

    @Override
    public int parts() {
        return 1;
    }

    @Override
    public LaneTally.Rows tally(int step) {
        return tallies[step & 1];
    }

    @Override
    public void start(double[] base) {
        int cells = people.length;
        tally(-1).follow(tally(0));
        for (int cell = 0; cell < cells; cell++) {
            for (int lane = 0; lane < lanes; lane++) {
                people[cell][lane] = base[(block * LANES + lane) * cells + cell];
            }
            LaneStep.add(tally(-1).of(cell), people[cell]);
        }
    }

    /** {@inheritDoc} The pool is by profile and age. */
    @Override
    public void step(int part, int step, RegionFactors before, RegionFactors now, double[] pooled, double[][] pool) {
        int open = ages - 1;
        if (step > 0) {
            tally(step - 1).follow(tally(step));
            arrive(step - 1, open, before, pooled);
        }
        tally(step).nextFlows();
        for (double[] row : born) {
            Arrays.fill(row, 0);
        }
        for (double[] row : dead) {
            Arrays.fill(row, 0);
        }
        for (int age = open; age > 0; age--) {
            if (step > 0) {
                arrive(step - 1, age - 1, before, pooled);
            }
            for (int profile = 0; profile < statuses * SEXES; profile++) {
                int at = profile * ages;
                if (age == open) {
                    oldest[profile] = merge(profile, now);
                }
                double[] row = people[at + age - 1];
                people[at + age] = row;
                move(profile, age, row, now, pool[at + age]);
            }
        }
        for (int profile = 0; profile < oldest.length; profile++) {
            people[profile * ages] = oldest[profile];
        }
        bear(step, now, pool);
        for (int profile = 0; profile < dead.length; profile++) {
            LaneStep.add(tally(step).deaths(0, profile / SEXES), dead[profile]);
        }
    }

    @Override
    public void finish(int part, int lastStep, RegionFactors before, double[] pooled) {
        tally(lastStep).follow(tally(lastStep + 1));
        for (int age = ages - 1; age >= 0; age--) {
            arrive(lastStep, age, before, pooled);
        }
    }

    /** Adds the open group to the one that joins it; its row is free for newborns. */
    private double[] merge(int profile, RegionFactors now) {
        int at = profile * ages + ages - 1;
        double[] open = people[at];
        if (rates.even) {
            double[][] come = rates.come.of(block, profile / SEXES, profile % SEXES);
            LaneStep.add(open, come[ages - 1], rates.comeTimes(now));
        }
        LaneStep.add(people[at - 1], open);
        return open;
    }

    /** Ages a row that is now of this age; newborns have no age before. */
    private void move(int profile, int age, double[] row, RegionFactors now, double[] pool) {
        int status = profile / SEXES;
        int sex = profile % SEXES;
        double fm = now.mortality();
        double fo = now.moves();
        double[] q = rates.dying.of(block, status, sex)[age];
        double[] out = rates.leaving.of(block, status, sex)[age];
        double[] deaths = dead[profile];
        boolean mothers = sex == FEMALE && rates.bears(age);
        double[][] bearing = rates.bearing.of(block, status, sex);
        double[][] come = rates.come.of(block, status, sex);
        double f = rates.comeTimes(now);
        if (rates.even) {
            double[] m0 = age > 0 ? come[age - 1] : nobody;
            if (mothers) {
                double[] f0 = bearing[age - 1];
                double[] f1 = bearing[age];
                double[] births = born[status];
                RegionStep.evenBearing(row, fm, q, deaths, f, m0, come[age], fo, out, pool, f0, f1, births);
            } else {
                RegionStep.even(row, fm, q, deaths, f, m0, come[age], fo, out, pool);
            }
            return;
        }
        if (mothers) {
            RegionStep.bear(row, fm, q, bearing[age - 1], bearing[age], born[status]);
        }
        double[] comeRate = rates.comeRate.of(block, status, sex)[age];
        double[] goRate = rates.goRate.of(block, status, sex)[age];
        RegionStep.end(row, fm, q, deaths, f, come[age], comeRate, now.departures(), goRate, fo, out, pool);
    }

    private void bear(int step, RegionFactors now, double[][] pool) {
        for (int child = 0; child < statuses; child++) {
            for (int sex = 0; sex < SEXES; sex++) {
                int at = (child * SEXES + sex) * ages;
                double[] row = people[at];
                Arrays.fill(row, 0);
                for (int mother = 0; mother < statuses; mother++) {
                    fillPart(step, mother, child, sex, now.fertility());
                    LaneStep.multiply(part, born[mother]);
                    LaneStep.add(row, part);
                }
                LaneStep.add(tally(step).births(0, child), row);
                move(child * SEXES + sex, 0, row, now, pool[at]);
            }
        }
    }

    /** The share of the births of a status that are of a sex and status, by region, times the factor of fertility. */
    private void fillPart(int year, int mother, int child, int sex, double factor) {
        for (int lane = 0; lane < lanes; lane++) {
            part[lane] = rates.born(year, block * LANES + lane, mother, child, sex, factor);
        }
    }

    /** Lets those of one age arrive who moved, changes statuses, and counts all. */
    private void arrive(int step, int age, RegionFactors before, double[] pooled) {
        boolean pair = rates.changes.size() == 1 && statuses == 2;
        for (int sex = 0; sex < SEXES; sex++) {
            if (pair) {
                receiveAndChange(step, sex, age, before, pooled);
                continue;
            }
            for (int status = 0; status < statuses; status++) {
                int cell = (status * SEXES + sex) * ages + age;
                RegionStep.receive(people[cell], pooled[cell], rates.share.of(block, status, sex)[age]);
            }
            change(sex, age, before);
            for (int status = 0; status < statuses; status++) {
                int cell = (status * SEXES + sex) * ages + age;
                LaneStep.add(tally(step).of(cell), people[cell]);
            }
        }
    }

    private void receiveAndChange(int step, int sex, int age, RegionFactors before, double[] pooled) {
        RegionRates.Change change = rates.changes.get(0);
        int from = (change.from() * SEXES + sex) * ages + age;
        int to = (change.to() * SEXES + sex) * ages + age;
        RegionStep.receiveAndChange(
                people[from],
                pooled[from],
                rates.share.of(block, change.from(), sex)[age],
                people[to],
                pooled[to],
                rates.share.of(block, change.to(), sex)[age],
                before.changes()[0],
                change.rate().of(block, change.from(), sex)[age],
                tally(step).of(from),
                tally(step).of(to));
    }

    /** All changes are counted on those present before any of them. */
    private void change(int sex, int age, RegionFactors before) {
        for (int i = 0; i < changed.length; i++) {
            RegionRates.Change change = rates.changes.get(i);
            double[] from = people[(change.from() * SEXES + sex) * ages + age];
            double[] rate = change.rate().of(block, change.from(), sex)[age];
            RegionStep.count(from, before.changes()[i], rate, changed[i]);
        }
        for (int i = 0; i < changed.length; i++) {
            RegionRates.Change change = rates.changes.get(i);
            double[] from = people[(change.from() * SEXES + sex) * ages + age];
            LaneStep.change(from, people[(change.to() * SEXES + sex) * ages + age], changed[i]);
        }
    }
}
