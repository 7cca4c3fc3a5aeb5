package org.kapok.scenario;

import java.util.Objects;

/**
 * A column of a result table.
 *
 * @param name the name in the header
 * @param type what its fields hold
 * @param key whether it is one of the columns that together name a row
 * @param mayBeEmpty whether a field may be empty; the description says what that means
 * @param unit the unit of its numbers; empty for text, dates and flags
 * @param description what it holds
 */
public record ResultColumn(String name, Type type, boolean key, boolean mayBeEmpty, Text unit, Text description) {
    /** What the fields of a column hold. */
    public enum Type {
        /** Text, such as the id of a region. */
        TEXT,
        /** A whole number of 32 bits, such as a year or an age. */
        INTEGER,
        /** A whole number of 64 bits. */
        LONG,
        /** A finite double, unrounded. */
        NUMBER,
        /** A date, written 2025-12-31. */
        DATE,
        /** {@code true} or {@code false}. */
        BOOLEAN
    }

    public ResultColumn {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(description, "description");
    }
}
