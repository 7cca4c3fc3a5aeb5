package org.kapok.core.mortality;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/** How the pattern by age and the index by time are found in the logarithms of rates less their means over time. */
public enum LeeCarterFactor {
    /**
     * The product nearest to the logarithms by least squares, from the first singular value.
     *
     * @see "Lee and Carter (1992), Modeling and forecasting U.S. mortality, JASA 87"
     */
    SINGULAR_VALUES {
        @Override
        Product of(double[][] centred) {
            return unitLength(centred).scaled();
        }
    },
    /**
     * The index is the sum over ages, the pattern its regression coefficients by age, as MortCast and World Population
     * Prospects do.
     *
     * @see "Sevcikova, Li, Kantorova, Gerland and Raftery (2016), Age-specific mortality and fertility rates for
     *     probabilistic population projections"
     */
    AGE_SUMS {
        @Override
        Product of(double[][] centred) {
            double[] b = new double[centred[0].length];
            double[] k = new double[centred.length];
            double squares = 0;
            for (int time = 0; time < k.length; time++) {
                for (double value : centred[time]) {
                    k[time] += value;
                }
                squares += k[time] * k[time];
            }
            for (int age = 0; age < b.length; age++) {
                for (int time = 0; time < k.length; time++) {
                    b[age] += centred[time][age] * k[time];
                }
                b[age] /= squares;
            }
            return new Product(b, k).scaled();
        }

        @Override
        Product common(double[][] one, double[][] other) {
            Product ofOne = of(one);
            Product ofOther = of(other);
            return new Product(mean(ofOne.b(), ofOther.b()), mean(ofOne.k(), ofOther.k()));
        }
    };

    /** The factor of {@code centred}, [time][age], with a pattern that sums to 1. */
    abstract Product of(double[][] centred);

    /** The factor common to two populations. */
    Product common(double[][] one, double[][] other) {
        double[][] mean = new double[one.length][one[0].length];
        for (int time = 0; time < mean.length; time++) {
            mean[time] = mean(one[time], other[time]);
        }
        return of(mean);
    }

    private static double[] mean(double[] one, double[] other) {
        double[] mean = new double[one.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = 0.5 * (one[i] + other[i]);
        }
        return mean;
    }

    /** The nearest product by least squares, its pattern of length 1 and positive where it is largest. */
    static Product unitLength(double[][] centred) {
        SingularValueDecomposition svd = new SingularValueDecomposition(new Array2DRowRealMatrix(centred));
        double[] b = svd.getV().getColumn(0);
        double[] k = svd.getU().getColumn(0);
        double largest = 0;
        for (double value : b) {
            largest = Math.abs(value) > Math.abs(largest) ? value : largest;
        }
        double sign = largest < 0 ? -1 : 1;
        return new Product(b, k).times(sign, sign * svd.getSingularValues()[0]);
    }

    /** A pattern by age and an index by time whose product is meant. */
    static final class Product {
        private final double[] b;
        private final double[] k;

        Product(double[] b, double[] k) {
            this.b = b;
            this.k = k;
        }

        double[] b() {
            return b;
        }

        double[] k() {
            return k;
        }

        private Product times(double ofB, double ofK) {
            for (int age = 0; age < b.length; age++) {
                b[age] *= ofB;
            }
            for (int time = 0; time < k.length; time++) {
                k[time] *= ofK;
            }
            return this;
        }

        private Product scaled() {
            double sum = 0;
            for (double value : b) {
                sum += value;
            }
            if (!(Math.abs(sum) > 1e-9)) {
                throw new IllegalArgumentException("LeeCarter.tables: got a pattern of change by age that sums to "
                        + sum + ", expected rates that rise or fall over all ages together");
            }
            return times(1 / sum, sum);
        }
    }
}
