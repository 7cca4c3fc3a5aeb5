package org.kapok.projection.ensemble;

import java.util.Arrays;
import org.kapok.projection.internal.RegionStep;

/** The people of a block of regions, a row for each status, sex and age, and what is counted of them. */
final class RegionBlock {
    private static final int LANES = RegionStep.LANES;
    private static final int SEXES = 2;

    final double[][] people; // by profile and age
    final LaneTally.Rows tally;

    private final int first; // its first region
    private final int lanes; // in use
    private final int statuses;
    private final int ages;
    private final int block;
    private final RegionRates rates;
    private final double[][] born; // by mother's status
    private final double[] part;

    RegionBlock(int block, int regions, int statuses, int ages, RegionRates rates, LaneTally tally) {
        this.block = block;
        this.first = block * LANES;
        this.lanes = Math.min(LANES, regions - first);
        this.statuses = statuses;
        this.ages = ages;
        this.rates = rates;
        this.people = new double[statuses * SEXES * ages][];
        this.born = new double[statuses][LANES];
        this.part = new double[LANES];
        this.tally = tally.rows(LANES);
    }

    /** Takes its regions of a base population. */
    void start(double[] base) {
        tally.next();
        for (int cell = 0; cell < people.length; cell++) {
            for (int lane = 0; lane < lanes; lane++) {
                people[cell][lane] = base[(first + lane) * people.length + cell];
            }
            RegionStep.add(tally.of(cell), people[cell]);
        }
    }

    /** Hands every row on to the age its people reach; that of the open group, once added, becomes that of the newborns. */
    void age(RegionFactors now) {
        tally.next();
        for (int profile = 0; profile < statuses * SEXES; profile++) {
            int at = profile * ages;
            double[] open = people[at + ages - 1];
            if (rates.even) {
                double[] come = rates.come.of(block, profile / SEXES, profile % SEXES, ages - 1);
                RegionStep.add(open, come, rates.comeTimes(now));
            }
            RegionStep.add(people[at + ages - 2], open);
            System.arraycopy(people, at, people, at + 1, ages - 1);
            people[at] = open;
        }
    }

    /** Gives those born to the women of all ages their status and sex. */
    void bear(int step, RegionFactors now, RegionAges[] all) {
        for (int mother = 0; mother < statuses; mother++) {
            Arrays.fill(born[mother], 0);
            for (RegionAges each : all) {
                RegionStep.add(born[mother], each.born(block, mother));
            }
        }
        for (int child = 0; child < statuses; child++) {
            for (int sex = 0; sex < SEXES; sex++) {
                double[] row = people[(child * SEXES + sex) * ages];
                Arrays.fill(row, 0);
                for (int mother = 0; mother < statuses; mother++) {
                    for (int lane = 0; lane < lanes; lane++) {
                        part[lane] = rates.born(step, first + lane, mother, child, sex, now.fertility());
                    }
                    RegionStep.addProduct(row, part, born[mother]);
                }
                RegionStep.add(tally.births(0, child), row);
            }
        }
    }

    /** Counts the dead of all ages. */
    void bury(RegionAges[] all) {
        for (int status = 0; status < statuses; status++) {
            for (RegionAges each : all) {
                RegionStep.add(tally.deaths(0, status), each.dead(block, status));
            }
        }
    }
}
