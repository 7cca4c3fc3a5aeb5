package org.kapok.scenario.table;

import java.util.List;

/**
 * One row of a table.
 *
 * @param line its line in the file or its row in the sheet, from 1
 * @param fields its texts, in order
 */
record TableRow(int line, List<String> fields) {
    /** The text at a position, without blanks around it. */
    String field(int position) {
        return fields.get(position).strip();
    }

    boolean isBlank() {
        return fields.stream().allMatch(String::isBlank);
    }
}
