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
import org.kapok.projection.internal.LaneStep;

/**
 * The steps of a {@link RegionProjection}: regions in blocks, blocks in groups that may run at the same time.
 *
 * <p>Those who move are pooled over all regions, so a step needs all of it before anybody can arrive. Arrivals, changes of
 * status and sums of one step are therefore done together with the next step, while the rows of a block are in the cache.
 * Each group has a pool of its own, added up in their order. A step allocates nothing on one thread.
 */
final class RegionLoop {
    /** Groups at most: of a fixed size whatever the number of threads, so that sums have one order. */
    private static final int GROUPS = 8;

    private static final int BLOCKS_OF_GROUP = 6;
    private static final int LANES = LaneStep.LANES;

    private final int steps;
    private final double[] base;
    private final List<Component> components;
    private final List<Count> counts;
    private final RegionRates rates;
    private final RegionLanes[] blocks;
    private final double[][][] pools; // group, then profile x age, lane or part, profile x age x lane
    private final double[] pooled; // profile x age: of all regions in the last step

    RegionLoop(ProjectionInputs inputs, Axis years, List<Count> counts, LaneKernel kernel) {
        CellSpace space = inputs.base().space();
        this.steps = years.size();
        this.base = new double[space.size()];
        inputs.base().copyTo(base);
        this.components = Ensemble.components(inputs);
        this.counts = List.copyOf(counts);
        this.rates = new RegionRates(inputs, years, kernel.regionWidth(inputs));
        CellSpace one = new CellSpace(List.of(new Region("any", "")), space.statuses(), space.ages());
        LaneTally tally = new LaneTally(one, counts, true);
        blocks = new RegionLanes[(space.regions().size() + LANES - 1) / LANES];
        Arrays.setAll(blocks, block -> kernel.regions(block, space, rates, tally));
        int groups = Math.min(GROUPS, (blocks.length + BLOCKS_OF_GROUP - 1) / BLOCKS_OF_GROUP);
        int rowSize = rates.width == LANES ? LANES : one.size() * rates.width;
        pools = new double[groups][LANES * one.size() / rowSize][rowSize];
        pooled = new double[one.size()];
    }

    /** Runs all steps into some totals. */
    void run(double[][] factors, RegionTotals totals, int threads) {
        RegionFactors[] all = RegionFactors.of(components, factors, steps);
        int workers = Math.min(threads, pools.length);
        ExecutorService pool = workers > 1 ? Executors.newFixedThreadPool(workers) : null;
        try {
            for (int step = -1; step <= steps; step++) {
                prepare(all, step);
                forEachGroup(pool, all, totals, step);
                if (step >= 0) {
                    addPools();
                }
            }
        } finally {
            if (pool != null) {
                pool.shutdownNow();
            }
        }
    }

    private void prepare(RegionFactors[] all, int step) {
        if (step > 0) {
            rates.fillArriving(step - 1);
        }
        if (step >= 0 && step < steps) {
            rates.fillAging(step, all[step]);
        }
    }

    /** Runs a step; -1 takes the base population, and the one after the last lets everybody arrive. */
    private void run(int group, RegionFactors[] all, RegionTotals totals, int step) {
        for (double[] row : pools[group]) {
            Arrays.fill(row, 0);
        }
        int first = group * blocks.length / pools.length;
        int end = (group + 1) * blocks.length / pools.length;
        for (int block = first; block < end; block++) {
            for (int part = 0; part < blocks[0].parts(); part++) {
                run(blocks[block], part, group, all, step);
                if (step > 0 && part == blocks[0].parts() - 1) {
                    put(block, totals, step - 1);
                }
            }
        }
    }

    private void run(RegionLanes block, int part, int group, RegionFactors[] all, int step) {
        if (step >= steps) {
            block.finish(part, steps - 1, all[steps - 1], pooled);
        } else if (step >= 0) {
            block.step(part, step, step > 0 ? all[step - 1] : null, all[step], pooled, pools[group]);
        } else if (part == 0) {
            block.start(base);
        }
    }

    private void put(int block, RegionTotals totals, int step) {
        LaneTally.Rows tally = blocks[block].tally(step);
        for (int count = 0; count < counts.size(); count++) {
            totals.put(count, step, block * LANES, tally.value(count));
        }
    }

    private void forEachGroup(ExecutorService pool, RegionFactors[] all, RegionTotals totals, int step) {
        if (pool == null) {
            for (int group = 0; group < pools.length; group++) {
                run(group, all, totals, step);
            }
            return;
        }
        List<Callable<Void>> groups = new ArrayList<>();
        for (int group = 0; group < pools.length; group++) {
            int own = group;
            groups.add(() -> {
                run(own, all, totals, step);
                return null;
            });
        }
        try {
            for (Future<Void> done : pool.invokeAll(groups)) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("RegionProjection: interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("RegionProjection: a group of regions failed", e.getCause());
        }
    }

    private void addPools() {
        for (int group = 1; group < pools.length; group++) {
            for (int row = 0; row < pools[group].length; row++) {
                add(pools[0][row], pools[group][row]);
            }
        }
        int width = rates.width;
        for (int cell = 0; cell < pooled.length; cell++) {
            double sum = 0;
            for (int lane = 0; lane < LANES; lane++) {
                sum += width == LANES ? pools[0][cell][lane] : pools[0][lane / width][cell * width + lane % width];
            }
            pooled[cell] = sum;
        }
    }

    private static void add(double[] target, double[] row) {
        for (int i = 0; i < target.length; i++) {
            target[i] += row[i];
        }
    }
}
