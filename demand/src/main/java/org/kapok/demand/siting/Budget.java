package org.kapok.demand.siting;

import java.util.Map;

/**
 * What may be spent: the cost of sites, or places themselves where places are sited.
 *
 * @param total in all years, 0 or more, finite
 * @param perYear the most in single years, 0 or more; years without an entry have no limit of their own
 * @param perRegion the most in single regions, by id, 0 or more
 */
public record Budget(double total, Map<Integer, Double> perYear, Map<String, Double> perRegion) {
    public Budget {
        perYear = Map.copyOf(perYear);
        perRegion = Map.copyOf(perRegion);
        require(total, "total");
        perYear.forEach((year, most) -> require(most, "perYear, " + year));
        perRegion.forEach((region, most) -> require(most, "perRegion, " + region));
    }

    /** A budget for all years and regions together. */
    public static Budget of(double total) {
        return new Budget(total, Map.of(), Map.of());
    }

    Budget withTotal(double other) {
        return new Budget(other, perYear, perRegion);
    }

    private static void require(double most, String what) {
        if (!(most >= 0) || Double.isInfinite(most)) {
            throw new IllegalArgumentException("Budget." + what + ": got " + most + ", expected 0 or more, finite");
        }
    }
}
