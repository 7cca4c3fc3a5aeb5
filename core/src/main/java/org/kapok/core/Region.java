package org.kapok.core;

import java.util.Objects;

/**
 * A place that is projected for itself, such as a district, and the group that it belongs to.
 *
 * @param id the code in tables
 * @param group the id of its group, such as {@code central} or {@code outer}; empty where there are no groups
 */
public record Region(String id, String group) {
    public Region {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(id, "id");
        if (id.isBlank()) {
            throw new IllegalArgumentException("Region.id: got a blank, expected a code");
        }
    }
}
