package org.kapok.report.html;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kapok.demand.scorecard.Goal;
import org.kapok.demand.scorecard.Indicator;
import org.kapok.demand.scorecard.Scorecard;
import org.kapok.scenario.EnsembleRun;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioRun;

/** How every indicator of a plan stands, by year and area. */
final class ScorecardData {
    private final Scenario scenario;
    private final Optional<EnsembleRun> ensemble;
    private final List<String> areas; // whose verdicts are carried

    ScorecardData(ScenarioRun run, Optional<EnsembleRun> ensemble, ShownRegions shown) {
        this.scenario = run.scenario();
        this.ensemble = ensemble;
        this.areas = shown.areas(run.projection().space());
    }

    ArrayNode node(Scorecard scorecard) {
        Map<String, ObjectNode> nodes = new LinkedHashMap<>();
        ArrayNode indicators = Json.array();
        for (Scorecard.Row row : scorecard.rows()) {
            if (!areas.contains(row.area())) {
                continue;
            }
            ObjectNode node = nodes.computeIfAbsent(row.indicator().id(), id -> {
                ObjectNode fresh = indicators.addObject();
                put(row.indicator(), fresh);
                return fresh;
            });
            put(row, node.withArrayProperty("rows").addObject());
        }
        return indicators;
    }

    private void put(Indicator indicator, ObjectNode node) {
        Goal goal = indicator.goal();
        node.put("number", indicator.number())
                .put("id", indicator.id())
                .put("binding", indicator.binding())
                .put("want", goal.direction().name().toLowerCase(Locale.ROOT))
                .put("target", Json.number(goal.target()))
                .put("targetYear", goal.targetYear())
                .put("baselineYear", goal.baselineYear())
                .put("tolerance", Json.number(goal.tolerance()));
        put(node, "baseline", goal.baseline());
        node.set("title", Json.text(scenario.titleOf("indicator", indicator.id())));
        node.set("unit", Json.text(scenario.units().get("indicator/" + indicator.id())));
        if (scenario.titles().containsKey("reason/" + indicator.id())) {
            node.set("reason", Json.text(scenario.titleOf("reason", indicator.id())));
        }
        ensemble.stream()
                .flatMap(drawn -> drawn.indicators().stream())
                .filter(chance -> chance.indicator().id().equals(indicator.id()))
                .forEach(chance -> node.put("chance", Json.number(chance.met())));
    }

    private static void put(Scorecard.Row row, ObjectNode node) {
        node.put("area", row.area())
                .put("year", row.year())
                .put("asked", Json.number(row.indicator().goal().askedIn(row.year())))
                .put("verdict", row.verdict().label())
                .put("why", row.why().label());
        put(node, "value", row.value());
        put(node, "more", row.more());
    }

    private static void put(ObjectNode node, String key, OptionalDouble value) {
        if (value.isPresent()) {
            node.put(key, Json.number(value.getAsDouble()));
        }
    }
}
