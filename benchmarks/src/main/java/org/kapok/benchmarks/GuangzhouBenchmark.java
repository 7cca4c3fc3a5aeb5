package org.kapok.benchmarks;

import java.util.concurrent.TimeUnit;
import org.kapok.core.Selection;
import org.kapok.projection.CohortComponent;
import org.kapok.projection.Projection;
import org.kapok.projection.ensemble.Quantiles;
import org.kapok.scenario.BundledScenarios;
import org.kapok.scenario.EnsembleOptions;
import org.kapok.scenario.EnsembleRun;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioRun;
import org.kapok.scenario.SolveRun;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long does Guangzhou take: its projection, its scenario from reading to services, its plan solved, its ensemble? */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class GuangzhouBenchmark {
    private static final int DRAWS = 128;

    private Scenario scenario;
    private Scenario plan;
    private double expected;

    /** Reads the scenarios and remembers the residents of the last year. */
    @Setup
    public void read() {
        scenario = BundledScenarios.read("guangzhou");
        plan = BundledScenarios.read("guangzhou-plan");
        expected = residents(project());
        same(residents(run().projection()));
        if (!solve().solution().holds()) {
            throw new IllegalStateException("got a plan whose targets do not hold together");
        }
        Quantiles spread = ensemble().spread(0, scenario.lastYear() - 2021);
        if (!(spread.at(0.1) < spread.at(0.9))) {
            throw new IllegalStateException("got draws that do not spread");
        }
    }

    /** Projects the city: 6,666 cells, three statuses, fifteen years. */
    @Benchmark
    public Projection project() {
        return CohortComponent.project(scenario.inputs(), scenario.lastYear());
    }

    /** Reads the scenario and runs all of it, services and indicators included. */
    @Benchmark
    public ScenarioRun run() {
        return ScenarioRun.of(BundledScenarios.read("guangzhou"));
    }

    /** Solves for the targets of the plan. */
    @Benchmark
    public SolveRun solve() {
        return SolveRun.of(plan);
    }

    /** Draws 128 futures and the demand of all services in them, on one thread. */
    @Benchmark
    public EnsembleRun ensemble() {
        return EnsembleRun.of(scenario, EnsembleOptions.onThreads(1).withDraws(DRAWS));
    }

    private void same(double got) {
        if (!Double.isFinite(expected) || got != expected) {
            throw new IllegalStateException("got " + got + " residents, expected " + expected);
        }
    }

    private double residents(Projection projection) {
        return projection.in(scenario.lastYear()).total(Selection.residents());
    }
}
