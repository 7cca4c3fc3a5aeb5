package org.kapok.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * Dense numbers over named axes; immutable.
 *
 * <p>Values are kept row by row, the last axis running fastest. A cube names only the axes that its numbers vary by:
 * {@link #along} repeats it over others without copying it by hand, so one schedule serves every region.
 */
public final class Cube {
    private final List<Axis> axes;
    private final double[] values;

    private Cube(List<Axis> axes, double[] values) {
        this.axes = axes;
        this.values = values;
    }

    /** The same number everywhere. */
    public static Cube of(double value) {
        return of(List.of(), value);
    }

    /**
     * A cube of the given values.
     *
     * @param axes the axes, each name once; none for a single number
     * @param values one value a cell, the last axis running fastest; copied
     */
    public static Cube of(List<Axis> axes, double... values) {
        List<Axis> copy = checkAxes(axes);
        int size = sizeOf(copy);
        if (values.length != size) {
            throw new IllegalArgumentException(
                    "Cube " + names(copy) + ": got " + values.length + " values, expected " + size);
        }
        return new Cube(copy, values.clone());
    }

    /** A cube whose cells are computed from their positions, one index an axis. The index array is reused. */
    public static Cube generate(List<Axis> axes, ToDoubleFunction<int[]> cell) {
        List<Axis> copy = checkAxes(axes);
        double[] values = new double[sizeOf(copy)];
        int[] index = new int[copy.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = cell.applyAsDouble(index);
            advance(copy, index);
        }
        return new Cube(copy, values);
    }

    /** The axes in order. */
    public List<Axis> axes() {
        return axes;
    }

    /** The axis of a name. */
    public Axis axis(String name) {
        return axes.get(position(name));
    }

    /** Whether the numbers vary by an axis. */
    public boolean has(String name) {
        return axes.stream().anyMatch(axis -> axis.name().equals(name));
    }

    /** The number of cells. */
    public int size() {
        return values.length;
    }

    /** The value of a cell, by its position on each axis in order. */
    public double at(int... index) {
        return values[offset(index)];
    }

    /** A copy of all values, the last axis running fastest. */
    public double[] toArray() {
        return values.clone();
    }

    /** Copies {@code target.length} values from the cell at {@code offset} on; the door for kernels. */
    public void copyTo(int offset, double[] target) {
        System.arraycopy(values, offset, target, 0, target.length);
    }

    /** The sum of all cells, in order. */
    public double total() {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /** Each value replaced by a function of it. */
    public Cube map(DoubleUnaryOperator function) {
        return new Cube(axes, Arrays.stream(values).map(function).toArray());
    }

    /** The numbers at one label of an axis, without that axis. */
    public Cube select(String name, String label) {
        int fixed = axis(name).indexOf(label);
        int dropped = position(name);
        List<Axis> rest = without(dropped);
        int[] full = new int[axes.size()];
        return generate(rest, index -> {
            for (int i = 0; i < full.length; i++) {
                full[i] = i < dropped ? index[i] : i > dropped ? index[i - 1] : fixed;
            }
            return at(full);
        });
    }

    /**
     * The numbers at some labels of an axis.
     *
     * @param wanted the axis with the labels to keep, each one of this cube's axis of the same name
     */
    public Cube ofLabels(Axis wanted) {
        Axis own = axis(wanted.name());
        int position = position(wanted.name());
        List<Axis> kept = new ArrayList<>(axes);
        kept.set(position, wanted);
        int[] at = wanted.labels().stream().mapToInt(own::indexOf).toArray();
        int[] full = new int[axes.size()];
        return generate(kept, index -> {
            System.arraycopy(index, 0, full, 0, full.length);
            full[position] = at[index[position]];
            return at(full);
        });
    }

    /** The sums over an axis, without that axis; cells are added in the order of the axis. */
    public Cube sumOver(String name) {
        int dropped = position(name);
        List<Axis> rest = without(dropped);
        double[] sums = new double[sizeOf(rest)];
        int inner = sizeOf(axes.subList(dropped + 1, axes.size()));
        int length = axes.get(dropped).size();
        for (int i = 0; i < values.length; i++) {
            sums[i / (inner * length) * inner + i % inner] += values[i];
        }
        return new Cube(rest, sums);
    }

    /**
     * The same numbers over more axes, in another order if need be: repeated along every axis they do not vary by.
     *
     * @param target the wanted axes; must hold every axis of this cube with the same labels
     */
    public Cube along(List<Axis> target) {
        if (target.equals(axes)) {
            return this;
        }
        List<Axis> copy = checkAxes(target);
        int[] strides = stridesAlong(copy);
        double[] repeated = new double[sizeOf(copy)];
        int last = strides.length - 1;
        int run = copy.get(last).size(); // only a cube without axes has none, and it is its own
        int[] index = new int[strides.length];
        int offset = 0;
        for (int at = 0; at < repeated.length; at += run) {
            repeatRun(offset, strides[last], repeated, at, run);
            for (int i = last - 1; i >= 0; i--) {
                offset += strides[i];
                if (++index[i] < copy.get(i).size()) {
                    break;
                }
                offset -= strides[i] * index[i];
                index[i] = 0;
            }
        }
        return new Cube(copy, repeated);
    }

    private void repeatRun(int offset, int stride, double[] repeated, int at, int run) {
        if (stride == 1) {
            System.arraycopy(values, offset, repeated, at, run);
            return;
        }
        for (int i = 0; i < run; i++) {
            repeated[at + i] = values[offset + i * stride];
        }
    }

    /** How far apart in this cube neighbours on each of the wanted axes lie; 0 on those it does not vary by. */
    private int[] stridesAlong(List<Axis> target) {
        int[] strides = new int[target.size()];
        int stride = 1;
        for (int i = axes.size() - 1; i >= 0; i--) {
            int position = target.indexOf(axes.get(i));
            if (position < 0) {
                throw new IllegalArgumentException("Cube " + names(axes) + ": got axes " + names(target)
                        + ", expected axis " + axes.get(i).name() + " among them with the same labels");
            }
            strides[position] = stride;
            stride *= axes.get(i).size();
        }
        return strides;
    }

    /**
     * The product of two cubes, which varies by every axis that one of them varies by; this cube's axes come first.
     *
     * @param other a cube whose axes of the same name have the same labels
     */
    public Cube times(Cube other) {
        List<Axis> union = new ArrayList<>(axes);
        other.axes.stream().filter(axis -> !has(axis.name())).forEach(union::add);
        double[] product = along(union).toArray();
        double[] factors = other.along(union).values;
        for (int cell = 0; cell < product.length; cell++) {
            product[cell] *= factors[cell];
        }
        return new Cube(List.copyOf(union), product);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cube cube && axes.equals(cube.axes) && Arrays.equals(values, cube.values);
    }

    @Override
    public int hashCode() {
        return 31 * axes.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return axes.isEmpty() ? Double.toString(values[0]) : "Cube" + names(axes) + " of " + values.length;
    }

    /** A cell as a reader names it, such as {@code region 440103, sex male, age 85}. */
    public String describe(int cell) {
        List<String> parts = new ArrayList<>();
        int rest = cell;
        for (int i = axes.size() - 1; i >= 0; i--) {
            Axis axis = axes.get(i);
            parts.add(0, axis.name() + " " + axis.labels().get(rest % axis.size()));
            rest /= axis.size();
        }
        return String.join(", ", parts);
    }

    /** The sum of some of the cells, in order, each times the number at the same place. */
    double dot(double[] numbers, int from, int cells) {
        double sum = 0;
        for (int cell = from; cell < from + cells; cell++) {
            sum += numbers[cell] * values[cell];
        }
        return sum;
    }

    private int offset(int[] index) {
        if (index.length != axes.size()) {
            throw new IllegalArgumentException(
                    "Cube " + names(axes) + ": got " + index.length + " positions, expected " + axes.size());
        }
        int offset = 0;
        for (int i = 0; i < index.length; i++) {
            offset = offset * axes.get(i).size()
                    + Objects.checkIndex(index[i], axes.get(i).size());
        }
        return offset;
    }

    private int position(String name) {
        for (int i = 0; i < axes.size(); i++) {
            if (axes.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("Cube " + names(axes) + ": got axis " + name + ", expected one of its own");
    }

    private List<Axis> without(int dropped) {
        List<Axis> rest = new ArrayList<>(axes);
        rest.remove(dropped);
        return List.copyOf(rest);
    }

    private static void advance(List<Axis> axes, int[] index) {
        for (int i = index.length - 1; i >= 0; i--) {
            if (++index[i] < axes.get(i).size()) {
                return;
            }
            index[i] = 0;
        }
    }

    private static List<Axis> checkAxes(List<Axis> axes) {
        Set<String> seen = new HashSet<>();
        for (Axis axis : axes) {
            if (!seen.add(axis.name())) {
                throw new IllegalArgumentException("Cube " + names(axes) + ": got axis " + axis.name() + " twice");
            }
        }
        return List.copyOf(axes);
    }

    private static int sizeOf(List<Axis> axes) {
        int size = 1;
        for (Axis axis : axes) {
            size = Math.multiplyExact(size, axis.size());
        }
        return size;
    }

    private static List<String> names(List<Axis> axes) {
        return axes.stream().map(Axis::name).toList();
    }
}
