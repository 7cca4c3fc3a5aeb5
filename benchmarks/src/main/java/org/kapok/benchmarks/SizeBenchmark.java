package org.kapok.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.kapok.core.Selection;
import org.kapok.projection.ensemble.Count;
import org.kapok.projection.ensemble.Ensemble;
import org.kapok.projection.ensemble.Futures;
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

/** How does the time of an ensemble grow with draws, ages and years, from the city of W1 with 30 years and 512 draws? */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SizeBenchmark {
    /** What differs from the city, and how much of it there is. */
    @Param({
        "draws:128",
        "draws:512",
        "draws:2048",
        "draws:8192",
        "lastAge:50",
        "lastAge:75",
        "lastAge:100",
        "years:15",
        "years:60",
        "years:120"
    })
    public String size;

    private Ensemble ensemble;
    private Futures futures;
    private Values values;

    /** Makes the inputs, and verifies the first draws against a run of them alone. */
    @Setup
    public void prepare() {
        String what = size.substring(0, size.indexOf(':'));
        int much = Integer.parseInt(size.substring(what.length() + 1));
        Workload.Size city = new Workload.Size(
                11,
                2,
                what.equals("years") ? much : 30,
                what.equals("draws") ? much : 512,
                what.equals("lastAge") ? much : 100);
        ensemble = Ensemble.of(city.inputs(), 2020 + city.years(), List.of(Count.people("", Selection.residents())));
        futures = DrawRun.futures(city);
        values = ensemble.newValues(city.draws());
        run();
        Values few = ensemble.run(futures, 3, 1);
        for (int draw = 0; draw < few.draws(); draw++) {
            double got = values.at(0, city.years() - 1, draw);
            double expected = few.at(0, city.years() - 1, draw);
            if (!(got > 0 && got == expected)) {
                throw new IllegalStateException(size + ": got " + got + " residents, expected " + expected);
            }
        }
    }

    /** Runs all draws into values that are there already. */
    @Benchmark
    public Values run() {
        ensemble.run(futures, values, 1);
        return values;
    }
}
