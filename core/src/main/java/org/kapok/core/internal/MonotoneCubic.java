package org.kapok.core.internal;

/**
 * A rising curve through knots that itself never falls: a cubic Hermite spline.
 *
 * <p>Its slope at a knot is the geometric mean of the secants on both sides, weighted to the nearer one, and at most
 * twice the lesser: three times would do for a curve that never falls. Cumulated hazards grow nearly geometrically; the
 * geometric mean then is closer to the slope than the arithmetic or harmonic one.
 *
 * @see "Fritsch and Carlson (1980), Monotone piecewise cubic interpolation, SIAM J. Numer. Anal. 17"
 */
public final class MonotoneCubic {
    private MonotoneCubic() {}

    /**
     * The curve at 0, 1, 2, ..., up to the last knot.
     *
     * @param x knots, ascending from 0, 3 or more; read
     * @param y values at the knots, never falling; read
     */
    public static double[] atIntegers(int[] x, double[] y) {
        double[] slope = slopes(x, y);
        double[] curve = new double[x[x.length - 1] + 1];
        for (int i = 0; i + 1 < x.length; i++) {
            double h = x[i + 1] - x[i];
            for (int at = x[i]; at < x[i + 1]; at++) {
                double t = (at - x[i]) / h;
                double rise = t * t * (3 - 2 * t);
                double value =
                        y[i] + (y[i + 1] - y[i]) * rise + h * t * (1 - t) * ((1 - t) * slope[i] - t * slope[i + 1]);
                double floor = at == x[i] ? y[i] : curve[at - 1]; // rounding must not make the curve fall
                curve[at] = Math.min(Math.max(value, floor), y[i + 1]);
            }
        }
        curve[curve.length - 1] = y[y.length - 1];
        return curve;
    }

    private static double[] slopes(int[] x, double[] y) {
        int last = x.length - 1;
        double[] slope = new double[x.length];
        for (int i = 1; i < last; i++) {
            double before = x[i] - x[i - 1];
            double after = x[i + 1] - x[i];
            double left = (y[i] - y[i - 1]) / before;
            double right = (y[i + 1] - y[i]) / after;
            double share = after / (before + after);
            double geometricMean = StrictMath.pow(left, share) * StrictMath.pow(right, 1 - share);
            slope[i] = Math.min(geometricMean, 2 * Math.min(left, right));
        }
        slope[0] = endSlope((y[1] - y[0]) / (x[1] - x[0]), slope[1]);
        slope[last] = endSlope((y[last] - y[last - 1]) / (x[last] - x[last - 1]), slope[last - 1]);
        return slope;
    }

    /** The slope that makes the end piece a parabola, kept from making the curve fall. */
    private static double endSlope(double secant, double inner) {
        return Math.max(0, Math.min(2 * secant - inner, 3 * secant));
    }
}
