package org.kapok.projection.change;

import org.kapok.core.Cube;

/** What numbers of a change may be. */
final class Ranges {
    private Ranges() {}

    static void require(String name, Cube cube, double low, double high) {
        double[] values = cube.toArray();
        for (int cell = 0; cell < values.length; cell++) {
            if (!(values[cell] >= low && values[cell] <= high)) {
                String where = cube.axes().isEmpty() ? "" : ", " + cube.describe(cell);
                throw new IllegalArgumentException("Change " + name + where + ": got " + values[cell] + ", expected "
                        + low + (high == Double.MAX_VALUE ? " or more" : " to " + high));
            }
        }
    }
}
