package org.kapok.report.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.kapok.scenario.ResultColumn;
import org.kapok.scenario.ResultTable;

/**
 * A table to be stored.
 *
 * @param table its columns
 * @param parts where its rows come from, in order
 */
record StoredTable(ResultTable table, List<Part> parts) {
    StoredTable {
        Objects.requireNonNull(table, "table");
        parts = List.copyOf(parts);
    }

    /** A table of one file. */
    static StoredTable of(ResultTable table, Path file) {
        return new StoredTable(table, List.of(new Part(table, file, OptionalInt.empty())));
    }

    /**
     * Some rows of a table.
     *
     * @param table the columns of the file
     * @param file the rows, as CSV with a header
     * @param draw the draw that all rows are of, in a table of draws
     */
    record Part(ResultTable table, Path file, OptionalInt draw) {

        /** The file as it is seen from the result folder. */
        String shown() {
            return draw.isEmpty() ? table.file() : file.getParent().getFileName() + "/" + table.file();
        }

        /** The names of the columns of the file that hold text. */
        List<String> texts() {
            return table.columns().stream()
                    .filter(column -> column.type() == ResultColumn.Type.TEXT)
                    .map(ResultColumn::name)
                    .toList();
        }
    }

    /** What a store says of the table. */
    String comment() {
        return "A row for each " + table.rows().en() + " | " + table.rows().zh();
    }

    /** What a store says of a column: the unit in brackets, where there is one. */
    static String comment(ResultColumn column) {
        return with(column.unit().en(), column.description().en()) + " | "
                + with(column.unit().zh(), column.description().zh());
    }

    private static String with(String unit, String description) {
        return unit.isEmpty() ? description : description + " [" + unit + "]";
    }
}
