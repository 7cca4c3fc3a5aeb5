package org.kapok.scenario.table;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kapok.core.Axis;

/**
 * What a table may and must hold. A table names only the axes it varies by, unless they are required.
 *
 * @param axes the axes it may vary by, in the order of the cubes read; {@code year}, if any, comes first
 * @param required names of the axes it must have
 * @param values its value columns and what they may hold, in order
 * @param notes columns for people, such as {@code source}, which may be there and are not read
 * @param years what it means for years not given
 * @param whole whether every cell must be given; if not, others are 0
 */
public record TableSpec(
        List<Axis> axes,
        Set<String> required,
        Map<String, Range> values,
        Set<String> notes,
        SparseYears years,
        boolean whole) {
    public TableSpec {
        axes = List.copyOf(axes);
        required = Set.copyOf(required);
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        notes = Set.copyOf(notes);
        List<String> names = axes.stream().map(Axis::name).toList();
        if (names.indexOf(Axis.YEAR) > 0) {
            throw new IllegalArgumentException("TableSpec.axes: got " + names + ", expected year first");
        }
        if (!names.containsAll(required)) {
            throw new IllegalArgumentException("TableSpec.required: got " + required + ", expected some of " + names);
        }
    }

    /** A table over some of the axes, with no value columns yet; years not given are interpolated. */
    public static TableSpec over(Axis... axes) {
        return new TableSpec(List.of(axes), Set.of(), Map.of(), Set.of(), SparseYears.INTERPOLATE, true);
    }

    /** With axes that must be there. */
    public TableSpec requiring(String... names) {
        return new TableSpec(axes, union(required, names), values, notes, years, whole);
    }

    /** With one more value column. */
    public TableSpec value(String name, Range range) {
        Map<String, Range> more = new LinkedHashMap<>(values);
        more.put(name, range);
        return new TableSpec(axes, required, more, notes, years, whole);
    }

    /** With columns that are for people only. */
    public TableSpec note(String... names) {
        return new TableSpec(axes, required, values, union(notes, names), years, whole);
    }

    /** With another meaning of years not given. */
    public TableSpec years(SparseYears meaning) {
        return new TableSpec(axes, required, values, notes, meaning, whole);
    }

    /** A table that may leave out cells of 0. */
    public TableSpec withoutZeros() {
        return new TableSpec(axes, required, values, notes, years, false);
    }

    boolean has(String axis) {
        return axes.stream().anyMatch(known -> known.name().equals(axis));
    }

    private static Set<String> union(Set<String> names, String... more) {
        Set<String> all = new HashSet<>(names);
        all.addAll(List.of(more));
        return all;
    }
}
