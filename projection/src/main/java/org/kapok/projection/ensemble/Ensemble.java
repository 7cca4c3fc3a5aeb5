package org.kapok.projection.ensemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.projection.CohortComponent;
import org.kapok.projection.Component;
import org.kapok.projection.ProjectionInputs;

/**
 * Many futures of one population, projected together: what a set of counts comes to in every draw.
 *
 * <p>Each draw is the cohort-component projection of the same inputs with its own {@link Futures factors}. Draws run in
 * blocks, each block on one thread; a draw gives the same bits in whatever block and on whatever thread it runs. The
 * population itself is not kept.
 *
 * <p>It knows the conventions {@code un-wpp-2024} and {@code un-even}, a pool of moves, and rates rather than fixed numbers
 * of births and changes of status; other inputs are refused. A mortality factor multiplies the probability of dying within
 * a step.
 */
public final class Ensemble {
    private final ProjectionInputs inputs;
    private final Axis flowYears;
    private final List<Component> components;
    private final LaneRates rates;
    private final LaneTally tally;
    private final LaneKernel kernel;
    private final double[] largest;

    private Ensemble(ProjectionInputs inputs, Axis flowYears, List<Count> counts, LaneKernel kernel) {
        this.inputs = inputs;
        this.flowYears = flowYears;
        this.components = components(inputs);
        this.rates = new LaneRates(inputs, flowYears);
        this.kernel = rates.closed ? LaneKernel.PLAIN : kernel; // which is the faster one there
        this.tally = new LaneTally(inputs.base().space(), counts);
        this.largest =
                components.stream().mapToDouble(each -> largest(inputs, each)).toArray();
    }

    /**
     * An ensemble of the futures of some inputs.
     *
     * @param lastYear the year of the last population
     * @param counts what is counted in every step and draw
     */
    public static Ensemble of(ProjectionInputs inputs, int lastYear, List<Count> counts) {
        LaneRates.require(inputs);
        int first = inputs.base().date().getYear();
        int width = inputs.base().space().ages().uniformWidth();
        if (lastYear < first + width) {
            throw new IllegalArgumentException(
                    "Ensemble.lastYear: got " + lastYear + ", expected " + (first + width) + " or later");
        }
        Axis years = CohortComponent.flowYears(inputs.base().date(), lastYear, width);
        return new Ensemble(inputs, years, counts, LaneKernel.BEST);
    }

    /** The largest share of a cell that a component takes away in a step; 0 where it adds. */
    public static double largest(ProjectionInputs inputs, Component component) {
        double years = inputs.base().space().ages().uniformWidth();
        return switch (component.kind()) {
            case MORTALITY ->
                1 - Arrays.stream(inputs.survival().toArray()).min().orElseThrow();
            case DEPARTURES -> years * most(inputs.external().orElseThrow().departureRate());
            case MOVES -> years * most(inputs.internal().orElseThrow().outRate());
            case TRANSITION ->
                years
                        * inputs.transitions().stream()
                                .filter(each -> each.id().equals(component.transition()))
                                .mapToDouble(each -> most(each.rate()))
                                .max()
                                .orElseThrow();
            default -> 0;
        };
    }

    private static double most(Cube rates) {
        return Arrays.stream(rates.toArray()).max().orElseThrow();
    }

    /** What the factors of a draw multiply, in the order of {@link Futures#fill}: all components but rural shares. */
    public static List<Component> components(ProjectionInputs inputs) {
        return Component.of(inputs).stream()
                .filter(each -> each.kind() != Component.Kind.RURAL_SHARE)
                .toList();
    }

    /** The same ensemble by another kernel, with the same bits. */
    Ensemble by(LaneKernel other) {
        return new Ensemble(inputs, flowYears, tally.counts(), other);
    }

    /**
     * How draws are computed, to the same bits: {@code vector} where the module {@code jdk.incubator.vector} is there,
     * people move or change status, the timing of births is not drawn and nothing is derived, else {@code plain}.
     */
    public String kernel() {
        return kernel.name();
    }

    /** How many steps a draw has. */
    public int steps() {
        return flowYears.size();
    }

    /**
     * Runs draws 0 to {@code draws - 1}.
     *
     * @param draws 1 or more
     * @param threads how many blocks run at the same time, 1 or more
     * @return the value of every count after every step in every draw
     */
    public Values run(Futures futures, int draws, int threads) {
        Values values = newValues(draws);
        run(futures, values, threads);
        return values;
    }

    /** Values of so many draws, all 0, for {@link #run(Futures, Values, int)} to fill. */
    public Values newValues(int draws) {
        return new Values(tally.counts(), steps(), new Draws(0, draws).end());
    }

    /** Runs as many draws as some values of this ensemble have, and fills them anew. */
    public void run(Futures futures, Values values, int threads) {
        if (!values.counts().equals(tally.counts()) || values.steps() != steps()) {
            throw new IllegalArgumentException(
                    "Ensemble.values: got values of other counts or steps, expected those of this ensemble");
        }
        Draws all = new Draws(0, values.draws());
        run(new Work(futures, all, Optional.empty(), block -> {}, () -> new Block(values)), threads);
    }

    /**
     * Some of the draws of an ensemble.
     *
     * @param first the first, a multiple of {@link Block#DRAWS}
     * @param end the number after the last, above {@code first}
     */
    public record Draws(int first, int end) {
        public Draws {
            if (first < 0 || first % Block.DRAWS != 0 || end <= first) {
                throw new IllegalArgumentException("Ensemble.draws: got " + first + " to " + end
                        + ", expected 1 or more from a multiple of " + Block.DRAWS + " on");
            }
        }
    }

    /**
     * Runs some draws and hands them over block by block.
     *
     * @param threads how many blocks run at the same time, 1 or more
     * @param derived what is worked out besides the counts
     */
    public void run(Futures futures, Draws draws, int threads, Optional<Derived> derived, BlockReader reader) {
        int numbers = derived.map(Derived::size).orElse(0);
        Supplier<Block> blocks = () -> new Block(tally.counts().size(), numbers, steps());
        run(new Work(futures, draws, derived, reader, blocks), threads);
    }

    private static void run(Work work, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("Ensemble.threads: got " + threads + ", expected 1 or more");
        }
        int blocks = (work.draws.end - work.draws.first + Block.DRAWS - 1) / Block.DRAWS;
        int workers = Math.min(threads, blocks);
        if (workers == 1) {
            work.run(0, 1);
            return;
        }
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int worker = 0; worker < workers; worker++) {
                int first = worker;
                running.add(pool.submit(() -> work.run(first, workers)));
            }
            for (Future<?> each : running) {
                finish(each);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** One run: what its threads share, and the order in which they hand over their blocks. */
    private final class Work {
        private final Futures futures;
        private final Draws draws;
        private final Optional<Derived> derived;
        private final List<LaneSums> sums; // by step, where anything is derived
        private final BlockReader reader;
        private final Supplier<Block> blocks; // one for each thread
        private int next; // the block to hand over
        private boolean failed;

        Work(Futures futures, Draws draws, Optional<Derived> derived, BlockReader reader, Supplier<Block> blocks) {
            this.futures = futures;
            this.draws = draws;
            this.derived = derived;
            this.reader = reader;
            this.blocks = blocks;
            CellSpace space = inputs.base().space();
            this.sums = IntStream.range(0, derived.isPresent() ? steps() : 0)
                    .parallel()
                    .mapToObj(step -> new LaneSums(
                            derived.get().weights(step), space.regions().size(), space.size()))
                    .toList();
        }

        /** Runs every so many blocks, from one on. */
        void run(int firstBlock, int every) {
            try {
                // The other kernel counts births at once, and has too few draws at a time to weight.
                LaneKernel own = futures.hasTiming() || derived.isPresent() ? LaneKernel.PLAIN : kernel;
                LaneFactors factors = new LaneFactors(
                        components, futures, inputs.base().space().regions().size(), steps(), largest, own.lanes());
                LaneLoop loop = own.loop(rates, tally, factors);
                Block block = blocks.get();
                double[][][] scratch = scratch();
                for (int number = firstBlock; ; number += every) {
                    int first = draws.first + number * Block.DRAWS;
                    if (first >= draws.end) {
                        return;
                    }
                    block.start(first, Math.min(Block.DRAWS, draws.end - first));
                    fill(block, loop, factors, scratch);
                    handOver(block, number);
                }
            } catch (RuntimeException | Error e) {
                fail();
                throw e;
            }
        }

        /** Room for the sums of any step, shape [sum][region][lane]. */
        private double[][][] scratch() {
            int most = sums.stream().mapToInt(LaneSums::size).max().orElse(0);
            return new double[most][inputs.base().space().regions().size()][Block.DRAWS];
        }

        private void fill(Block block, LaneLoop loop, LaneFactors factors, double[][][] scratch) {
            for (int lane = 0; lane < block.draws(); lane += factors.lanes()) {
                factors.read(futures, block.firstDraw() + lane, draws.end);
                loop.start();
                for (int step = 0; step < steps(); step++) {
                    factors.step(step);
                    loop.step(step);
                    loop.count(block, lane, step);
                    if (derived.isPresent()) {
                        derive(derived.get(), block, (RowLoop) loop, step, scratch);
                    }
                }
            }
            loop.end(block);
        }

        private void derive(Derived numbers, Block block, RowLoop loop, int step, double[][][] scratch) {
            double[][][] filled = Arrays.copyOf(scratch, sums.get(step).size());
            double[][] results = new double[numbers.size()][];
            for (int number = 0; number < results.length; number++) {
                results[number] = block.derived(number, step);
            }
            sums.get(step).fill(loop.people(), new double[Block.DRAWS], filled);
            numbers.fill(step, block.firstDraw(), filled, results);
        }

        /** Waits until all earlier blocks have been handed over. */
        private synchronized void handOver(Block block, int number) {
            while (next != number && !failed) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("Ensemble: interrupted", e);
                }
            }
            if (!failed) {
                reader.read(block);
                next++;
                notifyAll();
            }
        }

        private synchronized void fail() {
            failed = true;
            notifyAll();
        }
    }

    private static void finish(Future<?> running) {
        try {
            running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Ensemble: interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("Ensemble: a block failed", e.getCause());
        }
    }
}
