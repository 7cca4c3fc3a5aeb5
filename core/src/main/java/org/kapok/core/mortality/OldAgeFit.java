package org.kapok.core.mortality;

import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresProblem;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.fitting.leastsquares.MultivariateJacobianFunction;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.apache.commons.math3.util.Pair;

/**
 * Least squares fit of {@link OldAgeLaw}s to the logarithms of death rates.
 *
 * <p>Gompertz is a line there. The others are found by the method of Levenberg and Marquardt in {@code ln a}, {@code b}
 * and the logarithms of what else is free, so that no parameter turns negative; a parameter whose best value is 0 is
 * reached by the law without it, which is a candidate too.
 */
final class OldAgeFit {
    private static final int MAX_STEPS = 10_000;

    private final int from;
    private final double[] logMx;
    private final double leastMx;
    private final double intercept;
    private final double slope;

    OldAgeFit(int from, double[] mx) {
        this.from = from;
        logMx = new double[mx.length];
        double least = Double.POSITIVE_INFINITY;
        SimpleRegression line = new SimpleRegression();
        for (int i = 0; i < mx.length; i++) {
            if (!(mx[i] > 0 && mx[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "OldAgeLaw.mx, age " + (from + i) + ": got " + mx[i] + ", expected above 0, finite");
            }
            logMx[i] = StrictMath.log(mx[i]);
            least = Math.min(least, mx[i]);
            line.addData(i, logMx[i]);
        }
        leastMx = least;
        intercept = line.getIntercept();
        slope = line.getSlope();
    }

    OldAgeHazard best(OldAgeLaw law) {
        int parameters = 2 + (law.freeBackground() ? 1 : 0) + (law.freeDeceleration() ? 1 : 0);
        if (logMx.length < parameters) {
            throw new IllegalArgumentException(
                    "OldAgeLaw.mx: got " + logMx.length + " ages, expected " + parameters + " or more for " + law);
        }
        OldAgeHazard best = candidate(law);
        if (best == null) {
            throw new IllegalArgumentException(
                    "OldAgeLaw.mx: got " + logMx.length + " rates from age " + from + " on without a curve of " + law
                            + " nearest to them, expected rates that such a curve can follow");
        }
        return best;
    }

    /** The nearest of the law and its special cases, null if there is none. */
    private OldAgeHazard candidate(OldAgeLaw law) {
        boolean line = law == OldAgeLaw.GOMPERTZ;
        OldAgeHazard best = line ? hazard(intercept, slope, 0, 0) : new Parameters(law).fit();
        for (OldAgeLaw special : law.special()) {
            OldAgeHazard other = candidate(special);
            if (best == null || other != null && squares(other) < squares(best)) {
                best = other;
            }
        }
        return best;
    }

    /** Null where the search ran off, to a parameter that no number holds. */
    private OldAgeHazard hazard(double logLevel, double b, double c, double k) {
        double a = StrictMath.exp(logLevel - b * from);
        return a > 0 && Double.isFinite(a + b + c + k) ? new OldAgeHazard(c, a, b, k) : null;
    }

    private double squares(OldAgeHazard hazard) {
        double sum = 0;
        for (int i = 0; i < logMx.length; i++) {
            double gap = StrictMath.log(hazard.at(from + i)) - logMx[i];
            sum += gap * gap;
        }
        return sum;
    }

    /** Where the parameters of one law stand in the vector that is searched: ln a at age from, b, ln c, ln k. */
    private final class Parameters {
        private final OldAgeLaw law;
        private final int atC;
        private final int atK;
        private final int count;

        Parameters(OldAgeLaw law) {
            this.law = law;
            atC = 2;
            atK = law.freeBackground() ? 3 : 2;
            count = atK + (law.freeDeceleration() ? 1 : 0);
        }

        /** The nearest curve from one start, null if there is none. */
        OldAgeHazard fit() {
            double[] start = new double[count];
            start[0] = intercept;
            start[1] = slope;
            if (law.freeBackground()) {
                start[atC] = StrictMath.log(0.5 * leastMx);
            }
            if (law.freeDeceleration()) {
                start[atK] = StrictMath.log(law.deceleration());
            }
            MultivariateJacobianFunction model = this::valuesAndSlopes;
            LeastSquaresProblem problem = new LeastSquaresBuilder()
                    .start(start)
                    .model(model)
                    .target(logMx)
                    .maxEvaluations(MAX_STEPS)
                    .maxIterations(MAX_STEPS)
                    .build();
            try {
                RealVector p = new LevenbergMarquardtOptimizer(100, 1e-14, 1e-14, 1e-14, 1e-300)
                        .optimize(problem)
                        .getPoint();
                return hazard(p.getEntry(0), p.getEntry(1), c(p), k(p));
            } catch (MathIllegalStateException e) {
                return null; // the search ran off
            }
        }

        private double c(RealVector p) {
            return law.freeBackground() ? StrictMath.exp(p.getEntry(atC)) : 0;
        }

        private double k(RealVector p) {
            return law.freeDeceleration() ? StrictMath.exp(p.getEntry(atK)) : law.deceleration();
        }

        private Pair<RealVector, RealMatrix> valuesAndSlopes(RealVector p) {
            double c = c(p);
            double k = k(p);
            RealVector values = new ArrayRealVector(logMx.length);
            RealMatrix slopes = new Array2DRowRealMatrix(logMx.length, count);
            for (int i = 0; i < logMx.length; i++) {
                double h = 1 / (k + StrictMath.exp(-p.getEntry(0) - p.getEntry(1) * i)); // g / (1 + k g)
                double m = c + h;
                double ofLogA = h * (1 - k * h) / m;
                values.setEntry(i, StrictMath.log(m));
                slopes.setEntry(i, 0, ofLogA);
                slopes.setEntry(i, 1, i * ofLogA);
                if (law.freeBackground()) {
                    slopes.setEntry(i, atC, c / m);
                }
                if (law.freeDeceleration()) {
                    slopes.setEntry(i, atK, -k * h * h / m);
                }
            }
            return new Pair<>(values, slopes);
        }
    }
}
