package org.kapok.scenario.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellAddress;
import org.dhatim.fastexcel.reader.Row;

/** The rows of a sheet, as long as its first one that is not blank; cells without formats, see {@link CellText}. */
final class SheetRows implements RowSource {
    private final Path file;
    private final Problems problems;
    private final Iterator<Row> rows;
    private int width;
    private int line;
    private int hidden;
    private int firstHidden;
    private boolean broken;

    private SheetRows(Path file, Iterator<Row> rows, Problems problems) {
        this.file = file;
        this.rows = rows;
        this.problems = problems;
    }

    /** The rows of a sheet; nothing, and a problem, where there is no such sheet or its cells are merged. */
    static Optional<SheetRows> read(SheetPath path, Problems problems) {
        return problems.workbook(path.workbook()).flatMap(workbook -> read(path, workbook, problems));
    }

    private static Optional<SheetRows> read(SheetPath path, XlsxFile workbook, Problems problems) {
        List<String> sheets = workbook.sheets();
        if (!sheets.contains(path.sheet())) {
            problems.add(
                    path.workbook(),
                    0,
                    "",
                    "got sheet \"" + path.sheet() + "\", expected " + Labels.expected(path.sheet(), sheets));
            return Optional.empty();
        }
        List<String> merged = workbook.merged(path.sheet());
        if (!merged.isEmpty()) {
            String more = merged.size() > 1 ? " and " + (merged.size() - 1) + " more" : "";
            problems.add(
                    path.path(),
                    0,
                    "",
                    "got merged cells " + merged.get(0) + more + ", expected a value in every cell");
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new SheetRows(path.path(), workbook.rows(path.sheet()).iterator(), problems));
        } catch (IOException | RuntimeException e) {
            problems.add(
                    path.path(), 0, "", "got a damaged sheet (" + e.getMessage() + "), expected one that Excel opens");
            return Optional.empty();
        }
    }

    @Override
    public Optional<TableRow> next() {
        try {
            while (rows.hasNext()) {
                Optional<TableRow> row = read(rows.next());
                if (row.isPresent()) {
                    return row;
                }
            }
        } catch (RuntimeException e) { // the reader's own checks are of many kinds
            broken = true;
            problems.add(
                    file,
                    line + 1,
                    "",
                    "got a damaged row (" + e.getMessage() + "), expected one that Excel opens; the rest was not read");
        }
        reportHidden();
        return Optional.empty();
    }

    @Override
    public boolean broken() {
        return broken;
    }

    /** A row; nothing, and a problem, where a cell of it has no value. */
    private Optional<TableRow> read(Row row) {
        line = Math.max(line + 1, row.getRowNum()); // rows that do not say which they are follow one another
        List<String> texts = new ArrayList<>();
        boolean whole = true;
        for (int column = 0; column < row.getCellCount(); column++) {
            Optional<Cell> cell = row.getOptionalCell(column);
            try {
                texts.add(cell.isEmpty() ? "" : CellText.of(cell.get()));
            } catch (XlsxRefusal e) {
                whole = false;
                problems.addCell(file, line, column, e.getMessage());
            }
        }
        if (!whole) {
            broken = true;
            return Optional.empty();
        }
        TableRow read = fitted(texts);
        if (row.isHidden() && !read.isBlank()) {
            hidden++;
            firstHidden = firstHidden == 0 ? line : firstHidden;
        }
        return Optional.of(read);
    }

    /** Blank cells at the end are left where a value was deleted, or missing where none ever was. */
    private TableRow fitted(List<String> texts) {
        int last = texts.size();
        while (last > 0 && texts.get(last - 1).isBlank()) {
            last--;
        }
        width = width == 0 ? last : width;
        List<String> fitted = new ArrayList<>(texts.subList(0, last));
        while (fitted.size() < width) {
            fitted.add("");
        }
        return new TableRow(line, fitted);
    }

    /** What a filter hides may be meant to be left out, or forgotten. */
    private void reportHidden() {
        if (hidden > 0) {
            problems.add(
                    file,
                    firstHidden,
                    "",
                    "got " + hidden + (hidden == 1 ? " hidden row" : " hidden rows")
                            + ", expected none: show them, or delete what is not meant");
            hidden = 0;
        }
    }

    /** The letters of a column, from 0. */
    static String letters(int column) {
        return CellAddress.convertNumToColString(column);
    }
}
