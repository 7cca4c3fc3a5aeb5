package org.kapok.scenario.table;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.kapok.core.Axis;
import org.kapok.core.Sex;

/**
 * Which column of a table holds which axis or value.
 *
 * @param axes the axes that the table varies by, in the order of the spec
 * @param positions the column of each axis; -1 for a sex that value columns name
 * @param values the value columns
 * @param whole whether every cell can be placed: no axis or value column is missing, and none may be under another name
 */
record CubeColumns(List<Axis> axes, List<Integer> positions, List<Value> values, boolean whole) {

    /** One value column; {@code name} as in the header, {@code cube} the position of its value, {@code sex} 0 for none. */
    record Value(String name, int cube, Range range, int position, int sex) {}

    /** Matches the header with the spec, and reports what does not fit. */
    static CubeColumns match(TableRows rows, TableSpec spec) {
        boolean stranger = rows.takeMisspelt(names(spec));
        boolean bySex = spec.has(Axis.SEX) && rows.column(Axis.SEX) < 0 && anySexColumn(rows, spec);
        List<Value> values = values(rows, spec, bySex);
        List<Axis> axes = new ArrayList<>();
        List<Integer> positions = new ArrayList<>();
        Set<String> required = new LinkedHashSet<>();
        Set<String> known = new LinkedHashSet<>();
        for (Axis axis : spec.axes()) {
            boolean split = bySex && axis.name().equals(Axis.SEX);
            if (!split) {
                known.add(axis.name());
            }
            if (split || rows.column(axis.name()) >= 0) {
                axes.add(axis);
                positions.add(rows.column(axis.name()));
            } else if (spec.required().contains(axis.name())) {
                required.add(axis.name());
            }
        }
        values.forEach(value -> required.add(value.name()));
        known.addAll(required);
        known.addAll(spec.notes().stream().sorted().toList());
        rows.checkHeader(known, required);
        boolean whole = !stranger && required.stream().allMatch(name -> rows.column(name) >= 0);
        values.removeIf(value -> value.position() < 0);
        return new CubeColumns(axes, positions, values, whole);
    }

    /** Every name that a column may have. */
    private static Set<String> names(TableSpec spec) {
        Set<String> names = new LinkedHashSet<>();
        spec.axes().forEach(axis -> names.add(axis.name()));
        for (String value : spec.values().keySet()) {
            names.add(value);
            if (spec.has(Axis.SEX)) {
                Sex.labels().forEach(sex -> names.add(value + "_" + sex));
            }
        }
        names.addAll(spec.notes());
        return names;
    }

    private static List<Value> values(TableRows rows, TableSpec spec, boolean bySex) {
        List<Value> values = new ArrayList<>();
        List<String> suffixes =
                bySex ? Sex.labels().stream().map(sex -> "_" + sex).toList() : List.of("");
        List<String> cubes = List.copyOf(spec.values().keySet());
        for (String name : cubes) {
            for (String suffix : suffixes) {
                String column = name + suffix;
                values.add(new Value(
                        column,
                        cubes.indexOf(name),
                        spec.values().get(name),
                        rows.column(column),
                        suffixes.indexOf(suffix)));
            }
        }
        return values;
    }

    private static boolean anySexColumn(TableRows rows, TableSpec spec) {
        return spec.values().keySet().stream()
                .flatMap(name -> Sex.labels().stream().map(sex -> name + "_" + sex))
                .anyMatch(name -> rows.column(name) >= 0);
    }
}
