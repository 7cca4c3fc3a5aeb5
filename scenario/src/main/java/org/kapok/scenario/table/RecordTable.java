package org.kapok.scenario.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tables with one thing a row, such as regions or schools. */
public final class RecordTable {
    private RecordTable() {}

    /**
     * Reads all rows.
     *
     * @param required columns that must be there
     * @param optional columns that may be there; any other is a problem
     * @return the rows in order, without those of the wrong length; none where a required column is not there
     */
    public static List<Row> read(Path file, List<String> required, List<String> optional, Problems problems) {
        List<Row> read = new ArrayList<>();
        TableRows.read(file, problems).ifPresent(rows -> {
            Set<String> known = new LinkedHashSet<>(required);
            known.addAll(optional);
            rows.takeMisspelt(known);
            rows.checkHeader(known, required);
            List<String> present =
                    known.stream().filter(name -> rows.column(name) >= 0).toList();
            boolean fits = present.containsAll(required);
            rows.forEach(record -> {
                if (fits) {
                    Map<String, String> fields = new HashMap<>();
                    for (String name : present) {
                        String field = record.field(rows.column(name));
                        if (ControlCharacter.in(field)) {
                            problems.add(file, record.line(), name, ControlCharacter.REFUSAL);
                        }
                        fields.put(name, field);
                    }
                    read.add(new Row(file, record.line(), fields, problems));
                }
            });
        });
        return read;
    }
}
