package org.kapok.projection.ensemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.kapok.core.Sex;

/**
 * Futures by a process for each component, their shocks correlated.
 *
 * <p>Draw i depends on the seed and i alone: its shocks are normal quantiles of a sequence that starts at a mix of the two
 * (SplitMix64; Steele, Lea and Flood 2014, Fast splittable pseudorandom number generators), of which nothing depends on
 * the platform. {@link Sampling} says how draws relate to each other.
 */
public final class Processes implements Futures {
    private static final double UNIT = 0x1.0p-53;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    // What sets sequences apart from those of components and regions, which count from 0 on.
    private static final long SHIFTS = -1;
    private static final long SEXES = -2;
    private static final long TIMING = -3;

    private final Parts parts;
    private final Correlation correlation;
    private final long seed;
    private final Sampling sampling;
    private final Optional<SobolNormals> sobol;

    /** What wanders, lists by component. */
    private record Parts(
            List<FactorProcess> processes,
            List<Optional<FactorProcess>> local,
            List<Optional<ProcessEstimate>> estimates,
            Set<Integer> logit,
            Optional<FactorProcess> sexes,
            Optional<FactorProcess> timing,
            Optional<Correlation> regions) {}

    private Processes(
            Parts parts, Correlation correlation, long seed, Sampling sampling, Optional<SobolNormals> sobol) {
        this.parts = parts;
        this.correlation = correlation;
        this.seed = seed;
        this.sampling = sampling;
        this.sobol = sobol;
    }

    /**
     * Processes of all components, for plain draws.
     *
     * @param processes one per component, in the order of {@link Ensemble#components}
     * @param correlation of their shocks
     */
    public static Processes of(List<FactorProcess> processes, Correlation correlation, long seed) {
        int size = processes.size();
        if (correlation.labels().size() != size) {
            throw new IllegalArgumentException("Processes.correlation: got "
                    + correlation.labels().size() + " components, expected " + size + ", one per process");
        }
        Parts parts = new Parts(
                List.copyOf(processes),
                none(size),
                none(size),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new Processes(parts, correlation, seed, Sampling.PLAIN, Optional.empty());
    }

    /** Processes whose shocks are independent. */
    public static Processes independent(List<FactorProcess> processes, long seed) {
        List<String> numbers = IntStream.rangeClosed(1, processes.size())
                .mapToObj(Integer::toString)
                .toList();
        return of(processes, Correlation.none(numbers), seed);
    }

    /**
     * The same with draws that relate to each other in another way.
     *
     * @param steps of each draw
     */
    public Processes sampled(Sampling way, int steps) {
        Normals shifts = new Normals(0, SHIFTS);
        Optional<SobolNormals> even = way == Sampling.QUASI_RANDOM
                ? Optional.of(new SobolNormals(size(), steps, shifts::nextBits))
                : Optional.empty();
        return new Processes(parts, correlation, seed, way, even);
    }

    private Processes with(Parts others) {
        return new Processes(others, correlation, seed, sampling, sobol);
    }

    /**
     * The same with deviations of each region on top of those that all share: a process of its own for every region, all
     * with the same numbers and independent of each other unless they are correlated.
     *
     * @param ofRegions by component; nothing where regions do not deviate
     */
    public Processes withLocal(List<Optional<FactorProcess>> ofRegions) {
        requireOnePerComponent("local", ofRegions);
        return with(new Parts(
                parts.processes,
                List.copyOf(ofRegions),
                parts.estimates,
                parts.logit,
                parts.sexes,
                parts.timing,
                parts.regions));
    }

    /**
     * The same with the deviations of regions correlated, of every component alike.
     *
     * @param ofRegions between the shocks of regions, in the order of the inputs
     */
    public Processes withRegionsCorrelated(Correlation ofRegions) {
        return with(new Parts(
                parts.processes,
                parts.local,
                parts.estimates,
                parts.logit,
                parts.sexes,
                parts.timing,
                Optional.of(ofRegions)));
    }

    /**
     * The same with the numbers of some processes drawn anew for every draw, from what their histories leave open.
     *
     * @param histories by component; nothing where a process is as it was stated
     */
    public Processes withEstimates(List<Optional<ProcessEstimate>> histories) {
        requireOnePerComponent("estimates", histories);
        return with(new Parts(
                parts.processes,
                parts.local,
                List.copyOf(histories),
                parts.logit,
                parts.sexes,
                parts.timing,
                parts.regions));
    }

    /**
     * The same with the ratio of the mortality of men to that of women wandering: it fades, so that the sexes follow one
     * path in the long run, each deviating from it by half of the ratio's logarithm.
     *
     * @param ratio with phi below 1
     * @see "Li and Lee (2005), Coherent mortality forecasts for a group of populations, Demography 42(3)"
     */
    public Processes withSexes(FactorProcess ratio) {
        if (ratio.phi() == 1) {
            throw new IllegalArgumentException(
                    "Processes.sexes: got phi 1.0, expected below 1, so that the sexes do not drift apart");
        }
        return with(new Parts(
                parts.processes,
                parts.local,
                parts.estimates,
                parts.logit,
                Optional.of(ratio),
                parts.timing,
                parts.regions));
    }

    /** The same with the timing of births wandering: late rates against early ones, as {@link Futures#fillTiming} has it. */
    public Processes withTiming(FactorProcess lateness) {
        return with(new Parts(
                parts.processes,
                parts.local,
                parts.estimates,
                parts.logit,
                parts.sexes,
                Optional.of(lateness),
                parts.regions));
    }

    /** The same with the factors of some components on the logit scale, as {@link Futures#isLogit} has it. */
    public Processes withLogit(Set<Integer> components) {
        return with(new Parts(
                parts.processes,
                parts.local,
                parts.estimates,
                Set.copyOf(components),
                parts.sexes,
                parts.timing,
                parts.regions));
    }

    private static <T> List<Optional<T>> none(int size) {
        return Collections.nCopies(size, Optional.empty());
    }

    private void requireOnePerComponent(String what, List<?> list) {
        if (list.size() != size()) {
            throw new IllegalArgumentException(
                    "Processes." + what + ": got " + list.size() + ", expected " + size() + ", one per component");
        }
    }

    /** How many components. */
    public int size() {
        return parts.processes.size();
    }

    @Override
    public void fill(int draw, double[][] factors) {
        if (factors.length != size()) {
            throw new IllegalArgumentException(
                    "Processes: got " + factors.length + " components, expected " + size() + ", one per process");
        }
        double[][] shocks = shocks(draw, factors[0].length);
        List<FactorProcess> own = processesOf(draw);
        double[] x = new double[factors.length];
        double[] before = new double[factors.length];
        for (int step = 0; step < shocks.length; step++) {
            for (int i = 0; i < x.length; i++) {
                double shock = correlation.mix(i, shocks[step]);
                x[i] = own.get(i).next(x[i], shock, before[i]);
                before[i] = shock;
                factors[i][step] = StrictMath.exp(x[i]);
            }
        }
    }

    /** Independent shocks of a draw by step and component. */
    private double[][] shocks(int draw, int steps) {
        Normals normals = new Normals(draw, 0);
        double[][] shocks = new double[steps][size()];
        if (sobol.isPresent()) {
            sobol.get().fill(draw, normals, shocks);
            return shocks;
        }
        for (double[] step : shocks) {
            for (int i = 0; i < step.length; i++) {
                step[i] = normals.next();
            }
        }
        return shocks;
    }

    @Override
    public boolean isLocal(int component) {
        return parts.local.get(component).isPresent();
    }

    @Override
    public void fillLocal(int draw, int component, double[][] factors) {
        FactorProcess process = parts.local.get(component).orElseThrow();
        if (parts.regions.isPresent()) {
            wanderTogether(process, parts.regions.get(), draw, component, factors);
            return;
        }
        for (int region = 0; region < factors.length; region++) {
            wander(process, ofRegion(draw, component, region)::next, 1, factors[region]);
        }
    }

    private Normals ofRegion(int draw, int component, int region) {
        return new Normals(draw, 1 + component + (2L + region) * size());
    }

    private void wanderTogether(
            FactorProcess process, Correlation regions, int draw, int component, double[][] factors) {
        if (regions.labels().size() != factors.length) {
            throw new IllegalArgumentException("Processes.regions: got a correlation of "
                    + regions.labels().size() + ", expected one of " + factors.length + " regions");
        }
        double[][] shocks = new double[factors[0].length][factors.length]; // step, region
        for (int region = 0; region < factors.length; region++) {
            Normals normals = ofRegion(draw, component, region);
            for (double[] step : shocks) {
                step[region] = normals.next();
            }
        }
        for (int region = 0; region < factors.length; region++) {
            int own = region;
            Iterator<double[]> steps = Arrays.asList(shocks).iterator();
            wander(process, () -> regions.mix(own, steps.next()), 1, factors[region]);
        }
    }

    @Override
    public boolean isBySex() {
        return parts.sexes.isPresent();
    }

    @Override
    public void fillSexes(int draw, double[][] factors) {
        FactorProcess ratio = parts.sexes.orElseThrow();
        for (Sex sex : Sex.values()) {
            double part = sex == Sex.MALE ? 0.5 : -0.5;
            wander(ratio, new Normals(draw, SEXES)::next, part, factors[sex.ordinal()]);
        }
    }

    @Override
    public boolean hasTiming() {
        return parts.timing.isPresent();
    }

    @Override
    public void fillTiming(int draw, double[] factors) {
        wander(parts.timing.orElseThrow(), new Normals(draw, TIMING)::next, 1, factors);
    }

    @Override
    public boolean isLogit(int component) {
        return parts.logit.contains(component);
    }

    /** Fills the exponentials of a part of what a process comes to. */
    private static void wander(FactorProcess process, DoubleSupplier shocks, double part, double[] factors) {
        double x = 0;
        double before = 0;
        for (int step = 0; step < factors.length; step++) {
            double shock = shocks.getAsDouble();
            x = process.next(x, shock, before);
            before = shock;
            factors[step] = StrictMath.exp(part * x);
        }
    }

    private List<FactorProcess> processesOf(int draw) {
        List<FactorProcess> own = new ArrayList<>(parts.processes);
        for (int i = 0; i < own.size(); i++) {
            if (parts.estimates.get(i).isPresent()) {
                own.set(i, parts.estimates.get(i).get().drawn(new Normals(draw, 1L + i)::next));
            }
        }
        return own;
    }

    /** One of the sequences of standard normal numbers of a draw; mirrored draws have each other's with opposite signs. */
    final class Normals {
        private final double sign;
        private long state;

        private Normals(int draw, long sequence) {
            boolean antithetic = sampling == Sampling.ANTITHETIC;
            int pair = antithetic ? draw / 2 : draw;
            sign = antithetic && draw % 2 == 1 ? -1 : 1;
            state = mix(mix(seed + GOLDEN * (sequence + 1)) + GOLDEN * (pair + 1L));
        }

        double next() {
            return sign * FactorProcess.quantile(((nextBits() >>> 11) + 0.5) * UNIT);
        }

        private long nextBits() {
            state += GOLDEN;
            return mix(state);
        }
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
