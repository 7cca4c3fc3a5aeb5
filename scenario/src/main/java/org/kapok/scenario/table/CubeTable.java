package org.kapok.scenario.table;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.kapok.core.Cube;

/**
 * Tidy tables: a column for each axis, named like it, then a column for each kind of value; one cell a row.
 *
 * <p>The columns in the header decide the axes of the cubes read; {@link Cube#along} repeats them over the others.
 * Instead of a column {@code sex}, each value column may come twice, such as {@code persons_female} and {@code
 * persons_male}. Ages are the first ages of groups; the last may be written {@code 100+}. Files are UTF-8; a byte order
 * mark and GB18030 are understood. Sheets of workbooks are read alike, see {@link SheetPath}.
 */
public final class CubeTable {
    private CubeTable() {}

    /** The names in the header of a table; none where reading the table will say why it cannot be read. */
    public static Set<String> names(Path file, Problems problems) {
        return TableRows.read(file, problems.apart())
                .map(rows -> Set.copyOf(rows.names()))
                .orElse(Set.of());
    }

    /**
     * Reads one cube for each value column, all over the same axes, every cell given once.
     *
     * @return the cubes by column; empty where the table added to {@code problems}
     */
    public static Map<String, Cube> read(Path file, TableSpec spec, Problems problems) {
        int before = problems.count();
        Map<String, Cube> cubes = TableRows.read(file, problems)
                .map(rows -> new CubeTableReader(rows, spec, problems).read())
                .orElse(Map.of());
        return problems.count() > before ? Map.of() : cubes;
    }
}
