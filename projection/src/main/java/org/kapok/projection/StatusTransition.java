package org.kapok.projection;

import java.util.Objects;
import org.kapok.core.Cube;

/**
 * People who change status without moving house in the model's terms, such as settlement (落户) from non-registered to
 * registered.
 *
 * @param id the name in tables
 * @param from the status left
 * @param to the status entered
 * @param rate changes per person of the status left per year, 0 to 1, by region, sex and age
 */
public record StatusTransition(String id, String from, String to, Cube rate) {
    public StatusTransition {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(rate, "rate");
        if (from.equals(to)) {
            throw new IllegalArgumentException(
                    "StatusTransition " + id + ": got from and to " + from + ", expected two statuses");
        }
    }
}
