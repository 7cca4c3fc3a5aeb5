package org.kapok.core;

import java.util.Objects;

/**
 * A person's relation to the register of a place.
 *
 * <p>A status says in which measures its people count. With household registration there are three: registered and
 * present (both), non-registered and present (resident only), registered but away (registered only); so residents and
 * registered are two overlapping measures over one state.
 *
 * @param id the name in tables
 * @param resident whether its people count as residents (常住)
 * @param registered whether its people count as registered (户籍)
 */
public record Status(String id, boolean resident, boolean registered) {
    public Status {
        Objects.requireNonNull(id, "id");
        if (id.isBlank()) {
            throw new IllegalArgumentException("Status.id: got a blank, expected a name");
        }
    }
}
