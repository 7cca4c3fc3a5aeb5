package org.kapok.benchmarks;

import org.kapok.projection.ProjectionInputs;
import org.kapok.projection.ensemble.Count;
import org.kapok.projection.ensemble.Ensemble;
import org.kapok.projection.ensemble.RegionProjection;
import org.kapok.projection.ensemble.RegionTotals;

/** A workload of many regions and one run. */
final class RegionRun implements WorkloadRun {
    private final Workload workload;
    private final int threads;
    private final RegionProjection projection;
    private final RegionTotals totals;
    private final double[][] factors;

    RegionRun(Workload workload, int threads) {
        this.workload = workload;
        this.threads = threads;
        ProjectionInputs inputs = workload.size.inputs();
        projection = RegionProjection.of(inputs, 2020 + workload.size.years(), workload.counts());
        totals = projection.newTotals();
        factors = factors(Ensemble.components(inputs).size(), workload.size.years());
    }

    /** Fertility, mortality, and all migration; changes of status have none. */
    static double[][] factors(int components, int years) {
        double[][] factors = new double[components][years];
        for (int component = 0; component < components; component++) {
            for (int step = 0; step < years; step++) {
                factors[component][step] = switch (component) {
                    case 0 -> 1 + 0.002 * step;
                    case 1 -> 1 - 0.004 * step;
                    case 2, 3, 4 -> 1 - 0.003 * step;
                    default -> 1;
                };
            }
        }
        return factors;
    }

    @Override
    public void run() {
        projection.run(factors, totals, threads);
    }

    @Override
    public double check() {
        double sum = 0;
        double people = 0;
        long index = 0;
        for (int step = 0; step < totals.steps(); step++) {
            for (int region = 0; region < totals.regions(); region++) {
                for (int count = 0; count < totals.counts().size(); count++) {
                    if (totals.counts().get(count).kind() != Count.Kind.PEOPLE) {
                        continue;
                    }
                    double value = totals.at(count, step, region);
                    sum += value * (1 + (index++ % 97) / 97.0);
                    people += step + 1 == totals.steps() ? value : 0;
                }
            }
        }
        return workload.check(sum, people);
    }

    @Override
    public String kernel() {
        return "plain";
    }
}
