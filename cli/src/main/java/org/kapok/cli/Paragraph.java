package org.kapok.cli;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;

/** Prose on a screen of a certain width. */
final class Paragraph {
    private Paragraph() {}

    /** A text in lines of so many columns at most, broken where its language allows; one long word may exceed them. */
    static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getLineInstance();
        breaks.setText(text);
        StringBuilder line = new StringBuilder();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            String piece = text.substring(start, end);
            if (TextTable.width(line + piece.stripTrailing()) > width && line.length() > 0) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            line.append(piece);
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }
}
