package org.kapok.scenario.table;

import com.fasterxml.jackson.core.io.NumberOutput;

/** Numbers as text, the shortest that reads back to the same double and the same on every JDK. */
final class NumberText {
    /** Below this every whole double is exact and prints without an exponent. */
    private static final double WHOLE = 1e15;

    private NumberText() {}

    /** Whether a number prints as plain digits; negative zero does not, as it would lose its sign. */
    static boolean isWhole(double value) {
        return value == (long) value && Math.abs(value) < WHOLE && (value != 0 || 1 / value > 0);
    }

    /** A finite number, whole ones without a fraction. */
    static String of(double value) {
        // Double.toString printed more digits than needed before JDK 19.
        return isWhole(value) ? Long.toString((long) value) : NumberOutput.toString(value, true);
    }
}
