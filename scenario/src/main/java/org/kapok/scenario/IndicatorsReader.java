package org.kapok.scenario;

import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kapok.core.Selection;
import org.kapok.demand.DemandPath;
import org.kapok.demand.scorecard.Formula;
import org.kapok.demand.scorecard.Goal;
import org.kapok.demand.scorecard.Indicator;
import org.kapok.demand.scorecard.Indicators;
import org.kapok.demand.scorecard.Quantity;
import org.kapok.projection.target.Measure;
import org.kapok.scenario.table.JsonCursor;
import org.kapok.scenario.table.Problems;
import org.kapok.scenario.table.Range;
import org.kapok.scenario.table.RecordTable;
import org.kapok.scenario.table.Row;

/** Reads the indicators of a plan and what was observed of them. */
final class IndicatorsReader {
    /** The kinds there are. */
    static final List<String> KINDS =
            List.of("measure", "demand", "supply", "added", "pupils", "pupils_of_age", "children");

    /** What else may stand beside a kind. */
    private static final List<String> REST = List.of("path", "since");

    private static final Range ANY = Range.any("");

    private final Layers layers;
    private final List<Measure> measures;
    private final List<String> services;
    private final Problems problems;
    private final Map<String, Text> titles = new LinkedHashMap<>();
    private final Map<String, Text> units = new LinkedHashMap<>();

    IndicatorsReader(Layers layers, List<Measure> measures, List<String> services, Problems problems) {
        this.layers = layers;
        this.measures = List.copyOf(measures);
        this.services = List.copyOf(services);
        this.problems = problems;
    }

    /** What indicators are called and why they cannot be projected, by kind and id. */
    Map<String, Text> titles() {
        return titles;
    }

    /** What indicators are measured in, by kind and id. */
    Map<String, Text> units() {
        return units;
    }

    Optional<Indicators> read() {
        Optional<Layers.Found> found = layers.optional("indicators");
        Optional<Layers.Found> observed = layers.optional("observed");
        if (found.isEmpty()) {
            observed.ifPresent(value -> value.value()
                    .report("got observed values without indicators, expected \"indicators\" beside them"));
            return Optional.empty();
        }
        int before = problems.count();
        List<Indicator> indicators = new ArrayList<>();
        Optional<JsonCursor> whole = JsonCursor.read(layers.file(found.get()), problems);
        whole.ifPresent(root -> {
            List<JsonCursor> items = root.at("indicators").items();
            List<String> ids = items.stream().map(item -> item.at("id").text()).toList();
            Map<String, Map<Integer, Double>> seen = observed(observed, ids);
            int baselineYear = root.at("baseline_year").integer(1900, 2200);
            int targetYear = root.at("target_year").integer(1900, 2200);
            for (int i = 0; i < ids.size(); i++) {
                indicator(items.get(i), ids.get(i), baselineYear, targetYear, seen)
                        .ifPresent(indicators::add);
            }
            root.done();
        });
        if (problems.count() > before) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Indicators(indicators));
        } catch (IllegalArgumentException e) {
            whole.orElseThrow().at("indicators").report(e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Indicator> indicator(
            JsonCursor item, String id, int baselineYear, int targetYear, Map<String, Map<Integer, Double>> observed) {
        int before = problems.count();
        int number = item.at("number").integer(1, 10_000);
        Text unit = ScenarioFolder.text(item.at("unit"));
        titles.put("indicator/" + id, ScenarioFolder.text(item.at("title")));
        units.put("indicator/" + id, unit);
        item.optional("reason").ifPresent(reason -> titles.put("reason/" + id, ScenarioFolder.text(reason)));
        boolean binding = item.optional("binding").map(JsonCursor::flag).orElse(false);
        boolean byRegion = item.optional("by_region").map(JsonCursor::flag).orElse(false);
        Goal.Direction direction = item.at("want").oneOf(Goal.Direction.class);
        OptionalDouble baseline = item.optional("baseline")
                .map(value -> OptionalDouble.of(value.number(ANY)))
                .orElse(OptionalDouble.empty());
        double target = item.at("target").number(ANY);
        double tolerance = item.optional("tolerance")
                .map(value -> value.number(Range.atLeast(0, "")))
                .orElse(0.01 * Math.abs(target));
        item.optional("source")
                .map(JsonCursor::text)
                .ifPresent(source -> titles.put("indicator_source/" + id, new Text(source, source)));
        Optional<Formula> formula = item.optional("formula").map(value -> formula(value, unit.en()));
        if (formula.isEmpty() && item.optional("reason").isEmpty()) {
            item.report("got neither a formula nor a reason why there is none, expected one of them");
        }
        Optional<MonthDay> day = item.optional("day").map(ServicesReader::monthDay);
        Indicator.Basis basis = new Indicator.Basis(formula, day, observed.getOrDefault(id, Map.of()));
        if (problems.count() > before) {
            return Optional.empty();
        }
        try {
            Goal goal = new Goal(direction, baseline, baselineYear, target, targetYear, tolerance);
            return Optional.of(new Indicator(number, id, binding, goal, basis, byRegion));
        } catch (IllegalArgumentException e) {
            item.report(e.getMessage());
            return Optional.empty();
        }
    }

    private Formula formula(JsonCursor value, String unit) {
        double times = value.optional("times")
                .map(scale -> scale.number(Range.atLeast(1e-9, "")))
                .orElse(1.0);
        JsonCursor scale = value.optional("times").orElse(value);
        boolean divided = value.optional("per").isPresent();
        if (divided) {
            ModelReader.requirePer(scale, times, unit);
        }
        if (unit.equals("%") && times != 100) {
            scale.report("got a value times " + times + " beside the unit \"%\", expected times 100");
        }
        List<Quantity> of = quantities(value.at("of"));
        List<Quantity> per = value.optional("per").map(this::quantities).orElse(List.of());
        return new Formula(Double.isNaN(times) ? 1 : times, of, per);
    }

    /** One quantity, or several that are added. */
    private List<Quantity> quantities(JsonCursor value) {
        List<Quantity> quantities = new ArrayList<>();
        if (value.isArray()) {
            value.items().forEach(item -> quantities.add(quantity(item)));
            if (quantities.isEmpty()) {
                value.report("got no quantities, expected 1 or more");
                quantities.add(new Quantity.Supplied(""));
            }
        } else {
            quantities.add(quantity(value));
        }
        return quantities;
    }

    private Quantity quantity(JsonCursor value) {
        List<String> kinds =
                KINDS.stream().filter(kind -> value.optional(kind).isPresent()).toList();
        if (kinds.size() != 1) {
            value.report("got " + (kinds.isEmpty() ? "none" : kinds) + " of " + KINDS + ", expected one of them");
            return new Quantity.Supplied("");
        }
        String kind = kinds.get(0);
        if (kind.equals("measure")) {
            String id = value.at(kind).oneOf(measures.stream().map(Measure::id).toList());
            int from =
                    value.optional("from_age").map(age -> age.integer(0, 120)).orElse(0);
            int to = value.optional("to_age").map(age -> age.integer(from, 120)).orElse(Selection.OPEN);
            return new Quantity.Projected(Measure.find(measures, id).orElseThrow(), from, to);
        }
        if (services.isEmpty()) {
            REST.forEach(value::optional);
            return new Quantity.Supplied(value.at(kind).text()); // the services have problems of their own
        }
        String service = value.at(kind).oneOf(services);
        if (kind.equals("supply")) {
            return new Quantity.Supplied(service);
        }
        if (kind.equals("added")) {
            return new Quantity.Added(service, value.at("since").integer(1900, 2200));
        }
        DemandPath path = value.at("path").oneOf(DemandPath.class);
        return kind.equals("demand")
                ? new Quantity.Demanded(service, path)
                : new Quantity.Schooled(service, path, Quantity.Schooled.Count.valueOf(kind.toUpperCase(Locale.ROOT)));
    }

    private Map<String, Map<Integer, Double>> observed(Optional<Layers.Found> table, List<String> ids) {
        Map<String, Map<Integer, Double>> observed = new HashMap<>();
        table.ifPresent(found -> {
            for (Row row : RecordTable.read(
                    layers.file(found), List.of("indicator", "year", "value"), List.of("source", "note"), problems)) {
                String id = row.oneOf("indicator", ids);
                double year = row.number("year", new Range(1900, 2200, "a year"));
                double value = row.number("value", ANY);
                if (observed.computeIfAbsent(id, key -> new HashMap<>()).put((int) year, value) != null) {
                    row.report("year", "got " + id + " of " + (int) year + " twice, expected each once");
                }
            }
        });
        return observed;
    }
}
