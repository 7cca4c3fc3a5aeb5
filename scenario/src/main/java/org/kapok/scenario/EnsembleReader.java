package org.kapok.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kapok.projection.Component;
import org.kapok.projection.ensemble.FactorProcess;
import org.kapok.scenario.table.JsonCursor;
import org.kapok.scenario.table.Problems;
import org.kapok.scenario.table.Range;

/** Reads how the futures of a scenario are drawn. */
final class EnsembleReader {
    private static final int MOST_DRAWS = 10_000_000;

    private final Layers layers;
    private final List<String> components;
    private final int firstYear;
    private final int lastYear;
    private final Problems problems;

    EnsembleReader(Layers layers, List<Component> components, int firstYear, int lastYear, Problems problems) {
        this.layers = layers;
        this.components = components.stream()
                .filter(each -> each.kind() != Component.Kind.RURAL_SHARE)
                .map(Component::id)
                .toList();
        this.firstYear = firstYear;
        this.lastYear = lastYear;
        this.problems = problems;
    }

    Optional<EnsemblePlan> read() {
        return layers.optional("ensemble").flatMap(found -> plan(found.value()));
    }

    private Optional<EnsemblePlan> plan(JsonCursor value) {
        int before = problems.count();
        int draws = value.at("draws").integer(1, MOST_DRAWS);
        int seed = value.at("seed").integer(0, Integer.MAX_VALUE);
        boolean antithetic = value.optional("antithetic").map(JsonCursor::flag).orElse(false);
        Map<String, FactorProcess> named = new HashMap<>();
        value.at("processes").members().forEach((component, process) -> {
            if (components.contains(component)) {
                process(process).ifPresent(read -> named.put(component, read));
            } else {
                process.report("got component \"" + component + "\", expected one of " + components);
            }
        });
        List<List<Double>> correlation = correlation(value);
        if (problems.count() > before) {
            return Optional.empty();
        }
        List<FactorProcess> processes = components.stream()
                .map(each -> named.getOrDefault(each, FactorProcess.aroundPath(0, 0)))
                .toList();
        try {
            return Optional.of(new EnsemblePlan(draws, seed, antithetic, components, processes, correlation));
        } catch (IllegalArgumentException e) {
            value.report(e.getMessage());
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
