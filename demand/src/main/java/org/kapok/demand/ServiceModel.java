package org.kapok.demand;

import java.util.List;
import java.util.function.Function;
import org.kapok.core.Population;

/** How a population's demand for a service is computed. The set is closed, so a scenario file can name each kind. */
public sealed interface ServiceModel permits Ratio, SchoolCohort, ShareOf, SumOf {
    /**
     * Demand by region in the year of the population's date.
     *
     * @param population the people to serve
     * @param demandOf the demand of the same population for each of the services in {@link #references}, shape [region]
     * @return shape [region], in the unit of the service, 0 or more
     */
    double[] byRegion(Population population, Function<String, double[]> demandOf);

    /** The ids of the services whose demand this one is computed from. */
    default List<String> references() {
        return List.of();
    }
}
