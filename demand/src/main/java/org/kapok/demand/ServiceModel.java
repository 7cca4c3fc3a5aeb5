package org.kapok.demand;

import java.util.List;
import java.util.Optional;

/** How a population's demand for a service is computed. The set is closed, so a scenario file can name each kind. */
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
     * Demand by region.
     *
     * @return shape [region], in the unit of the service, 0 or more
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
