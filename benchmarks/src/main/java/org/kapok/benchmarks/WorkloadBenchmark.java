package org.kapok.benchmarks;

import java.util.concurrent.TimeUnit;
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

/** How long do the workloads take, on one thread and on two? Their checksums are verified before they are timed. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class WorkloadBenchmark {
    /** The workload. */
    @Param({"W1", "W2", "W3"})
    public String workload;

    /** Threads that share the draws or regions. */
    @Param({"1", "2"})
    public int threads;

    private WorkloadRun prepared;

    /** Runs the workload once and verifies what it gives. */
    @Setup
    public void check() {
        prepared = Workload.valueOf(workload).prepare(threads);
        prepared.run();
        prepared.check();
    }

    /** Runs it into values that are there already. */
    @Benchmark
    public void run() {
        prepared.run();
    }
}
