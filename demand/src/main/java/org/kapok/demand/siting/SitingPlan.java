package org.kapok.demand.siting;

import java.util.List;

/**
 * What to build and what is still missing then.
 *
 * @param openings what opens where and when, by year and region
 * @param outcomes the shortage of every year and region without and with the openings
 * @param before the weighted shortage of all years and regions without them, unit-years
 * @param after the same with them
 * @param spent what they take of the budget
 */
public record SitingPlan(List<Opening> openings, List<Outcome> outcomes, double before, double after, double spent) {
    public SitingPlan {
        openings = List.copyOf(openings);
        outcomes = List.copyOf(outcomes);
    }

    /**
     * What opens.
     *
     * @param site the id of the site, empty for places
     * @param region the id of the region
     * @param year the first year it is open
     * @param capacity in the unit of the service
     * @param cost what it takes of the budget
     */
    public record Opening(String site, String region, int year, double capacity, double cost) {}

    /**
     * The shortage of a region and year.
     *
     * @param region the id of the region
     * @param year the year
     * @param before without the openings, in the unit of the service
     * @param after with them
     */
    public record Outcome(String region, int year, double before, double after) {}
}
