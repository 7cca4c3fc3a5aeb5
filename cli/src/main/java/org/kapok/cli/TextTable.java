package org.kapok.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** A table for the screen: the first columns to the left, numbers to the right, Chinese characters two columns wide. */
final class TextTable {
    private static final int GAP = 2;

    private final int textColumns;
    private final int headerRows;
    private final List<List<String>> rows = new ArrayList<>();

    /** A table whose first columns hold text and whose first rows are its header. */
    TextTable(int textColumns, int headerRows) {
        this.textColumns = textColumns;
        this.headerRows = headerRows;
    }

    /** Adds a row; rows may differ in length. */
    void add(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    /** Prints the rows under their header with a line between; columns of numbers in which nothing stands are left out. */
    void print(PrintWriter out) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        int total = -GAP;
        for (int column = 0; column < columns; column++) {
            for (List<String> row : rows) {
                boolean shown = column < textColumns || !isEmpty(column);
                if (shown && column < row.size()) {
                    widths[column] = Math.max(widths[column], width(row.get(column)));
                }
            }
            total += widths[column] == 0 ? 0 : widths[column] + GAP;
        }
        for (int row = 0; row < rows.size(); row++) {
            String line = line(rows.get(row), widths);
            out.println(row < headerRows ? Style.STRONG.of(line) : line);
            if (row == headerRows - 1) {
                out.println(Style.FAINT.of("-".repeat(total)));
            }
        }
    }

    private boolean isEmpty(int column) {
        return rows.stream()
                .skip(headerRows)
                .allMatch(row -> column >= row.size() || row.get(column).isEmpty());
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            if (widths[column] == 0) {
                continue;
            }
            String cell = row.get(column);
            String pad = " ".repeat(widths[column] - width(cell));
            line.append(column < textColumns ? cell + pad : pad + cell).append(" ".repeat(GAP));
        }
        return line.toString().stripTrailing();
    }

    /** Columns that a text takes on a screen. */
    static int width(String text) {
        return Style.plain(text).codePoints().map(TextTable::width).sum();
    }

    private static int width(int codePoint) {
        Character.UnicodeScript script = Character.UnicodeScript.of(codePoint);
        boolean wide = script == Character.UnicodeScript.HAN
                || codePoint >= 0x3000 && codePoint <= 0x303F
                || codePoint >= 0xFF00 && codePoint <= 0xFF60;
        return wide ? 2 : 1;
    }
}
