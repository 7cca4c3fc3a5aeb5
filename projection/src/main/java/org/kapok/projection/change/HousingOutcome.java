package org.kapok.projection.change;

import java.time.LocalDate;
import org.kapok.core.Region;

/**
 * What housing made of a region in a step.
 *
 * @param region the region
 * @param date the reference date at the end of the step
 * @param households households that its homes hold; 0 for a region without housing, which gives way to others
 * @param size people per household, the modelled and the implied size blended; 0 where there are no households
 * @param trend residents of the trend projection
 * @param target residents aimed at, and reached
 * @param needed net migration across the border that this takes, persons in the step, those who do not count as
 *     residents left out as in all that follows
 * @param in arrivals
 * @param out departures
 * @param trendIn arrivals by the trend's counts and rates on the people there are by then
 * @param trendOut departures likewise
 */
public record HousingOutcome(
        Region region,
        LocalDate date,
        double households,
        double size,
        double trend,
        double target,
        double needed,
        double in,
        double out,
        double trendIn,
        double trendOut) {}
