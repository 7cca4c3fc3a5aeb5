package org.kapok.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.kapok.core.Axis;
import org.kapok.core.Cube;
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

/**
 * What do regions cost in two years: with a pool of moves, with moves from each origin to each destination (dense), to ten
 * destinations each (sparse), all with every cell kept; and with a pool and totals by region alone?
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
public class RegionsBenchmark {
    private static final int YEARS = 2;
    private static final int NEIGHBOURS = 10;

    /** How people move or what is kept, and how many regions; 3000 are too many for shares of each pair at each age. */
    @Param({
        "pool:11",
        "pool:100",
        "pool:1000",
        "pool:3000",
        "dense:11",
        "dense:100",
        "dense:1000",
        "sparse:11",
        "sparse:100",
        "sparse:1000",
        "sparse:3000",
        "totals:11",
        "totals:100",
        "totals:1000",
        "totals:3000"
    })
    public String way;

    private String form;
    private ProjectionInputs inputs;
    private RegionProjection totals;

    /** Makes the inputs, and verifies what they come to. */
    @Setup
    public void prepare() {
        form = way.substring(0, way.indexOf(':'));
        int regions = Integer.parseInt(way.substring(form.length() + 1));
        ProjectionInputs pooled = pooled(new Workload.Size(regions, 2, YEARS, 1).inputs());
        inputs = switch (form) {
            case "dense" -> dense(pooled);
            case "sparse" -> sparse(pooled, regions);
            default -> pooled;
        };
        totals = RegionProjection.of(pooled, 2020 + YEARS, List.of(Count.people("", Selection.residents())));
        check();
    }

    /** Keeping all cells or totals alone, a pool or the same shares from each origin: the people are the same. */
    private void check() {
        double expected = 0;
        for (double region : totals.run(1).regions(0, YEARS - 1)) {
            expected += region;
        }
        Projection cells = CohortComponent.project(inputs, 2020 + YEARS);
        double got = cells.in(2020 + YEARS).total(Selection.residents());
        double near = form.equals("sparse") ? 0.01 : 1e-9; // where people go changes how many are born and die
        if (!(Math.abs(got / expected - 1) < near)) {
            throw new IllegalStateException(way + ": got " + got + " residents, expected " + expected);
        }
    }

    /** Destinations that are the same at all ages. */
    private static ProjectionInputs pooled(ProjectionInputs inputs) {
        InternalMigration moves = inputs.internal().orElseThrow();
        return inputs.withInternal(
                new InternalMigration(moves.outRate(), moves.destinationShare().select(Axis.AGE, "30")));
    }

    private static ProjectionInputs dense(ProjectionInputs inputs) {
        InternalMigration pool = inputs.internal().orElseThrow();
        Axis regions = pool.destinationShare().axis(Axis.REGION);
        List<Axis> axes = List.of(new Axis(InternalMigration.ORIGIN, regions.labels()), regions);
        return inputs.withInternal(
                new InternalMigration(pool.outRate(), pool.destinationShare().along(axes)));
    }

    /** From each region to those that follow. */
    private static ProjectionInputs sparse(ProjectionInputs inputs, int regions) {
        List<String> corridors = new ArrayList<>();
        for (int origin = 0; origin < regions; origin++) {
            for (int next = 1; next <= NEIGHBOURS; next++) {
                corridors.add(InternalMigration.corridor("r" + origin, "r" + (origin + next) % regions));
            }
        }
        Axis axis = new Axis(InternalMigration.CORRIDOR, corridors);
        return inputs.withInternal(new InternalMigration(
                inputs.internal().orElseThrow().outRate(), Cube.generate(List.of(axis), at -> 1.0 / NEIGHBOURS)));
    }

    /** Projects. */
    @Benchmark
    public Object project() {
        if (form.equals("totals")) {
            RegionTotals kept = totals.run(1);
            return kept;
        }
        return CohortComponent.project(inputs, 2020 + YEARS);
    }
}
