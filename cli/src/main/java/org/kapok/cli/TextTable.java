package org.kapok.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A table for the screen: the first columns to the left, numbers to the right, Chinese characters two columns wide. What is
 * too wide for a terminal is broken within its cells, and else goes on below with the first columns again.
 */
final class TextTable {
    private static final int GAP = 2;

    private final int textColumns;
    private final int headerRows;
    private final List<List<String>> rows = new ArrayList<>();
    private final SortedSet<Integer> parts = new TreeSet<>();

    /** A table whose first columns hold text and whose first rows are its header. */
    TextTable(int textColumns, int headerRows) {
        this.textColumns = textColumns;
        this.headerRows = headerRows;
    }

    /** Adds a row; rows may differ in length. */
    void add(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    /**
     * Says that the columns from this one on are of another matter, and go below those before where all are too wide. Where
     * nothing is said, every column that is named in the first row may go below.
     */
    void partFrom(int column) {
        parts.add(column);
    }

    /** Prints the rows under their header with a line between; columns of numbers in which nothing stands are left out. */
    void print(PrintWriter out) {
        String between = "";
        for (TableLayout layout : layouts(Screen.columns(out))) {
            out.print(between);
            layout.print(out);
            between = System.lineSeparator();
        }
    }

    private List<TableLayout> layouts(int screen) {
        List<TableLayout> layouts = new ArrayList<>();
        List<Integer> texts = IntStream.range(0, textColumns).boxed().toList();
        List<Integer> columns = new ArrayList<>(texts);
        for (List<Integer> part : parts(screen)) {
            List<Integer> longer = new ArrayList<>(columns);
            longer.addAll(part);
            if (columns.size() > textColumns && fitting(longer, screen).isEmpty()) {
                layouts.add(fitted(columns, screen));
                longer = new ArrayList<>(texts);
                longer.addAll(part);
            }
            columns = longer;
        }
        layouts.add(fitted(columns, screen));
        return layouts;
    }

    /** The columns of numbers, those together that stay together; all of them where the screen is wide enough. */
    private List<List<Integer>> parts(int screen) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        List<Integer> numbers = IntStream.range(textColumns, columns)
                .filter(column -> !isEmpty(column))
                .boxed()
                .toList();
        List<Integer> all =
                new ArrayList<>(IntStream.range(0, textColumns).boxed().toList());
        all.addAll(numbers);
        if (fitting(all, screen).isPresent()) {
            return List.of(numbers);
        }
        List<List<Integer>> found = new ArrayList<>();
        for (int column : numbers) {
            if (found.isEmpty() || startsPart(column)) {
                found.add(new ArrayList<>());
            }
            found.get(found.size() - 1).add(column);
        }
        return found;
    }

    private boolean startsPart(int column) {
        if (!parts.isEmpty()) {
            return parts.contains(column);
        }
        List<String> first = rows.get(0);
        return column < first.size() && !first.get(column).isEmpty();
    }

    private boolean isEmpty(int column) {
        return rows.stream()
                .skip(headerRows)
                .allMatch(row -> column >= row.size() || row.get(column).isEmpty());
    }

    private TableLayout fitted(List<Integer> columns, int screen) {
        return fitting(columns, screen).orElseGet(() -> layout(columns, GAP));
    }

    private Optional<TableLayout> fitting(List<Integer> columns, int screen) {
        return layout(columns, GAP).within(screen).or(() -> layout(columns, 1).within(screen));
    }

    private TableLayout layout(List<Integer> columns, int gap) {
        return new TableLayout(rows, headerRows, textColumns, columns, gap);
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
