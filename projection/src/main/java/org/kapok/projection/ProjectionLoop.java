package org.kapok.projection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.core.Sex;
import org.kapok.projection.Convention.MigrationTiming;
import org.kapok.projection.internal.BoundTable;
import org.kapok.projection.internal.CohortStep;
import org.kapok.projection.internal.StepFlows;

/**
 * The projection loop, bound once to its inputs.
 *
 * <p>A step runs through these stages; each keeps the sum of people, births and flows in balance:
 *
 * <ol>
 *   <li>half of the external migrants join, where the convention says so;
 *   <li>everybody ages and some die;
 *   <li>the other half joins; women give birth; newborns get their status, and some die;
 *   <li>external migrants join, where the convention has them at the end;
 *   <li>people move between regions through the pool;
 *   <li>people change status, all changes counted on the people present before any of them.
 * </ol>
 *
 * <p>Sums over regions run in the order of the regions. A step allocates nothing.
 */
final class ProjectionLoop {
    private static final int SEXES = Sex.values().length;
    private static final int FEMALE = Sex.FEMALE.ordinal();

    private final CellSpace space;
    private final int ages;
    private final int statuses;
    private final double years;
    private final boolean even;
    private final BoundTable survival;
    private final BoundTable asfr;
    private final BoundTable srb;
    private final double[] newbornStatus; // [mother's status][child's status]
    private final BoundTable arrivals; // these three null: a closed population
    private final BoundTable departureRate;
    private final BoundTable departures;
    private final BoundTable outRate; // these two null: nobody moves between regions
    private final BoundTable destinationShare;
    private final List<BoundTransition> transitions;
    private final double[] exposed; // people at the start, half of the external migrants included
    private final double[] pool; // [status][sex][age]

    /**
     * Binds the inputs to the years of their flows.
     *
     * @param flowYears the axis of the steps' years
     */
    ProjectionLoop(ProjectionInputs inputs, Axis flowYears) {
        space = inputs.base().space();
        ages = space.ages().count();
        statuses = space.statuses().size();
        years = space.ages().uniformWidth();
        even = inputs.convention().timing() == MigrationTiming.EVEN;
        List<Axis> axes = new ArrayList<>(space.axes());
        axes.add(0, flowYears);
        survival = BoundTable.bind("survival", inputs.survival(), axes);
        asfr = BoundTable.bind("asfr", inputs.asfr(), axes);
        srb = BoundTable.bind("srb", inputs.srb(), axes);
        newbornStatus = inputs.newbornStatus().toArray();
        ExternalMigration external = inputs.external().orElse(null);
        arrivals = external == null ? null : BoundTable.bind("external.arrivals", external.arrivals(), axes);
        departureRate =
                external == null ? null : BoundTable.bind("external.departureRate", external.departureRate(), axes);
        departures = external == null ? null : BoundTable.bind("external.departures", external.departures(), axes);
        InternalMigration internal = inputs.internal().orElse(null);
        outRate = internal == null ? null : BoundTable.bind("internal.outRate", internal.outRate(), axes);
        destinationShare = internal == null
                ? null
                : BoundTable.bind("internal.destinationShare", internal.destinationShare(), axes);
        transitions = new ArrayList<>();
        for (StatusTransition transition : inputs.transitions()) {
            transitions.add(new BoundTransition(
                    space.statusIndex(transition.from()),
                    space.statusIndex(transition.to()),
                    BoundTable.bind("transition " + transition.id(), transition.rate(), axes)));
        }
        exposed = new double[space.size()];
        pool = new double[statuses * SEXES * ages];
    }

    /**
     * Runs one step.
     *
     * @param year position on the axis of flow years
     * @param start people at the start, in the order of {@link CellSpace}
     * @param end filled with people at the end; not the array {@code start}
     * @param flows filled with the flows between them
     */
    void step(int year, double[] start, double[] end, StepFlows flows) {
        System.arraycopy(start, 0, exposed, 0, exposed.length);
        if (even && arrivals != null) {
            countExternal(year, start, flows);
            joinExternal(0.5, exposed, flows);
        }
        for (int region = 0; region < space.regions().size(); region++) {
            for (int profile = 0; profile < statuses * SEXES; profile++) {
                int at = (region * statuses * SEXES + profile) * ages;
                int sAt = survival.at(year, region, profile / SEXES, profile % SEXES);
                CohortStep.survive(exposed, survival.values, sAt, end, flows.deaths, at, ages);
            }
        }
        if (even && arrivals != null) {
            joinExternal(0.5, end, flows);
        }
        bear(year, end, flows);
        if (!even && arrivals != null) {
            countExternal(year, end, flows);
            joinExternal(1, end, flows);
        }
        if (outRate != null) {
            moveBetweenRegions(year, end, flows);
        }
        changeStatus(year, end, flows);
    }

    private void countExternal(int year, double[] people, StepFlows flows) {
        for (int profile = 0; profile < space.profiles(); profile++) {
            int region = profile / (statuses * SEXES);
            int status = profile / SEXES % statuses;
            int sex = profile % SEXES;
            int at = profile * ages;
            int rateAt = departureRate.at(year, region, status, sex);
            CohortStep.leave(people, at, departureRate.values, rateAt, flows.departures, ages, years);
            int outAt = departures.at(year, region, status, sex);
            CohortStep.add(departures.values, outAt, years, flows.departures, at, ages);
            int inAt = arrivals.at(year, region, status, sex);
            CohortStep.scale(arrivals.values, inAt, years, flows.arrivals, at, ages);
        }
    }

    private void joinExternal(double share, double[] people, StepFlows flows) {
        CohortStep.add(flows.arrivals, 0, share, people, 0, people.length);
        CohortStep.add(flows.departures, 0, -share, people, 0, people.length);
    }

    private void bear(int year, double[] end, StepFlows flows) {
        Arrays.fill(flows.births, 0);
        for (int region = 0; region < space.regions().size(); region++) {
            for (int mother = 0; mother < statuses; mother++) {
                int women = space.profile(region, mother, Sex.FEMALE);
                int asfrAt = asfr.at(year, region, mother, FEMALE);
                double births = CohortStep.births(exposed, end, women, asfr.values, asfrAt, ages, years);
                double girls = births / (1 + srb.values[srb.at(year, region, mother, FEMALE)]);
                for (int child = 0; child < statuses; child++) {
                    double share = newbornStatus[mother * statuses + child];
                    int at = (region * statuses + child) * SEXES;
                    flows.births[at + FEMALE] += share * girls;
                    flows.births[at + 1 - FEMALE] += share * (births - girls);
                }
            }
        }
        for (int profile = 0; profile < space.profiles(); profile++) {
            int region = profile / (statuses * SEXES);
            int sAt = survival.at(year, region, profile / SEXES % statuses, profile % SEXES);
            CohortStep.bear(flows.births[profile], survival.values, sAt, end, flows.deaths, profile * ages);
        }
    }

    private void moveBetweenRegions(int year, double[] people, StepFlows flows) {
        Arrays.fill(pool, 0);
        int run = statuses * SEXES * ages;
        for (int profile = 0; profile < space.profiles(); profile++) {
            int at = profile * ages;
            int rateAt = outRate.at(year, profile / (statuses * SEXES), profile / SEXES % statuses, profile % SEXES);
            CohortStep.leave(people, at, outRate.values, rateAt, flows.movesOut, ages, years);
            CohortStep.add(flows.movesOut, at, 1, pool, at % run, ages);
        }
        for (int profile = 0; profile < space.profiles(); profile++) {
            int at = profile * ages;
            int shareAt = destinationShare.at(
                    year, profile / (statuses * SEXES), profile / SEXES % statuses, profile % SEXES);
            CohortStep.receive(pool, at % run, destinationShare.values, shareAt, flows.movesIn, at, ages);
        }
        CohortStep.add(flows.movesIn, 0, 1, people, 0, people.length);
        CohortStep.add(flows.movesOut, 0, -1, people, 0, people.length);
    }

    private void changeStatus(int year, double[] people, StepFlows flows) {
        for (int i = 0; i < transitions.size(); i++) {
            BoundTransition transition = transitions.get(i);
            for (int region = 0; region < space.regions().size(); region++) {
                for (int sex = 0; sex < SEXES; sex++) {
                    int at = ((region * statuses + transition.from) * SEXES + sex) * ages;
                    int rateAt = transition.rate.at(year, region, transition.from, sex);
                    CohortStep.leave(people, at, transition.rate.values, rateAt, flows.transitions[i], ages, years);
                }
            }
        }
        for (int i = 0; i < transitions.size(); i++) {
            BoundTransition transition = transitions.get(i);
            int shift = (transition.to - transition.from) * SEXES * ages;
            for (int region = 0; region < space.regions().size(); region++) {
                int from = (region * statuses + transition.from) * SEXES * ages;
                CohortStep.add(flows.transitions[i], from, -1, people, from, SEXES * ages);
                CohortStep.add(flows.transitions[i], from, 1, people, from + shift, SEXES * ages);
            }
        }
    }

    private record BoundTransition(int from, int to, BoundTable rate) {}
}
