package org.kapok.projection.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kapok.core.CellSpace;
import org.kapok.core.Selection;
import org.kapok.projection.CohortComponent;
import org.kapok.projection.ProjectionInputs;

/** A step allocates nothing. */
class StepAllocationTest {
    private static final int STEPS = 5;
    private static final List<Count> COUNTS = List.of(
            Count.people("", Selection.residents()), new Count(Count.Kind.NET_MIGRATION, "", Selection.residents()));

    @ParameterizedTest(name = "{0} changes of status, even {1}")
    @CsvSource({"0,true", "1,true", "3,false"})
    void step_ofDraws_allocatesNothing(int changes, boolean even) {
        ProjectionInputs inputs = RandomInputs.open(3, changes, even);
        CellSpace space = inputs.base().space();
        LaneRates rates =
                new LaneRates(inputs, CohortComponent.flowYears(inputs.base().date(), RandomInputs.LAST, 1));
        double[] largest = new double[Ensemble.components(inputs).size()];
        LaneFactors factors = new LaneFactors(
                Ensemble.components(inputs), (draw, all) -> {}, 3, STEPS, largest, LaneKernel.PLAIN.lanes());
        LaneLoop loop = LaneKernel.PLAIN.loop(rates, new LaneTally(space, COUNTS), factors);
        Block block = new Block(COUNTS.size(), 0, STEPS);
        block.start(0, Block.DRAWS);
        loop.start();

        assertNothingAllocated(() -> {
            for (int step = 0; step < STEPS; step++) {
                factors.step(step);
                loop.step(step);
                loop.count(block, 0, step);
            }
        });
    }

    @ParameterizedTest(name = "{0} changes of status, even {1}")
    @CsvSource({"0,true", "1,true", "3,false"})
    void step_ofRegions_allocatesNothing(int changes, boolean even) {
        ProjectionInputs inputs = RandomInputs.open(130, changes, even);
        RegionLoop loop =
                new RegionLoop(inputs, CohortComponent.flowYears(inputs.base().date(), RandomInputs.LAST, 1), COUNTS);
        double[][] ones = new double[Ensemble.components(inputs).size()][STEPS];
        for (double[] row : ones) {
            Arrays.fill(row, 1);
        }
        RegionFactors[] factors = RegionFactors.of(Ensemble.components(inputs), ones, STEPS);
        RegionTotals totals = new RegionTotals(COUNTS, STEPS, 130);

        assertNothingAllocated(() -> {
            loop.start();
            for (int step = 0; step < STEPS; step++) {
                loop.step(step, factors[step]);
                loop.put(totals, step);
            }
        });
    }

    /** Bytes of this thread in a hundred repetitions, the least of some tries, as the runtime itself may allocate. */
    private static void assertNothingAllocated(Runnable steps) {
        boolean known = ManagementFactory.getThreadMXBean() instanceof ThreadMXBean bean
                && bean.isThreadAllocatedMemorySupported();
        assumeTrue(known, "this runtime does not count what threads allocate");
        ThreadMXBean counter = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long least = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 5; attempt++) {
            long before = counter.getThreadAllocatedBytes(thread);
            for (int i = 0; i < 100; i++) {
                steps.run();
            }
            least = Math.min(least, counter.getThreadAllocatedBytes(thread) - before);
        }
        assertThat(least).as("bytes in " + 100 * STEPS + " steps").isLessThan(100);
    }
}
