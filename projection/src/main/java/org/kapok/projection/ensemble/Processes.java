package org.kapok.projection.ensemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Futures by a process for each component, their shocks correlated.
 *
 * <p>Draw i depends on the seed and i alone: its shocks are normal quantiles of a sequence that starts at a mix of the two
 * (SplitMix64; Steele, Lea and Flood 2014, Fast splittable pseudorandom number generators), of which nothing depends on
 * the platform. With antithetic draws, draw 2k + 1 has the shocks of draw 2k with the opposite sign, so that means have
 * smaller errors.
 */
public final class Processes implements Futures {
    private static final double UNIT = 0x1.0p-53;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final List<FactorProcess> processes;
    private final double[][] mixing; // lower triangle L, L L' = correlation
    private final long seed;
    private final boolean antithetic;
    private final List<Optional<FactorProcess>> local;
    private final List<Optional<ProcessEstimate>> estimates;

    private Processes(
            List<FactorProcess> processes,
            double[][] mixing,
            long seed,
            boolean antithetic,
            List<Optional<FactorProcess>> local,
            List<Optional<ProcessEstimate>> estimates) {
        this.processes = List.copyOf(processes);
        this.local = List.copyOf(local);
        this.estimates = List.copyOf(estimates);
        this.mixing = mixing;
        this.seed = seed;
        this.antithetic = antithetic;
    }

    /**
     * Processes of all components.
     *
     * @param processes one per component, in the order of {@link Ensemble#components}
     * @param correlation of the shocks, symmetric, positive definite, 1 on the diagonal
     */
    public static Processes of(List<FactorProcess> processes, double[][] correlation, long seed, boolean antithetic) {
        Objects.requireNonNull(correlation, "correlation");
        int size = processes.size();
        boolean square =
                correlation.length == size && Arrays.stream(correlation).allMatch(row -> row.length == size);
        if (!square) {
            throw new IllegalArgumentException("Processes.correlation: got " + correlation.length + " rows, expected "
                    + size + " of " + size + " numbers each");
        }
        return new Processes(processes, lower(correlation), seed, antithetic, none(size), none(size));
    }

    /** Processes whose shocks are independent. */
    public static Processes independent(List<FactorProcess> processes, long seed) {
        double[][] one = new double[processes.size()][processes.size()];
        for (int i = 0; i < one.length; i++) {
            one[i][i] = 1;
        }
        return of(processes, one, seed, false);
    }

    /**
     * The same with deviations of each region on top of those that all share: a process of its own for every region, all
     * with the same numbers and independent of each other.
     *
     * @param ofRegions by component; nothing where regions do not deviate
     */
    public Processes withLocal(List<Optional<FactorProcess>> ofRegions) {
        requireOnePerComponent("local", ofRegions);
        return new Processes(processes, mixing, seed, antithetic, ofRegions, estimates);
    }

    /**
     * The same with the numbers of some processes drawn anew for every draw, from what their histories leave open.
     *
     * @param histories by component; nothing where a process is as it was stated
     */
    public Processes withEstimates(List<Optional<ProcessEstimate>> histories) {
        requireOnePerComponent("estimates", histories);
        return new Processes(processes, mixing, seed, antithetic, local, histories);
    }

    private static <T> List<Optional<T>> none(int size) {
        return Collections.nCopies(size, Optional.empty());
    }

    private void requireOnePerComponent(String what, List<?> list) {
        if (list.size() != processes.size()) {
            throw new IllegalArgumentException("Processes." + what + ": got " + list.size() + ", expected "
                    + processes.size() + ", one per component");
        }
    }

    /** How many components. */
    public int size() {
        return processes.size();
    }

    @Override
    public void fill(int draw, double[][] factors) {
        if (factors.length != processes.size()) {
            throw new IllegalArgumentException("Processes: got " + factors.length + " components, expected "
                    + processes.size() + ", one per process");
        }
        Normals normals = new Normals(draw, 0);
        List<FactorProcess> own = processesOf(draw);
        double[] x = new double[factors.length];
        double[] shocks = new double[factors.length];
        for (int step = 0; step < factors[0].length; step++) {
            for (int i = 0; i < shocks.length; i++) {
                shocks[i] = normals.next();
            }
            for (int i = 0; i < x.length; i++) {
                double shock = 0;
                for (int j = 0; j <= i; j++) {
                    shock += mixing[i][j] * shocks[j];
                }
                x[i] = own.get(i).next(x[i], shock);
                factors[i][step] = StrictMath.exp(x[i]);
            }
        }
    }

    @Override
    public boolean isLocal(int component) {
        return local.get(component).isPresent();
    }

    @Override
    public void fillLocal(int draw, int component, double[][] factors) {
        FactorProcess process = local.get(component).orElseThrow();
        for (int region = 0; region < factors.length; region++) {
            Normals normals = new Normals(draw, 1 + component + (2L + region) * processes.size());
            double x = 0;
            for (int step = 0; step < factors[region].length; step++) {
                x = process.next(x, normals.next());
                factors[region][step] = StrictMath.exp(x);
            }
        }
    }

    private List<FactorProcess> processesOf(int draw) {
        List<FactorProcess> own = new ArrayList<>(processes);
        for (int i = 0; i < own.size(); i++) {
            if (estimates.get(i).isPresent()) {
                own.set(i, estimates.get(i).get().drawn(new Normals(draw, 1L + i)));
            }
        }
        return own;
    }

    /** One of the sequences of standard normal numbers of a draw; mirrored draws have each other's with opposite signs. */
    final class Normals {
        private final double sign;
        private long state;

        private Normals(int draw, long sequence) {
            int pair = antithetic ? draw / 2 : draw;
            sign = antithetic && draw % 2 == 1 ? -1 : 1;
            state = mix(mix(seed + GOLDEN * (sequence + 1)) + GOLDEN * (pair + 1L));
        }

        double next() {
            state += GOLDEN;
            return sign * FactorProcess.quantile(((mix(state) >>> 11) + 0.5) * UNIT);
        }
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** The Cholesky factor, written out so as to name the first block that is not positive definite. */
    private static double[][] lower(double[][] correlation) {
        int size = correlation.length;
        double[][] lower = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double given = correlation[i][j];
                if (!(Math.abs(given - (i == j ? 1 : correlation[j][i])) <= 1e-12) || !(Math.abs(given) <= 1)) {
                    throw new IllegalArgumentException("Processes.correlation, " + (i + 1) + " and " + (j + 1)
                            + ": got " + given + ", expected a symmetric matrix of -1 to 1 with 1 on the diagonal");
                }
                double rest = given;
                for (int k = 0; k < j; k++) {
                    rest -= lower[i][k] * lower[j][k];
                }
                if (i > j) {
                    lower[i][j] = rest / lower[j][j];
                } else if (rest > 1e-12) {
                    lower[i][i] = Math.sqrt(rest);
                } else {
                    throw new IllegalArgumentException("Processes.correlation: got a block of the first " + (i + 1)
                            + " components that is not positive definite");
                }
            }
        }
        return lower;
    }
}
