package org.kapok.scenario.table;

import java.util.Objects;

/**
 * The numbers that a column or a field may hold, both ends included; never NaN or infinite.
 *
 * @param min the least, or negative infinity
 * @param max the greatest, or infinity
 * @param unit the unit as people say it, such as {@code per person-year}; empty for none
 */
public record Range(double min, double max, String unit) {
    public Range {
        Objects.requireNonNull(unit, "unit");
        if (!(min <= max)) {
            throw new IllegalArgumentException("Range: got " + min + " to " + max + ", expected ascending ends");
        }
    }

    /** Any finite number. */
    public static Range any(String unit) {
        return new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, unit);
    }

    /** Numbers of {@code min} or more. */
    public static Range atLeast(double min, String unit) {
        return new Range(min, Double.POSITIVE_INFINITY, unit);
    }

    /** Shares and probabilities, 0 to 1. */
    public static Range share() {
        return new Range(0, 1, "");
    }

    boolean holds(double value) {
        return Double.isFinite(value) && value >= min && value <= max;
    }

    /** The number that a text writes in plain or scientific notation; NaN where it is none or lies outside. */
    double parse(String text) {
        if (!isNumber(text)) {
            return Double.NaN;
        }
        double value = Double.parseDouble(text);
        return holds(value) ? value : Double.NaN;
    }

    /** Why a text was refused. */
    String refusal(String text) {
        String got = text.isEmpty() ? "an empty cell" : isNumber(text) ? text : '"' + text + '"';
        return "got " + got + ", expected " + expected();
    }

    String expected() {
        String numbers;
        if (min == Double.NEGATIVE_INFINITY) {
            numbers = max == Double.POSITIVE_INFINITY ? "a finite number" : NumberText.of(max) + " or less";
        } else if (max == Double.POSITIVE_INFINITY) {
            numbers = NumberText.of(min) + " or more";
        } else {
            numbers = NumberText.of(min) + " to " + NumberText.of(max);
        }
        return unit.isEmpty() ? numbers : numbers + (numbers.endsWith("number") ? " of " : " ") + unit;
    }

    /** Keeps out what {@link Double#parseDouble} knows beyond decimal numbers, such as {@code 1d} and {@code NaN}. */
    private static boolean isNumber(String text) {
        boolean digit = false;
        boolean exponent = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digit = true;
            } else if ((c == 'e' || c == 'E') && digit && !exponent) {
                exponent = true;
                digit = false;
            } else if (c == '-' || c == '+') {
                if (i > 0 && "eE".indexOf(text.charAt(i - 1)) < 0) {
                    return false;
                }
            } else if (c != '.' || exponent || text.indexOf('.') < i) {
                return false;
            }
        }
        return digit;
    }
}
