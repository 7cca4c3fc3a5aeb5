package org.kapok.projection.ensemble;

import java.util.Arrays;
import java.util.function.LongSupplier;
import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * Shocks of components and steps that fill their space evenly over the draws: a Sobol sequence, shifted at random bit by
 * bit, so that every draw alone is as random as any.
 *
 * <p>The first numbers of the sequence are the most even. So they are not the shocks of the first steps but the slowest
 * waves of those of all steps, which move a population most: shocks are the waves' amplitudes by an orthonormal cosine
 * transform, and stay independent and standard normal.
 *
 * @see "Joe and Kuo (2008), Constructing Sobol sequences with better two-dimensional projections, SIAM J. Sci. Comput.
 *     30(5); Owen (1998), Scrambling Sobol' and Niederreiter-Xing points, J. Complexity 14(4); L'Ecuyer (2009),
 *     Quasi-Monte Carlo methods with applications in finance, Finance and Stochastics 13(3)"
 */
final class SobolNormals {
    /** The dimensions that the sequence is known for; amplitudes beyond are plain. */
    static final int MOST = 1000;

    private static final int BITS = 52;
    private static final int DRAW_BITS = 24; // draws are fewer than 2^24
    private static final double UNIT = 0x1.0p-52;

    private final int components;
    private final int steps;
    private final int known;
    private final long[][] directions; // by bit of the draw and dimension
    private final long[] shift;
    private final double[][] waves; // wave, step

    /**
     * The shocks of so many components and steps.
     *
     * @param random gives the shift, 64 bits at a time
     */
    SobolNormals(int components, int steps, LongSupplier random) {
        this.components = components;
        this.steps = steps;
        known = Math.min(MOST, components * steps);
        shift = new long[known];
        for (int i = 0; i < known; i++) {
            shift[i] = random.getAsLong() >>> (64 - BITS);
        }
        directions = directions(known);
        waves = new double[steps][steps];
        for (int wave = 0; wave < steps; wave++) {
            double size = Math.sqrt((wave == 0 ? 1.0 : 2.0) / steps);
            for (int step = 0; step < steps; step++) {
                waves[wave][step] = size * StrictMath.cos(Math.PI * wave * (step + 0.5) / steps);
            }
        }
    }

    /** The numbers whose sums without carry are the points: point 2^k has those of bits k and k - 1 of its Gray code. */
    private static long[][] directions(int dimensions) {
        SobolSequenceGenerator sequence = new SobolSequenceGenerator(dimensions);
        long[][] directions = new long[DRAW_BITS][dimensions];
        for (int bit = 0; bit < DRAW_BITS; bit++) {
            double[] point = sequence.skipTo(1 << bit);
            for (int i = 0; i < dimensions; i++) {
                long before = bit > 0 ? directions[bit - 1][i] : 0;
                directions[bit][i] = (long) (point[i] * 0x1.0p52) ^ before;
            }
        }
        return directions;
    }

    /**
     * Fills the shocks of a draw.
     *
     * @param rest the numbers past the dimensions of the sequence
     * @param shocks filled, shape [step][component]
     */
    void fill(int draw, Processes.Normals rest, double[][] shocks) {
        long gray = draw ^ (draw >>> 1);
        for (double[] step : shocks) {
            Arrays.fill(step, 0);
        }
        for (int wave = 0; wave < steps; wave++) {
            for (int component = 0; component < components; component++) {
                int dimension = wave * components + component;
                double amplitude = dimension < known ? amplitude(gray, dimension) : rest.next();
                for (int step = 0; step < steps; step++) {
                    shocks[step][component] += amplitude * waves[wave][step];
                }
            }
        }
    }

    private double amplitude(long gray, int dimension) {
        return FactorProcess.quantile(((point(gray, dimension) ^ shift[dimension]) + 0.5) * UNIT);
    }

    /** A number of the sequence before its shift, of 52 bits. */
    private long point(long gray, int dimension) {
        long point = 0;
        for (int bit = 0; gray >>> bit != 0; bit++) {
            if ((gray >>> bit & 1) == 1) {
                point ^= directions[bit][dimension];
            }
        }
        return point;
    }
}
