package org.kapok.core.migration;

import java.util.Arrays;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresOptimizer;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.util.Pair;
import org.kapok.core.AgeGroups;

/**
 * The model migration schedule of Rogers and Castro: migrants at an exact age x.
 *
 * <pre>
 * a1 exp(-alpha1 x)                                               children
 *   + a2 exp(-alpha2 (x - mu2) - exp(-lambda2 (x - mu2)))         labour force
 *   + a3 exp(-alpha3 (x - mu3) - exp(-lambda3 (x - mu3)))         retirement
 *   + a4 exp(lambda4 x)                                           oldest ages
 *   + c
 * </pre>
 *
 * <p>A part without height is left out: 7 parameters with a3 = a4 = 0; 9 with the upward slope of the oldest ages; 11
 * with the retirement peak; 13 with both.
 *
 * @param children height a1 and decline alpha1
 * @param labour peak of young adults
 * @param retirement peak at retirement, {@link Peak#NONE} for none
 * @param oldest height a4 and growth lambda4, {@link Slope#NONE} for none
 * @param c the level at every age
 * @see "Rogers and Castro (1981), Model migration schedules, IIASA RR-81-30"
 */
public record RogersCastro(Slope children, Peak labour, Peak retirement, Slope oldest, double c) {
    /**
     * An exponential.
     *
     * @param height the value at age 0
     * @param rate decline (of children) or growth (of the oldest) a year
     */
    public record Slope(double height, double rate) {
        public static final Slope NONE = new Slope(0, 0);
    }

    /**
     * A double exponential.
     *
     * @param height a
     * @param descent alpha, the decline a year after the peak
     * @param position mu, years
     * @param ascent lambda, the steepness before the peak
     */
    public record Peak(double height, double descent, double position, double ascent) {
        public static final Peak NONE = new Peak(0, 0, 0, 0);

        private double at(double exactAge) {
            double x = exactAge - position;
            return height == 0 ? 0 : height * StrictMath.exp(-descent * x - StrictMath.exp(-ascent * x));
        }
    }

    private static final int MOST_EVALUATIONS = 10_000;

    public RogersCastro {
        double[] all = toArray(children, labour, retirement, oldest, c);
        if (!Arrays.stream(all).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(
                    "RogersCastro: got " + Arrays.toString(all) + ", expected finite parameters");
        }
    }

    /** The schedule at an exact age, not scaled. */
    public double at(double exactAge) {
        return children.height * StrictMath.exp(-children.rate * exactAge)
                + labour.at(exactAge)
                + retirement.at(exactAge)
                + oldest.height * StrictMath.exp(oldest.rate * exactAge)
                + c;
    }

    /**
     * Shares of migrants by age, which add up to 1.
     *
     * <p>A closed group adds up the schedule at each of its exact ages, the open group that at its first five.
     */
    public double[] shares(AgeGroups ages) {
        double[] shares = new double[ages.count()];
        double total = 0;
        for (int age = 0; age < shares.length; age++) {
            int end = age == ages.open() ? ages.start(age) + 5 : ages.start(age + 1);
            for (int exactAge = ages.start(age); exactAge < end; exactAge++) {
                shares[age] += at(exactAge);
            }
            total += shares[age];
        }
        if (!(total > 0)) {
            throw new IllegalArgumentException("RogersCastro: got a sum of " + total + " over ages, expected above 0");
        }
        for (int age = 0; age < shares.length; age++) {
            shares[age] /= total;
        }
        return shares;
    }

    /**
     * The schedule nearest to an observed profile by least squares, starting from this one.
     *
     * <p>Parts of height 0 here stay out, so this schedule also says how many parameters there are.
     *
     * @param exactAges the ages observed, at least as many as the parameters
     * @param observed the profile, in the unit wanted of the schedule
     * @throws ArithmeticException if the search does not settle
     */
    public RogersCastro fittedTo(double[] exactAges, double[] observed) {
        double[] all = toArray(children, labour, retirement, oldest, c);
        int[] free = freeParameters();
        if (exactAges.length != observed.length || observed.length < free.length) {
            throw new IllegalArgumentException("RogersCastro.fittedTo: got " + exactAges.length + " ages and "
                    + observed.length + " values, expected as many of both, " + free.length + " or more");
        }
        double[] start = Arrays.stream(free).mapToDouble(i -> all[i]).toArray();
        try {
            LeastSquaresOptimizer.Optimum optimum = new LevenbergMarquardtOptimizer()
                    .optimize(new LeastSquaresBuilder()
                            .start(start)
                            .target(observed)
                            .model(point -> new Pair<>(
                                    new ArrayRealVector(
                                            with(free, point.toArray()).valuesAt(exactAges), false),
                                    new Array2DRowRealMatrix(slopes(free, point.toArray(), exactAges), false)))
                            .maxEvaluations(MOST_EVALUATIONS)
                            .maxIterations(MOST_EVALUATIONS)
                            .build());
            return with(free, optimum.getPoint().toArray());
        } catch (MathIllegalStateException e) {
            throw new ArithmeticException("RogersCastro.fittedTo: " + e.getMessage());
        }
    }

    private double[] valuesAt(double[] exactAges) {
        return Arrays.stream(exactAges).map(this::at).toArray();
    }

    /** Central differences of the schedule by each free parameter, shape [observation][parameter]. */
    private double[][] slopes(int[] free, double[] point, double[] exactAges) {
        double[][] slopes = new double[exactAges.length][free.length];
        for (int k = 0; k < free.length; k++) {
            double step = 1e-6 * Math.max(1e-3, Math.abs(point[k]));
            double[] shifted = point.clone();
            shifted[k] = point[k] + step;
            double[] above = with(free, shifted).valuesAt(exactAges);
            shifted[k] = point[k] - step;
            double[] below = with(free, shifted).valuesAt(exactAges);
            for (int i = 0; i < exactAges.length; i++) {
                slopes[i][k] = (above[i] - below[i]) / (2 * step);
            }
        }
        return slopes;
    }

    private int[] freeParameters() {
        double[] heights = {children.height, labour.height, retirement.height, oldest.height, 1};
        int[] lengths = {2, 4, 4, 2, 1};
        int[] free = new int[13];
        int count = 0;
        int parameter = 0;
        for (int part = 0; part < lengths.length; part++) {
            for (int i = 0; i < lengths[part]; i++, parameter++) {
                if (heights[part] != 0) {
                    free[count++] = parameter;
                }
            }
        }
        return Arrays.copyOf(free, count);
    }

    private RogersCastro with(int[] free, double[] values) {
        double[] p = toArray(children, labour, retirement, oldest, c);
        for (int k = 0; k < free.length; k++) {
            p[free[k]] = values[k];
        }
        return new RogersCastro(
                new Slope(p[0], p[1]),
                new Peak(p[2], p[3], p[4], p[5]),
                new Peak(p[6], p[7], p[8], p[9]),
                new Slope(p[10], p[11]),
                p[12]);
    }

    private static double[] toArray(Slope children, Peak labour, Peak retirement, Slope oldest, double c) {
        return new double[] {
            children.height,
            children.rate,
            labour.height,
            labour.descent,
            labour.position,
            labour.ascent,
            retirement.height,
            retirement.descent,
            retirement.position,
            retirement.ascent,
            oldest.height,
            oldest.rate,
            c
        };
    }
}
