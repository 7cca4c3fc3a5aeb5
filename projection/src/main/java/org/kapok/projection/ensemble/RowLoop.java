package org.kapok.projection.ensemble;

import java.util.Arrays;
import java.util.List;
import org.kapok.core.CellSpace;
import org.kapok.core.Sex;
import org.kapok.projection.internal.LaneStep;

/**
 * The steps of a block of draws at once: the same stages as a single projection, with draws as lanes.
 *
 * <p>State is a row of draws for each cell; people age by handing on their rows, of which only the open group's is summed.
 * A first pass survives, bears and lets people leave, profile by profile; a second shares out those who moved and changes
 * statuses. A step allocates nothing.
 */
final class RowLoop implements LaneLoop {
    private static final int LANES = LaneStep.LANES;
    private static final int FEMALE = Sex.FEMALE.ordinal();
    private static final int SEXES = 2;

    private final CellSpace space;
    private final int ages;
    private final int statuses;
    private final boolean even;
    private final LaneRates rates;
    private final List<LaneRates.Change> changes;
    private final LaneTally.Rows tally;
    private final LaneFactors factors;

    private final double[][] people; // by cell
    private final double[][] pool; // by status, sex and age
    private final double[][] bornTo; // by region and mother's status
    private final double[][] bornLate; // the same of late births, where their timing differs
    private final int firstLate; // the first age of them
    private final double[][] changed; // by change

    RowLoop(LaneRates rates, LaneTally tally, LaneFactors factors) {
        this.space = rates.space;
        this.ages = space.ages().count();
        this.statuses = space.statuses().size();
        this.even = rates.even;
        this.rates = rates;
        this.changes = rates.changes;
        this.tally = tally.rows(LANES);
        this.factors = factors;
        people = new double[space.size()][LANES];
        pool = new double[statuses * SEXES * ages][LANES];
        bornTo = new double[space.regions().size() * statuses][LANES];
        bornLate = new double[factors.hasTiming ? bornTo.length : 0][LANES];
        firstLate = rates.firstLate;
        changed = new double[changes.size()][LANES];
    }

    @Override
    public void count(Block block, int lane, int step) {
        for (int count = 0; count < block.counts(); count++) {
            System.arraycopy(tally.value(count), 0, block.row(count, step), block.rowAt() + lane, block.draws());
        }
    }

    @Override
    public void end(Block block) {
        // Everything is where it belongs.
    }

    /** The rows of all cells after the last step. */
    double[][] people() {
        return people;
    }

    @Override
    public void start() {
        tally.next();
        for (int cell = 0; cell < rates.base.length; cell++) {
            Arrays.fill(people[cell], rates.base[cell]);
            LaneStep.add(tally.of(cell), people[cell]);
        }
    }

    @Override
    public void step(int year) {
        tally.next();
        if (!rates.closed) {
            for (double[] row : pool) {
                Arrays.fill(row, 0);
            }
        }
        int regions = space.regions().size();
        for (double[] row : bornTo) {
            Arrays.fill(row, 0);
        }
        // Regions innermost: the pool of one status and sex stays in the cache.
        for (int status = 0; status < statuses; status++) {
            for (int sex = 0; sex < SEXES; sex++) {
                for (int region = 0; region < regions; region++) {
                    age(year, region, status, sex);
                }
            }
        }
        for (int region = 0; region < regions; region++) {
            bear(year, region);
        }
        for (int sex = 0; !rates.closed && sex < SEXES; sex++) {
            for (int region = 0; region < regions; region++) {
                arrive(year, region, sex);
            }
        }
    }

    /** Ages a profile from its open group down; the row of the open group becomes that of the newborns. */
    private void age(int year, int region, int status, int sex) {
        int at = (region * statuses + status) * SEXES * ages + sex * ages;
        int qAt = rates.dying.at(year, region, status, sex);
        int fAt = rates.bearing.at(year, region, status, sex);
        double[] births =
                bornLate.length > 0 ? bornLate[region * statuses + status] : bornTo[region * statuses + status];
        double[] fm = factors.mortality[sex][region];
        double[] deaths = tally.deaths(region, status);
        int open = ages - 1;
        double[] newborns = people[at + open];
        joinOpen(year, region, status, sex, newborns);
        LaneStep.add(people[at + open - 1], newborns);
        for (int x = open; x > 0; x--) {
            double[] row = people[at + x - 1];
            people[at + x] = row;
            double fStart = rates.bearing.values[fAt + x - 1];
            double fEnd = rates.bearing.values[fAt + x];
            if (x == firstLate && bornLate.length > 0 && sex == FEMALE) {
                bearEarly(year, region, status, sex, fStart);
                fStart = 0;
            }
            boolean bearing = sex == FEMALE && (fStart != 0 || fEnd != 0);
            double q = rates.dying.values[qAt + x];
            if (!rates.closed) {
                move(year, region, status, sex, x, row, q, bearing ? births : null, fStart, fEnd);
            } else if (bearing) {
                LaneStep.surviveBearing(row, fm, q, deaths, tally.of(at + x), fStart, fEnd, births);
            } else if (isAlike(at, fAt, x, sex)) {
                people[at + x - 1] = people[at + x - 2];
                double qNext = rates.dying.values[qAt + x - 1];
                LaneStep.survivePair(row, people[at + x - 1], fm, q, qNext, deaths, tally.of(at + x));
                x--;
            } else {
                LaneStep.survive(row, fm, q, deaths, tally.of(at + x));
            }
            births = x == firstLate ? bornTo[region * statuses + status] : births;
        }
        people[at] = newborns;
    }

    /** Lets half of the migrants of the open group join it, where half joins at each end. */
    private void joinOpen(int year, int region, int status, int sex, double[] open) {
        double migrants = even ? migrants(year, region, status, sex, ages - 1) : 0;
        if (migrants != 0) {
            LaneStep.add(open, migrantFactor(migrants, region), migrants);
        }
    }

    /** Whether the next group down is counted with this one, and has no births either. */
    private boolean isAlike(int at, int fAt, int x, int sex) {
        if (x == 1 || tally.of(at + x) != tally.of(at + x - 1)) {
            return false;
        }
        boolean bearing = rates.bearing.values[fAt + x - 2] != 0 || rates.bearing.values[fAt + x - 1] != 0;
        return sex != FEMALE || x != firstLate && x - 1 != firstLate && !bearing;
    }

    /** The early births of those who reach the first late age within the step. */
    private void bearEarly(int year, int region, int status, int sex, double fStart) {
        double[] births = bornTo[region * statuses + status];
        int before = ((region * statuses + status) * SEXES + sex) * ages + firstLate - 1;
        LaneStep.add(births, people[before], fStart);
        double migrants = even ? migrants(year, region, status, sex, firstLate - 1) : 0;
        if (migrants != 0) {
            LaneStep.add(births, migrantFactor(migrants, region), migrants * fStart);
        }
    }

    // One argument for each thing that the step of a cell differs by.
    private void move(
            int year,
            int region,
            int status,
            int sex,
            int x,
            double[] row,
            double q,
            double[] births,
            double fStart,
            double fEnd) {
        double[] deaths = tally.deaths(region, status);
        double[] fm = factors.mortality[sex][region];
        double[] pooled = pool[(status * SEXES + sex) * ages + x];
        double leaving = rates.leaving.values[rates.leaving.at(year, region, status, sex) + x];
        double[] fo = factors.moves[region];
        if (even) {
            double m0 = x > 0 ? migrants(year, region, status, sex, x - 1) : 0;
            double m1 = migrants(year, region, status, sex, x);
            double[] f0 = migrantFactor(m0, region);
            double[] f1 = migrantFactor(m1, region);
            if (births == null) {
                LaneStep.even(row, fm, q, deaths, f0, m0, f1, m1, fo, leaving, pooled);
            } else {
                LaneStep.evenBearing(row, fm, q, deaths, f0, m0, f1, m1, fo, leaving, pooled, fStart, fEnd, births);
            }
            return;
        }
        double come = rates.come.values[rates.come.at(year, region, status, sex) + x];
        double comeRate = rates.comeRate.values[rates.comeRate.at(year, region, status, sex) + x];
        double goRate = rates.goRate.values[rates.goRate.at(year, region, status, sex) + x];
        double[] fa = factors.arrivals[region];
        double[] fd = factors.departures[region];
        if (births == null) {
            LaneStep.end(row, fm, q, deaths, fa, come, comeRate, fd, goRate, fo, leaving, pooled);
        } else {
            LaneStep.endBearing(
                    row, fm, q, deaths, fa, come, comeRate, fd, goRate, fo, leaving, pooled, fStart, fEnd, births);
        }
    }

    /** Half of the net migrants of a cell where half joins at each end. */
    private double migrants(int year, int region, int status, int sex, int age) {
        return rates.net.values[rates.net.at(year, region, status, sex) + age];
    }

    private double[] migrantFactor(double migrants, int region) {
        return migrants < 0 ? factors.departures[region] : factors.arrivals[region];
    }

    /** Gives newborns their status, and lets them go through the stages that are over for all others. */
    private void bear(int year, int region) {
        for (int mother = 0; mother < statuses; mother++) {
            if (bornLate.length > 0) {
                int row = region * statuses + mother;
                int at = rates.bearing.at(year, region, mother, FEMALE);
                double early = FertilityTiming.sum(rates.bearing.values, at, firstLate);
                double late = FertilityTiming.sum(rates.bearing.values, at + firstLate, ages - firstLate);
                FertilityTiming.join(bornTo[row], bornLate[row], factors.timing, early, late);
            }
            LaneStep.multiply(bornTo[region * statuses + mother], factors.fertility[region]);
        }
        for (int child = 0; child < statuses; child++) {
            for (int sex = 0; sex < SEXES; sex++) {
                int at = ((region * statuses + child) * SEXES + sex) * ages;
                double[] row = people[at];
                Arrays.fill(row, 0);
                for (int mother = 0; mother < statuses; mother++) {
                    double males = rates.srb.values[rates.srb.at(year, region, mother, FEMALE)];
                    double part = (sex == FEMALE ? 1 : males) / (1 + males);
                    double given = rates.newborns.values[rates.newborns.at(year, 0, mother, 0) + child];
                    LaneStep.add(row, bornTo[region * statuses + mother], part * given);
                }
                LaneStep.add(tally.births(region, child), row);
                double q = rates.dying.values[rates.dying.at(year, region, child, sex)];
                if (rates.closed) {
                    LaneStep.survive(row, factors.mortality[sex][region], q, tally.deaths(region, child), tally.of(at));
                } else {
                    move(year, region, child, sex, 0, row, q, null, 0, 0);
                }
            }
        }
    }

    /** Shares out to a region those who moved, and changes statuses. */
    private void arrive(int year, int region, int sex) {
        boolean pair = changes.size() == 1 && statuses == 2;
        for (int x = 0; x < ages; x++) {
            if (pair) {
                receiveAndChange(year, region, sex, x);
                continue;
            }
            for (int status = 0; status < statuses; status++) {
                int cell = ((region * statuses + status) * SEXES + sex) * ages + x;
                double part = rates.share.values[rates.share.at(year, region, status, sex) + x];
                double[] pooled = pool[(status * SEXES + sex) * ages + x];
                if (changes.isEmpty()) {
                    LaneStep.receive(people[cell], pooled, part, tally.of(cell));
                } else {
                    LaneStep.add(people[cell], pooled, part);
                }
            }
            if (!changes.isEmpty()) {
                change(year, region, sex, x);
            }
        }
    }

    private void receiveAndChange(int year, int region, int sex, int x) {
        LaneRates.Change change = changes.get(0);
        int from = ((region * statuses + change.from()) * SEXES + sex) * ages + x;
        int to = ((region * statuses + change.to()) * SEXES + sex) * ages + x;
        LaneStep.receiveAndChange(
                people[from],
                pool[(change.from() * SEXES + sex) * ages + x],
                rates.share.values[rates.share.at(year, region, change.from(), sex) + x],
                people[to],
                pool[(change.to() * SEXES + sex) * ages + x],
                rates.share.values[rates.share.at(year, region, change.to(), sex) + x],
                factors.changes[0][region],
                change.rate().values[change.rate().at(year, region, change.from(), sex) + x],
                tally.of(from),
                tally.of(to));
    }

    /** All changes are counted on those present before any of them. */
    private void change(int year, int region, int sex, int x) {
        for (int i = 0; i < changed.length; i++) {
            LaneRates.Change change = changes.get(i);
            int from = ((region * statuses + change.from()) * SEXES + sex) * ages + x;
            double rate = change.rate().values[change.rate().at(year, region, change.from(), sex) + x];
            LaneStep.count(people[from], factors.changes[i][region], rate, changed[i]);
        }
        for (int i = 0; i < changed.length; i++) {
            LaneRates.Change change = changes.get(i);
            int from = ((region * statuses + change.from()) * SEXES + sex) * ages + x;
            int to = ((region * statuses + change.to()) * SEXES + sex) * ages + x;
            LaneStep.change(people[from], people[to], changed[i]);
        }
        for (int status = 0; status < statuses; status++) {
            int cell = ((region * statuses + status) * SEXES + sex) * ages + x;
            LaneStep.add(tally.of(cell), people[cell]);
        }
    }
}
