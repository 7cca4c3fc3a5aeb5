package org.kapok.projection.ensemble;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.core.Population;
import org.kapok.projection.CohortComponent;
import org.kapok.projection.Component;
import org.kapok.projection.ProjectionInputs;
import org.kapok.projection.internal.LaneStep;

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
    private final LaneTally tally;
    private final double[] largest;

    private Ensemble(ProjectionInputs inputs, Axis flowYears, List<Count> counts) {
        this.inputs = inputs;
        this.flowYears = flowYears;
        this.components = components(inputs);
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
        LaneLoop.require(inputs);
        int first = inputs.base().date().getYear();
        int width = inputs.base().space().ages().uniformWidth();
        if (lastYear < first + width) {
            throw new IllegalArgumentException(
                    "Ensemble.lastYear: got " + lastYear + ", expected " + (first + width) + " or later");
        }
        Axis years = CohortComponent.flowYears(inputs.base().date(), lastYear, width);
        return new Ensemble(inputs, years, counts);
    }

    /** The largest share of a cell that a component takes away in a step; 0 where it adds. */
    private static double largest(ProjectionInputs inputs, Component component) {
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
        if (draws < 1) {
            throw new IllegalArgumentException("Ensemble.draws: got " + draws + ", expected 1 or more");
        }
        return new Values(tally.counts(), steps(), draws);
    }

    /** Runs as many draws as some values of this ensemble have, and fills them anew. */
    public void run(Futures futures, Values values, int threads) {
        run(futures, values, threads, Optional.empty());
    }

    /** The same, and shows the people of every draw and step to a watcher, which takes longer than drawing them. */
    public void run(Futures futures, Values values, int threads, Watcher watcher) {
        run(futures, values, threads, Optional.of(watcher));
    }

    private void run(Futures futures, Values values, int threads, Optional<Watcher> watcher) {
        if (!values.counts().equals(tally.counts()) || values.steps() != steps()) {
            throw new IllegalArgumentException(
                    "Ensemble.values: got values of other counts or steps, expected those of" + " this ensemble");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("Ensemble.threads: got " + threads + ", expected 1 or more");
        }
        int blocks = (values.draws() + LaneStep.LANES - 1) / LaneStep.LANES;
        int workers = Math.min(threads, blocks);
        if (workers == 1) {
            work(futures, values, watcher, 0, 1);
            return;
        }
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int worker = 0; worker < workers; worker++) {
                int first = worker;
                running.add(pool.submit(() -> work(futures, values, watcher, first, workers)));
            }
            for (Future<?> each : running) {
                finish(each);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** Runs every so many blocks, from one on; blocks write to places of their own. */
    private void work(Futures futures, Values values, Optional<Watcher> watcher, int first, int every) {
        LaneFactors factors = new LaneFactors(components, steps(), largest);
        LaneLoop loop = new LaneLoop(inputs, flowYears, tally, factors);
        for (int block = first; block * LaneStep.LANES < values.draws(); block += every) {
            int draw = block * LaneStep.LANES;
            factors.read(futures, draw, values.draws());
            loop.start();
            for (int step = 0; step < steps(); step++) {
                factors.step(step);
                loop.step(step);
                for (int count = 0; count < tally.counts().size(); count++) {
                    values.put(count, step, draw, loop.tally().value(count));
                }
                if (watcher.isPresent()) {
                    show(watcher.get(), loop, draw, step, values.draws());
                }
            }
        }
    }

    private void show(Watcher watcher, LaneLoop loop, int firstDraw, int step, int draws) {
        CellSpace space = inputs.base().space();
        LocalDate date =
                inputs.base().date().plusYears((long) (step + 1) * space.ages().uniformWidth());
        double[] persons = new double[space.size()];
        for (int lane = 0; lane < LaneStep.LANES && firstDraw + lane < draws; lane++) {
            loop.copyTo(lane, persons);
            watcher.see(firstDraw + lane, step, Population.of(space, date, persons));
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
