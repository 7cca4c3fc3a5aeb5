package org.kapok.scenario.table;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One thing that is wrong in a file, and where.
 *
 * @param file the file, as its reader knows it, or the sheet of a workbook: {@code tables.xlsx, sheet population}
 * @param line the line in the file or the row in the sheet, from 1; 0 where no single one is meant
 * @param column the character in the line, from 1; 0 where a column of a table or the whole line is meant
 * @param place the column of a table, the JSON pointer of a value, or {@code cell C12} or {@code row 12} of a sheet;
 *     empty where none is meant
 * @param detail what else helps to find it, such as {@code region R01, female, age 40}; empty where nothing does
 * @param message what was found and what was expected
 */
public record InputProblem(String file, int line, int column, String place, String detail, String message) {
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");
    private static final Pattern IN_SHEET = Pattern.compile("cell [A-Z]+\\d+|row \\d+");

    public InputProblem {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(message, "message");
    }

    /** A problem of a whole line, or of a column of a table. */
    public InputProblem(String file, int line, String place, String detail, String message) {
        this(file, line, 0, place, detail, message);
    }

    /** The problem as one line of text. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file);
        boolean inSheet = IN_SHEET.matcher(place).matches();
        if (line > 0 && !inSheet) {
            text.append(" line ").append(line);
        }
        if (column > 0) {
            text.append(", column ").append(column);
        }
        if (!place.isEmpty()) {
            text.append(inSheet || place.startsWith("/") ? ", " : ", column ").append(place);
        }
        if (!detail.isEmpty()) {
            text.append(" (").append(detail).append(')');
        }
        // What stands in a file must not steer the terminal that it is printed on.
        return CONTROLS.matcher(text.append(": ").append(message)).replaceAll("\uFFFD");
    }
}
