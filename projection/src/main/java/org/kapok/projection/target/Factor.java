package org.kapok.projection.target;

import java.util.List;
import java.util.Objects;
import org.kapok.core.Cube;
import org.kapok.projection.Component;
import org.kapok.projection.ProjectionInputs;

/**
 * What a component is multiplied by in a solution.
 *
 * @param component the component
 * @param factor over the years of flows and any of region, status, sex and age
 */
public record Factor(Component component, Cube factor) {
    public Factor {
        Objects.requireNonNull(component, "component");
        Objects.requireNonNull(factor, "factor");
    }

    /** The inputs with their components multiplied, in the order of the list. */
    public static ProjectionInputs applyTo(ProjectionInputs inputs, List<Factor> factors) {
        ProjectionInputs scaled = inputs;
        for (Factor each : factors) {
            scaled = each.component.scale(scaled, each.factor);
        }
        return scaled;
    }
}
