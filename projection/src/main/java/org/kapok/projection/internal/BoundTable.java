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
    private final int originStride;

    private BoundTable(double[] values, int[] yearAt, int[] strides) {
        this.values = values;
        this.yearAt = yearAt;
        this.regionStride = strides[1];
        this.statusStride = strides[2];
        this.sexStride = strides[3];
        this.originStride = strides.length > 5 ? strides[5] : 0;
    }

    /**
     * Lays a table over the axes.
     *
     * @param name what the table is, for messages
     * @param cube the table; its years may be more than those of the projection
     * @param axes year, region (or what stands in its place), status, sex and age of the projection, and the region of
     *     origin if the table may have one
     */
    public static BoundTable bind(String name, Cube cube, List<Axis> axes) {
        List<Axis> own = new ArrayList<>();
        int[] strides = new int[axes.size()];
        for (Axis axis : axes) {
            if (own.isEmpty() && cube.has(axis.name()) && axis.name().equals(Axis.YEAR)) {
                own.add(cube.axis(Axis.YEAR));
            } else if (own.contains(axes.get(4)) && cube.has(axis.name())) {
                own.add(0, axis); // ages stay last
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
        return new BoundTable(cube.along(own).toArray(), yearAt, strides);
    }

    /** Where the ages of a profile start in {@link #values}. */
    public int at(int year, int region, int status, int sex) {
        return yearAt[year] + region * regionStride + status * statusStride + sex * sexStride;
    }

    /** Where the ages of a profile start for those who left a region of origin. */
    public int at(int year, int origin, int region, int status, int sex) {
        return at(year, region, status, sex) + origin * originStride;
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
