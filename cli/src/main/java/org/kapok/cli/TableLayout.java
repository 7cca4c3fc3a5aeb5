package org.kapok.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Some columns of a table with the widths they are shown in. */
final class TableLayout {
    /** The widest column of texts and the others are broken, but not into less than this. */
    private static final int WIDEST_TEXT = 20;

    private static final int OTHER_TEXT = 12;
    private static final int WHOLE_HEADER = 8; // what is no wider is not broken
    private static final int CHARACTER = 2; // the columns of one that is Chinese
    private static final int INDENT = 2;

    private final List<List<String>> rows;
    private final int headerRows;
    private final int textColumns;
    private final List<Integer> columns;
    private final int gap;
    private final int[] widths; // by position in columns

    /** The layout that breaks nothing. */
    TableLayout(List<List<String>> rows, int headerRows, int textColumns, List<Integer> columns, int gap) {
        this.rows = rows;
        this.headerRows = headerRows;
        this.textColumns = textColumns;
        this.columns = List.copyOf(columns);
        this.gap = gap;
        widths = columns.stream()
                .mapToInt(column -> Math.max(widest(column, 0, headerRows), widest(column, headerRows, rows.size())))
                .toArray();
    }

    /** This layout with headers and texts broken as far as a screen needs; empty where that is not enough. */
    Optional<TableLayout> within(int screen) {
        int excess = width() - screen;
        for (int at = 0; at < widths.length && excess > 0; at++) {
            if (columns.get(at) >= textColumns) {
                excess -= narrow(at, leastOfNumbers(columns.get(at)), excess);
            }
        }
        int widest = Arrays.stream(widths, 0, textColumns).max().orElse(0);
        for (int at = 0; at < textColumns && excess > 0; at++) {
            int least = widths[at] == widest ? WIDEST_TEXT : OTHER_TEXT;
            excess -= narrow(at, Math.max(least, longestPiece(columns.get(at), 0, rows.size())), excess);
        }
        return excess > 0 ? Optional.empty() : Optional.of(this);
    }

    private int narrow(int at, int least, int wanted) {
        int taken = Math.max(0, Math.min(wanted, widths[at] - least));
        widths[at] -= taken;
        return taken;
    }

    /** Numbers are not broken, and their headers only between words, or between Chinese characters that make up a line. */
    private int leastOfNumbers(int column) {
        int header = widest(column, 0, headerRows);
        int piece = longestPiece(column, 0, headerRows);
        int least = header <= WHOLE_HEADER || piece <= CHARACTER ? Math.min(header, WHOLE_HEADER) : piece;
        return Math.max(least, widest(column, headerRows, rows.size()));
    }

    private int longestPiece(int column, int from, int to) {
        return rows.subList(from, to).stream()
                .mapToInt(row -> Paragraph.longestPiece(cell(row, column)))
                .max()
                .orElse(0);
    }

    private int widest(int column, int from, int to) {
        return rows.subList(from, to).stream()
                .mapToInt(row -> TextTable.width(cell(row, column)))
                .max()
                .orElse(0);
    }

    private int width() {
        int width = -gap;
        for (int each : widths) {
            width += each == 0 ? 0 : each + gap;
        }
        return width;
    }

    /** Prints the rows; those with numbers in other columns only are left out. */
    void print(PrintWriter out) {
        for (int row = 0; row < rows.size(); row++) {
            boolean header = row < headerRows;
            if (header || isShown(rows.get(row))) {
                for (String line : lines(rows.get(row), header)) {
                    out.println(header ? Style.STRONG.of(line) : line);
                }
            }
            if (row == headerRows - 1) {
                out.println(Style.FAINT.of("-".repeat(width())));
            }
        }
    }

    private boolean isShown(List<String> row) {
        boolean heading = row.size() <= textColumns;
        return heading
                || columns.stream()
                        .anyMatch(column ->
                                column >= textColumns && !cell(row, column).isEmpty());
    }

    private static String cell(List<String> row, int column) {
        return column < row.size() ? row.get(column) : "";
    }

    /** The lines of a row; headers stand on the line below them. */
    private List<String> lines(List<String> row, boolean header) {
        List<List<String>> cells = new ArrayList<>();
        for (int at = 0; at < widths.length; at++) {
            cells.add(broken(cell(row, columns.get(at)), at));
        }
        int height = cells.stream().mapToInt(List::size).max().orElse(1);
        List<String> lines = new ArrayList<>();
        for (int line = 0; line < height; line++) {
            StringBuilder text = new StringBuilder();
            for (int at = 0; at < widths.length; at++) {
                List<String> own = cells.get(at);
                int index = header ? line - height + own.size() : line;
                append(text, index < 0 || index >= own.size() ? "" : own.get(index), at);
            }
            lines.add(text.toString().stripTrailing());
        }
        return lines;
    }

    private List<String> broken(String cell, int at) {
        int width = widths[at];
        if (TextTable.width(cell) <= width || width == 0) {
            return List.of(cell);
        }
        String indent = " ".repeat(cell.length() - cell.stripLeading().length());
        String further = at == 0 ? indent + " ".repeat(INDENT) : indent;
        List<String> parts = Paragraph.lines(cell.strip(), width - further.length());
        List<String> lines = new ArrayList<>();
        for (String part : parts) {
            lines.add((lines.isEmpty() ? indent : further) + part);
        }
        return lines;
    }

    private void append(StringBuilder text, String cell, int at) {
        if (widths[at] == 0) {
            return;
        }
        String pad = " ".repeat(Math.max(0, widths[at] - TextTable.width(cell)));
        boolean left = columns.get(at) < textColumns;
        text.append(left ? cell + pad : pad + cell).append(" ".repeat(gap));
    }
}
