package org.kapok.projection.change;

import java.util.Objects;
import org.kapok.core.Cube;
import org.kapok.projection.Component;
import org.kapok.projection.ProjectionInputs;

/**
 * A component times a factor: fewer arrivals, more settlement, higher mortality. Factors on the same component multiply.
 *
 * @param id the name in results
 * @param component what is multiplied, see {@link Component.Kind} for what that means
 * @param scope the people and years
 * @param factor 0 or more, over any of the years of flows, region, status, sex and age
 */
public record Scaling(String id, Component component, Scope scope, Cube factor) implements Change {
    public Scaling {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(component, "component");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(factor, "factor");
    }

    @Override
    public Stage stage() {
        return Stage.FACTOR;
    }

    @Override
    public String sets() {
        return "";
    }

    @Override
    public ProjectionInputs applyTo(ProjectionInputs inputs, int lastYear) {
        scope.check(id, inputs, lastYear);
        return component.scale(inputs, scope.within(factor, 1, inputs, lastYear));
    }
}
