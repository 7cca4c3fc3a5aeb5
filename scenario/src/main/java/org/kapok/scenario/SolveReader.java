package org.kapok.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.kapok.core.Axis;
import org.kapok.core.Cube;
import org.kapok.projection.Component;
import org.kapok.projection.target.Factor;
import org.kapok.projection.target.FreeFlow;
import org.kapok.projection.target.FreeFlows;
import org.kapok.scenario.table.JsonCursor;
import org.kapok.scenario.table.Problems;
import org.kapok.scenario.table.Range;

/** Reads what may change so that targets are reached, and what an earlier solution found. */
final class SolveReader {
    private final Layers layers;
    private final List<Axis> axes; // year first
    private final List<Component> components;
    private final Problems problems;

    /** A reader for a projection over these axes, years of flows first, with these components. */
    SolveReader(Layers layers, List<Axis> axes, List<Component> components, Problems problems) {
        this.layers = layers;
        this.axes = List.copyOf(axes);
        this.components = List.copyOf(components);
        this.problems = problems;
    }

    /** The free flows, where the scenario says any. */
    Optional<FreeFlows> free() {
        return layers.optional("solve").flatMap(found -> {
            int before = problems.count();
            JsonCursor solve = found.value();
            List<FreeFlow> flows = new ArrayList<>();
            for (JsonCursor item : solve.at("free").items()) {
                flow(item).ifPresent(flows::add);
            }
            double smoothness = solve.optional("smoothness")
                    .map(value -> value.number(Range.atLeast(0, "")))
                    .orElse(FreeFlows.SMOOTHNESS);
            OptionalInt fade = solve.optional("fade_years")
                    .map(value -> OptionalInt.of(value.integer(1, 1000)))
                    .orElse(OptionalInt.empty());
            if (flows.isEmpty() && problems.count() == before) {
                solve.report("got no free flows, expected 1 or more under \"free\"");
            }
            return problems.count() > before ? Optional.empty() : Optional.of(new FreeFlows(flows, smoothness, fade));
        });
    }

    private Optional<FreeFlow> flow(JsonCursor item) {
        int before = problems.count();
        List<String> ids = components.stream().map(Component::id).toList();
        Component component = components.get(ids.indexOf(item.at("flow").oneOf(ids)));
        List<String> by = labels(item, "by", FreeFlow.AXES);
        List<String> statuses = labels(item, "statuses", axes.get(2).labels());
        List<Integer> ages = item.optional("ages").map(JsonCursor::items).orElse(List.of()).stream()
                .map(age -> age.integer(0, 130))
                .toList();
        double stiffness = number(item, "stiffness", Range.atLeast(1e-6, ""), 1);
        double least = number(item, "least", new Range(1e-3, 1, ""), FreeFlow.LEAST);
        double most = number(item, "most", Range.atLeast(1, ""), FreeFlow.MOST);
        if (problems.count() > before) {
            return Optional.empty();
        }
        try {
            return Optional.of(new FreeFlow(component, by, statuses, ages, stiffness, least, most));
        } catch (IllegalArgumentException refused) {
            item.report(refused.getMessage());
            return Optional.empty();
        }
    }

    private static List<String> labels(JsonCursor item, String key, List<String> known) {
        return item.optional(key).map(JsonCursor::items).orElse(List.of()).stream()
                .map(label -> label.oneOf(known))
                .toList();
    }

    private static double number(JsonCursor item, String key, Range range, double usual) {
        return item.optional(key).map(value -> value.number(range)).orElse(usual);
    }

    /** The factors of a solution, where the scenario or one that it extends has any. */
    List<Factor> solution() {
        QuantityReader quantities = new QuantityReader(layers, axes, problems);
        List<Factor> factors = new ArrayList<>();
        for (Component component : components) {
            Optional<Cube> factor = quantities.readOptional("solution", component.id());
            factor.ifPresent(cube -> factors.add(new Factor(component, cube)));
        }
        return factors;
    }
}
