package org.kapok.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** Takes the codes of {@link Style} out of a text on its way to where colours do not belong. */
final class StyledWriter extends FilterWriter {
    private static final char ESCAPE = '\u001b';

    private final StringBuilder held = new StringBuilder(); // the start of a code that is not whole yet

    /** A writer in front of another. */
    StyledWriter(Writer plain) {
        super(plain);
    }

    @Override
    public void write(int c) throws IOException {
        char letter = (char) c;
        if (held.length() == 0) {
            if (letter == ESCAPE) {
                held.append(letter);
            } else {
                out.write(c);
            }
            return;
        }
        held.append(letter);
        boolean within = held.length() == 2 ? letter == '[' : Character.isDigit(letter) || letter == ';';
        if (within) {
            return;
        }
        if (letter != 'm' || held.length() == 2) {
            out.write(held.toString()); // some other code, such as one that clears a line
        }
        held.setLength(0);
    }

    @Override
    public void write(char[] letters, int from, int count) throws IOException {
        for (int i = from; i < from + count; i++) {
            write(letters[i]);
        }
    }

    @Override
    public void write(String text, int from, int count) throws IOException {
        if (held.length() == 0 && text.indexOf(ESCAPE, from) < 0) {
            out.write(text, from, count);
            return;
        }
        for (int i = from; i < from + count; i++) {
            write(text.charAt(i));
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }
}
