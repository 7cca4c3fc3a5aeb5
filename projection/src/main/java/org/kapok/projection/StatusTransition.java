package org.kapok.projection;

import java.util.Objects;
import java.util.Optional;
import org.kapok.core.Cube;

/**
 * People who change status without moving house in the model's terms, such as settlement (落户) from non-registered to
 * registered.
 *
 * @param id the name in tables
 * @param from the status left
 * @param to the status entered
 * @param rate changes per person of the status left per year, 0 to 1, by region, sex and age
 * @param quota changes per year, by region and year at most, where their number is fixed; the rates then only share it
 *     among sexes and ages (under conventions whose newborns join last, among those born before the step)
 */
public record StatusTransition(String id, String from, String to, Cube rate, Optional<Cube> quota) {
    public StatusTransition {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(rate, "rate");
        Objects.requireNonNull(quota, "quota");
        if (from.equals(to)) {
            throw new IllegalArgumentException(
                    "StatusTransition " + id + ": got from and to " + from + ", expected two statuses");
        }
    }

    /** A change of status by rate. */
    public StatusTransition(String id, String from, String to, Cube rate) {
        this(id, from, to, rate, Optional.empty());
    }

    /** The same change with other rates. */
    public StatusTransition withRate(Cube rate) {
        return new StatusTransition(id, from, to, rate, quota);
    }
}
