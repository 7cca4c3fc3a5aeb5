package org.kapok.projection.ensemble;

import java.util.Arrays;
import java.util.List;
import org.kapok.projection.Component;
import org.kapok.projection.internal.LaneStep;

/** The factors of a block of draws, and those of the present step as rows. */
final class LaneFactors {
    private static final int LANES = LaneStep.LANES;

    final double[] fertility = new double[LANES];
    final double[] mortality = new double[LANES];
    final double[] arrivals = new double[LANES];
    final double[] departures = new double[LANES];
    final double[] moves = new double[LANES];
    final double[][] changes; // by transition

    private final List<Component> components;
    private final double[][] rows; // by component: the row of the present step
    private final double[][] draw; // component, step: of one draw
    private final double[][][] all; // step, component, lane
    private final double[] largest; // by component: the largest rate or probability that its factor multiplies

    LaneFactors(List<Component> components, int steps, double[] largest) {
        this.components = List.copyOf(components);
        this.largest = largest;
        int transitions = (int) components.stream()
                .filter(each -> each.kind() == Component.Kind.TRANSITION)
                .count();
        changes = new double[transitions][LANES];
        rows = new double[components.size()][];
        int next = 0;
        for (int i = 0; i < rows.length; i++) {
            rows[i] = switch (components.get(i).kind()) {
                case FERTILITY -> fertility;
                case MORTALITY -> mortality;
                case ARRIVALS -> arrivals;
                case DEPARTURES -> departures;
                case MOVES -> moves;
                default -> changes[next++];
            };
        }
        draw = new double[components.size()][steps];
        all = new double[steps][components.size()][LANES];
        for (double[] row : List.of(arrivals, departures, moves)) {
            Arrays.fill(row, 1); // of components that the inputs lack
        }
    }

    /** Asks for the factors of the draws of a block; lanes beyond the last draw stay as the inputs have them. */
    void read(Futures futures, int firstDraw, int draws) {
        for (int lane = 0; lane < LANES; lane++) {
            for (double[] steps : draw) {
                Arrays.fill(steps, 1);
            }
            if (firstDraw + lane < draws) {
                futures.fill(firstDraw + lane, draw);
                requireFactors(firstDraw + lane);
            }
            for (int step = 0; step < all.length; step++) {
                for (int component = 0; component < draw.length; component++) {
                    all[step][component][lane] = draw[component][step];
                }
            }
        }
    }

    /** Makes the factors of a step the present ones. */
    void step(int step) {
        for (int component = 0; component < rows.length; component++) {
            System.arraycopy(all[step][component], 0, rows[component], 0, LANES);
        }
    }

    private void requireFactors(int number) {
        for (int component = 0; component < draw.length; component++) {
            for (int step = 0; step < draw[component].length; step++) {
                double factor = draw[component][step];
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
    }
}
