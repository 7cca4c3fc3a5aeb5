package org.kapok.cli;

import java.util.regex.Pattern;

/** Emphasis on a terminal: screens write it always, and {@link StyledWriter} takes it out wherever it cannot be seen. */
enum Style {
    STRONG("1"),
    FAINT("2"),
    GOOD("32"),
    WARNING("33"),
    BAD("31");

    private static final Pattern CODES = Pattern.compile("\u001b\\[[0-9;]*m");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    /** A text in this style. */
    String of(String text) {
        return text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }

    /** A text without any style. */
    static String plain(String text) {
        return text.indexOf('\u001b') < 0 ? text : CODES.matcher(text).replaceAll("");
    }
}
