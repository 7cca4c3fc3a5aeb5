package org.kapok.core.graduation;

/** A cubic through given points, with slopes held so that it does not swing past them. */
final class MonotoneSpline {
    private final double[] x;
    private final double[] y;
    private final double[] slopes;

    private MonotoneSpline(double[] x, double[] y, double[] slopes) {
        this.x = x;
        this.y = y;
        this.slopes = slopes;
    }

    /**
     * The slopes of a cubic spline, each held to three times the smaller secant beside it.
     *
     * <p>Ends: the third derivative is that of the cubic through the outer four points (Forsythe, Malcolm and Moler 1977,
     * Computer Methods for Mathematical Computations). Rising points give a rising curve.
     *
     * @param x ascending, 2 or more
     * @param y values at {@code x}
     */
    static MonotoneSpline hyman(double[] x, double[] y) {
        double[] secants = secants(x, y);
        double[] slopes = splineSlopes(x, y, secants);
        for (int i = 0; i < x.length; i++) {
            double left = secants[Math.max(0, i - 1)];
            double right = secants[Math.min(i, secants.length - 1)];
            double sign = Math.signum(left * right > 0 ? right : slopes[i]);
            double steepest = 3 * Math.min(Math.abs(left), Math.abs(right));
            slopes[i] = sign * Math.min(Math.max(0, sign * slopes[i]), steepest);
        }
        return new MonotoneSpline(x, y, slopes);
    }

    /**
     * Slopes that are the harmonic mean of the secants on both sides, and 0 at peaks, troughs and both ends.
     *
     * <p>The curve stays between neighbouring points.
     *
     * @see "Fritsch and Butland (1984), A method for constructing local monotone piecewise cubic interpolants, SIAM
     *     Journal on Scientific and Statistical Computing 5(2)"
     */
    static MonotoneSpline harmonic(double[] x, double[] y) {
        double[] secants = secants(x, y);
        double[] slopes = new double[x.length];
        for (int i = 1; i < secants.length; i++) {
            double product = secants[i - 1] * secants[i];
            slopes[i] = product > 0 ? 2 * product / (secants[i - 1] + secants[i]) : 0;
        }
        return new MonotoneSpline(x, y, slopes);
    }

    /** The value at a point; outside, that of the nearest end. */
    double at(double point) {
        if (point <= x[0]) {
            return y[0];
        }
        if (point >= x[x.length - 1]) {
            return y[y.length - 1];
        }
        int i = 0;
        while (x[i + 1] < point) {
            i++;
        }
        double h = x[i + 1] - x[i];
        double t = (point - x[i]) / h;
        double fromLeft = (1 + 2 * t) * (1 - t) * (1 - t) * y[i] + t * (1 - t) * (1 - t) * h * slopes[i];
        double fromRight = t * t * (3 - 2 * t) * y[i + 1] + t * t * (t - 1) * h * slopes[i + 1];
        return fromLeft + fromRight;
    }

    private static double[] secants(double[] x, double[] y) {
        double[] secants = new double[x.length - 1];
        for (int i = 0; i < secants.length; i++) {
            secants[i] = (y[i + 1] - y[i]) / (x[i + 1] - x[i]);
        }
        return secants;
    }

    /** The slopes of a cubic spline at its points, from its second derivatives over 6. */
    private static double[] splineSlopes(double[] x, double[] y, double[] secants) {
        int last = x.length - 1;
        if (last == 1) {
            return new double[] {secants[0], secants[0]};
        }
        double[] diagonal = new double[last + 1];
        double[] right = new double[last + 1];
        double[] h = new double[last];
        for (int i = 0; i < last; i++) {
            h[i] = x[i + 1] - x[i];
        }
        for (int i = 1; i < last; i++) {
            diagonal[i] = 2 * (h[i - 1] + h[i]);
            right[i] = secants[i] - secants[i - 1];
        }
        diagonal[0] = -h[0];
        diagonal[last] = -h[last - 1];
        if (last > 2) {
            right[0] = h[0] * h[0] * thirdDifference(x, secants, 0);
            right[last] = -h[last - 1] * h[last - 1] * thirdDifference(x, secants, last - 3);
        }
        for (int i = 1; i <= last; i++) {
            double factor = h[i - 1] / diagonal[i - 1];
            diagonal[i] -= factor * h[i - 1];
            right[i] -= factor * right[i - 1];
        }
        double[] c = new double[last + 1];
        c[last] = right[last] / diagonal[last];
        for (int i = last - 1; i >= 0; i--) {
            c[i] = (right[i] - h[i] * c[i + 1]) / diagonal[i];
        }
        double[] slopes = new double[last + 1];
        for (int i = 0; i < last; i++) {
            slopes[i] = secants[i] - h[i] * (c[i + 1] + 2 * c[i]);
        }
        slopes[last] = secants[last - 1] + h[last - 1] * (c[last - 1] + 2 * c[last]);
        return slopes;
    }

    /** The third divided difference over four points from {@code i} on. */
    private static double thirdDifference(double[] x, double[] secants, int i) {
        double first = (secants[i + 1] - secants[i]) / (x[i + 2] - x[i]);
        double second = (secants[i + 2] - secants[i + 1]) / (x[i + 3] - x[i + 1]);
        return (second - first) / (x[i + 3] - x[i]);
    }
}
