package org.kapok.report.html;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kapok.projection.Projection;
import org.kapok.scenario.Assumption;
import org.kapok.scenario.EnsemblePlan;
import org.kapok.scenario.EnsembleRun;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioFolder;
import org.kapok.scenario.ScenarioRun;
import org.kapok.scenario.Text;
import org.kapok.scenario.Wandering;

/** What the results rest on: convention, assumptions, sources, files, checks and findings. */
final class ProvenanceData {
    private static final String SOURCE = "source/";

    private final ScenarioRun run;
    private final Scenario scenario;

    ProvenanceData(ScenarioRun run) {
        this.run = run;
        this.scenario = run.scenario();
    }

    ObjectNode node(Optional<EnsembleRun> ensemble) {
        ObjectNode node = Json.object();
        node.put("version", version());
        node.put("format", ScenarioFolder.FORMAT);
        node.put("convention", run.projection().inputs().convention().id());
        node.put(
                "openAge",
                run.projection()
                        .space()
                        .ages()
                        .label(run.projection().space().ages().open()));
        ObjectNode checks = node.putObject("checks");
        checks.put("accounts", Json.number(run.projection().accounts()));
        checks.put("measures", Json.number(run.measureIdentity()));
        ArrayNode assumptions = node.putArray("assumptions");
        for (Assumption assumption : scenario.assumptions()) {
            assumptions.addObject().put("id", assumption.id()).set("text", Json.text(assumption.text()));
        }
        putSources(node.putArray("sources"));
        ArrayNode files = node.putArray("files");
        scenario.files().forEach((file, hash) -> files.addArray().add(file).add(hash));
        putWithheld(node);
        ensemble.ifPresent(drawn -> putProcesses(drawn.scenario(), node.putArray("processes")));
        return node;
    }

    private static String version() {
        String version = HtmlReport.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    private void putSources(ArrayNode sources) {
        Map<String, Text> sorted = new TreeMap<>(scenario.titles());
        sorted.forEach((key, citation) -> {
            if (key.startsWith(SOURCE)) {
                sources.addObject().put("id", key.substring(SOURCE.length())).set("text", Json.text(citation));
            }
        });
    }

    private void putWithheld(ObjectNode node) {
        List<Projection.Withheld> withheld = run.projection().withheld();
        double persons = 0;
        for (Projection.Withheld each : withheld) {
            persons += each.persons();
        }
        node.putObject("withheld").put("cells", withheld.size()).put("persons", Json.number(persons));
    }

    private static void putProcesses(Scenario drawn, ArrayNode processes) {
        EnsemblePlan plan = drawn.ensemble().orElseThrow();
        for (Wandering each : plan.components()) {
            if (each.process().sd() > 0 || each.local().isPresent()) {
                processes
                        .addObject()
                        .put("component", each.component())
                        .put("phi", Json.number(each.process().phi()))
                        .put("sd", Json.number(each.process().sd()));
            }
        }
    }
}
