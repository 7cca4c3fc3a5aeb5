package org.kapok.projection.ensemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kapok.projection.Component;

/** The factors of a block of draws, and those of the present step as rows. */
final class LaneFactors {
    private static final int SEXES = 2;

    // Of the present step, by region, of mortality by sex and region; those without factors of their own share one row.
    final double[][] fertility;
    final double[][][] mortality;
    final double[][] arrivals;
    final double[][] departures;
    final double[][] moves;
    final double[][][] changes; // by transition
    final double[] timing; // of births
    final boolean hasTiming;

    private final List<Component> components;
    private final String[] ids; // by component, for messages
    private final int regions;
    private final double[][][] rows; // by component and region, of mortality by sex and region: of the present step
    private final double[][] draw; // component, step: of one draw
    private final double[][] localDraw; // region, step: of one draw and component
    private final double[][] sexDraw; // sex, step: of one draw
    private final double[][][] all; // step, component, lane
    private final double[][][][] local; // component, step, row, lane; null where one row serves all
    private final double[] largest; // by component: the largest rate or probability that its factor multiplies
    private final boolean[] logit; // by component
    private final double[] timingDraw; // step: of one draw
    private final double[][] allTiming; // step, lane

    LaneFactors(List<Component> components, Futures futures, int regions, int steps, double[] largest, int lanes) {
        timing = new double[lanes];
        this.components = List.copyOf(components);
        this.ids = components.stream().map(Component::id).toArray(String[]::new);
        this.regions = regions;
        this.largest = largest;
        logit = new boolean[components.size()];
        rows = new double[components.size()][][];
        local = new double[components.size()][][][];
        for (int i = 0; i < rows.length; i++) {
            boolean dying = components.get(i).kind() == Component.Kind.MORTALITY;
            int own = dying ? SEXES * regions : regions;
            boolean shared = !futures.isLocal(i) && !(dying && futures.isBySex());
            rows[i] = shared ? shared(own, lanes) : new double[own][lanes];
            local[i] = shared ? null : new double[steps][own][lanes];
            logit[i] = futures.isLogit(i);
        }
        fertility = rows(Component.Kind.FERTILITY).get(0);
        double[][] dying = rows(Component.Kind.MORTALITY).get(0);
        mortality = new double[SEXES][][];
        for (int sex = 0; sex < SEXES; sex++) {
            mortality[sex] = Arrays.copyOfRange(dying, sex * regions, (sex + 1) * regions);
        }
        arrivals = rows(Component.Kind.ARRIVALS).get(0);
        departures = rows(Component.Kind.DEPARTURES).get(0);
        moves = rows(Component.Kind.MOVES).get(0);
        changes = rows(Component.Kind.TRANSITION).toArray(double[][][]::new);
        draw = new double[components.size()][steps];
        localDraw = new double[regions][steps];
        sexDraw = new double[SEXES][steps];
        hasTiming = futures.hasTiming();
        timingDraw = new double[steps];
        allTiming = new double[steps][lanes];
        all = new double[steps][components.size()][lanes];
    }

    /** One row for all. */
    private static double[][] shared(int size, int lanes) {
        double[][] shared = new double[size][];
        double[] row = new double[lanes];
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
            found.add(shared(regions, timing.length));
        }
        return found;
    }

    /** Asks for the factors of the draws of a block; lanes beyond the last draw stay as the inputs have them. */
    void read(Futures futures, int firstDraw, int draws) {
        for (int lane = 0; lane < timing.length; lane++) {
            int number = firstDraw + lane;
            fill(draw);
            if (number < draws) {
                futures.fill(number, draw);
            }
            if (hasTiming) {
                readTiming(futures, number, draws, lane);
            }
            for (int component = 0; component < draw.length; component++) {
                if (local[component] != null) {
                    readLocal(futures, number, draws, component, lane);
                    continue;
                }
                for (int step = 0; step < all.length; step++) {
                    all[step][component][lane] = factor(number, component, step, draw[component][step]);
                }
            }
        }
    }

    private void readLocal(Futures futures, int number, int draws, int component, int lane) {
        fill(localDraw);
        fill(sexDraw);
        if (number < draws && futures.isLocal(component)) {
            futures.fillLocal(number, component, localDraw);
        }
        if (number < draws && local[component][0].length > regions && futures.isBySex()) {
            futures.fillSexes(number, sexDraw);
        }
        for (int step = 0; step < all.length; step++) {
            for (int row = 0; row < local[component][step].length; row++) {
                double own = localDraw[row % regions][step] * sexDraw[row / regions][step];
                local[component][step][row][lane] = factor(number, component, step, draw[component][step] * own);
            }
        }
    }

    private void readTiming(Futures futures, int number, int draws, int lane) {
        Arrays.fill(timingDraw, 1);
        if (number < draws) {
            futures.fillTiming(number, timingDraw);
        }
        for (int step = 0; step < timingDraw.length; step++) {
            requireNumber(number, "timing of fertility", step, timingDraw[step]);
            allTiming[step][lane] = timingDraw[step];
        }
    }

    private static void fill(double[][] factors) {
        for (double[] steps : factors) {
            Arrays.fill(steps, 1);
        }
    }

    /** How many draws at once. */
    int lanes() {
        return timing.length;
    }

    /** How many steps. */
    int steps() {
        return all.length;
    }

    /** Makes the factors of a step the present ones. */
    void step(int step) {
        System.arraycopy(allTiming[step], 0, timing, 0, timing.length);
        for (int component = 0; component < rows.length; component++) {
            if (local[component] == null) {
                System.arraycopy(all[step][component], 0, rows[component][0], 0, timing.length);
                continue;
            }
            for (int row = 0; row < rows[component].length; row++) {
                System.arraycopy(local[component][step][row], 0, rows[component][row], 0, timing.length);
            }
        }
    }

    /** The factor that everything is multiplied by. */
    private double factor(int number, int component, int step, double drawn) {
        requireNumber(number, ids[component], step, drawn);
        double factor = logit[component] ? ofOdds(drawn, largest[component]) : drawn;
        if (!logit[component] && factor * largest[component] > 1) {
            throw new IllegalArgumentException("Futures, draw " + number + ", "
                    + ids[component] + ", step " + (step + 1) + ": got " + factor
                    + ", expected " + 1 / largest[component]
                    + " at most, where everybody of some cell dies, leaves or changes");
        }
        return factor;
    }

    private static void requireNumber(int draw, String what, int step, double factor) {
        if (!(factor >= 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException("Futures, draw " + draw + ", " + what + ", step " + (step + 1) + ": got "
                    + factor + ", expected 0 or more, finite");
        }
    }

    /** What multiplies a share when its odds are multiplied. */
    static double ofOdds(double odds, double share) {
        return odds / (1 - share + share * odds);
    }
}
