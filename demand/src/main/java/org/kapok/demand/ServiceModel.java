package org.kapok.demand;

import java.util.List;
import java.util.Optional;

/** How the demand of people for a service is computed. The set is closed, so a scenario file can name each kind. */
public sealed interface ServiceModel
        permits Attainment,
                Care,
                Headship,
                PerUnit,
                PlannedTotal,
                Ratio,
                SchoolCohort,
                ServedElsewhere,
                ServiceArea,
                SumOf,
                Use {
    /**
     * Demand by region, for each of the populations that the people are.
     *
     * @return shape [region x population] as in {@link People}, in the unit of the service, 0 or more
     */
    double[] byRegion(Situation situation);

    /** The ids of the services whose demand this one is computed from. */
    default List<String> references() {
        return List.of();
    }

    /** The stage of school that this is, or whose pupils it sends elsewhere; empty for other services. */
    default Optional<SchoolCohort> school() {
        return Optional.empty();
    }
}
