package org.kapok.projection.internal;

import java.util.ArrayList;
import java.util.List;
import org.kapok.core.Axis;
import org.kapok.core.Cube;

/**
 * A table laid over the axes of a projection: where it does not vary by an axis its stride is 0, so nothing is copied.
 * Ages are a run of consecutive values, which is what kernels walk along.
 */
public final class BoundTable {
    /** Read by kernels, from {@link #at} on; never changed. */
    public final double[] values;

    private final int[] yearAt;
    private final int regionStride;
    private final int statusStride;
    private final int sexStride;

    private BoundTable(double[] values, int[] yearAt, int regionStride, int statusStride, int sexStride) {
        this.values = values;
        this.yearAt = yearAt;
        this.regionStride = regionStride;
        this.statusStride = statusStride;
        this.sexStride = sexStride;
    }

    /**
     * Lays a table over the axes.
     *
     * @param name what the table is, for messages
     * @param cube the table; its years may be more than those of the projection
     * @param axes year, region, status, sex and age of the projection
     */
    public static BoundTable bind(String name, Cube cube, List<Axis> axes) {
        List<Axis> own = new ArrayList<>();
        int[] strides = new int[axes.size()];
        for (Axis axis : axes) {
            boolean year = axis.name().equals(Axis.YEAR);
            if (year && cube.has(Axis.YEAR)) {
                own.add(cube.axis(Axis.YEAR));
            } else if (cube.has(axis.name()) || axis.name().equals(Axis.AGE)) {
                own.add(axis);
            }
        }
        int stride = 1;
        for (int i = own.size() - 1; i >= 0; i--) {
            for (int axis = 0; axis < axes.size(); axis++) {
                if (axes.get(axis).name().equals(own.get(i).name())) {
                    strides[axis] = stride;
                }
            }
            stride *= own.get(i).size();
        }
        int[] yearAt = new int[axes.get(0).size()];
        if (cube.has(Axis.YEAR)) {
            for (int year = 0; year < yearAt.length; year++) {
                yearAt[year] = yearPosition(name, cube, axes.get(0).labels().get(year)) * strides[0];
            }
        }
        return new BoundTable(cube.along(own).toArray(), yearAt, strides[1], strides[2], strides[3]);
    }

    /** Where the ages of a profile start in {@link #values}. */
    public int at(int year, int region, int status, int sex) {
        return yearAt[year] + region * regionStride + status * statusStride + sex * sexStride;
    }

    private static int yearPosition(String name, Cube cube, String year) {
        int position = cube.axis(Axis.YEAR).labels().indexOf(year);
        if (position < 0) {
            throw new IllegalArgumentException("ProjectionInputs." + name + ": got years "
                    + cube.axis(Axis.YEAR).labels() + ", expected " + year + " among them");
        }
        return position;
    }
}
