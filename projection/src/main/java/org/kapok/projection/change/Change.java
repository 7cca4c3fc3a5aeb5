package org.kapok.projection.change;

import org.kapok.projection.ProjectionInputs;

/**
 * One change to the inputs of a projection.
 *
 * <p>Changes are applied in the order of their {@link Stage}, never in that of a list, see {@link Changes#apply}.
 */
public sealed interface Change
        permits AgeProfile,
                Boundary,
                FertilityLevel,
                FertilityUplift,
                FixedFlow,
                Housing,
                InfantMortality,
                LifeExpectancyLevel,
                Quota,
                Scaling,
                Shock {
    /** The order in which kinds of change are applied. */
    enum Stage {
        /** Which districts there are. */
        BOUNDARY,
        /** Mortality of infants, which the level of mortality then takes as it finds it. */
        INFANTS,
        /** Levels and totals that stand in place of the trend's. */
        LEVEL,
        /** Age patterns, at the level that holds by then. */
        PROFILE,
        /** Factors, which multiply. */
        FACTOR,
        /** Numbers of people who change status, which rates then only share out. */
        QUOTA,
        /** Homes that draw people on top of everything else. */
        HOUSING
    }

    /** The name in results; each once among the changes of a scenario. */
    String id();

    /** When it is applied. */
    Stage stage();

    /** What it sets, if nothing else may set the same for the same people and years; empty for what multiplies. */
    String sets();

    /** The people and years it is about. */
    Scope scope();

    /**
     * The changed inputs.
     *
     * @param lastYear the year of the last population
     * @throws IllegalArgumentException if it would change nothing, or cannot be done to these inputs
     */
    ProjectionInputs applyTo(ProjectionInputs inputs, int lastYear);
}
