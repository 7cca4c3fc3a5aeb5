package org.kapok.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A table of a result folder: the one place where its columns, their types, units and meanings are stated.
 *
 * @param name the name of its file without {@code .csv}
 * @param writtenBy the commands that write it; {@code store} for tables that only databases hold
 * @param rows what it has a row for each of
 * @param columns its columns in order
 */
public record ResultTable(String name, String writtenBy, Text rows, List<ResultColumn> columns) {
    /** The table of a result folder that describes the columns of all others. */
    public static final String COLUMNS = "columns";

    public ResultTable {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(writtenBy, "writtenBy");
        Objects.requireNonNull(rows, "rows");
        columns = List.copyOf(columns);
    }

    /** Every table that results may hold, by name. */
    public static List<ResultTable> all() {
        return ResultTables.read();
    }

    /** The table of a name, if results may hold it. */
    public static Optional<ResultTable> named(String name) {
        return all().stream().filter(table -> table.name.equals(name)).findFirst();
    }

    /** A row of the table {@link #COLUMNS} for each column of some tables. */
    public static List<List<String>> descriptionOf(List<ResultTable> tables) {
        return ResultTables.descriptionOf(tables);
    }

    /** Whether it says what ids are called. */
    public boolean isLabels() {
        return name.endsWith("_labels");
    }

    /** The same of several draws of an ensemble: with the number of the draw before its columns, and named for it. */
    public ResultTable ofDraws() {
        ResultColumn draw = new ResultColumn(
                "draw",
                ResultColumn.Type.INTEGER,
                true,
                false,
                new Text("number", "序号"),
                new Text("draw of the ensemble, from 1", "抽样序号，从1起"));
        List<ResultColumn> all = new ArrayList<>(List.of(draw));
        all.addAll(columns);
        Text both = new Text("draw that was kept; " + rows.en(), "保留的抽样；" + rows.zh());
        return new ResultTable("draw_" + name, writtenBy, both, all);
    }

    /** The name of its file. */
    public String file() {
        return name + ".csv";
    }

    /** The names of its columns in order: the first line of its file. */
    public List<String> header() {
        return columns.stream().map(ResultColumn::name).toList();
    }

    /** The names of the columns that together name a row. */
    public List<String> key() {
        return columns.stream()
                .filter(ResultColumn::key)
                .map(ResultColumn::name)
                .toList();
    }
}
