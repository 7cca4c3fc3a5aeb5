package org.kapok.core;

import java.util.List;
import java.util.Locale;

/** The two sexes of the sex axis, in the order of their positions on it. */
public enum Sex {
    FEMALE,
    MALE;

    /** The labels of the sex axis in tables: {@code female}, {@code male}. */
    public static List<String> labels() {
        return List.of(FEMALE.label(), MALE.label());
    }

    /** The name in tables, in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
