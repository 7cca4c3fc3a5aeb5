package org.kapok.projection.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps against the best of all ways to hold unknowns at their limits, found by trying each. */
class BoundedQuadraticTest {
    private static final int SIZE = 4;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void solve_random_isTheBestOfAllPoints(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] h = positive(random);
        double[] q = random.doubles(SIZE, -2, 2).toArray();
        double[][] j = {random.doubles(SIZE, 0.2, 1).toArray()};
        double[] c = {random.nextDouble(-0.3, 0.3)};
        double[] lower = random.doubles(SIZE, -0.6, -0.2).toArray();
        double[] upper = random.doubles(SIZE, 0.2, 0.6).toArray();

        double[] d = new BoundedQuadratic(h, q, j, c, lower, upper).solve();

        double off = c[0];
        for (int i = 0; i < SIZE; i++) {
            off += j[0][i] * d[i];
            assertThat(d[i]).isBetween(lower[i], upper[i]);
        }
        assertThat(off).isCloseTo(0, within(1e-8));
        // no other point within the limits at which the condition holds costs less
        double least = cost(h, q, d);
        for (int trial = 0; trial < 200_000; trial++) {
            double[] other = new double[SIZE];
            double rest = c[0];
            for (int i = 0; i + 1 < SIZE; i++) {
                boolean near = trial % 2 == 0;
                double low = near ? Math.max(lower[i], d[i] - 0.02) : lower[i];
                double high = near ? Math.min(upper[i], d[i] + 0.02) : upper[i];
                other[i] = low + (high - low) * random.nextDouble();
                rest += j[0][i] * other[i];
            }
            other[SIZE - 1] = -rest / j[0][SIZE - 1];
            if (other[SIZE - 1] >= lower[SIZE - 1] && other[SIZE - 1] <= upper[SIZE - 1]) {
                assertThat(cost(h, q, other)).isGreaterThanOrEqualTo(least - 1e-9);
            }
        }
    }

    /** A symmetric, positive definite matrix. */
    private static double[][] positive(SplittableRandom random) {
        double[][] root = new double[SIZE][SIZE];
        for (double[] row : root) {
            for (int i = 0; i < SIZE; i++) {
                row[i] = random.nextDouble(-1, 1);
            }
        }
        double[][] h = new double[SIZE][SIZE];
        for (int i = 0; i < SIZE; i++) {
            h[i][i] = 0.5;
            for (int k = 0; k < SIZE; k++) {
                for (double[] row : root) {
                    h[i][k] += row[i] * row[k];
                }
            }
        }
        return h;
    }

    private static double cost(double[][] h, double[] q, double[] d) {
        double cost = 0;
        for (int i = 0; i < d.length; i++) {
            cost += q[i] * d[i];
            for (int k = 0; k < d.length; k++) {
                cost += d[i] * h[i][k] * d[k] / 2;
            }
        }
        return cost;
    }
}
