package org.kapok.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.core.Selection;

/**
 * The cells that expected or observed persons are given for, each made of whole cells of a projection.
 *
 * <p>A label that is left out is not compared. An axis that is left out is summed over; without the axis status, only
 * the statuses that count as residents are.
 *
 * @param space the cells of the projection
 * @param axes the axis year, then any of region, status, sex and age; ages are the first ages of groups, each a first age
 *     of the projection's too
 * @param toAge the last exact age of the last age group, included; {@link Selection#OPEN} for no upper end
 */
public record ExpectedCells(CellSpace space, List<Axis> axes, int toAge) {
    public ExpectedCells {
        Objects.requireNonNull(space, "space");
        axes = List.copyOf(axes);
        List<String> names = axes.stream().map(Axis::name).toList();
        if (names.isEmpty() || !names.get(0).equals(Axis.YEAR)) {
            throw new IllegalArgumentException("ExpectedCells.axes: got " + names + ", expected year first");
        }
        for (Axis axis : axes.subList(1, axes.size())) {
            Axis known = space.axes().stream()
                    .filter(own -> own.name().equals(axis.name()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("ExpectedCells.axes: got " + axis.name()
                            + ", expected year, region, status, sex and age at most"));
            axis.labels().forEach(known::indexOf);
        }
        List<Integer> starts = starts(axes);
        if (!starts.equals(starts.stream().sorted().toList())) {
            throw new IllegalArgumentException("ExpectedCells.axes: got ages " + starts + ", expected ascending ages");
        }
        boolean ends = !starts.isEmpty()
                && toAge >= starts.get(starts.size() - 1)
                && space.ages().starts().contains(toAge + 1);
        if (toAge != Selection.OPEN && !ends) {
            throw new IllegalArgumentException("ExpectedCells.toAge: got " + toAge + " with ages " + starts
                    + ", expected no upper end, or the last age of one of the projection's groups");
        }
    }

    /**
     * The persons of a projection in these cells.
     *
     * @param populations persons by year and the cells of the projection, see {@link Projection#populations}; every year
     *     of these cells among them
     */
    public Cube sum(Cube populations) {
        List<Axis> from = new ArrayList<>(space.axes());
        from.add(0, populations.axis(Axis.YEAR));
        if (!populations.axes().equals(from)) {
            throw new IllegalArgumentException(
                    "ExpectedCells.sum: got " + populations + ", expected year and the axes of the cells");
        }
        axes.get(0).labels().forEach(from.get(0)::indexOf);
        int[][] offsets = from.stream().map(this::offsets).toArray(int[][]::new);
        double[] persons = populations.toArray();
        double[] sums = new double[sizeFrom(0)];
        for (int cell = 0; cell < persons.length; cell++) {
            int into = 0;
            int rest = cell;
            for (int axis = offsets.length - 1; axis >= 0 && into >= 0; axis--) {
                int offset = offsets[axis][rest % offsets[axis].length];
                rest /= offsets[axis].length;
                into = offset < 0 ? -1 : into + offset;
            }
            if (into >= 0) {
                sums[into] += persons[cell];
            }
        }
        return Cube.of(axes, sums);
    }

    /** How far each label of an axis of the projection moves the cell that it adds to; -1 where it adds to none. */
    private int[] offsets(Axis axis) {
        int[] offsets = new int[axis.size()];
        int position = axes.stream().map(Axis::name).toList().indexOf(axis.name());
        for (int i = 0; i < offsets.length; i++) {
            int label = position < 0
                    ? unsaid(axis, i)
                    : target(axes.get(position), axis.labels().get(i));
            offsets[i] = label < 0 || position < 0 ? label : label * sizeFrom(position + 1);
        }
        return offsets;
    }

    /** Where people of a label go on an axis that is left out: 0, or -1 for statuses that are no residents. */
    private int unsaid(Axis axis, int label) {
        boolean counts =
                !axis.name().equals(Axis.STATUS) || space.statuses().get(label).resident();
        return counts ? 0 : -1;
    }

    private int target(Axis axis, String label) {
        if (!axis.name().equals(Axis.AGE)) {
            return axis.labels().indexOf(label);
        }
        int start = Integer.parseInt(label);
        int group = -1;
        for (int i = 0; i < axis.size() && start <= toAge; i++) {
            group = Integer.parseInt(axis.labels().get(i)) <= start ? i : group;
        }
        return group;
    }

    private static List<Integer> starts(List<Axis> axes) {
        return axes.stream()
                .filter(axis -> axis.name().equals(Axis.AGE))
                .flatMap(axis -> axis.labels().stream())
                .map(Integer::valueOf)
                .toList();
    }

    private int sizeFrom(int position) {
        int size = 1;
        for (Axis axis : axes.subList(position, axes.size())) {
            size = Math.multiplyExact(size, axis.size());
        }
        return size;
    }
}
