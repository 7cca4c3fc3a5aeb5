package org.kapok.report.workbook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A table with a name, the same in every language, as formulas and queries use it.
 *
 * @param name the name in Excel
 * @param columns its columns
 * @param rows a value for each column: a text, a number, a date; null for none. They are asked for more than once, so that
 *     large tables need not be held
 * @param keys the columns that stay in sight when scrolling to the right
 * @param sums what the sum of the rows in sight is called; empty where they cannot be added up
 */
record Table(String name, List<Column> columns, Iterable<List<Object>> rows, int keys, String sums) {
    Table {
        Set<String> titles = new HashSet<>();
        for (Column column : columns) {
            if (!titles.add(column.title())) {
                throw new IllegalArgumentException("Table " + name + ": got column " + column.title() + " twice");
            }
        }
        columns = List.copyOf(columns);
    }

    /** The most cells of one sheet: what Excel still opens in a few seconds, and far fewer than it can hold. */
    static final long MOST_CELLS = 3_000_000;

    /** Whether a sheet takes so many rows. */
    static boolean fits(long rows, long columns) {
        return rows * columns <= MOST_CELLS;
    }

    /** What a column is called and how it is shown. */
    record Column(String title, Format format) {}

    /** Collects the columns of a table. */
    static final class Columns {
        private final Words words;
        private final List<Column> columns = new ArrayList<>();

        Columns(Words words) {
            this.words = words;
        }

        Columns text(String... keys) {
            return add(Format.TEXT, keys);
        }

        Columns add(Format format, String... keys) {
            for (String key : keys) {
                columns.add(new Column(words.column(key), format));
            }
            return this;
        }

        /** A column for each year. */
        Columns years(List<Integer> years, Format format) {
            years.forEach(year -> columns.add(new Column(Integer.toString(year), format)));
            return this;
        }

        List<Column> list() {
            return columns;
        }
    }
}
