package org.kapok.projection;

import java.util.Objects;
import org.kapok.core.Cube;

/**
 * Movement across the outer border, gross: arrivals as counts, because the people who may come live outside, and
 * departures as rates of the people who live here.
 *
 * @param arrivals persons per year, by age at arrival; 0 or more
 * @param departureRate departures per person per year, 0 to 1
 */
public record ExternalMigration(Cube arrivals, Cube departureRate) {
    public ExternalMigration {
        Objects.requireNonNull(arrivals, "arrivals");
        Objects.requireNonNull(departureRate, "departureRate");
    }
}
