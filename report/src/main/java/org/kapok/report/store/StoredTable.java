package org.kapok.report.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.kapok.scenario.ResultColumn;
import org.kapok.scenario.ResultTable;

/**
 * A table to be stored.
 *
 * @param table its columns
 * @param file its rows, as CSV with a header
 */
record StoredTable(ResultTable table, Path file) {
    StoredTable {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(file, "file");
    }

    /** The columns whose fields are text, as SQL. */
    List<String> texts() {
        return table.columns().stream()
                .filter(column -> column.type() == ResultColumn.Type.TEXT)
                .map(column -> Sql.name(column.name()))
                .toList();
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
