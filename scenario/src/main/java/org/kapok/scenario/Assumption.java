package org.kapok.scenario;

import java.util.Objects;

/**
 * Something that a scenario takes for true without a published figure.
 *
 * @param id the name in tables
 * @param text what is assumed
 */
public record Assumption(String id, Text text) {
    public Assumption {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(text, "text");
    }
}
