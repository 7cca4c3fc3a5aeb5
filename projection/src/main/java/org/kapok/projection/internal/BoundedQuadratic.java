package org.kapok.projection.internal;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * The step {@code d} that makes {@code d'Hd/2 + q'd} least where {@code Jd + c = 0} and {@code lower <= d <= upper}.
 *
 * <p>Where these cannot all hold, that of the steps within the limits that makes {@code |Jd + c|} least. What {@code d}
 * cannot move is left as it is. A primal active-set method: limits are taken up as steps run into them and given up
 * where they hold a step back.
 *
 * @see "Nocedal and Wright (2006), Numerical Optimization, section 16.5"
 */
public final class BoundedQuadratic {
    private static final double ELASTIC = 1e-10; // of the largest response: how little a miss may weigh against cost
    private static final double UNREACHABLE = 1e-11; // of the largest response: what counts as none
    private static final double WRONG_SIGN = 1e-9; // of the largest force on a limit

    private final double[][] h;
    private final double[] q;
    private final double[][] j;
    private final double[] c;
    private final double[] lower;
    private final double[] upper;
    private final double[] d;
    private final int[] held; // -1 at the lower limit, 1 at the upper, 0 free
    private double[] prices = {};

    /**
     * A problem.
     *
     * @param h symmetric and positive definite, shape [d][d]
     * @param q shape [d]
     * @param j shape [c][d]
     * @param c shape [c]
     * @param lower 0 or less, shape [d]
     * @param upper 0 or more, shape [d]
     */
    public BoundedQuadratic(double[][] h, double[] q, double[][] j, double[] c, double[] lower, double[] upper) {
        this.h = h;
        this.q = q;
        this.j = j;
        this.c = c;
        this.lower = lower;
        this.upper = upper;
        d = new double[q.length];
        held = new int[q.length];
    }

    /** The step. */
    public double[] solve() {
        for (int i = 0; i < d.length; i++) {
            held[i] = lower[i] == upper[i] ? -1 : 0;
        }
        int most = 10 * d.length + 10;
        for (int round = 0; round < most; round++) {
            double[] full = unlimited();
            double reach = advance(full);
            if (reach == 1 && !giveUpOne()) {
                return d;
            }
        }
        return d; // as good as it got: within limits, and judged by who asked
    }

    /** What the cost would fall by for each unit that a wanted value gives way, shape [c]. */
    public double[] prices() {
        return prices.clone();
    }

    /** The best step with the held at their limits and no limits on the others. */
    private double[] unlimited() {
        int[] free = freeOnes();
        double[] full = d.clone();
        if (free.length == 0) {
            prices = new double[c.length];
            for (int row = 0; row < c.length; row++) {
                prices[row] = dot(j[row], d) + c[row];
            }
            return full;
        }
        RealMatrix own = new Array2DRowRealMatrix(free.length, free.length);
        RealMatrix response = new Array2DRowRealMatrix(Math.max(1, c.length), free.length);
        double[] force = new double[free.length];
        for (int a = 0; a < free.length; a++) {
            force[a] = q[free[a]] + ofHeld(h[free[a]]);
            for (int b = 0; b < free.length; b++) {
                own.setEntry(a, b, h[free[a]][free[b]]);
            }
            for (int row = 0; row < c.length; row++) {
                response.setEntry(row, a, j[row][free[a]]);
            }
        }
        double[] rest = Arrays.copyOf(c, Math.max(1, c.length));
        for (int row = 0; row < c.length; row++) {
            rest[row] += ofHeld(j[row]);
        }
        CholeskyDecomposition cholesky = new CholeskyDecomposition(own, 1e-9, 0);
        RealMatrix spread = cholesky.getSolver().solve(response.transpose()); // H^-1 J'
        RealVector alone = cholesky.getSolver().solve(new ArrayRealVector(force)); // H^-1 q
        RealVector missing = new ArrayRealVector(rest).subtract(response.operate(alone));
        RealVector price = prices(response.multiply(spread), missing);
        RealVector step = alone.add(spread.operate(price)).mapMultiply(-1);
        for (int a = 0; a < free.length; a++) {
            full[free[a]] = step.getEntry(a);
        }
        prices = Arrays.copyOf(price.toArray(), c.length);
        return full;
    }

    /** What the held add to a sum. */
    private double ofHeld(double[] weights) {
        double sum = 0;
        for (int i = 0; i < d.length; i++) {
            sum += held[i] == 0 ? 0 : weights[i] * d[i];
        }
        return sum;
    }

    /** The prices at which what is missing is made up, in the directions that can be moved. */
    private static RealVector prices(RealMatrix responses, RealVector missing) {
        EigenDecomposition axes =
                new EigenDecomposition(responses.add(responses.transpose()).scalarMultiply(0.5));
        double largest = 0;
        for (double value : axes.getRealEigenvalues()) {
            largest = Math.max(largest, value);
        }
        RealVector prices = new ArrayRealVector(missing.getDimension());
        for (int i = 0; i < missing.getDimension(); i++) {
            double response = axes.getRealEigenvalue(i);
            if (response > UNREACHABLE * largest) {
                RealVector axis = axes.getEigenvector(i);
                prices = prices.add(axis.mapMultiply(axis.dotProduct(missing) / (response + ELASTIC * largest)));
            }
        }
        return prices;
    }

    private int[] freeOnes() {
        int[] free = new int[d.length];
        int count = 0;
        for (int i = 0; i < d.length; i++) {
            if (held[i] == 0) {
                free[count++] = i;
            }
        }
        return Arrays.copyOf(free, count);
    }

    /** Goes toward a step until the first limit, which is taken up; returns how much of the way it went. */
    private double advance(double[] full) {
        double reach = 1;
        int first = -1;
        for (int i = 0; i < d.length; i++) {
            double way = full[i] - d[i];
            double room = way < 0 ? lower[i] - d[i] : upper[i] - d[i];
            if (held[i] == 0 && Math.abs(way) * reach > Math.abs(room)) {
                reach = room / way;
                first = i;
            }
        }
        for (int i = 0; i < d.length; i++) {
            d[i] += held[i] == 0 ? reach * (full[i] - d[i]) : 0;
        }
        if (first >= 0) {
            held[first] = full[first] < d[first] ? -1 : 1;
            d[first] = held[first] < 0 ? lower[first] : upper[first];
        }
        return first >= 0 ? 0 : 1;
    }

    /** Frees the limit that holds the step back most; false where none does. */
    private boolean giveUpOne() {
        int worst = -1;
        double most = 0;
        double largest = 0;
        for (int i = 0; i < d.length; i++) {
            if (held[i] == 0 || lower[i] == upper[i]) {
                continue;
            }
            double force = q[i] + dot(h[i], d);
            for (int row = 0; row < c.length; row++) {
                force += j[row][i] * prices[row];
            }
            largest = Math.max(largest, Math.abs(force));
            if (force * held[i] > most) {
                most = force * held[i];
                worst = i;
            }
        }
        if (worst < 0 || most <= WRONG_SIGN * largest) {
            return false;
        }
        held[worst] = 0;
        return true;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
