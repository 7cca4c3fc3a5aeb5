package org.kapok.benchmarks;

import java.util.concurrent.TimeUnit;
import org.kapok.core.Selection;
import org.kapok.projection.CohortComponent;
import org.kapok.projection.Projection;
import org.kapok.scenario.BundledScenarios;
import org.kapok.scenario.Scenario;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** How long does one projection of Guangzhou take: 6,666 cells, three statuses, fifteen years? */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class GuangzhouBenchmark {
    private Scenario scenario;
    private Projection last;
    private double expected;

    /** Reads the scenario and remembers the residents of the last year. */
    @Setup
    public void read() {
        scenario = BundledScenarios.read("guangzhou");
        expected = residents(project());
    }

    /** Projects the city. */
    @Benchmark
    public Projection project() {
        last = CohortComponent.project(scenario.inputs(), scenario.lastYear());
        return last;
    }

    /** A projection that was timed must be the one that was meant. */
    @TearDown
    public void check() {
        if (!Double.isFinite(expected) || residents(last) != expected) {
            throw new IllegalStateException("got " + residents(last) + " residents, expected " + expected);
        }
    }

    private double residents(Projection projection) {
        return projection.in(scenario.lastYear()).total(Selection.residents());
    }
}
