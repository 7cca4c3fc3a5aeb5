package org.kapok.projection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kapok.core.Axis;
import org.kapok.core.Region;
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
        Cubes shares = new Cubes(internal, axes);
        share = BoundTable.bind("internal.destinationShare", internal.destinationShare(), shares.axes());
        corridors = shares.corridors();
        dense = internal.destinationShare().has(InternalMigration.ORIGIN);
        run = state.statuses * StepState.SEXES * state.ages;
        pool = new double[run];
    }

    /** The axes that shares are laid over, and the corridors among them. */
    private record Cubes(InternalMigration internal, List<Axis> all) {
        List<Axis> axes() {
            List<Axis> axes = new ArrayList<>(all);
            if (internal.destinationShare().has(InternalMigration.CORRIDOR)) {
                axes.set(1, internal.destinationShare().axis(InternalMigration.CORRIDOR));
            }
            axes.add(new Axis(InternalMigration.ORIGIN, all.get(1).labels()));
            return axes;
        }

        int[][] corridors() {
            return internal.destinationShare().has(InternalMigration.CORRIDOR)
                    ? InternalMigration.ends(
                            internal.destinationShare().axis(InternalMigration.CORRIDOR),
                            all.get(1).labels())
                    : null;
        }
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
        if (corridors != null) {
            for (int i = 0; i < corridors.length; i++) {
                receive(movesOut, corridors[i][0], corridors[i][1], i, from, to);
            }
        } else {
            List<Region> regions = state.space.regions();
            for (int region = 0; region < regions.size(); region++) {
                for (int origin = 0; dense && origin < regions.size(); origin++) {
                    receive(movesOut, origin, region, region, from, to);
                }
                if (!dense) {
                    receive(pool, 0, region, region, from, to);
                }
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
