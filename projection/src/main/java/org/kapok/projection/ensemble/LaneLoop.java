package org.kapok.projection.ensemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.core.Sex;
import org.kapok.projection.Convention;
import org.kapok.projection.Convention.Migration;
import org.kapok.projection.ExternalMigration;
import org.kapok.projection.ProjectionInputs;
import org.kapok.projection.StatusTransition;
import org.kapok.projection.internal.BoundTable;
import org.kapok.projection.internal.LaneStep;

/**
 * The steps of a block of draws at once: the same stages as a single projection, with draws as lanes.
 *
 * <p>State is a row of draws for each cell; people age by handing on their rows, of which only the open group's is summed.
 * A first pass survives, bears and lets people leave, profile by profile; a second shares out those who moved and changes
 * statuses. A step allocates nothing.
 */
final class LaneLoop {
    private static final int LANES = LaneStep.LANES;
    private static final int FEMALE = Sex.FEMALE.ordinal();
    private static final int SEXES = 2;

    private final CellSpace space;
    private final int ages;
    private final int statuses;
    private final double years;
    private final boolean even;
    private final boolean plain; // nobody moves and nobody changes status
    private final double[] base;
    private final BoundTable survival;
    private final BoundTable asfr;
    private final BoundTable srb;
    private final BoundTable newborns;
    private final BoundTable[] external; // arrivals, their rate, departures, their rate
    private final BoundTable out;
    private final BoundTable share;
    private final List<Change> changes;
    private final LaneTally.Rows tally;
    private final LaneFactors factors;
    private final double[][] people; // by cell
    private final double[][] pool; // by status, sex and age
    private final double[][] bornTo; // by region and mother's status
    private final double[][] bornLate; // the same of late births, where their timing differs
    private final int firstLate; // the first age of them
    private final double[][] changed; // by change

    /** A change of status, with its table bound. */
    private record Change(int from, int to, BoundTable rate) {}

    LaneLoop(ProjectionInputs inputs, Axis flowYears, LaneTally tally, LaneFactors factors) {
        this.space = inputs.base().space();
        this.ages = space.ages().count();
        this.statuses = space.statuses().size();
        this.years = space.ages().uniformWidth();
        this.even = inputs.convention().migration() == Migration.EVEN;
        this.base = new double[space.size()];
        inputs.base().copyTo(base);
        List<Axis> axes = new ArrayList<>(space.axes());
        axes.add(0, flowYears);
        survival = BoundTable.bind("survival", inputs.survival(), axes);
        asfr = BoundTable.bind("asfr", inputs.asfr(), axes);
        srb = BoundTable.bind("srb", inputs.srb(), axes);
        List<Axis> own = new ArrayList<>(axes);
        own.set(4, inputs.newbornStatus().axis(ProjectionInputs.CHILD_STATUS));
        newborns = BoundTable.bind("newbornStatus", inputs.newbornStatus(), own);
        external = external(inputs, axes);
        Cube none = Cube.of(List.of(), 0);
        out = BoundTable.bind(
                "outRate", inputs.internal().map(each -> each.outRate()).orElse(none), axes);
        share = BoundTable.bind(
                "destinationShare",
                inputs.internal().map(each -> each.destinationShare()).orElse(none),
                axes);
        changes = changes(inputs, axes);
        plain = inputs.external().isEmpty() && inputs.internal().isEmpty() && changes.isEmpty();
        this.tally = tally.rows();
        this.factors = factors;
        people = new double[space.size()][LANES];
        pool = new double[statuses * SEXES * ages][LANES];
        bornTo = new double[space.regions().size() * statuses][LANES];
        bornLate = new double[factors.hasTiming ? bornTo.length : 0][LANES];
        firstLate = FertilityTiming.firstLate(inputs);
        changed = new double[changes.size()][LANES];
    }

    private static BoundTable[] external(ProjectionInputs inputs, List<Axis> axes) {
        Cube none = Cube.of(List.of(), 0);
        ExternalMigration all = inputs.external().orElseGet(() -> ExternalMigration.counts(none, none));
        return new BoundTable[] {
            BoundTable.bind("external.arrivals", all.arrivals(), axes),
            BoundTable.bind("external.arrivalRate", all.arrivalRate(), axes),
            BoundTable.bind("external.departures", all.departures(), axes),
            BoundTable.bind("external.departureRate", all.departureRate(), axes)
        };
    }

    private static List<Change> changes(ProjectionInputs inputs, List<Axis> axes) {
        CellSpace space = inputs.base().space();
        List<Change> changes = new ArrayList<>();
        for (StatusTransition each : inputs.transitions()) {
            BoundTable rate = BoundTable.bind("transition " + each.id(), each.rate(), axes);
            changes.add(new Change(space.statusIndex(each.from()), space.statusIndex(each.to()), rate));
        }
        return changes;
    }

    /** Refuses what this loop does not do; a single projection does it all. */
    static void require(ProjectionInputs inputs) {
        Convention convention = inputs.convention();
        boolean known = convention.births() == Convention.Births.PRESENT
                && convention.openAge() == Convention.OpenAge.POOLED
                && (convention.migration() == Migration.EVEN
                        || convention.migration() == Migration.END && convention.rates() == Convention.Rates.SURVIVORS);
        if (!known) {
            throw new IllegalArgumentException("Ensemble: got convention " + convention.id() + ", expected "
                    + Convention.UN_WPP_2024.id() + " or " + Convention.UN_EVEN.id());
        }
        boolean pooled = inputs.internal()
                .map(each -> !each.destinationShare().has("origin")
                        && !each.destinationShare().has("corridor"))
                .orElse(true);
        boolean counted = inputs.external()
                .map(each -> convention.migration() == Migration.EVEN
                        ? isNothing(each.arrivalRate()) && isNothing(each.departureRate())
                        : isNothing(each.departures()))
                .orElse(true);
        boolean free = inputs.births().isEmpty()
                && inputs.transitions().stream().allMatch(each -> each.quota().isEmpty());
        if (!pooled || !counted || !free) {
            throw new IllegalArgumentException("Ensemble: got "
                    + (!pooled
                            ? "moves by origin and destination, expected a pool of moves"
                            : !counted
                                    ? "external migration that its convention limits to the people there are, expected"
                                            + " counts where half joins at each end and departure rates otherwise"
                                    : "births or changes of status of a fixed number, expected rates"));
        }
    }

    private static boolean isNothing(Cube cube) {
        return Arrays.stream(cube.toArray()).allMatch(value -> value == 0);
    }

    /** The sums of the last step. */
    LaneTally.Rows tally() {
        return tally;
    }

    /** The rows of all cells after the last step. */
    double[][] people() {
        return people;
    }

    /** Puts the base population into every lane. */
    void start() {
        tally.next();
        for (int cell = 0; cell < base.length; cell++) {
            Arrays.fill(people[cell], base[cell]);
            LaneStep.add(tally.of(cell), people[cell]);
        }
    }

    /** Runs a step with the factors filled for it. */
    void step(int year) {
        tally.next();
        if (!plain) {
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
        for (int sex = 0; !plain && sex < SEXES; sex++) {
            for (int region = 0; region < regions; region++) {
                arrive(year, region, sex);
            }
        }
    }

    /** Ages a profile from its open group down; the row of the open group becomes that of the newborns. */
    private void age(int year, int region, int status, int sex) {
        int at = (region * statuses + status) * SEXES * ages + sex * ages;
        int sAt = survival.at(year, region, status, sex);
        int fAt = asfr.at(year, region, status, sex);
        double half = sex == FEMALE ? 0.5 * years : 0;
        double[] births =
                bornLate.length > 0 ? bornLate[region * statuses + status] : bornTo[region * statuses + status];
        int open = ages - 1;
        double[] newborns = people[at + open];
        double openMigrants = even ? migrants(year, region, status, sex, open) : 0;
        if (openMigrants != 0) {
            LaneStep.add(newborns, migrantFactor(openMigrants, region), openMigrants);
        }
        LaneStep.add(people[at + open - 1], newborns);
        for (int x = open; x > 0; x--) {
            double[] row = people[at + x - 1];
            people[at + x] = row;
            double fStart = half * asfr.values[fAt + x - 1];
            double fEnd = half * asfr.values[fAt + x];
            if (x == firstLate && bornLate.length > 0) {
                bearEarly(year, region, status, sex, fStart);
                fStart = 0;
            }
            boolean bearing = fStart != 0 || fEnd != 0;
            double q = 1 - survival.values[sAt + x];
            if (plain) {
                double[] fm = factors.mortality[sex][region];
                double[] deaths = tally.deaths(region, status);
                if (bearing) {
                    LaneStep.surviveBearing(row, fm, q, deaths, tally.of(at + x), fStart, fEnd, births);
                } else {
                    LaneStep.survive(row, fm, q, deaths, tally.of(at + x));
                }
            } else {
                move(year, region, status, sex, x, row, q, bearing ? births : null, fStart, fEnd);
            }
            births = x == firstLate ? bornTo[region * statuses + status] : births;
        }
        people[at] = newborns;
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
        double leaving = years * out.values[out.at(year, region, status, sex) + x];
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
        double come = years * external[0].values[external[0].at(year, region, status, sex) + x];
        double comeRate = years * external[1].values[external[1].at(year, region, status, sex) + x];
        double goRate = years * external[3].values[external[3].at(year, region, status, sex) + x];
        double[] fa = factors.arrivals[region];
        double[] fd = factors.departures[region];
        if (births == null) {
            LaneStep.end(row, fm, q, deaths, fa, come, comeRate, fd, goRate, fo, leaving, pooled);
        } else {
            LaneStep.endBearing(
                    row, fm, q, deaths, fa, come, comeRate, fd, goRate, fo, leaving, pooled, fStart, fEnd, births);
        }
    }

    /** Half of the net migrants of a cell where half joins at each end; the inputs have one direction a cell. */
    private double migrants(int year, int region, int status, int sex, int age) {
        double come = external[0].values[external[0].at(year, region, status, sex) + age];
        double go = external[2].values[external[2].at(year, region, status, sex) + age];
        return 0.5 * years * (come - go);
    }

    private double[] migrantFactor(double migrants, int region) {
        return migrants < 0 ? factors.departures[region] : factors.arrivals[region];
    }

    /** Gives newborns their status, and lets them go through the stages that are over for all others. */
    private void bear(int year, int region) {
        for (int mother = 0; mother < statuses; mother++) {
            if (bornLate.length > 0) {
                int row = region * statuses + mother;
                int at = asfr.at(year, region, mother, FEMALE);
                double early = FertilityTiming.sum(asfr.values, at, firstLate);
                double late = FertilityTiming.sum(asfr.values, at + firstLate, ages - firstLate);
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
                    double males = srb.values[srb.at(year, region, mother, FEMALE)];
                    double part = (sex == FEMALE ? 1 : males) / (1 + males);
                    double given = newborns.values[newborns.at(year, 0, mother, 0) + child];
                    LaneStep.add(row, bornTo[region * statuses + mother], part * given);
                }
                LaneStep.add(tally.births(region, child), row);
                double q = 1 - survival.values[survival.at(year, region, child, sex)];
                if (plain) {
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
                double part = share.values[share.at(year, region, status, sex) + x];
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
        Change change = changes.get(0);
        int from = ((region * statuses + change.from) * SEXES + sex) * ages + x;
        int to = ((region * statuses + change.to) * SEXES + sex) * ages + x;
        LaneStep.receiveAndChange(
                people[from],
                pool[(change.from * SEXES + sex) * ages + x],
                share.values[share.at(year, region, change.from, sex) + x],
                people[to],
                pool[(change.to * SEXES + sex) * ages + x],
                share.values[share.at(year, region, change.to, sex) + x],
                factors.changes[0][region],
                years * change.rate.values[change.rate.at(year, region, change.from, sex) + x],
                tally.of(from),
                tally.of(to));
    }

    /** All changes are counted on those present before any of them. */
    private void change(int year, int region, int sex, int x) {
        for (int i = 0; i < changed.length; i++) {
            Change change = changes.get(i);
            int from = ((region * statuses + change.from) * SEXES + sex) * ages + x;
            double rate = years * change.rate.values[change.rate.at(year, region, change.from, sex) + x];
            LaneStep.count(people[from], factors.changes[i][region], rate, changed[i]);
        }
        for (int i = 0; i < changed.length; i++) {
            Change change = changes.get(i);
            int from = ((region * statuses + change.from) * SEXES + sex) * ages + x;
            int to = ((region * statuses + change.to) * SEXES + sex) * ages + x;
            LaneStep.change(people[from], people[to], changed[i]);
        }
        for (int status = 0; status < statuses; status++) {
            int cell = ((region * statuses + status) * SEXES + sex) * ages + x;
            LaneStep.add(tally.of(cell), people[cell]);
        }
    }
}
