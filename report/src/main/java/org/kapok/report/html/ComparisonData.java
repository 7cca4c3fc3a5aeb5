package org.kapok.report.html;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.kapok.demand.DemandPath;
import org.kapok.demand.Gap;
import org.kapok.demand.Supply;
import org.kapok.demand.scorecard.Scorecard;
import org.kapok.scenario.Attribution;
import org.kapok.scenario.Comparison;
import org.kapok.scenario.ScenarioRun;

/** Other scenarios beside the one reported: their people and flows, and by which changes they differ. */
final class ComparisonData {
    private ComparisonData() {}

    static ArrayNode node(List<Comparison> comparisons, ShownRegions shown) {
        ArrayNode others = Json.array();
        for (Comparison comparison : comparisons) {
            ScenarioRun other = comparison.second();
            ObjectNode node = new PeopleData(other, shown).node();
            node.put("id", other.scenario().id())
                    .set("title", Json.text(other.scenario().title()));
            if (comparison.hasEqualPeople()) {
                node.put("equal", comparison.isEqual() ? "equal" : "equal_people");
            }
            comparison
                    .attribution()
                    .ifPresent(attribution -> node.set(
                            "attribution",
                            attribution(
                                    attribution, shown.areas(other.projection().space()))));
            other.gap().ifPresent(gap -> node.set("shortages", shortages(other, gap)));
            other.scorecard().ifPresent(scorecard -> node.set("verdicts", verdicts(scorecard)));
            others.add(node);
        }
        return others;
    }

    /** By service, what the whole place lacks by the norm at each date. */
    private static ObjectNode shortages(ScenarioRun run, Gap gap) {
        List<Integer> years =
                run.projection().dates().stream().map(LocalDate::getYear).toList();
        ObjectNode byService = Json.object();
        for (Gap.Row row : gap.rows()) {
            if (row.path() == DemandPath.NORM && row.area().equals(Supply.WHOLE_AREA)) {
                ArrayNode units = byService.withArrayProperty(row.service());
                while (units.size() < years.indexOf(row.year())) {
                    units.addNull(); // supply is not known yet
                }
                units.add(Json.number(row.balance().shortage()));
            }
        }
        return byService;
    }

    /** By indicator, how it stands in the whole place in the last year. */
    private static ObjectNode verdicts(Scorecard scorecard) {
        ObjectNode byIndicator = Json.object();
        for (Scorecard.Row row : scorecard.rows()) {
            if (row.area().equals(Supply.WHOLE_AREA)) {
                byIndicator.put(row.indicator().id(), row.verdict().label()); // years ascend, so the last one stands
            }
        }
        return byIndicator;
    }

    /** The differences in residents and registered people, by step and area. */
    private static ObjectNode attribution(Attribution attribution, List<String> areas) {
        ObjectNode node = Json.object();
        List<Attribution.Effect> whole = attribution.together();
        List<Integer> shown = new ArrayList<>();
        for (int i = 0; i < whole.size(); i++) {
            String measure = whole.get(i).measure().id();
            if (!areas.contains(whole.get(i).area())) {
                continue;
            }
            if (measure.equals("resident") || measure.equals("registered")) {
                shown.add(i);
            }
        }
        ArrayNode keys = node.putArray("keys");
        shown.forEach(i -> keys.addArray()
                .add(whole.get(i).date().toString())
                .add(whole.get(i).measure().id())
                .add(whole.get(i).area()));
        ArrayNode steps = node.putArray("steps");
        for (Attribution.Step step : attribution.steps()) {
            ObjectNode each = steps.addObject().put("id", step.id());
            if (!step.refused().isEmpty()) {
                each.set("refused", Json.text(step.why()));
                continue;
            }
            ArrayNode persons = each.putArray("persons");
            shown.forEach(i -> persons.add(Json.number(step.effects().get(i).persons())));
        }
        ArrayNode rest = node.putArray("interaction");
        List<Double> interaction = attribution.interaction();
        shown.forEach(i -> rest.add(Json.number(interaction.get(i))));
        return node;
    }
}
