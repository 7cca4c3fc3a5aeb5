package org.kapok.projection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kapok.core.Axis;
import org.kapok.core.Cube;
import org.kapok.core.Sex;
import org.kapok.projection.Convention.Migration;
import org.kapok.projection.internal.BoundTable;
import org.kapok.projection.internal.CohortStep;
import org.kapok.projection.internal.StepFlows;

/**
 * The projection loop, bound once to its inputs: one kernel, with the {@link Convention} as its parameters.
 *
 * <p>A step runs through these stages; each keeps the sum of people, births and flows in balance:
 *
 * <ol>
 *   <li>half of the external migrants join, where the convention says so;
 *   <li>everybody ages and some die;
 *   <li>external migrants, or their other half, join;
 *   <li>people move between regions;
 *   <li>people change status, all changes counted on the people present before any of them.
 * </ol>
 *
 * <p>Women give birth after the second, third or last stage, as the convention says; the newborns get their status, some
 * die, and the rest go through the stages that are over for everybody else.
 *
 * <p>Sums over regions run in the order of the regions. A step allocates nothing.
 */
final class ProjectionLoop {
    private static final int FEMALE = Sex.FEMALE.ordinal();

    private final StepState state;
    private final BoundTable openAgeSurvival; // null: the last ratio of the survival table
    private final BoundTable asfr;
    private final BoundTable srb;
    private final BoundTable births; // null: births are those of the rates
    private final BoundTable newbornStatus; // by mother's status, of shares by the child's
    private final ExternalStage external; // null: a closed population
    private final InternalStage internal; // null: nobody moves between regions
    private final StatusStage statuses;

    /**
     * Binds the inputs to the years of their flows.
     *
     * @param flowYears the axis of the steps' years
     */
    ProjectionLoop(ProjectionInputs inputs, Axis flowYears) {
        List<Axis> axes = new ArrayList<>(inputs.base().space().axes());
        axes.add(0, flowYears);
        state = new StepState(inputs, axes);
        openAgeSurvival = inputs.openAgeSurvival()
                .map(table -> BoundTable.bind("openAgeSurvival", table, axes))
                .orElse(null);
        asfr = BoundTable.bind("asfr", inputs.asfr(), axes);
        srb = BoundTable.bind("srb", inputs.srb(), axes);
        births = inputs.births()
                .map(table -> BoundTable.bind("births", table, axes))
                .orElse(null);
        newbornStatus =
                BoundTable.bind("newbornStatus", inputs.newbornStatus(), newbornAxes(axes, inputs.newbornStatus()));
        external = inputs.external()
                .map(all -> new ExternalStage(state, all, axes))
                .orElse(null);
        internal = inputs.internal()
                .map(all -> new InternalStage(state, all, axes))
                .orElse(null);
        statuses = new StatusStage(state, inputs.transitions(), axes);
    }

    /** The axes of newborn statuses, the child's in the place of ages. */
    private static List<Axis> newbornAxes(List<Axis> axes, Cube newbornStatus) {
        List<Axis> own = new ArrayList<>(axes);
        own.set(4, newbornStatus.axis(ProjectionInputs.CHILD_STATUS));
        return own;
    }

    /** Flows for {@link #step} to fill. */
    StepFlows newFlows() {
        return new StepFlows(state.space, statuses.count(), external != null && external.limited());
    }

    /**
     * Runs one step.
     *
     * @param year position on the axis of flow years
     * @param start people at the start, in the order of {@link org.kapok.core.CellSpace}
     * @param end filled with people at the end; not the array {@code start}
     * @param flows filled with the flows between them
     */
    void step(int year, double[] start, double[] end, StepFlows flows) {
        state.year = year;
        state.start = start;
        state.end = end;
        state.flows = flows;
        Convention convention = state.convention;
        System.arraycopy(start, 0, state.exposed, 0, start.length);
        if (external != null) {
            external.open();
        }
        survive();
        boolean even = convention.migration() == Migration.EVEN;
        switch (convention.births()) {
            case PRESENT -> {
                if (even) {
                    joinExternal(1, state.ages);
                }
                bear();
                joinExternal(0, even ? 1 : state.ages);
                moveInside(0, state.ages);
            }
            case PUBLISHED, COHORT -> {
                joinExternal(1, state.ages);
                moveInside(1, state.ages);
                bear();
                joinExternal(0, 1);
                moveInside(0, 1);
            }
        }
    }

    private void survive() {
        for (int profile = 0; profile < state.space.profiles(); profile++) {
            int at = profile * state.ages;
            double[] s = state.survival.values;
            int sAt = state.at(state.survival, profile);
            double incumbents = openAgeSurvival == null
                    ? s[sAt + state.ages - 1]
                    : openAgeSurvival.values[state.at(openAgeSurvival, profile) + state.ages - 1];
            CohortStep.survive(state.exposed, s, sAt, incumbents, state.end, state.flows.deaths, at, state.ages);
            if (state.cohort != null) {
                CohortStep.shift(state.start, state.cohort, at, state.ages);
            }
        }
    }

    private void joinExternal(int from, int to) {
        if (external != null) {
            external.close(from, to);
        }
    }

    private void moveInside(int from, int to) {
        if (internal != null) {
            internal.move(from, to);
        }
        statuses.change(from, to);
    }

    private void bear() {
        StepFlows flows = state.flows;
        Arrays.fill(flows.births, 0);
        for (int region = 0; region < state.space.regions().size(); region++) {
            for (int mother = 0; mother < state.statuses; mother++) {
                double born = bornTo(region, mother);
                double girls = born / (1 + srb.values[srb.at(state.year, region, mother, FEMALE)]);
                for (int child = 0; child < state.statuses; child++) {
                    double share = newbornStatus.values[newbornStatus.at(state.year, 0, mother, 0) + child];
                    int at = (region * state.statuses + child) * StepState.SEXES;
                    flows.births[at + FEMALE] += share * girls;
                    flows.births[at + 1 - FEMALE] += share * (born - girls);
                }
            }
        }
        for (int profile = 0; profile < state.space.profiles(); profile++) {
            int at = profile * state.ages;
            int sAt = state.at(state.survival, profile);
            CohortStep.bear(flows.births[profile], state.survival.values, sAt, state.end, flows.deaths, at);
            if (state.cohort != null) {
                state.cohort[at] = flows.births[profile];
            }
        }
    }

    /** Births to the women of a region and status: by their rates, or as many as were given, shared out by the rates. */
    private double bornTo(int region, int mother) {
        int women = state.space.profile(region, mother, Sex.FEMALE);
        int asfrAt = asfr.at(state.year, region, mother, FEMALE);
        int motherAt = (region * state.statuses + mother) * state.ages;
        double[] byMother = state.flows.birthsByMother;
        double[] atStart = switch (state.convention.births()) {
            case COHORT -> state.cohort;
            case PUBLISHED -> state.start;
            case PRESENT -> state.exposed;
        };
        double born = CohortStep.births(
                atStart, state.end, women, asfr.values, asfrAt, byMother, motherAt, state.ages, state.years);
        if (births == null) {
            return born;
        }
        double given = state.years * births.values[births.at(state.year, region, mother, FEMALE)];
        if (given > 0 && !(born > 0)) {
            throw new IllegalArgumentException("ProjectionInputs.births, region "
                    + state.space.regions().get(region).id() + ", status "
                    + state.space.statuses().get(mother).id() + ": got " + given
                    + " births, expected none where no woman gives birth by the rates");
        }
        for (int x = 0; x < state.ages; x++) {
            byMother[motherAt + x] *= given > 0 ? given / born : 0;
        }
        return given;
    }
}
