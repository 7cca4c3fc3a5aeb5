package org.kapok.scenario;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kapok.core.CellSpace;
import org.kapok.demand.Demand;
import org.kapok.demand.DemandPath;
import org.kapok.demand.VaryingUse;
import org.kapok.projection.Component;
import org.kapok.projection.ensemble.Correlation;
import org.kapok.projection.ensemble.FactorProcess;
import org.kapok.projection.ensemble.Sampling;
import org.kapok.projection.ensemble.Trajectories;
import org.kapok.scenario.table.JsonCursor;
import org.kapok.scenario.table.Problems;

/** Reads how the futures of a scenario are drawn. */
final class EnsembleReader {
    private final Layers layers;
    private final List<String> components;
    private final List<String> services;
    private final ProcessReader processReader;
    private final CorrelationReader correlations;
    private final CellSpace space;
    private final LocalDate baseDate;
    private final Steps steps;
    private final int lastYear;
    private final Problems problems;

    /**
     * A reader.
     *
     * @param space of the population that is projected
     * @param services the ids of services
     */
    EnsembleReader(
            Layers layers,
            InputsReader inputs,
            CellSpace space,
            Collection<String> services,
            FlowRecord past,
            Problems problems) {
        this.layers = layers;
        this.components = inputs.components().stream()
                .filter(each -> each.kind() != Component.Kind.RURAL_SHARE)
                .map(Component::id)
                .toList();
        this.services =
                services.stream().filter(id -> !id.contains("/")).sorted().toList();
        this.space = space;
        this.steps = new Steps(
                inputs.baseDate().getYear(), inputs.lastYear(), space.ages().uniformWidth());
        this.baseDate = inputs.baseDate();
        this.correlations = new CorrelationReader(layers, problems);
        this.processReader = new ProcessReader(layers, past, steps, problems);
        this.lastYear = inputs.lastYear();
        this.problems = problems;
    }

    Optional<EnsemblePlan> read() {
        return layers.optional("ensemble").flatMap(found -> plan(found.value()));
    }

    /** Every key stands where it is stated nearest; of processes, that of each component does. */
    private Optional<EnsemblePlan> plan(JsonCursor nearest) {
        int before = problems.count();
        int draws = layers.at("ensemble", "draws").value().integer(1, EnsembleOptions.MOST_DRAWS);
        int seed = layers.at("ensemble", "seed").value().integer(0, Integer.MAX_VALUE);
        Sampling sampling =
                value("sampling").map(each -> each.oneOf(Sampling.class)).orElse(Sampling.PLAIN);
        Optional<Layers.Found> given = given(nearest);
        Optional<Trajectories> trajectories =
                given.flatMap(name -> new TrajectoriesReader(components, steps, problems).read(layers.file(name)));
        Map<String, Wandering> named = named(given.map(Layers.Found::layer).orElse(Integer.MAX_VALUE));
        Optional<Correlation> correlation = correlations.components(components);
        Optional<Correlation> regions = correlations.regions(space, named.values());
        Map<VaryingUse, FactorProcess> used = services();
        List<DrawnEvent> events = value("events")
                .map(new EventReader(services, space, baseDate, lastYear)::read)
                .orElse(List.of());
        if (problems.count() > before) {
            return Optional.empty();
        }
        List<Wandering> wandering = components.stream()
                .map(each -> named.getOrDefault(each, Wandering.still(each)))
                .toList();
        try {
            return Optional.of(new EnsemblePlan(
                    draws, seed, sampling, wandering, correlation.orElseThrow(), regions, used, trajectories, events));
        } catch (IllegalArgumentException e) {
            nearest.report(e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<JsonCursor> value(String key) {
        return layers.optional("ensemble", key).map(Layers.Found::value);
    }

    /** The trajectories, where they are stated and no nearer scenario states processes. */
    private Optional<Layers.Found> given(JsonCursor nearest) {
        Optional<Layers.Found> trajectories = layers.optional("ensemble", "trajectories");
        Optional<Layers.Found> processes = layers.optional("ensemble", "processes");
        int one = trajectories.map(Layers.Found::layer).orElse(Integer.MAX_VALUE);
        int other = processes.map(Layers.Found::layer).orElse(Integer.MAX_VALUE);
        if (one == other) {
            nearest.report("got " + (processes.isPresent() ? "both" : "neither")
                    + " \"processes\" and \"trajectories\", expected one of the two");
        }
        return one < other ? trajectories : Optional.empty();
    }

    /** The process of each component, by the scenario that states it nearest, of those nearer than trajectories. */
    private Map<String, Wandering> named(int trajectories) {
        Map<String, Wandering> named = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (Layers.Found ensemble : layers.all("ensemble")) {
            Optional<JsonCursor> processes = ensemble.value().optional("processes");
            if (processes.isEmpty() || ensemble.layer() >= trajectories) {
                continue;
            }
            processes.get().members().forEach((component, process) -> {
                if (!components.contains(component)) {
                    process.report("got component \"" + component + "\", expected one of " + components);
                } else if (seen.add(component)) {
                    processReader
                            .wandering(component, process, ensemble.layer())
                            .ifPresent(read -> named.put(component, read));
                }
            });
        }
        return named;
    }

    private Map<VaryingUse, FactorProcess> services() {
        Map<VaryingUse, FactorProcess> used = new LinkedHashMap<>();
        value("services")
                .ifPresent(list -> list.items().forEach(item -> {
                    String service = item.at("service").oneOf(services);
                    DemandPath path = item.optional("path")
                            .map(each -> each.oneOf(DemandPath.class))
                            .orElse(DemandPath.NEED);
                    VaryingUse.Parameter parameter = item.optional("parameter")
                            .map(each -> each.oneOf(VaryingUse.Parameter.class))
                            .orElse(VaryingUse.Parameter.DEMAND);
                    VaryingUse use = new VaryingUse(new Demand.Of(service, path), parameter);
                    processReader.process(item).ifPresent(process -> {
                        if (used.putIfAbsent(use, process) != null) {
                            item.report("got " + use + " twice, expected each once");
                        }
                    });
                }));
        return used;
    }
}
