package org.kapok.scenario.table;

import java.util.Objects;

/**
 * One thing that is wrong in a file, and where.
 *
 * @param file the file, as its reader knows it
 * @param line the line in the file, from 1; 0 where no single line is meant
 * @param place the column of a table or the JSON pointer of a value; empty where neither is meant
 * @param detail what else helps to find it, such as {@code region R01, female, age 40}; empty where nothing does
 * @param message what was found and what was expected
 */
public record InputProblem(String file, int line, String place, String detail, String message) {
    public InputProblem {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(message, "message");
    }

    /** The problem as one line of text. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(" line ").append(line);
        }
        if (!place.isEmpty()) {
            text.append(place.startsWith("/") ? ", " : ", column ").append(place);
        }
        if (!detail.isEmpty()) {
            text.append(" (").append(detail).append(')');
        }
        return text.append(": ").append(message).toString();
    }
}
