package org.kapok.projection.change;

import java.util.List;
import java.util.Objects;
import org.kapok.projection.ProjectionInputs;

/**
 * Inputs in which people follow homes, and how.
 *
 * @param inputs the inputs; tables that housing changed have the years of flows up to the last year alone
 * @param outcomes for each step, each region that was changed
 */
public record HousingResult(ProjectionInputs inputs, List<HousingOutcome> outcomes) {
    public HousingResult {
        Objects.requireNonNull(inputs, "inputs");
        outcomes = List.copyOf(outcomes);
    }
}
