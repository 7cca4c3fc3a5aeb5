package org.kapok.projection.ensemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.core.Region;
import org.kapok.projection.Component;
import org.kapok.projection.ProjectionInputs;
import org.kapok.projection.internal.RegionStep;

/**
 * The steps of a {@link RegionProjection}: regions in blocks, ages in ranges that may run at the same time.
 *
 * <p>Those who move are pooled over all regions, but every age for itself, so one age of all regions goes through its whole
 * step while its rows are in the cache. A step allocates nothing on one thread.
 */
final class RegionLoop {
    /** Ranges of ages: of a fixed number whatever the number of threads, so that sums have one order. */
    private static final int RANGES = 10;

    private static final int LANES = RegionStep.LANES;

    private final int steps;
    private final double[] base;
    private final List<Component> components;
    private final List<Count> counts;
    private final RegionRates rates;
    private final RegionBlock[] blocks;
    private final RegionAges[] ranges;

    RegionLoop(ProjectionInputs inputs, Axis years, List<Count> counts) {
        CellSpace space = inputs.base().space();
        this.steps = years.size();
        this.base = new double[space.size()];
        inputs.base().copyTo(base);
        this.components = Ensemble.components(inputs);
        this.counts = List.copyOf(counts);
        int regions = space.regions().size();
        int statuses = space.statuses().size();
        int ages = space.ages().count();
        blocks = new RegionBlock[(regions + LANES - 1) / LANES];
        this.rates = new RegionRates(inputs, years);
        int ofRange = Math.max(1, ages / RANGES);
        ranges = new RegionAges[Math.min(RANGES, ages)];
        CellSpace one = new CellSpace(List.of(new Region("any", "")), space.statuses(), space.ages());
        LaneTally tally = new LaneTally(
                one,
                counts,
                cell -> cell / (2 * ages) * ranges.length + Math.min(ranges.length - 1, cell % ages / ofRange));
        Arrays.setAll(blocks, block -> new RegionBlock(block, regions, statuses, ages, rates, tally));
        for (int cell = 0; cell < one.size(); cell++) {
            for (RegionBlock block : blocks) { // rows that are read one after the other lie so in memory
                block.people[cell] = new double[LANES];
            }
        }
        Arrays.setAll(ranges, range -> {
            int end = range + 1 < ranges.length ? (range + 1) * ofRange : ages;
            return new RegionAges(Math.max(1, range * ofRange), end - 1, statuses, ages, rates, blocks);
        });
    }

    /** Runs all steps into some totals. */
    void run(double[][] factors, RegionTotals totals, int threads) {
        RegionFactors[] all = RegionFactors.of(components, factors, steps);
        int workers = Math.min(threads, ranges.length);
        ExecutorService pool = workers > 1 ? Executors.newFixedThreadPool(workers) : null;
        try {
            start();
            for (int step = 0; step < steps; step++) {
                if (pool == null) {
                    step(step, all[step]);
                } else {
                    begin(step, all[step]);
                    runRanges(all[step], pool);
                    end(step, all[step]);
                }
                put(totals, step);
            }
        } finally {
            if (pool != null) {
                pool.shutdownNow();
            }
        }
    }

    /** Takes the base population. */
    void start() {
        for (RegionBlock block : blocks) {
            block.start(base);
        }
    }

    /** Runs a step on this thread. */
    void step(int step, RegionFactors now) {
        begin(step, now);
        for (RegionAges range : ranges) {
            range.run(now);
        }
        end(step, now);
    }

    /** Puts what was counted in a step into some totals. */
    void put(RegionTotals totals, int step) {
        for (int block = 0; block < blocks.length; block++) {
            for (int count = 0; count < counts.size(); count++) {
                totals.put(count, step, block * LANES, blocks[block].tally.value(count));
            }
        }
    }

    private void begin(int step, RegionFactors now) {
        rates.fill(step, now);
        for (RegionBlock block : blocks) {
            block.age(now);
        }
    }

    private void end(int step, RegionFactors now) {
        for (RegionBlock block : blocks) {
            block.bear(step, now, ranges);
        }
        ranges[0].runNewborns(now);
        for (RegionBlock block : blocks) {
            block.bury(ranges);
        }
    }

    private void runRanges(RegionFactors now, ExecutorService pool) {
        List<Callable<Void>> all = new ArrayList<>();
        for (RegionAges range : ranges) {
            all.add(() -> {
                range.run(now);
                return null;
            });
        }
        try {
            for (Future<Void> done : pool.invokeAll(all)) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("RegionProjection: interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("RegionProjection: a range of ages failed", e.getCause());
        }
    }
}
