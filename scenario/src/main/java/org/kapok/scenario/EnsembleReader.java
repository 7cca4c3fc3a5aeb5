package org.kapok.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kapok.core.CellSpace;
import org.kapok.demand.Demand;
import org.kapok.demand.DemandPath;
import org.kapok.projection.Component;
import org.kapok.projection.ensemble.FactorProcess;
import org.kapok.projection.ensemble.Sampling;
import org.kapok.projection.ensemble.Trajectories;
import org.kapok.scenario.table.JsonCursor;
import org.kapok.scenario.table.Problems;
import org.kapok.scenario.table.Range;

/** Reads how the futures of a scenario are drawn. */
final class EnsembleReader {
    private final Layers layers;
    private final List<String> components;
    private final List<String> services;
    private final ProcessReader processReader;
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
        this.processReader = new ProcessReader(layers, past, steps, problems);
        this.lastYear = inputs.lastYear();
        this.problems = problems;
    }

    Optional<EnsemblePlan> read() {
        return layers.optional("ensemble").flatMap(this::plan);
    }

    private Optional<EnsemblePlan> plan(Layers.Found found) {
        JsonCursor value = found.value();
        int before = problems.count();
        int draws = value.at("draws").integer(1, EnsembleOptions.MOST_DRAWS);
        int seed = value.at("seed").integer(0, Integer.MAX_VALUE);
        Sampling sampling = value.optional("sampling")
                .map(each -> each.oneOf(Sampling.class))
                .orElse(Sampling.PLAIN);
        Optional<Trajectories> trajectories = value.optional("trajectories")
                .flatMap(name -> new TrajectoriesReader(components, steps, problems)
                        .read(layers.file(found.layer(), name.text())));
        Map<String, Wandering> named = named(value, found.layer());
        List<List<Double>> correlation = correlation(value);
        Map<Demand.Of, FactorProcess> used = services(value);
        List<DrawnEvent> events = new EventReader(services, space, baseDate, lastYear).read(value);
        if (problems.count() > before) {
            return Optional.empty();
        }
        List<Wandering> wandering = components.stream()
                .map(each -> named.getOrDefault(each, Wandering.still(each)))
                .toList();
        try {
            return Optional.of(
                    new EnsemblePlan(draws, seed, sampling, wandering, correlation, used, trajectories, events));
        } catch (IllegalArgumentException e) {
            value.report(e.getMessage());
            return Optional.empty();
        }
    }

    private Map<String, Wandering> named(JsonCursor value, int layer) {
        Map<String, Wandering> named = new HashMap<>();
        Optional<JsonCursor> processes = value.optional("processes");
        if (processes.isPresent() == value.optional("trajectories").isPresent()) {
            value.report("got " + (processes.isPresent() ? "both" : "neither")
                    + " \"processes\" and \"trajectories\", expected one of the two");
        }
        processes.ifPresent(all -> all.members().forEach((component, process) -> {
            if (components.contains(component)) {
                processReader.wandering(component, process, layer).ifPresent(read -> named.put(component, read));
            } else {
                process.report("got component \"" + component + "\", expected one of " + components);
            }
        }));
        return named;
    }

    private Map<Demand.Of, FactorProcess> services(JsonCursor value) {
        Map<Demand.Of, FactorProcess> used = new LinkedHashMap<>();
        value.optional("services")
                .ifPresent(list -> list.items().forEach(item -> {
                    String service = item.at("service").oneOf(services);
                    DemandPath path = item.optional("path")
                            .map(each -> each.oneOf(DemandPath.class))
                            .orElse(DemandPath.NEED);
                    Demand.Of of = new Demand.Of(service, path);
                    processReader.process(item).ifPresent(process -> {
                        if (used.putIfAbsent(of, process) != null) {
                            item.report("got the " + path.label() + " of " + service + " twice, expected each once");
                        }
                    });
                }));
        return used;
    }

    private List<List<Double>> correlation(JsonCursor value) {
        List<List<Double>> matrix = new ArrayList<>();
        for (int i = 0; i < components.size(); i++) {
            List<Double> row = new ArrayList<>(Collections.nCopies(components.size(), 0.0));
            row.set(i, 1.0);
            matrix.add(row);
        }
        value.optional("correlation")
                .ifPresent(list -> list.items().forEach(item -> {
                    List<Integer> pair = item.at("between").items().stream()
                            .map(each -> components.indexOf(each.oneOf(components)))
                            .toList();
                    double given = item.at("value").number(new Range(-1, 1, ""));
                    if (pair.size() != 2 || pair.get(0).equals(pair.get(1))) {
                        item.report("got " + pair.size() + " components, expected two different ones");
                    } else {
                        matrix.get(pair.get(0)).set(pair.get(1), given);
                        matrix.get(pair.get(1)).set(pair.get(0), given);
                    }
                }));
        return matrix;
    }
}
