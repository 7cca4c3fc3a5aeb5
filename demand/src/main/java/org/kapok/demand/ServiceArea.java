package org.kapok.demand;

import java.util.Objects;
import org.kapok.core.Selection;

/**
 * Facilities that each serve an area of so many people: {@code facilities = ceil(coverage x people / catchment)} in each
 * region, as no facility is built in part. A standard that gives a range, such as life circles of 30 000 to 100 000
 * people, is two of these: the largest catchment says how few will do, the smallest how many there may be.
 *
 * @param people who is served
 * @param catchment people per facility, above 0
 * @param coverage the share of the people to be reached, 0 to 1
 */
public record ServiceArea(Selection people, YearPath catchment, YearPath coverage) implements ServiceModel {
    /** What rounding may add to a whole number of facilities, relatively. */
    private static final double ROUNDING = 1e-12;

    public ServiceArea {
        Objects.requireNonNull(people, "people");
        catchment.requireBetween(Double.MIN_NORMAL, Double.MAX_VALUE, "ServiceArea.catchment");
        coverage.requireBetween(0, 1, "ServiceArea.coverage");
    }

    @Override
    public double[] byRegion(Situation situation) {
        double[] demand = Ratio.count(situation.people(), people, "ServiceArea.people");
        double share = coverage.at(situation.participation());
        double served = catchment.at(situation.participation());
        for (int i = 0; i < demand.length; i++) {
            demand[i] = Math.ceil(share * demand[i] / served * (1 - ROUNDING));
        }
        return demand;
    }
}
