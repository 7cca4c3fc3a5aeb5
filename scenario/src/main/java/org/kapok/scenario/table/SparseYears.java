package org.kapok.scenario.table;

/** What a table means for the years that it does not give. */
public enum SparseYears {
    /** Values run straight between the given years and are flat before the first and after the last. */
    INTERPOLATE,
    /** A value holds until the next given year; before the first given year its value holds. */
    HOLD,
    /** Nothing: the cube has the years of the table, ascending, as a record of the past needs. */
    AS_GIVEN
}
