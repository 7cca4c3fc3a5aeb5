package org.kapok.projection;

import java.util.Objects;
import org.kapok.core.Cube;

/**
 * Movement between regions through a pool: every region sends out by rate, and the pool of each status, sex and age is
 * shared out by fixed shares, the region of origin included. A pool needs no table of origins by destinations.
 *
 * @param outRate people leaving for the pool per person per year, 0 to 1
 * @param destinationShare share of the pool that each region receives; 0 to 1, adding up to 1 over the regions
 */
public record InternalMigration(Cube outRate, Cube destinationShare) {
    public InternalMigration {
        Objects.requireNonNull(outRate, "outRate");
        Objects.requireNonNull(destinationShare, "destinationShare");
    }
}
