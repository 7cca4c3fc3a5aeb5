package org.kapok.demand.siting;

import java.util.Objects;

/**
 * A project that could be built. It opens in one year or never, and stays open.
 *
 * @param id its name
 * @param region the id of the region it serves
 * @param earliest the first year it could open
 * @param capacity in the unit of the service, above 0
 * @param cost in any unit of money, 0 or more, in the year it opens
 */
public record Site(String id, String region, int earliest, double capacity, double cost) {
    public Site {
        Objects.requireNonNull(region, "region");
        if (id.isBlank()) {
            throw new IllegalArgumentException("Site.id: got a blank, expected a name");
        }
        if (!(capacity > 0) || Double.isInfinite(capacity)) {
            throw new IllegalArgumentException(
                    "Site.capacity, " + id + ": got " + capacity + ", expected above 0, finite");
        }
        if (!(cost >= 0) || Double.isInfinite(cost)) {
            throw new IllegalArgumentException("Site.cost, " + id + ": got " + cost + ", expected 0 or more, finite");
        }
    }
}
