package org.kapok.projection;

import java.util.List;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.core.Sex;
import org.kapok.projection.internal.BoundTable;
import org.kapok.projection.internal.CohortStep;
import org.kapok.projection.internal.StepFlows;

/** What the stages of a step work on. Arrays are in the order of {@link CellSpace}. */
final class StepState {
    static final int SEXES = Sex.values().length;

    private static final double INFANTS_TO_BEAR = 2.0 / 3; // of the year's mortality, by a mover born within it
    private static final double OTHERS_TO_BEAR = 0.5;

    final Convention convention;
    final CellSpace space;
    final int ages;
    final int statuses;
    final double years;
    final BoundTable survival;
    final boolean middle;

    /** People at the start, with the half of the external migrants who join there. */
    final double[] exposed;

    /** People at the start by the age they reach, newborns in the first group; filled where a convention needs it. */
    final double[] cohort;

    int year; // position on the axis of flow years
    double[] start;
    double[] end;
    StepFlows flows;

    StepState(ProjectionInputs inputs, List<Axis> axes) {
        convention = inputs.convention();
        space = inputs.base().space();
        ages = space.ages().count();
        statuses = space.statuses().size();
        years = space.ages().uniformWidth();
        survival = BoundTable.bind("survival", inputs.survival(), axes);
        middle = convention.migration() == Convention.Migration.MIDDLE;
        exposed = new double[space.size()];
        boolean byCohort =
                convention.rates() == Convention.Rates.COHORT || convention.births() == Convention.Births.COHORT;
        cohort = byCohort ? new double[space.size()] : null;
    }

    int region(int profile) {
        return profile / (statuses * SEXES);
    }

    int status(int profile) {
        return profile / SEXES % statuses;
    }

    int sex(int profile) {
        return profile % SEXES;
    }

    /** Where a table's ages start for a profile. */
    int at(BoundTable table, int profile) {
        return table.at(year, region(profile), status(profile), sex(profile));
    }

    /** Those whom movements at the end or in the middle of the step are counted on. */
    double[] counted() {
        return middle ? cohort : end;
    }

    /** Lets a profile of a flow join the people of another profile, or leave them where {@code sign} is -1. */
    void join(double[] flow, int flowProfile, double sign, int profile, int from, int to) {
        join(flow, flowProfile, sign, profile, from, to, INFANTS_TO_BEAR);
    }

    /**
     * Lets people enter a status. Infants who do bear no more of their year's mortality: so the Federal Statistical
     * Office counts them.
     */
    void enter(double[] flow, int flowProfile, int profile, int from, int to) {
        join(flow, flowProfile, 1, profile, from, to, 0);
    }

    private void join(
            double[] flow, int flowProfile, double sign, int profile, int from, int to, double infantsToBear) {
        int at = profile * ages;
        int flowAt = flowProfile * ages;
        if (!middle) {
            CohortStep.add(flow, flowAt, sign, end, at, from, to);
            return;
        }
        int sAt = at(survival, profile);
        double[] s = survival.values;
        if (from == 0) {
            CohortStep.join(flow, flowAt, sign, s, sAt, infantsToBear, end, flows.deaths, at, 0, 1);
        }
        CohortStep.join(flow, flowAt, sign, s, sAt, OTHERS_TO_BEAR, end, flows.deaths, at, Math.max(1, from), to);
    }
}
