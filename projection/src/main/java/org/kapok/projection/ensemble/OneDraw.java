package org.kapok.projection.ensemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kapok.core.Axis;
import org.kapok.core.Cube;
import org.kapok.projection.CohortComponent;
import org.kapok.projection.Component;
import org.kapok.projection.ProjectionInputs;

/** One future as inputs of its own, so that all of it can be looked at. */
public final class OneDraw {
    private OneDraw() {}

    /**
     * The inputs that a draw of an ensemble is the projection of, to rounding.
     *
     * @param lastYear the year of the last population
     * @param draw from 0 on
     */
    public static ProjectionInputs of(ProjectionInputs inputs, int lastYear, Futures futures, int draw) {
        List<Component> components = Ensemble.components(inputs);
        Axis years = CohortComponent.flowYears(
                inputs.base().date(), lastYear, inputs.base().space().ages().uniformWidth());
        Axis regions = Axis.regions(inputs.base().space().regions());
        double[][] factors = ones(components.size(), years.size());
        futures.fill(draw, factors);
        ProjectionInputs own = inputs;
        double[][] sexes = ones(2, years.size());
        if (futures.isBySex()) {
            futures.fillSexes(draw, sexes);
        }
        List<Axis> axes = List.of(years, regions, Axis.sexes());
        for (int i = 0; i < factors.length; i++) {
            double[][] local = ones(regions.size(), years.size());
            if (futures.isLocal(i)) {
                futures.fillLocal(draw, i, local);
            }
            Component component = components.get(i);
            double most = Ensemble.largest(inputs, component);
            boolean logit = futures.isLogit(i);
            double[] all = factors[i];
            if (component.kind() == Component.Kind.MORTALITY) {
                Cube drawn = Cube.generate(axes, at -> all[at[0]] * local[at[1]][at[0]] * sexes[at[2]][at[0]]);
                own = dying(own, years, logit ? drawn.map(odds -> LaneFactors.ofOdds(odds, most)) : drawn);
            } else {
                Cube drawn = Cube.generate(axes.subList(0, 2), at -> all[at[0]] * local[at[1]][at[0]]);
                own = component.scale(own, logit ? drawn.map(odds -> LaneFactors.ofOdds(odds, most)) : drawn);
            }
        }
        if (futures.hasTiming()) {
            double[] timing = ones(1, years.size())[0];
            futures.fillTiming(draw, timing);
            own = FertilityTiming.apply(own, years, timing);
        }
        return own;
    }

    private static double[][] ones(int rows, int columns) {
        double[][] ones = new double[rows][columns];
        for (double[] row : ones) {
            Arrays.fill(row, 1);
        }
        return ones;
    }

    /** Probabilities of dying multiplied, as an ensemble does, not hazards. */
    private static ProjectionInputs dying(ProjectionInputs inputs, Axis years, Cube factor) {
        List<Axis> axes = new ArrayList<>(inputs.base().space().axes());
        axes.add(0, years);
        Cube survival = inputs.survival().has(Axis.YEAR) ? inputs.survival().ofLabels(years) : inputs.survival();
        Cube dying = survival.map(share -> 1 - share).along(axes).times(factor.along(axes));
        return inputs.withSurvival(dying.map(share -> 1 - share));
    }
}
