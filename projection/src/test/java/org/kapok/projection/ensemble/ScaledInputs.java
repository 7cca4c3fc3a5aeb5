package org.kapok.projection.ensemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kapok.core.Axis;
import org.kapok.core.Cube;
import org.kapok.projection.CohortComponent;
import org.kapok.projection.Component;
import org.kapok.projection.ProjectionInputs;

/** What a draw is the projection of, worked out from the definition of its factors. */
final class ScaledInputs {
    private final ProjectionInputs inputs;
    private final Futures futures;
    private final int draw;
    private final List<Axis> axes; // year and those of cells

    private ScaledInputs(ProjectionInputs inputs, int lastYear, Futures futures, int draw) {
        this.inputs = inputs;
        this.futures = futures;
        this.draw = draw;
        this.axes =
                new ArrayList<>(List.of(CohortComponent.flowYears(inputs.base().date(), lastYear, 1)));
        axes.addAll(inputs.base().space().axes());
    }

    static ProjectionInputs of(ProjectionInputs inputs, int lastYear, Futures futures, int draw) {
        return new ScaledInputs(inputs, lastYear, futures, draw).scaled();
    }

    private ProjectionInputs scaled() {
        List<Component> components = Ensemble.components(inputs);
        double[][] factors = ones(components.size());
        futures.fill(draw, factors);
        ProjectionInputs scaled = inputs;
        for (int i = 0; i < factors.length; i++) {
            double[][] local = ones(axes.get(1).size());
            if (futures.isLocal(i)) {
                futures.fillLocal(draw, i, local);
            }
            boolean dying = components.get(i).kind() == Component.Kind.MORTALITY;
            double[][] sexes = ones(2);
            if (dying && futures.isBySex()) {
                futures.fillSexes(draw, sexes);
            }
            double most = Ensemble.largest(inputs, components.get(i));
            boolean logit = futures.isLogit(i) && most > 0;
            double[] own = factors[i];
            Cube factor =
                    Cube.generate(dying ? List.of(axes.get(0), axes.get(1), axes.get(3)) : axes.subList(0, 2), at -> {
                        double drawn = own[at[0]] * local[at[1]][at[0]] * (dying ? sexes[at[2]][at[0]] : 1);
                        double odds = drawn * most / (1 - most);
                        return logit ? odds / (1 + odds) / most : drawn;
                    });
            scaled = dying ? dying(scaled, factor) : components.get(i).scale(scaled, factor);
        }
        return futures.hasTiming() ? timed(scaled) : scaled;
    }

    private ProjectionInputs dying(ProjectionInputs scaled, Cube factor) {
        Cube all = factor.along(axes).times(scaled.survival().map(s -> 1 - s).along(axes));
        return scaled.withSurvival(all.map(q -> 1 - q));
    }

    /** Later births: a schedule in two parts, whose sum stays. */
    private ProjectionInputs timed(ProjectionInputs scaled) {
        double[] t = ones(1)[0];
        futures.fillTiming(draw, t);
        int ages = axes.get(4).size();
        double[] all = scaled.asfr().along(axes).toArray();
        double mean = 0;
        double sum = 0;
        for (int i = 0; i < all.length; i++) {
            mean += all[i] * (i % ages + 0.5);
            sum += all[i];
        }
        int pivot = (int) (mean / sum);
        int profiles = all.length / ages / t.length; // of a year
        for (int start = 0; start < all.length; start += ages) {
            double[] rates = Arrays.copyOfRange(all, start, start + ages);
            double own = t[start / ages / profiles];
            double later = 0;
            for (int x = 0; x < ages; x++) {
                later += rates[x] * (x < pivot ? 1 : own);
            }
            for (int x = 0; x < ages; x++) {
                double keeps = later > 0 ? Arrays.stream(rates).sum() / later : 1;
                all[start + x] = rates[x] * (x < pivot ? 1 : own) * keeps;
            }
        }
        return scaled.withAsfr(Cube.of(axes, all));
    }

    private double[][] ones(int rows) {
        double[][] ones = new double[rows][axes.get(0).size()];
        for (double[] row : ones) {
            Arrays.fill(row, 1);
        }
        return ones;
    }
}
