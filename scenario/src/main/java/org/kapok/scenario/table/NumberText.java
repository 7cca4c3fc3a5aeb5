package org.kapok.scenario.table;

import com.fasterxml.jackson.core.io.NumberOutput;

/** Numbers as text, the shortest that reads back to the same double and the same on every JDK. */
final class NumberText {
    /** Below this every whole double is exact and prints without an exponent. */
    private static final double WHOLE = 1e15;

    /** Smaller numbers keep their exponent. */
    private static final double SMALL = 1e-6;

    private NumberText() {}

    /** Whether a number prints as plain digits; negative zero does not, as it would lose its sign. */
    static boolean isWhole(double value) {
        return value == (long) value && Math.abs(value) < WHOLE && (value != 0 || 1 / value > 0);
    }

    /** A finite number: whole ones without a fraction, those that people meet without an exponent. */
    static String of(double value) {
        if (isWhole(value)) {
            return Long.toString((long) value);
        }
        // Double.toString printed more digits than needed before JDK 19.
        String text = NumberOutput.toString(value, true);
        boolean plain = Math.abs(value) < SMALL || Math.abs(value) >= WHOLE || text.indexOf('E') < 0;
        return plain ? text : withoutExponent(text);
    }

    /** The same number with its point moved; of numbers that are not whole, so that digits go on past the point. */
    private static String withoutExponent(String text) {
        int exponent = text.indexOf('E');
        int power = Integer.parseInt(text.substring(exponent + 1));
        String sign = text.charAt(0) == '-' ? "-" : "";
        String digits = text.substring(sign.length(), exponent).replace(".", "");
        return power < 0
                ? sign + "0." + "0".repeat(-power - 1) + digits
                : sign + digits.substring(0, power + 1) + "." + digits.substring(power + 1);
    }
}
