package org.kapok.scenario.table;

import java.util.Optional;

/** Where the rows of a table come from, one after the other. */
sealed interface RowSource permits CsvRows, SheetRows {
    /** The next row, blank ones too; none at the end, or where the rest cannot be read, which is a problem then. */
    Optional<TableRow> next();

    /** Whether rows or the rest of the table could not be read. */
    boolean broken();
}
