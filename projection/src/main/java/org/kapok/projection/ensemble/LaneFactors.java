package org.kapok.projection.ensemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kapok.projection.Component;
import org.kapok.projection.internal.LaneStep;

/** The factors of a block of draws, and those of the present step as rows. */
final class LaneFactors {
    private static final int LANES = LaneStep.LANES;

    // Of the present step, by region; regions without factors of their own share one row.
    final double[][] fertility;
    final double[][] mortality;
    final double[][] arrivals;
    final double[][] departures;
    final double[][] moves;
    final double[][][] changes; // by transition

    private final List<Component> components;
    private final int regions;
    private final double[][][] rows; // by component and region: the row of the present step
    private final double[][] draw; // component, step: of one draw
    private final double[][] localDraw; // region, step: of one draw and component
    private final double[][][] all; // step, component, lane
    private final double[][][][] local; // component, step, region, lane; null where a component is not local
    private final double[] largest; // by component: the largest rate or probability that its factor multiplies

    LaneFactors(List<Component> components, Futures futures, int regions, int steps, double[] largest) {
        this.components = List.copyOf(components);
        this.regions = regions;
        this.largest = largest;
        rows = new double[components.size()][][];
        local = new double[components.size()][][][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = futures.isLocal(i) ? new double[regions][LANES] : shared();
            local[i] = futures.isLocal(i) ? new double[steps][regions][LANES] : null;
        }
        fertility = rows(Component.Kind.FERTILITY).get(0);
        mortality = rows(Component.Kind.MORTALITY).get(0);
        arrivals = rows(Component.Kind.ARRIVALS).get(0);
        departures = rows(Component.Kind.DEPARTURES).get(0);
        moves = rows(Component.Kind.MOVES).get(0);
        changes = rows(Component.Kind.TRANSITION).toArray(double[][][]::new);
        draw = new double[components.size()][steps];
        localDraw = new double[regions][steps];
        all = new double[steps][components.size()][LANES];
    }

    /** One row for all regions. */
    private double[][] shared() {
        double[][] shared = new double[regions][];
        double[] row = new double[LANES];
        Arrays.fill(row, 1);
        Arrays.fill(shared, row);
        return shared;
    }

    /** The rows of all components of a kind; rows of 1 where the inputs lack it. */
    private List<double[][]> rows(Component.Kind kind) {
        List<double[][]> found = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            if (components.get(i).kind() == kind) {
                found.add(rows[i]);
            }
        }
        if (found.isEmpty() && kind != Component.Kind.TRANSITION) {
            found.add(shared());
        }
        return found;
    }

    /** Asks for the factors of the draws of a block; lanes beyond the last draw stay as the inputs have them. */
    void read(Futures futures, int firstDraw, int draws) {
        for (int lane = 0; lane < LANES; lane++) {
            int number = firstDraw + lane;
            fill(draw);
            if (number < draws) {
                futures.fill(number, draw);
                requireFactors(number);
            }
            for (int component = 0; component < draw.length; component++) {
                for (int step = 0; step < all.length; step++) {
                    all[step][component][lane] = draw[component][step];
                }
                if (local[component] != null) {
                    readLocal(futures, number, draws, component, lane);
                }
            }
        }
    }

    private void readLocal(Futures futures, int number, int draws, int component, int lane) {
        fill(localDraw);
        if (number < draws) {
            futures.fillLocal(number, component, localDraw);
        }
        for (int step = 0; step < all.length; step++) {
            for (int region = 0; region < regions; region++) {
                double factor = draw[component][step] * localDraw[region][step];
                requireFactor(number, component, step, factor);
                local[component][step][region][lane] = factor;
            }
        }
    }

    private static void fill(double[][] factors) {
        for (double[] steps : factors) {
            Arrays.fill(steps, 1);
        }
    }

    /** Makes the factors of a step the present ones. */
    void step(int step) {
        for (int component = 0; component < rows.length; component++) {
            if (local[component] == null) {
                System.arraycopy(all[step][component], 0, rows[component][0], 0, LANES);
                continue;
            }
            for (int region = 0; region < regions; region++) {
                System.arraycopy(local[component][step][region], 0, rows[component][region], 0, LANES);
            }
        }
    }

    private void requireFactors(int number) {
        for (int component = 0; component < draw.length; component++) {
            for (int step = 0; step < draw[component].length; step++) {
                requireFactor(number, component, step, draw[component][step]);
            }
        }
    }

    private void requireFactor(int number, int component, int step, double factor) {
        if (!(factor >= 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException("Futures, draw " + number + ", "
                    + components.get(component).id() + ", step " + (step + 1) + ": got " + factor
                    + ", expected 0 or more, finite");
        }
        if (factor * largest[component] > 1) {
            throw new IllegalArgumentException("Futures, draw " + number + ", "
                    + components.get(component).id() + ", step " + (step + 1) + ": got " + factor
                    + ", expected " + 1 / largest[component]
                    + " at most, where everybody of some cell dies, leaves or changes");
        }
    }
}
