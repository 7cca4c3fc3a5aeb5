package org.kapok.report.html;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kapok.core.Selection;
import org.kapok.projection.target.Measure;
import org.kapok.projection.target.Solution;
import org.kapok.projection.target.Target;
import org.kapok.scenario.AgeBand;
import org.kapok.scenario.EnsembleRun;
import org.kapok.scenario.FlowRecord;
import org.kapok.scenario.Need;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioRun;
import org.kapok.scenario.SolveRun;
import org.kapok.scenario.TargetStanding;

/** What is wanted, what the run comes to, how likely that is, and what it would take. */
final class PlanData {
    private final ScenarioRun run;
    private final Optional<EnsembleRun> ensemble;

    PlanData(ScenarioRun run, Optional<EnsembleRun> ensemble) {
        this.run = run;
        this.ensemble = ensemble;
    }

    /** The scenario's targets beside what the run reaches. */
    ArrayNode targets() {
        ArrayNode targets = Json.array();
        List<EnsembleRun.Chance> chances = ensemble.map(EnsembleRun::chances).orElse(List.of());
        for (TargetStanding standing : run.standings()) {
            Target target = standing.target();
            ObjectNode node = targets.addObject();
            put(target, node);
            node.put("reached", Json.number(standing.reached()))
                    .put("verdict", standing.verdict().label())
                    .put("want", standing.goal().direction().name().toLowerCase(Locale.ROOT))
                    .put("tolerance", Json.number(standing.goal().tolerance()));
            ensemble.map(drawn -> drawn.chanceMet(target))
                    .ifPresent(chance -> chance.ifPresent(met -> node.put("chanceMet", Json.number(met))));
            chances.stream()
                    .filter(chance -> chance.target().equals(target))
                    .forEach(chance -> node.put("chance", Json.number(chance.atLeast()))
                            .set("spread", Spreads.quantiles(chance.spread())));
        }
        return targets;
    }

    private void put(Target target, ObjectNode node) {
        Scenario scenario = run.scenario();
        putMeasure(target.measure(), node);
        node.put("area", target.area())
                .put("date", target.date().toString())
                .put("ages", new AgeBand(target.fromAge(), target.toAge()).toString())
                .put("wanted", Json.number(target.value()))
                .put("hard", target.hard())
                .put("source", target.source());
        target.shareOf().ifPresent(whole -> node.put("shareOf", whole.id()));
        if (target.fromAge() == 0 && target.toAge() == Selection.OPEN) {
            node.put("allAges", true);
        }
        if (!target.source().isEmpty()) {
            node.set("citation", Json.text(scenario.titleOf("source", target.source())));
        }
    }

    private static void putMeasure(Measure measure, ObjectNode node) {
        node.put("measure", measure.id())
                .put("stock", measure.isStock())
                .put("persons", measure.kind() != Measure.Kind.LIFE_EXPECTANCY);
    }

    /** What a solution needs of each flow and what each target costs the others. */
    ObjectNode solution(SolveRun solved) {
        Solution solution = solved.solution();
        ObjectNode node = Json.object();
        boolean applied = !run.scenario().goals().solution().isEmpty();
        node.put("holds", solution.holds()).put("applied", applied).put("change", Json.number(solution.change()));
        node.put("from", solved.years()[0]).put("to", solved.years()[1]);
        List<Solution.Outcome> exact = solved.exactThoughAtLeast();
        ArrayNode outcomes = node.putArray("outcomes");
        for (Solution.Outcome outcome : solution.outcomes()) {
            ObjectNode each = outcomes.addObject();
            put(outcome.target(), each);
            each.put("trend", Json.number(outcome.trend()))
                    .put("reached", Json.number(outcome.reached()))
                    .put("met", outcome.met())
                    .put("exactThoughAtLeast", exact.contains(outcome))
                    .put("miss", Json.number(outcome.target().miss(outcome.reached())));
            solved.onTrend(outcome.target()).ifPresent(date -> each.put("onTrend", date.toString()));
        }
        ArrayNode needs = node.putArray("needs");
        solved.needs().stream()
                .filter(need -> need.from() == solved.years()[0] && need.to() == solved.years()[1])
                .forEach(need -> put(need, needs.addObject()));
        node.set("onTheWay", onTheWay(solved));
        ArrayNode costs = node.putArray("costs");
        for (Solution.Relaxed relaxed : solution.relaxed()) {
            ObjectNode each = costs.addObject();
            put(relaxed.target(), each);
            each.put("othersHold", relaxed.othersHold())
                    .put("value", Json.number(relaxed.value()))
                    .put("change", Json.number(relaxed.change()));
        }
        return node;
    }

    /** What the trend of net migration is made of, in the first and the last year that targets depend on. */
    private static ObjectNode onTheWay(SolveRun solved) {
        ObjectNode node = Json.object();
        for (String id : List.of("net_migration:resident", "arrivals:resident", "departures:resident")) {
            ArrayNode trend = node.putArray(id);
            solved.onTrendByYear(id).values().forEach(persons -> trend.add(Json.number(persons)));
        }
        solved.leastOnRecord("net_migration:resident")
                .ifPresent(flow -> node.putObject("least")
                        .put("persons", Json.number(flow.perYear()))
                        .put("from", flow.from())
                        .put("to", flow.to()));
        return node;
    }

    private static void put(Need need, ObjectNode node) {
        putMeasure(need.measure(), node);
        node.put("area", need.area())
                .put("ages", need.ages().toString())
                .put("allAges", need.ages().equals(AgeBand.all()))
                .put("needed", Json.number(need.needed()))
                .put("trend", Json.number(need.trend()))
                .put("grade", need.grade().label());
        Optional<FlowRecord.Extremes> past = need.past();
        past.ifPresent(record -> node.put("high", Json.number(record.high()))
                .put("highYears", record.highYears())
                .put("low", Json.number(record.low()))
                .put("lowYears", record.lowYears()));
    }
}
