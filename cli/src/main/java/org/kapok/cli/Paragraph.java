package org.kapok.cli;

import java.io.PrintWriter;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;

/** Prose on a screen of a certain width. */
final class Paragraph {
    private static final char ESCAPE = '\u001b';

    /** Prose is no broader, so that it can be read. */
    static final int WIDTH = 96;

    private Paragraph() {}

    /** Prints prose in lines of {@link #WIDTH} columns, or of as many as a screen has; breaks of its own stay. */
    static void print(String text, PrintWriter out) {
        int width = Math.min(WIDTH, Screen.columns(out));
        text.lines().forEach(line -> lines(line, width).forEach(out::println));
    }

    /** A text in lines of so many columns at most, broken where its language allows; one long word may exceed them. */
    static List<String> lines(String text, int width) {
        String plain = Style.plain(text);
        List<Integer> cuts = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getLineInstance();
        breaks.setText(plain);
        int used = 0;
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (isWithinName(plain, end)) {
                continue;
            }
            String piece = plain.substring(start, end);
            if (used > 0 && used + TextTable.width(piece.stripTrailing()) > width) {
                cuts.add(start);
                used = 0;
            }
            used += TextTable.width(piece);
            start = end;
        }
        return cut(text, cuts);
    }

    /** The columns of the longest piece that cannot be broken. */
    static int longestPiece(String text) {
        return lines(text, 1).stream().mapToInt(TextTable::width).max().orElse(0);
    }

    /** Whether a place is within a path, date or other name, which must not be broken; words may be, after a hyphen. */
    private static boolean isWithinName(String text, int at) {
        if (at == text.length() || !isOfName(text.charAt(at - 1)) || !isOfName(text.charAt(at))) {
            return false;
        }
        int from = at;
        while (from > 0 && isOfName(text.charAt(from - 1))) {
            from--;
        }
        int to = at;
        while (to < text.length() && isOfName(text.charAt(to))) {
            to++;
        }
        return !text.substring(from, to).matches("\\(?[A-Za-z]+(-[A-Za-z]+)+\\W*");
    }

    private static boolean isOfName(char letter) {
        return letter > ' ' && letter < 127;
    }

    /** Cuts a text before some of its characters; the codes of styles do not count. */
    private static List<String> cut(String text, List<Integer> cuts) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int at = 0; // in the text without codes
        boolean code = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            code |= letter == ESCAPE;
            if (!code) {
                if (lines.size() < cuts.size() && cuts.get(lines.size()) == at) {
                    lines.add(line.toString().stripTrailing());
                    line.setLength(0);
                }
                at++;
            }
            line.append(letter);
            code &= letter != 'm';
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }
}
