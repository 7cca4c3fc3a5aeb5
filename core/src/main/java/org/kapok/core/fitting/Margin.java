package org.kapok.core.fitting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.kapok.core.Axis;
import org.kapok.core.Cube;

/**
 * A published total, or a table of totals, that the cells of a {@link Cube} should add up to; immutable.
 *
 * <p>Each cell counts towards one constraint of the margin or towards none.
 */
public final class Margin {
    private static final int NOT_COUNTED = -1;

    private final String name;
    private final int[] constraintOf; // [cell], NOT_COUNTED where the cell is in no constraint
    private final double[] targets; // [constraint]
    private final List<String> labels; // [constraint]

    private Margin(String name, int[] constraintOf, double[] targets, List<String> labels) {
        this.name = Objects.requireNonNull(name, "name");
        this.constraintOf = constraintOf;
        this.targets = targets;
        this.labels = labels;
    }

    /**
     * A margin given cell by cell.
     *
     * @param name the name in messages
     * @param constraintOf the constraint of each cell, in the order of the cube's values; -1 for none; copied
     * @param targets the total of each constraint; copied
     * @param labels the name of each constraint in messages
     */
    public static Margin of(String name, int[] constraintOf, double[] targets, List<String> labels) {
        if (labels.size() != targets.length) {
            throw new IllegalArgumentException("Margin " + name + ": got " + labels.size() + " labels, expected "
                    + targets.length + ", one a target");
        }
        for (int cell = 0; cell < constraintOf.length; cell++) {
            if (constraintOf[cell] < NOT_COUNTED || constraintOf[cell] >= targets.length) {
                throw new IllegalArgumentException("Margin " + name + ", cell " + cell + ": got constraint "
                        + constraintOf[cell] + ", expected -1 to " + (targets.length - 1));
            }
        }
        return new Margin(name, constraintOf.clone(), targets.clone(), List.copyOf(labels));
    }

    /**
     * Totals over some of the axes of a cube, every cell counted.
     *
     * @param target the totals; each of its axes is one of {@code axes}, with the same labels
     * @param axes the axes of the cube to fit
     */
    public static Margin over(String name, Cube target, List<Axis> axes) {
        return grouped(name, target, axes, List.of());
    }

    /**
     * Totals over some of the axes of a cube, where labels add up to groups or do not count.
     *
     * <p>A single number is a target without axes, {@code Cube.of(List.of(), 1234)}.
     *
     * @param target the totals; an axis without a grouping has the same labels as in the cube
     * @param axes the axes of the cube to fit
     * @param groupings at most one an axis
     */
    public static Margin grouped(String name, Cube target, List<Axis> axes, List<Grouping> groupings) {
        requireKnownAxes(name, target, axes, groupings);
        int[] constraintOf = {0};
        int cells = 1;
        for (Axis axis : axes) {
            int[] positions = positions(name, target, axis, groupings);
            int stride = stride(target, axis);
            int[] longer = new int[cells * axis.size()];
            for (int i = 0; i < longer.length; i++) {
                int before = constraintOf[i / axis.size()];
                int position = positions[i % axis.size()];
                longer[i] = before < 0 || position < 0 ? NOT_COUNTED : before + stride * position;
            }
            constraintOf = longer;
            cells = longer.length;
        }
        List<String> labels = target.axes().isEmpty()
                ? List.of("total")
                : IntStream.range(0, target.size()).mapToObj(target::describe).toList();
        return new Margin(name, constraintOf, target.toArray(), labels);
    }

    /** The name in messages. */
    public String name() {
        return name;
    }

    /** The number of cells of the cube that the margin is for. */
    int cells() {
        return constraintOf.length;
    }

    /** The number of constraints. */
    int size() {
        return targets.length;
    }

    /** The constraint that a cell counts towards, negative for none. */
    int constraintOf(int cell) {
        return constraintOf[cell];
    }

    double target(int constraint) {
        return targets[constraint];
    }

    String label(int constraint) {
        return labels.get(constraint);
    }

    /** The sum of each constraint's cells, added in the order of the cells. */
    double[] sums(double[] values) {
        double[] sums = new double[targets.length];
        for (int cell = 0; cell < values.length; cell++) {
            if (constraintOf[cell] >= 0) {
                sums[constraintOf[cell]] += values[cell];
            }
        }
        return sums;
    }

    private static void requireKnownAxes(String name, Cube target, List<Axis> axes, List<Grouping> groupings) {
        List<String> known = axes.stream().map(Axis::name).toList();
        List<String> used =
                new ArrayList<>(target.axes().stream().map(Axis::name).toList());
        groupings.forEach(grouping -> used.add(grouping.axis()));
        used.removeAll(known);
        if (!used.isEmpty()) {
            throw new IllegalArgumentException(
                    "Margin " + name + ": got axes " + used + ", expected some of " + known + ", those of the cube");
        }
    }

    /** The position on the target's axis of each label of the cube's axis; 0 where the target lacks the axis. */
    private static int[] positions(String name, Cube target, Axis axis, List<Grouping> groupings) {
        List<Grouping> own =
                groupings.stream().filter(g -> g.axis().equals(axis.name())).toList();
        if (own.size() > 1) {
            throw new IllegalArgumentException("Margin " + name + ": got " + own.size() + " groupings of axis "
                    + axis.name() + ", expected at most 1");
        }
        boolean varies = target.has(axis.name());
        int[] positions = new int[axis.size()];
        if (own.isEmpty()) {
            if (varies && !target.axis(axis.name()).equals(axis)) {
                throw new IllegalArgumentException("Margin " + name + ", axis " + axis.name() + ": got labels "
                        + target.axis(axis.name()).labels() + ", expected those of the cube, " + axis.labels()
                        + ", or a grouping");
            }
            return varies ? IntStream.range(0, axis.size()).toArray() : positions;
        }
        Arrays.fill(positions, NOT_COUNTED);
        own.get(0)
                .groups()
                .forEach((label, group) -> positions[axis.indexOf(label)] =
                        varies ? target.axis(axis.name()).indexOf(group) : 0);
        return positions;
    }

    /** The distance between neighbours on an axis of the target; 0 where the target lacks the axis. */
    private static int stride(Cube target, Axis axis) {
        int stride = 1;
        for (int i = target.axes().size() - 1; i >= 0; i--) {
            Axis own = target.axes().get(i);
            if (own.name().equals(axis.name())) {
                return stride;
            }
            stride *= own.size();
        }
        return 0;
    }
}
