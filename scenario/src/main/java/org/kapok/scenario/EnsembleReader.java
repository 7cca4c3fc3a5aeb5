package org.kapok.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kapok.demand.Demand;
import org.kapok.demand.DemandPath;
import org.kapok.projection.Component;
import org.kapok.projection.ensemble.FactorProcess;
import org.kapok.projection.ensemble.ProcessEstimate;
import org.kapok.projection.ensemble.Trajectories;
import org.kapok.scenario.table.JsonCursor;
import org.kapok.scenario.table.Problems;
import org.kapok.scenario.table.Range;
import org.kapok.scenario.table.RecordTable;
import org.kapok.scenario.table.Row;

/** Reads how the futures of a scenario are drawn. */
final class EnsembleReader {
    private final Layers layers;
    private final List<String> components;
    private final List<String> services;
    private final FlowRecord past;
    private final int firstYear;
    private final int lastYear;
    private final Problems problems;

    EnsembleReader(
            Layers layers, InputsReader inputs, Collection<String> services, FlowRecord past, Problems problems) {
        this.layers = layers;
        this.components = inputs.components().stream()
                .filter(each -> each.kind() != Component.Kind.RURAL_SHARE)
                .map(Component::id)
                .toList();
        this.services =
                services.stream().filter(id -> !id.contains("/")).sorted().toList();
        this.past = past;
        this.firstYear = inputs.baseDate().getYear();
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
        boolean antithetic = value.optional("antithetic").map(JsonCursor::flag).orElse(false);
        Optional<Trajectories> trajectories = value.optional("trajectories")
                .flatMap(name -> new TrajectoriesReader(components, firstYear, lastYear, problems)
                        .read(layers.file(found.layer(), name.text())));
        Map<String, Wandering> named = new HashMap<>();
        Optional<JsonCursor> processes = value.optional("processes");
        if (processes.isPresent() == value.optional("trajectories").isPresent()) {
            value.report("got " + (processes.isPresent() ? "both" : "neither")
                    + " \"processes\" and \"trajectories\", expected one of the two");
        }
        processes.ifPresent(all -> all.members().forEach((component, process) -> {
            if (components.contains(component)) {
                wandering(component, process, found.layer()).ifPresent(read -> named.put(component, read));
            } else {
                process.report("got component \"" + component + "\", expected one of " + components);
            }
        }));
        List<List<Double>> correlation = correlation(value);
        Map<Demand.Of, FactorProcess> used = services(value);
        if (problems.count() > before) {
            return Optional.empty();
        }
        List<Wandering> wandering = components.stream()
                .map(each -> named.getOrDefault(each, Wandering.still(each)))
                .toList();
        try {
            return Optional.of(new EnsemblePlan(draws, seed, antithetic, wandering, correlation, used, trajectories));
        } catch (IllegalArgumentException e) {
            value.report(e.getMessage());
            return Optional.empty();
        }
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
                    process(item).ifPresent(process -> {
                        if (used.putIfAbsent(of, process) != null) {
                            item.report("got the " + path.label() + " of " + service + " twice, expected each once");
                        }
                    });
                }));
        return used;
    }

    private Optional<Wandering> wandering(String component, JsonCursor value, int layer) {
        int before = problems.count();
        Optional<FactorProcess> local = value.optional("local").flatMap(this::process);
        Optional<ProcessEstimate> estimate = value.optional("history").flatMap(history -> estimate(history, layer));
        if (value.optional("history").isPresent()) {
            return problems.count() > before
                    ? Optional.empty()
                    : estimate.map(found -> new Wandering(component, found.likeliest(), local, estimate));
        }
        return process(value).map(process -> new Wandering(component, process, local, Optional.empty()));
    }

    /** A process by the values of past years: a table of them, or a measure on record. */
    private Optional<ProcessEstimate> estimate(JsonCursor history, int layer) {
        SortedMap<Integer, Double> values = new TreeMap<>();
        if (history.isText()) {
            for (Row row : RecordTable.read(
                    layers.file(layer, history.text()), List.of("year", "value"), List.of("source"), problems)) {
                int year = (int) row.number("year", new Range(1500, 2200, "a year"));
                if (values.put(year, row.number("value", Range.atLeast(0, ""))) != null) {
                    row.report("year", "got " + year + " twice, expected each year once");
                }
            }
        } else {
            String measure = history.at("measure").text();
            String area = history.optional("region").map(JsonCursor::text).orElse("");
            past.flows().stream()
                    .filter(flow ->
                            flow.measure().id().equals(measure) && flow.area().equals(area) && flow.from() == flow.to())
                    .forEach(flow -> values.put(flow.from(), flow.perYear()));
        }
        boolean gaps = !values.isEmpty() && values.lastKey() - values.firstKey() + 1 != values.size();
        if (values.size() < ProcessEstimate.LEAST || gaps) {
            history.report("got the years " + values.keySet() + ", expected " + ProcessEstimate.LEAST
                    + " or more, one after another, each with a value of its own");
            return Optional.empty();
        }
        try {
            return Optional.of(ProcessEstimate.of(
                    values.values().stream().mapToDouble(Double::doubleValue).toArray()));
        } catch (IllegalArgumentException e) {
            history.report(e.getMessage());
            return Optional.empty();
        }
    }

    /** A process by its numbers, or by the interval that an expert expects in a year. */
    private Optional<FactorProcess> process(JsonCursor value) {
        int before = problems.count();
        double phi =
                value.optional("phi").map(each -> each.number(Range.share())).orElse(1.0);
        if (value.optional("interval").isPresent()) {
            List<JsonCursor> ends = value.at("interval").items();
            if (ends.size() != 2) {
                value.at("interval").report("got " + ends.size() + " numbers, expected the low and the high end");
                return Optional.empty();
            }
            double low = ends.get(0).number(Range.atLeast(0, ""));
            double high = ends.get(1).number(Range.atLeast(0, ""));
            double probability = value.at("probability").number(Range.share());
            int year = value.at("year").integer(firstYear + 1, lastYear);
            return problems.count() > before
                    ? Optional.empty()
                    : guarded(value, low, high, probability, year - firstYear, phi);
        }
        double sd = value.at("sd").number(Range.atLeast(0, ""));
        double drift =
                value.optional("drift").map(each -> each.number(Range.any(""))).orElse(0.0);
        double toward = value.optional("toward")
                .map(each -> each.number(Range.atLeast(0.001, "")))
                .orElse(1.0);
        if (problems.count() > before) {
            return Optional.empty();
        }
        return Optional.of(new FactorProcess(phi, sd, StrictMath.log(toward), drift));
    }

    private static Optional<FactorProcess> guarded(
            JsonCursor value, double low, double high, double probability, int steps, double phi) {
        try {
            return Optional.of(FactorProcess.ofInterval(low, high, probability, steps, phi));
        } catch (IllegalArgumentException e) {
            value.report(e.getMessage());
            return Optional.empty();
        }
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
