package org.kapok.scenario.wpp;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kapok.core.Axis;
import org.kapok.core.Cube;
import org.kapok.scenario.table.CubeTable;
import org.kapok.scenario.table.Problems;
import org.kapok.scenario.table.Range;
import org.kapok.scenario.table.RecordTable;
import org.kapok.scenario.table.Row;
import org.kapok.scenario.table.SparseYears;
import org.kapok.scenario.table.TableSpec;

/** The tables of one country, read as they are; what is wrong with any of them is reported together. */
final class PackTables {
    static final String FEMALE = "female";
    static final String MALE = "male";
    static final String BOTH = "both";

    private final Path folder;
    private final String iso3;
    private final Problems problems;

    PackTables(Path folder, String iso3, Problems problems) {
        this.folder = folder;
        this.iso3 = iso3;
        this.problems = problems;
    }

    Path file(String kind) {
        return folder.resolve(iso3 + "_" + kind + ".csv");
    }

    boolean has(String kind) {
        return Files.exists(file(kind));
    }

    /** The axis of a column, with the labels in the order of the rows. */
    Axis labels(String kind, String column, List<String> others) {
        Set<String> labels = new LinkedHashSet<>();
        for (Row row : RecordTable.read(file(kind), List.of(column), others, problems)) {
            String label = row.text(column);
            if (!label.isEmpty()) {
                labels.add(label);
            }
        }
        problems.throwIfAny();
        return new Axis(column, List.copyOf(labels));
    }

    /** The cubes of a table, over the axes in this order, every cell given; the year's axis is taken as it is. */
    Map<String, Cube> read(String kind, List<Axis> axes, Range range, List<String> columns, List<String> unread) {
        TableSpec spec = TableSpec.over(axes.toArray(Axis[]::new))
                .requiring(axes.stream().map(Axis::name).toArray(String[]::new))
                .years(SparseYears.AS_GIVEN)
                .note(unread.toArray(String[]::new));
        for (String column : columns) {
            spec = spec.value(column, range);
        }
        Map<String, Cube> cubes = CubeTable.read(file(kind), spec, problems);
        problems.throwIfAny();
        for (Cube cube : cubes.values()) {
            requireYears(kind, cube, axes.get(0));
        }
        return cubes;
    }

    /** A table with a column for each sex, as one cube. */
    Cube readBySex(String kind, List<Axis> axes, Range range, String prefix) {
        List<String> columns = List.of(prefix + FEMALE, prefix + MALE);
        Map<String, Cube> cubes = read(kind, axes, range, columns, List.of());
        return bySex(cubes.get(columns.get(0)), cubes.get(columns.get(1)));
    }

    /** Both sexes beside each other, over the axes of the tables with the sex before the age. */
    static Cube bySex(Cube female, Cube male) {
        List<Axis> axes = new ArrayList<>(female.axes());
        axes.add(axes.size() - 1, Axis.sexes());
        List<Axis> sexFirst = new ArrayList<>(female.axes());
        sexFirst.add(0, Axis.sexes());
        double[] values = new double[2 * female.size()];
        System.arraycopy(female.toArray(), 0, values, 0, female.size());
        System.arraycopy(male.toArray(), 0, values, female.size(), male.size());
        return Cube.of(sexFirst, values).along(axes);
    }

    /** The same numbers with other labels and name for one axis, such as periods named as years. */
    static Cube renamed(Cube cube, String from, Axis to) {
        List<Axis> axes = cube.axes().stream()
                .map(axis -> axis.name().equals(from) ? to : axis)
                .toList();
        return Cube.of(axes, cube.toArray());
    }

    /** The numbers at all ages, 0 at those not given. */
    static Cube atAllAges(Cube cube, Axis ages) {
        Axis given = cube.axis(Axis.AGE);
        List<Axis> axes = new ArrayList<>(cube.axes());
        axes.set(axes.size() - 1, ages);
        return Cube.generate(axes, at -> {
            int[] own = at.clone();
            own[own.length - 1] = given.labels().indexOf(ages.labels().get(at[at.length - 1]));
            return own[own.length - 1] < 0 ? 0 : cube.at(own);
        });
    }

    private void requireYears(String kind, Cube cube, Axis years) {
        if (years.name().equals(Axis.YEAR) && !cube.axis(Axis.YEAR).equals(years)) {
            problems.add(
                    file(kind),
                    0,
                    Axis.YEAR,
                    "got " + span(cube.axis(Axis.YEAR)) + ", expected every year of " + span(years));
            problems.throwIfAny();
        }
    }

    private static String span(Axis years) {
        return years.labels().get(0) + " to " + years.labels().get(years.size() - 1) + " (" + years.size() + ")";
    }
}
