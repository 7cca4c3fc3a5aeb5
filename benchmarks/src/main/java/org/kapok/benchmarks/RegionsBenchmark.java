package org.kapok.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.kapok.core.Axis;
import org.kapok.core.Selection;
import org.kapok.projection.CohortComponent;
import org.kapok.projection.InternalMigration;
import org.kapok.projection.Projection;
import org.kapok.projection.ProjectionInputs;
import org.kapok.projection.ensemble.Count;
import org.kapok.projection.ensemble.RegionProjection;
import org.kapok.projection.ensemble.RegionTotals;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What do regions cost: every cell kept with a pool of moves, from origin to destination, and totals alone? */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
public class RegionsBenchmark {
    private static final int YEARS = 2;
    private static final int LARGEST_BY_ORIGIN = 1000; // 9 million pairs take a minute

    /** How moves are given, and what is kept. */
    public enum Moves {
        /** A pool, and every cell. */
        POOL,
        /** From origin to destination, and every cell. */
        ORIGIN,
        /** A pool, and totals by region. */
        TOTALS
    }

    /** How moves are given, and what is kept. */
    @Param
    public Moves moves;

    /** How many regions. */
    @Param({"11", "100", "1000", "3000"})
    public int regions;

    private ProjectionInputs inputs;
    private RegionProjection totals;
    private double expected;

    /** Makes the inputs of the formulas, and verifies that all ways come to the same people. */
    @Setup
    public void prepare() {
        if (moves == Moves.ORIGIN && regions > LARGEST_BY_ORIGIN) {
            throw new IllegalStateException("from origin to destination at most " + LARGEST_BY_ORIGIN + " regions");
        }
        ProjectionInputs pooled = new Workload.Size(regions, 2, YEARS, 1).inputs();
        inputs = moves == Moves.ORIGIN ? byOrigin(pooled) : pooled;
        Count all = Count.people("", Selection.residents());
        totals = RegionProjection.of(pooled, 2020 + YEARS, List.of(all));
        expected = sum(totals.run(1));
        double got = project() instanceof Projection cells
                ? cells.in(2020 + YEARS).total(Selection.residents())
                : expected;
        if (!(Math.abs(got / expected - 1) < 1e-9)) {
            throw new IllegalStateException("got " + got + " residents, expected " + expected);
        }
    }

    private static double sum(RegionTotals totals) {
        double sum = 0;
        for (double region : totals.regions(0, YEARS - 1)) {
            sum += region;
        }
        return sum;
    }

    /** The same moves, each origin with the shares of the pool. */
    private static ProjectionInputs byOrigin(ProjectionInputs inputs) {
        InternalMigration pool = inputs.internal().orElseThrow();
        Axis regions = pool.destinationShare().axis(Axis.REGION);
        List<Axis> axes = new ArrayList<>(List.of(new Axis("origin", regions.labels())));
        axes.addAll(pool.destinationShare().axes());
        return inputs.withInternal(
                new InternalMigration(pool.outRate(), pool.destinationShare().along(axes)));
    }

    /** Projects two years. */
    @Benchmark
    public Object project() {
        return moves == Moves.TOTALS ? totals.run(1) : CohortComponent.project(inputs, 2020 + YEARS);
    }
}
