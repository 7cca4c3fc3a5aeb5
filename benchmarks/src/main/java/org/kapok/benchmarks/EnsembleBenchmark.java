package org.kapok.benchmarks;

import java.util.concurrent.TimeUnit;
import org.kapok.projection.ensemble.Ensemble;
import org.kapok.projection.ensemble.Values;
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

/** How long do 1000 draws of a workload take, on one thread and on two? Its checksum is verified before it is timed. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class EnsembleBenchmark {
    /** The workload. */
    @Param({"W1", "W3"})
    public String workload;

    /** Threads that share the draws. */
    @Param({"1", "2"})
    public int threads;

    private Workload chosen;
    private Ensemble ensemble;
    private Values values;

    /** Runs the workload once and verifies what it gives. */
    @Setup
    public void check() {
        chosen = Workload.valueOf(workload);
        ensemble = chosen.ensemble();
        values = ensemble.run(chosen.futures(), Workload.DRAWS, threads);
        chosen.check(values);
    }

    /** Runs all draws into values that are there already. */
    @Benchmark
    public Values run() {
        ensemble.run(chosen.futures(), values, threads);
        return values;
    }
}
