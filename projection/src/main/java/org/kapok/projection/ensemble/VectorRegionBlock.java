package org.kapok.projection.ensemble;

import java.util.Arrays;
import java.util.stream.IntStream;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.kapok.core.CellSpace;
import org.kapok.core.Sex;
import org.kapok.projection.Convention;
import org.kapok.projection.ProjectionInputs;
import org.kapok.projection.internal.LaneStep;

/**
 * A block of regions of two statuses with one change, as many regions at a time as a register holds. State and rates of these
 * are one array each, walked from the open group down; the operations of each region and their order are those of
 * {@link RegionBlock}, and so are the bits.
 */
final class VectorRegionBlock implements RegionLanes {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int WIDTH = SPECIES.length();
    private static final int LANES = LaneStep.LANES;
    private static final int SEXES = 2;
    private static final int STATUSES = 2;
    private static final int FEMALE = Sex.FEMALE.ordinal();

    private final int block;
    private final int lanes; // in use
    private final int ages;
    private final RegionRates rates;
    private final RegionRates.Change change;
    private final double[][] people; // part, profile x age x lane
    private final LaneTally.Rows[] tallies; // of even steps, of odd ones and the base population
    private final int[][] runs; // by sex: the first ages of those in the same sums
    private final int firstMothers; // the ages reached between which women may give birth
    private final int lastMothers;
    private final double[] dead = new double[STATUSES * SEXES * WIDTH]; // by profile
    private final double[] born = new double[STATUSES * WIDTH]; // by mother's status
    private final double[] share = new double[WIDTH];
    private final double[] nowhere = new double[LANES];
    private final double[] nobody; // by profile and age

    // Of the part and step entered.
    private int part;
    private int lane;
    private LaneTally.Rows arrived; // absent before the first step
    private double[] pooled;
    private double[] pool;
    private double fs;
    private double fm;
    private double fo;
    private double f;

    VectorRegionBlock(int block, CellSpace space, RegionRates rates, LaneTally tally) {
        this.block = block;
        this.lanes = Math.min(LANES, space.regions().size() - block * LANES);
        this.ages = space.ages().count();
        this.rates = rates;
        this.change = rates.changes.get(0);
        this.people = new double[LANES / WIDTH][STATUSES * SEXES * ages * WIDTH];
        this.tallies = new LaneTally.Rows[] {tally.rows(), tally.rows()};
        this.nobody = new double[STATUSES * SEXES * ages];
        this.runs = new int[SEXES][];
        for (int sex = 0; sex < SEXES; sex++) {
            int own = sex;
            runs[sex] = IntStream.range(0, ages)
                    .filter(age -> age == 0 || startsAt(own, age))
                    .toArray();
        }
        int[] mothers = IntStream.range(1, ages).filter(rates::bears).toArray();
        firstMothers = mothers.length == 0 ? ages : mothers[0];
        lastMothers = mothers.length == 0 ? 0 : mothers[mothers.length - 1];
    }

    /** Whether those of an age are in other sums than those of the age below. */
    private boolean startsAt(int sex, int age) {
        boolean starts = false;
        for (int status = 0; status < STATUSES; status++) {
            int cell = cell(status, sex) + age;
            starts |= tallies[0].of(cell) != tallies[0].of(cell - 1);
        }
        return starts;
    }

    /** Whether a projection is of the kind that is computed so. */
    static boolean knows(ProjectionInputs inputs) {
        return inputs.convention().migration() == Convention.Migration.EVEN
                && inputs.base().space().statuses().size() == STATUSES
                && inputs.transitions().size() == 1;
    }

    @Override
    public int parts() {
        return people.length;
    }

    @Override
    public LaneTally.Rows tally(int step) {
        return tallies[step & 1];
    }

    private int cell(int status, int sex) {
        return (status * SEXES + sex) * ages;
    }

    @Override
    public void start(double[] base) {
        int cells = STATUSES * SEXES * ages;
        tally(-1).follow(tally(0));
        for (int cell = 0; cell < cells; cell++) {
            double[] sum = tally(-1).of(cell);
            for (int lane = 0; lane < lanes; lane++) {
                double here = base[(block * LANES + lane) * cells + cell];
                people[lane / WIDTH][cell * WIDTH + lane % WIDTH] = here;
                sum[lane] += here;
            }
        }
    }

    /** {@inheritDoc} The pool is by part, each by profile, age and lane. */
    @Override
    public void step(int part, int step, RegionFactors before, RegionFactors now, double[] pooled, double[][] pool) {
        if (part == 0 && step > 0) {
            tally(step - 1).follow(tally(step));
        }
        if (part == 0) {
            tally(step).nextFlows();
        }
        enter(part, step - 1, before, pooled);
        this.pool = pool[part];
        fm = now.mortality();
        fo = now.moves();
        f = rates.comeTimes(now);
        Arrays.fill(born, 0);
        Arrays.fill(dead, 0);
        for (int sex = 0; sex < SEXES; sex++) {
            arrive(sex);
            for (int status = 0; status < STATUSES; status++) {
                merge(status, sex);
                if (sex == FEMALE && firstMothers <= lastMothers) {
                    age(status, sex, lastMothers + 1, ages - 1);
                    bear(status, firstMothers, lastMothers);
                    age(status, sex, 1, firstMothers - 1);
                } else {
                    age(status, sex, 1, ages - 1);
                }
            }
        }
        bear(step, now);
    }

    /** Adds the open group to the one that joins it. */
    private void merge(int status, int sex) {
        int open = (cell(status, sex) + ages - 1) * WIDTH;
        DoubleVector come = at(rates.come.of(block, status, sex)[part], (ages - 1) * WIDTH);
        add(people[part], open - WIDTH, at(people[part], open).add(come.mul(f)));
    }

    private void enter(int part, int lastStep, RegionFactors before, double[] pooled) {
        this.part = part;
        this.lane = part * WIDTH;
        this.arrived = lastStep < 0 ? null : tally(lastStep);
        this.pooled = lastStep < 0 ? nobody : pooled;
        this.fs = lastStep < 0 ? 0 : before.changes()[0];
    }

    @Override
    public void finish(int part, int lastStep, RegionFactors before, double[] pooled) {
        if (part == 0) {
            tally(lastStep).follow(tally(lastStep + 1));
        }
        enter(part, lastStep, before, pooled);
        for (int sex = 0; sex < SEXES; sex++) {
            arrive(sex);
        }
    }

    private static DoubleVector at(double[] values, int at) {
        return DoubleVector.fromArray(SPECIES, values, at);
    }

    private static void add(double[] sums, int at, DoubleVector more) {
        at(sums, at).add(more).intoArray(sums, at);
    }

    private double[] sum(int cell) {
        return arrived == null ? nowhere : arrived.of(cell);
    }

    /** Lets those of a sex arrive who moved, changes statuses, and counts all. */
    private void arrive(int sex) {
        int from = cell(change.from(), sex);
        int to = cell(change.to(), sex);
        double[] cells = people[part];
        double[] moving = pooled;
        double[] fromShare = rates.share.of(block, change.from(), sex)[part];
        double[] toShare = rates.share.of(block, change.to(), sex)[part];
        double[] rate = change.rate().of(block, change.from(), sex)[part];
        DoubleVector changes = DoubleVector.broadcast(SPECIES, fs);
        int[] starts = runs[sex];
        int end = ages;
        for (int run = starts.length - 1; run >= 0; run--) {
            double[] fromSum = sum(from + starts[run]);
            double[] toSum = sum(to + starts[run]);
            DoubleVector fromAll = at(fromSum, lane);
            DoubleVector toAll = at(toSum, lane);
            for (int x = end - 1; x >= starts[run]; x--) {
                int at = x * WIDTH;
                DoubleVector present =
                        at(cells, from * WIDTH + at).add(at(fromShare, at).mul(moving[from + x]));
                DoubleVector changed = present.mul(at(rate, at).mul(changes));
                DoubleVector left = present.sub(changed);
                DoubleVector joined = at(cells, to * WIDTH + at)
                        .add(at(toShare, at).mul(moving[to + x]))
                        .add(changed);
                left.intoArray(cells, from * WIDTH + at);
                joined.intoArray(cells, to * WIDTH + at);
                fromAll = fromAll.add(left);
                toAll = toAll.add(joined);
            }
            fromAll.intoArray(fromSum, lane);
            toAll.intoArray(toSum, lane);
            end = starts[run];
        }
    }

    /** Ages the people of a status who reach ages from the last down to the first, until those who move have left. */
    private void age(int status, int sex, int first, int last) {
        int start = cell(status, sex) * WIDTH;
        int deadAt = (status * SEXES + sex) * WIDTH;
        double[] cells = people[part];
        double[] leaving = pool;
        double[] q = rates.dying.of(block, status, sex)[part];
        double[] come = rates.come.of(block, status, sex)[part];
        double[] out = rates.leaving.of(block, status, sex)[part];
        DoubleVector mortality = DoubleVector.broadcast(SPECIES, fm);
        DoubleVector moves = DoubleVector.broadcast(SPECIES, fo);
        DoubleVector coming = DoubleVector.broadcast(SPECIES, f);
        DoubleVector deaths = at(dead, deadAt);
        DoubleVector after = at(come, last * WIDTH).mul(coming);
        for (int x = last; x >= first; x--) {
            int at = x * WIDTH;
            DoubleVector before = at(come, at - WIDTH).mul(coming);
            DoubleVector people = at(cells, start + at - WIDTH).add(before);
            DoubleVector dying = people.mul(at(q, at).mul(mortality));
            DoubleVector left = people.sub(dying).add(after);
            DoubleVector moved = left.mul(at(out, at).mul(moves));
            left.sub(moved).intoArray(cells, start + at);
            deaths = deaths.add(dying);
            add(leaving, start + at, moved);
            after = before;
        }
        deaths.intoArray(dead, deadAt);
    }

    /** As {@link #age}, of women with births. */
    private void bear(int status, int first, int last) {
        int start = cell(status, FEMALE) * WIDTH;
        int deadAt = (status * SEXES + FEMALE) * WIDTH;
        double[] cells = people[part];
        double[] leaving = pool;
        double[] q = rates.dying.of(block, status, FEMALE)[part];
        double[] come = rates.come.of(block, status, FEMALE)[part];
        double[] out = rates.leaving.of(block, status, FEMALE)[part];
        double[] bearing = rates.bearing.of(block, status, FEMALE)[part];
        DoubleVector mortality = DoubleVector.broadcast(SPECIES, fm);
        DoubleVector moves = DoubleVector.broadcast(SPECIES, fo);
        DoubleVector coming = DoubleVector.broadcast(SPECIES, f);
        DoubleVector deaths = at(dead, deadAt);
        DoubleVector births = at(born, status * WIDTH);
        DoubleVector after = at(come, last * WIDTH).mul(coming);
        for (int x = last; x >= first; x--) {
            int at = x * WIDTH;
            DoubleVector before = at(come, at - WIDTH).mul(coming);
            DoubleVector people = at(cells, start + at - WIDTH).add(before);
            DoubleVector dying = people.mul(at(q, at).mul(mortality));
            DoubleVector left = people.sub(dying).add(after);
            births = births.add(people.mul(at(bearing, at - WIDTH)).add(left.mul(at(bearing, at))));
            DoubleVector moved = left.mul(at(out, at).mul(moves));
            left.sub(moved).intoArray(cells, start + at);
            deaths = deaths.add(dying);
            add(leaving, start + at, moved);
            after = before;
        }
        deaths.intoArray(dead, deadAt);
        births.intoArray(born, status * WIDTH);
    }

    /** Gives newborns their status, lets them go through the stages that are over for all others, and counts the dead. */
    private void bear(int step, RegionFactors now) {
        for (int child = 0; child < STATUSES; child++) {
            for (int sex = 0; sex < SEXES; sex++) {
                DoubleVector row = DoubleVector.zero(SPECIES);
                for (int mother = 0; mother < STATUSES; mother++) {
                    for (int l = 0; l < WIDTH && lane + l < lanes; l++) {
                        share[l] = rates.born(step, block * LANES + lane + l, mother, child, sex, now.fertility());
                    }
                    row = row.add(at(share, 0).mul(at(born, mother * WIDTH)));
                }
                add(tally(step).births(0, child), lane, row);
                enterFirst(child, sex, row);
                add(tally(step).deaths(0, child), lane, at(dead, (child * SEXES + sex) * WIDTH));
            }
        }
    }

    private void enterFirst(int status, int sex, DoubleVector newborns) {
        int at = cell(status, sex) * WIDTH;
        DoubleVector dying =
                newborns.mul(at(rates.dying.of(block, status, sex)[part], 0).mul(fm));
        DoubleVector left = newborns.sub(dying)
                .add(at(rates.come.of(block, status, sex)[part], 0).mul(f));
        DoubleVector moved =
                left.mul(at(rates.leaving.of(block, status, sex)[part], 0).mul(fo));
        left.sub(moved).intoArray(people[part], at);
        add(dead, (status * SEXES + sex) * WIDTH, dying);
        add(pool, at, moved);
    }
}
