package org.kapok.projection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kapok.core.Axis;
import org.kapok.core.Cube;
import org.kapok.projection.internal.BoundTable;
import org.kapok.projection.internal.CohortStep;

/** Movement between regions, as a stage of a step. Sums over origins run in the order of the regions or corridors. */
final class InternalStage {
    private final StepState state;
    private final BoundTable outRate;
    private final BoundTable share;
    private final int run; // cells of a region
    private final int[][] corridors; // regions left and entered; null unless flows are sparse
    private final boolean dense;
    private final double[] pool; // [status][sex][age]

    InternalStage(StepState state, InternalMigration internal, List<Axis> axes) {
        this.state = state;
        outRate = BoundTable.bind("internal.outRate", internal.outRate(), axes);
        Cube shares = internal.destinationShare();
        List<Axis> shareAxes = new ArrayList<>(axes);
        if (shares.has(InternalMigration.CORRIDOR)) {
            shareAxes.set(1, shares.axis(InternalMigration.CORRIDOR));
            corridors = InternalMigration.ends(shareAxes.get(1), axes.get(1).labels());
        } else {
            corridors = null;
        }
        shareAxes.add(new Axis(InternalMigration.ORIGIN, axes.get(1).labels()));
        share = BoundTable.bind("internal.destinationShare", shares, shareAxes);
        dense = shares.has(InternalMigration.ORIGIN);
        run = state.statuses * StepState.SEXES * state.ages;
        pool = new double[run];
    }

    /** Moves people of a range of ages. */
    void move(int from, int to) {
        double[] movesIn = state.flows.movesIn;
        double[] movesOut = state.flows.movesOut;
        Arrays.fill(pool, 0);
        for (int profile = 0; profile < state.space.profiles(); profile++) {
            int at = profile * state.ages;
            CohortStep.count(
                    state.counted(), at, outRate.values, state.at(outRate, profile), movesOut, from, to, state.years);
            CohortStep.add(movesOut, at, 1, pool, at % run, from, to);
            Arrays.fill(movesIn, at + from, at + to, 0);
        }
        int regions = state.space.regions().size();
        if (corridors != null) {
            for (int i = 0; i < corridors.length; i++) {
                receive(movesOut, corridors[i][0], corridors[i][1], i, from, to);
            }
        } else if (dense) {
            for (int pair = 0; pair < regions * regions; pair++) {
                receive(movesOut, pair % regions, pair / regions, pair / regions, from, to);
            }
        } else {
            for (int region = 0; region < regions; region++) {
                receive(pool, 0, region, region, from, to);
            }
        }
        for (int profile = 0; profile < state.space.profiles(); profile++) {
            state.join(movesIn, profile, 1, profile, from, to);
            state.join(movesOut, profile, -1, profile, from, to);
        }
    }

    /**
     * Shares out to a region what left.
     *
     * @param leaving those who left, of which the region's share starts at {@code origin}
     * @param column what stands for the region entered in the table of shares
     */
    private void receive(double[] leaving, int origin, int region, int column, int from, int to) {
        for (int profile = 0; profile < state.statuses * StepState.SEXES; profile++) {
            int shareAt = share.at(state.year, origin, column, state.status(profile), state.sex(profile));
            int at = region * run + profile * state.ages;
            int leavingAt = origin * run + profile * state.ages;
            CohortStep.receive(leaving, leavingAt, share.values, shareAt, state.flows.movesIn, at, from, to);
        }
    }
}
