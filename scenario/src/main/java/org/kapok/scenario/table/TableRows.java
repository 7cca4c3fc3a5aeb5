package org.kapok.scenario.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The header and the rows of a table, each row as long as the header. */
final class TableRows {
    private final Path file;
    private final RowSource source;
    private final Problems problems;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final Map<String, Integer> taken = new LinkedHashMap<>(); // columns under the names that are meant
    private int headerLine = 1;
    private int width;
    private boolean ragged;

    private TableRows(Path file, RowSource source, Problems problems) {
        this.file = file;
        this.source = source;
        this.problems = problems;
    }

    /**
     * The rows of a table whose header can be read; nothing, and a problem, where it cannot.
     *
     * @param file a CSV file, or a sheet as {@link SheetPath} writes it
     */
    static Optional<TableRows> read(Path file, Problems problems) {
        Optional<SheetPath> sheet = SheetPath.of(file);
        Optional<? extends RowSource> source = sheet.isPresent()
                ? SheetRows.read(sheet.get(), problems)
                : TextFile.read(file, problems).map(text -> new CsvRows(file, text, problems));
        return source.map(rows -> new TableRows(file, rows, problems)).filter(TableRows::readHeader);
    }

    Path file() {
        return file;
    }

    int headerLine() {
        return headerLine;
    }

    /** The names in the header, in order. */
    Collection<String> names() {
        return columns.keySet();
    }

    /** The position of a column, or -1. */
    int column(String name) {
        return columns.getOrDefault(name, taken.getOrDefault(name, -1));
    }

    /**
     * Takes columns of unknown names for known ones that they are like and that are not there, so that what is in them is
     * checked; {@link #checkHeader} tells of the names.
     *
     * @return whether a column is left of which nothing is known
     */
    boolean takeMisspelt(Collection<String> known) {
        boolean left = false;
        for (Map.Entry<String, Integer> column : columns.entrySet()) {
            if (!known.contains(column.getKey())) {
                List<String> absent =
                        known.stream().filter(name -> column(name) < 0).toList();
                String meant = Labels.nearest(column.getKey(), absent);
                left |= meant.isEmpty();
                if (!meant.isEmpty()) {
                    taken.put(meant, column.getValue());
                }
            }
        }
        return left;
    }

    /** Whether a row was left out because of its length, or others because they cannot be read. */
    boolean ragged() {
        return ragged || source.broken();
    }

    /** Reports columns that are not known and those that are required but absent. */
    void checkHeader(Collection<String> known, Collection<String> required) {
        String only = columns.size() == 1 ? columns.keySet().iterator().next() : "";
        String divided = only.contains(";")
                ? "semicolons"
                : only.contains("\t") ? "tabs" : only.contains("\uFF0C") ? "full-width commas" : "";
        if (!divided.isEmpty()) {
            problems.add(file, headerLine, "", "got columns divided by " + divided + ", expected commas");
            return;
        }
        Set<String> missing = new LinkedHashSet<>(required);
        missing.removeAll(columns.keySet());
        List<String> unknown = new ArrayList<>(columns.keySet());
        unknown.removeAll(known);
        StringBuilder alike = new StringBuilder();
        for (String name : missing) {
            String meant = Labels.nearest(name, unknown);
            if (unknown.remove(meant)) {
                alike.append("; is \"")
                        .append(meant)
                        .append("\" meant as ")
                        .append(name)
                        .append('?');
            }
        }
        for (String name : unknown) {
            problems.add(file, headerLine, name, "got an unknown column, expected " + Labels.expected(name, known));
        }
        if (!missing.isEmpty()) {
            String names = String.join(", ", missing);
            String got = String.join(", ", columns.keySet());
            String missed = missing.size() == 1
                    ? "got no column " + names + " among " + got + ", expected it"
                    : "got no columns " + names + " among " + got + ", expected them";
            problems.add(file, headerLine, "", missed + alike);
        }
    }

    /** Hands on every row that is not blank and has the length of the header. */
    void forEach(Consumer<TableRow> action) {
        for (Optional<TableRow> next = next(); next.isPresent(); next = next()) {
            TableRow row = next.get();
            int fields = row.fields().size();
            if (fields == width) {
                action.accept(row);
            } else {
                ragged = true;
                problems.add(
                        file,
                        row.line(),
                        "",
                        "got " + fields + (fields == 1 ? " field" : " fields") + ", expected " + width
                                + " as in the header");
            }
        }
    }

    private boolean readHeader() {
        int before = problems.count();
        Optional<TableRow> header = next();
        if (header.isEmpty() && problems.count() == before) {
            problems.add(file, 0, "", "got no header, expected one in the first row");
        }
        header.ifPresent(names -> {
            headerLine = names.line();
            width = names.fields().size();
            problems.columnsOf(file, names.fields());
            for (int i = 0; i < width; i++) {
                String name = names.field(i);
                if (name.isEmpty()) {
                    reportNameless(i);
                } else if (columns.putIfAbsent(name, i) != null) {
                    problems.add(file, headerLine, name, "got the column twice, expected it once");
                }
            }
        });
        return header.isPresent();
    }

    private void reportNameless(int position) {
        String message = "got no name for column " + (position + 1) + ", expected one";
        if (SheetPath.of(file).isPresent()) {
            problems.addCell(file, headerLine, position, message);
        } else {
            problems.add(file, headerLine, "", message);
        }
    }

    /** The next row that is not blank; spreadsheets leave rows of mere commas behind. */
    private Optional<TableRow> next() {
        Optional<TableRow> row = source.next();
        while (row.isPresent() && row.get().isBlank()) {
            row = source.next();
        }
        return row;
    }
}
