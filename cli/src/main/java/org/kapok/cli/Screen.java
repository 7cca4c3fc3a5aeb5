package org.kapok.cli;

import java.io.PrintWriter;
import java.io.Writer;

/** A terminal of so many columns: lines of prose that are longer go on below, where a word ends. */
final class Screen extends PrintWriter {
    /** Narrower than this nothing can be read. */
    private static final int LEAST = 20;

    private final int columns;

    /** A screen that shows at once what is printed. */
    Screen(Writer out, int columns) {
        super(out, true);
        this.columns = Math.max(LEAST, columns);
    }

    /** How many columns there are where a writer leads to; a file has no end. */
    static int columns(PrintWriter out) {
        return out instanceof Screen screen ? screen.columns : Integer.MAX_VALUE;
    }

    @Override
    public void println(String text) {
        String shown = String.valueOf(text);
        if (shown.length() * 2 <= columns) { // not even Chinese can be too long
            super.println(shown);
            return;
        }
        for (String line : shown.split("\\R", -1)) {
            fold(line);
        }
    }

    private void fold(String line) {
        String indent = " "
                .repeat(Math.min(
                        columns / 2, line.length() - line.stripLeading().length()));
        for (String part : Paragraph.lines(line.strip(), columns - indent.length())) {
            super.println(indent + part);
        }
    }
}
