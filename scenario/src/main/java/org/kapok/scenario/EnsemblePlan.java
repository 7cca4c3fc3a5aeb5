package org.kapok.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.kapok.projection.ensemble.FactorProcess;
import org.kapok.projection.ensemble.Processes;

/**
 * How a scenario's futures are drawn.
 *
 * @param draws how many, unless the command says otherwise
 * @param seed what the draws start from
 * @param antithetic whether draws come in mirrored pairs
 * @param components what wanders, in the order of the processes
 * @param processes one per component; those that the scenario does not name stand still
 * @param correlation of their shocks
 */
public record EnsemblePlan(
        int draws,
        long seed,
        boolean antithetic,
        List<String> components,
        List<FactorProcess> processes,
        List<List<Double>> correlation) {
    public EnsemblePlan {
        components = List.copyOf(components);
        processes = List.copyOf(processes);
        correlation = correlation.stream().map(List::copyOf).toList();
        Objects.requireNonNull(correlation, "correlation");
        futures(processes, correlation, seed, antithetic); // refuses what is not a correlation
    }

    /** The components that wander. */
    public List<String> wandering() {
        return components.stream()
                .filter(each -> processes.get(components.indexOf(each)).sd() > 0)
                .toList();
    }

    /** The same with the shocks of one component alone; all others follow the median of their process. */
    public EnsemblePlan only(String component) {
        List<FactorProcess> alone = new ArrayList<>();
        for (int i = 0; i < processes.size(); i++) {
            FactorProcess process = processes.get(i);
            alone.add(
                    components.get(i).equals(component)
                            ? process
                            : new FactorProcess(process.phi(), 0, process.level(), process.drift()));
        }
        return new EnsemblePlan(draws, seed, antithetic, components, alone, correlation);
    }

    /** The futures from a seed. */
    public Processes futures(long from) {
        return futures(processes, correlation, from, antithetic);
    }

    private static Processes futures(
            List<FactorProcess> processes, List<List<Double>> correlation, long seed, boolean antithetic) {
        double[][] matrix = correlation.stream()
                .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
        return Processes.of(processes, matrix, seed, antithetic);
    }
}
