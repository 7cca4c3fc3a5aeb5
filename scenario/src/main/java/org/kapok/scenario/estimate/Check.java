package org.kapok.scenario.estimate;

import java.util.Objects;

/**
 * A figure that an estimate was not fitted to.
 *
 * @param name what it is
 * @param region the district, empty for the city
 * @param published the published figure, NaN where none is
 * @param estimated the estimate
 */
public record Check(String name, String region, double published, double estimated) {
    public Check {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(region, "region");
    }
}
