package org.kapok.projection;

import java.util.List;
import java.util.Objects;
import org.kapok.core.Cube;

/**
 * Movement across the outer border: arrivals as counts, because the people who may come live outside, and departures as
 * rates of the people who live here, as counts, or both.
 *
 * @param arrivals persons per year, by age at arrival; 0 or more
 * @param departureRate departures per person per year, 0 to 1
 * @param departures further departures, persons per year; 0 or more
 */
public record ExternalMigration(Cube arrivals, Cube departureRate, Cube departures) {
    private static final Cube NONE = Cube.of(List.of(), 0);

    public ExternalMigration {
        Objects.requireNonNull(arrivals, "arrivals");
        Objects.requireNonNull(departureRate, "departureRate");
        Objects.requireNonNull(departures, "departures");
    }

    /** Arrivals as counts and departures as rates. */
    public static ExternalMigration gross(Cube arrivals, Cube departureRate) {
        return new ExternalMigration(arrivals, departureRate, NONE);
    }

    /** Net migrants, persons per year: arrivals where above 0, departures where below. */
    public static ExternalMigration net(Cube net) {
        return new ExternalMigration(net.map(count -> Math.max(0, count)), NONE, net.map(count -> Math.max(0, -count)));
    }
}
