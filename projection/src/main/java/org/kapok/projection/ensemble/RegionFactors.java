package org.kapok.projection.ensemble;

import java.util.Arrays;
import java.util.List;
import org.kapok.projection.Component;

/** The factors of one step of a projection of regions; 1 for what the inputs lack. */
record RegionFactors(
        double fertility, double mortality, double arrivals, double departures, double moves, double[] changes) {
    /**
     * The factors of every step.
     *
     * @param factors shape [component][step]
     */
    static RegionFactors[] of(List<Component> components, double[][] factors, int steps) {
        RegionFactors[] all = new RegionFactors[steps];
        Arrays.setAll(all, step -> {
            double[] changes = components.stream()
                    .filter(each -> each.kind() == Component.Kind.TRANSITION)
                    .mapToDouble(each -> factors[components.indexOf(each)][step])
                    .toArray();
            return new RegionFactors(
                    one(components, factors, step, Component.Kind.FERTILITY),
                    one(components, factors, step, Component.Kind.MORTALITY),
                    one(components, factors, step, Component.Kind.ARRIVALS),
                    one(components, factors, step, Component.Kind.DEPARTURES),
                    one(components, factors, step, Component.Kind.MOVES),
                    changes);
        });
        return all;
    }

    private static double one(List<Component> components, double[][] factors, int step, Component.Kind kind) {
        for (int i = 0; i < factors.length; i++) {
            if (components.get(i).kind() == kind) {
                return factors[i][step];
            }
        }
        return 1;
    }
}
