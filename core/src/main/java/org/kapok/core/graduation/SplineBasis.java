package org.kapok.core.graduation;

/**
 * Cubic B-splines on evenly spaced knots over the ages 0, 1, ..., one knot for two single years.
 *
 * @see "Eilers and Marx (1996), Flexible smoothing with B-splines and penalties, Statistical Science 11(2)"
 */
final class SplineBasis {
    private static final int YEARS_PER_KNOT = 2;
    private static final int DEGREE = 3;

    /** Room beyond the first and last ages, as a share of the years between them. */
    private static final double MARGIN = 0.01;

    private SplineBasis() {}

    /** The splines at each age, shape [exact age][spline]; a row adds up to 1. */
    static double[][] at(int ages) {
        int intervals = Math.max(1, ages / YEARS_PER_KNOT);
        double start = -MARGIN * (ages - 1);
        double width = Math.max(1, (1 + 2 * MARGIN) * (ages - 1)) / intervals;
        double[][] basis = new double[ages][intervals + DEGREE];
        for (int x = 0; x < ages; x++) {
            int interval = Math.min(intervals - 1, (int) ((x - start) / width));
            double t = (x - start) / width - interval;
            basis[x][interval] = (1 - t) * (1 - t) * (1 - t) / 6;
            basis[x][interval + 1] = (3 * t * t * t - 6 * t * t + 4) / 6;
            basis[x][interval + 2] = (-3 * t * t * t + 3 * t * t + 3 * t + 1) / 6;
            basis[x][interval + 3] = t * t * t / 6;
        }
        return basis;
    }
}
