package org.kapok.benchmarks;

import org.kapok.projection.ensemble.Count;
import org.kapok.projection.ensemble.Ensemble;
import org.kapok.projection.ensemble.Futures;
import org.kapok.projection.ensemble.Values;

/** A workload of many draws. */
final class DrawRun implements WorkloadRun {
    private final Workload workload;
    private final int threads;
    private final Ensemble ensemble;
    private final Futures futures;
    private final Values values;

    DrawRun(Workload workload, int threads) {
        this.workload = workload;
        this.threads = threads;
        ensemble = Ensemble.of(workload.size.inputs(), 2020 + workload.size.years(), workload.counts());
        futures = futures(workload.size);
        values = ensemble.newValues(workload.size.draws());
    }

    /** The factors of the formulas: fertility and mortality, then all migration; changes of status have none. */
    static Futures futures(Workload.Size size) {
        return (draw, factors) -> {
            for (int step = 0; step < size.years(); step++) {
                long at = ((long) draw * size.years() + step) * 3;
                factors[1][step] = 1 + 0.2 * (Formulas.uniform(at) - 0.5);
                factors[0][step] = 1 + 0.2 * (Formulas.uniform(at + 1) - 0.5);
                double migration = 1 + 0.5 * (Formulas.uniform(at + 2) - 0.5);
                for (int component = 2; component < Math.min(5, factors.length); component++) {
                    factors[component][step] = migration;
                }
            }
        };
    }

    @Override
    public void run() {
        ensemble.run(futures, values, threads);
    }

    @Override
    public double check() {
        double sum = 0;
        double people = 0;
        long index = 0;
        for (int draw = 0; draw < values.draws(); draw++) {
            for (int step = 0; step < values.steps(); step++) {
                for (int count = 0; count < values.counts().size(); count++) {
                    double value = values.at(count, step, draw);
                    sum += value * (1 + (index++ % 97) / 97.0);
                    boolean last = step + 1 == values.steps();
                    people += last && values.counts().get(count).kind() == Count.Kind.PEOPLE ? value : 0;
                }
            }
        }
        return workload.check(sum, people);
    }

    @Override
    public String kernel() {
        return ensemble.kernel();
    }
}
