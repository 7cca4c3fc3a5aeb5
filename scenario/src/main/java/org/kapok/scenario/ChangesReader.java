package org.kapok.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.kapok.core.Axis;
import org.kapok.core.Cube;
import org.kapok.projection.Component;
import org.kapok.projection.change.AgeProfile;
import org.kapok.projection.change.Change;
import org.kapok.projection.change.FertilityLevel;
import org.kapok.projection.change.FertilityUplift;
import org.kapok.projection.change.FixedFlow;
import org.kapok.projection.change.InfantMortality;
import org.kapok.projection.change.LifeExpectancyLevel;
import org.kapok.projection.change.Quota;
import org.kapok.projection.change.Scaling;
import org.kapok.projection.change.Scope;
import org.kapok.projection.change.Shock;
import org.kapok.scenario.table.JsonCursor;
import org.kapok.scenario.table.Problems;
import org.kapok.scenario.table.Range;

/** Reads the list of changes. Those of a scenario and of the ones it extends add up; the nearest of an id stands. */
final class ChangesReader {
    private static final String KIND = "change";
    /** The kinds there are. */
    static final List<String> KINDS = List.of(
            "fertility_level",
            "fertility_uplift",
            "life_expectancy",
            "infant_mortality",
            "scaling",
            "fixed_flow",
            "age_profile",
            "quota",
            "shock",
            "housing",
            "merge",
            "split");

    private static final Range YEARS = new Range(1900, 2200, "");

    private final Layers layers;
    private final List<Component> components;
    private final Problems problems;
    private final QuantityReader quantities;
    private final HousingReader housing;

    /** A reader for flows over these axes, years first, and populations of these years. */
    ChangesReader(Layers layers, List<Axis> axes, Axis populationYears, List<Component> components, Problems problems) {
        this.layers = layers;
        this.components = List.copyOf(components);
        this.problems = problems;
        this.quantities = new QuantityReader(layers, axes, problems);
        this.housing = new HousingReader(layers, axes, populationYears, problems);
    }

    /** The changes, with those of boundaries that were read before. */
    List<Change> read(List<Change> boundaries) {
        Map<String, Change> changes = new LinkedHashMap<>();
        boundaries.forEach(boundary -> changes.put(boundary.id(), boundary));
        for (Layers.Found found : layers.all("changes")) {
            for (JsonCursor item : found.value().items()) {
                String id = item.at("id").text();
                item.optional("title").ifPresent(ScenarioFolder::text);
                int before = problems.count();
                String kind = item.at(KIND).oneOf(KINDS);
                Optional<Change> change = problems.count() > before || BoundaryReader.KINDS.contains(kind)
                        ? Optional.empty()
                        : guarded(item, before, () -> change(found.layer(), item, id, kind));
                change.ifPresent(each -> changes.putIfAbsent(id, each));
            }
        }
        return List.copyOf(changes.values());
    }

    /** What a type refuses is a problem of the item. */
    private Optional<Change> guarded(JsonCursor item, int before, Supplier<Change> made) {
        try {
            Change change = made.get();
            return problems.count() > before ? Optional.empty() : Optional.of(change);
        } catch (IllegalArgumentException refused) {
            if (problems.count() == before) {
                item.report(refused.getMessage());
            }
            item.leave();
            return Optional.empty();
        }
    }

    private Change change(int layer, JsonCursor item, String id, String kind) {
        if (kind.equals("quota")) {
            return new Quota(id, item.at("transition").oneOf(transitions()), quantity(layer, item, "persons"));
        }
        if (kind.equals("housing")) {
            return housing.read(layer, item, id);
        }
        Scope scope = scope(item);
        return switch (kind) {
            case "fertility_level" -> new FertilityLevel(id, scope, quantity(layer, item, "tfr"));
            case "fertility_uplift" ->
                new FertilityUplift(id, scope, quantities.signed().read(layer, item.at("uplift")), share(layer, item));
            case "life_expectancy" -> new LifeExpectancyLevel(id, scope, quantity(layer, item, "years"));
            case "infant_mortality" -> new InfantMortality(id, scope, quantity(layer, item, "deaths_per_birth"));
            case "scaling" -> new Scaling(id, component(item.at("flow")), scope, quantity(layer, item, "factor"));
            case "fixed_flow" -> new FixedFlow(id, component(item.at("flow")), scope, quantity(layer, item, "persons"));
            case "age_profile" ->
                new AgeProfile(id, component(item.at("flow")), scope, quantity(layer, item, "profile"));
            default -> shock(item, id, scope);
        };
    }

    private Cube quantity(int layer, JsonCursor item, String key) {
        return quantities.read(layer, item.at(key));
    }

    /** All births, where the change does not say of which. */
    private Cube share(int layer, JsonCursor item) {
        return item.optional("share")
                .map(value -> quantities.read(layer, value))
                .orElse(Cube.of(List.of(), 1));
    }

    private Shock shock(JsonCursor item, String id, Scope scope) {
        SortedMap<String, Double> factors = new TreeMap<>();
        item.at("factors").members().forEach((component, value) -> {
            if (components.stream().noneMatch(each -> each.id().equals(component))) {
                value.report("got \"" + component + "\", expected one of "
                        + components.stream().map(Component::id).toList());
            }
            factors.put(component, value.number(Range.atLeast(0, "")));
        });
        int recovery = item.optional("recovery_years")
                .map(value -> value.integer(0, 100))
                .orElse(0);
        return new Shock(id, scope, (int) item.at("year").number(YEARS), factors, recovery);
    }

    private Component component(JsonCursor flow) {
        List<String> ids = components.stream().map(Component::id).toList();
        return components.get(ids.indexOf(flow.oneOf(ids)));
    }

    private List<String> transitions() {
        List<String> ids = components.stream()
                .map(Component::transition)
                .filter(id -> !id.isEmpty())
                .toList();
        return ids.isEmpty() ? List.of("none") : ids;
    }

    private Scope scope(JsonCursor item) {
        Scope all = Scope.all();
        int from = item.optional("from").map(year -> (int) year.number(YEARS)).orElse(all.from());
        int to = item.optional("to").map(year -> (int) year.number(YEARS)).orElse(all.to());
        return new Scope(labels(item, "regions"), labels(item, "statuses"), from, to);
    }

    private static List<String> labels(JsonCursor item, String key) {
        return item.optional(key).map(JsonCursor::items).orElse(List.of()).stream()
                .map(JsonCursor::text)
                .toList();
    }
}
