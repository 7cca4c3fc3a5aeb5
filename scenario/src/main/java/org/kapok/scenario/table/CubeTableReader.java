package org.kapok.scenario.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kapok.core.Axis;
import org.kapok.core.Cube;
import org.kapok.core.Sex;

/** One reading of one table: rows to entries, entries to cells, cells to cubes. */
final class CubeTableReader {
    /** Missing cells that are named; the rest are counted. */
    private static final int NAMED = 3;

    private final TableRows rows;
    private final TableSpec spec;
    private final Problems problems;
    private final CubeColumns columns;
    private final boolean yearly;
    private final List<Map<String, Integer>> positions = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> reportedLabels = new HashSet<>();
    private boolean dropped;

    /** The numbers of one cell: their line, the year or 0, and the cell among those of one year. */
    private record Entry(int line, int year, int cell, double[] numbers) {}

    CubeTableReader(TableRows rows, TableSpec spec, Problems problems) {
        this.rows = rows;
        this.spec = spec;
        this.problems = problems;
        columns = CubeColumns.match(rows, spec);
        yearly = !columns.axes().isEmpty() && columns.axes().get(0).name().equals(Axis.YEAR);
        for (Axis axis : columns.axes()) {
            positions.add(positions(axis));
        }
    }

    /** The cubes; of no meaning where problems were found. */
    Map<String, Cube> read() {
        rows.forEach(this::readRow);
        List<Axis> axes = new ArrayList<>(columns.axes());
        List<Integer> years =
                entries.stream().map(Entry::year).distinct().sorted().toList();
        if (!columns.whole() || dropped || rows.ragged()) {
            return Map.of();
        }
        if (entries.isEmpty()) {
            problems.add(rows.file(), 0, "", "got a header and no rows");
            return Map.of();
        }
        if (yearly) {
            axes.set(0, new Axis(Axis.YEAR, years.stream().map(String::valueOf).toList()));
        }
        double[][] numbers = place(axes, years);
        Map<String, Cube> cubes = new LinkedHashMap<>();
        for (String name : spec.values().keySet()) {
            cubes.put(name, overAllYears(Cube.of(axes, numbers[cubes.size()]), years));
        }
        return cubes;
    }

    private void readRow(TableRow row) {
        int line = row.line();
        int year = 0;
        int cell = 0;
        boolean placed = true;
        for (int i = 0; i < columns.axes().size(); i++) {
            Axis axis = columns.axes().get(i);
            int position = columns.positions().get(i);
            if (yearly && i == 0) {
                year = year(row.field(position), line);
                placed = year > 0;
            } else if (position < 0) {
                cell *= axis.size();
            } else {
                int label = label(i, row.field(position), line);
                placed &= label >= 0;
                cell = cell * axis.size() + label;
            }
        }
        dropped |= !placed;
        int sexes = columns.positions().contains(-1) ? Sex.values().length : 1;
        double[][] numbers = new double[sexes][spec.values().size()];
        for (CubeColumns.Value column : columns.values()) {
            String text = row.field(column.position());
            double number = column.range().parse(text);
            if (Double.isNaN(number)) {
                problems.add(
                        rows.file(),
                        line,
                        column.name(),
                        describe(row),
                        column.range().refusal(text));
            }
            numbers[column.sex()][column.cube()] = number;
        }
        for (int sex = 0; placed && sex < sexes; sex++) {
            entries.add(new Entry(line, year, sex == 0 ? cell : cell + sex * strideOfSex(), numbers[sex]));
        }
    }

    /** Puts every number in its cell and reports cells given twice or not at all. */
    private double[][] place(List<Axis> axes, List<Integer> years) {
        int yearSize = 1;
        for (Axis axis : axes.subList(yearly ? 1 : 0, axes.size())) {
            yearSize *= axis.size();
        }
        int size = years.size() * yearSize;
        Map<Integer, Integer> yearIndex = new HashMap<>();
        years.forEach(year -> yearIndex.put(year, yearIndex.size()));
        double[][] numbers = new double[spec.values().size()][size];
        int[] lines = new int[size];
        for (Entry entry : entries) {
            int cell = yearIndex.get(entry.year()) * yearSize + entry.cell();
            if (lines[cell] == 0) {
                lines[cell] = entry.line();
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i][cell] = entry.numbers()[i];
                }
            } else {
                problems.add(
                        rows.file(),
                        entry.line(),
                        "",
                        "got " + describe(axes, cell) + " again, expected it once (first on line " + lines[cell] + ")");
            }
        }
        if (spec.whole()) {
            reportMissing(axes, lines);
        }
        return numbers;
    }

    private void reportMissing(List<Axis> axes, int[] lines) {
        List<String> named = new ArrayList<>();
        int missing = 0;
        for (int cell = 0; cell < lines.length; cell++) {
            if (lines[cell] == 0) {
                missing++;
                if (missing <= NAMED) {
                    named.add(describe(axes, cell));
                }
            }
        }
        if (missing > 0) {
            String more = missing > NAMED ? "; and " + (missing - NAMED) + " more" : "";
            problems.add(
                    rows.file(),
                    0,
                    "",
                    "got " + (lines.length - missing) + " of " + lines.length + " cells, expected every one; missing: "
                            + String.join("; ", named) + more);
        }
    }

    /** The numbers of the years wanted, from those given. */
    private Cube overAllYears(Cube given, List<Integer> years) {
        if (!yearly || spec.years() == SparseYears.AS_GIVEN) {
            return given;
        }
        List<Axis> axes = new ArrayList<>(given.axes());
        axes.set(0, columns.axes().get(0));
        int yearSize = given.size() / years.size();
        double[] cells = given.toArray();
        double[] all = new double[axes.get(0).size() * yearSize];
        for (int i = 0; i < axes.get(0).size(); i++) {
            int year = Integer.parseInt(axes.get(0).labels().get(i));
            int after = 0;
            while (after < years.size() && years.get(after) <= year) {
                after++;
            }
            int from = Math.max(after - 1, 0);
            int to = Math.min(after, years.size() - 1);
            boolean straight = spec.years() == SparseYears.INTERPOLATE && from < to;
            double share = straight ? (double) (year - years.get(from)) / (years.get(to) - years.get(from)) : 0;
            for (int j = 0; j < yearSize; j++) {
                double start = cells[from * yearSize + j];
                // Adding zero would turn a negative zero positive.
                all[i * yearSize + j] = share == 0 ? start : start + share * (cells[to * yearSize + j] - start);
            }
        }
        return Cube.of(axes, all);
    }

    private int year(String text, int line) {
        boolean digits = text.length() == 4 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || text.equals("0000")) {
            problems.add(rows.file(), line, Axis.YEAR, "got \"" + text + "\", expected a year such as 2025");
            return 0;
        }
        return Integer.parseInt(text);
    }

    /** The position of a label, or -1; a label that is not known is reported on its first line only. */
    private int label(int axis, String text, int line) {
        int position = positions.get(axis).getOrDefault(text, -1);
        Axis known = columns.axes().get(axis);
        if (position < 0 && reportedLabels.add(known.name() + " " + text)) {
            problems.add(
                    rows.file(),
                    line,
                    known.name(),
                    "got \"" + text + "\", expected " + Labels.expected(text, known.labels()));
        }
        return position;
    }

    private static Map<String, Integer> positions(Axis axis) {
        Map<String, Integer> positions = new HashMap<>();
        for (String label : axis.labels()) {
            positions.put(label, positions.size());
        }
        if (axis.name().equals(Axis.AGE)) {
            positions.put(axis.labels().get(axis.size() - 1) + "+", axis.size() - 1);
        }
        return positions;
    }

    /** Cells from one sex to the next. */
    private int strideOfSex() {
        int stride = 1;
        for (int i = columns.axes().size() - 1; columns.positions().get(i) >= 0; i--) {
            stride *= columns.axes().get(i).size();
        }
        return stride;
    }

    private String describe(TableRow row) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < columns.axes().size(); i++) {
            if (columns.positions().get(i) >= 0) {
                String label = row.field(columns.positions().get(i));
                parts.add(part(columns.axes().get(i), label));
            }
        }
        return String.join(", ", parts);
    }

    private static String describe(List<Axis> axes, int cell) {
        List<String> parts = new ArrayList<>();
        int rest = cell;
        for (int i = axes.size() - 1; i >= 0; i--) {
            parts.add(
                    0,
                    part(
                            axes.get(i),
                            axes.get(i).labels().get(rest % axes.get(i).size())));
            rest /= axes.get(i).size();
        }
        return parts.isEmpty() ? "the only cell" : String.join(", ", parts);
    }

    private static String part(Axis axis, String label) {
        return axis.name().equals(Axis.SEX) ? label : axis.name() + " " + label;
    }
}
