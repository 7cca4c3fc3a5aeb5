package org.kapok.cli;

import java.util.Locale;

/** Numbers as the screens write them, alike in both languages. */
final class Figures {
    private static final double TEN_THOUSAND = 1e4;

    private Figures() {}

    /** Without decimals. */
    static String whole(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    /** People in 万. */
    static String tenThousands(double persons) {
        return String.format(Locale.ROOT, "%,.2f", persons / TEN_THOUSAND);
    }

    /** People in 万, with a sign. */
    static String signedTenThousands(double persons) {
        return signed(persons / TEN_THOUSAND);
    }

    /** A share in per cent. */
    static String percent(double share, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f%%", 100 * share);
    }

    /** A relative change in per cent, with a sign; none has none. */
    static String change(double share) {
        String text = String.format(Locale.ROOT, "%+.1f%%", 100 * share);
        return text.equals("-0.0%") || text.equals("+0.0%") ? "0.0%" : text;
    }

    /** A difference of shares in percentage points, with a sign; nothing has none. */
    static String points(double difference) {
        return signed(100 * difference);
    }

    private static String signed(double value) {
        String text = String.format(Locale.ROOT, "%+,.2f", value);
        return text.equals("-0.00") || text.equals("+0.00") ? "0.00" : text;
    }

    /** With two decimals at most, as many as it takes. */
    static String brief(double value) {
        String text = String.format(Locale.ROOT, "%,.2f", value);
        return text.equals("-0.00") ? "0" : text.replaceAll("\\.?0+$", "");
    }
}
