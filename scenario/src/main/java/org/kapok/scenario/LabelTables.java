package org.kapok.scenario;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kapok.core.CellSpace;
import org.kapok.core.Region;
import org.kapok.core.Status;
import org.kapok.demand.Service;
import org.kapok.demand.scorecard.Indicator;
import org.kapok.projection.StatusTransition;
import org.kapok.scenario.table.TableWriter;

/** Writes what the ids in the tables of a result are called, so that a join on the id gives the name. */
final class LabelTables {
    private final Scenario scenario;
    private final CellSpace space;
    private final List<ResultTable> tables = ResultTable.all();

    private LabelTables(Scenario scenario) {
        this.scenario = scenario;
        space = scenario.inputs().base().space();
    }

    /** Writes a table for each kind of id that the scenario has. */
    static void write(Scenario scenario, Path folder) throws IOException {
        LabelTables labels = new LabelTables(scenario);
        labels.write(folder, "region_labels", labels.regions());
        labels.write(folder, "status_labels", labels.statuses());
        labels.write(folder, "transition_labels", labels.transitions());
        labels.write(folder, "service_labels", labels.services());
        labels.write(folder, "indicator_labels", labels.indicators());
    }

    private void write(Path folder, String name, List<List<String>> rows) throws IOException {
        if (!rows.isEmpty()) {
            ResultTable table = tables.stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            TableWriter.write(folder.resolve(table.file()), table.header(), rows);
        }
    }

    private List<List<String>> regions() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row(scenario.place(), "", "whole", ""));
        for (String group : space.groups()) {
            rows.add(row(scenario.titleOf("group", group), group, "group", ""));
        }
        for (Region region : space.regions()) {
            rows.add(row(scenario.titleOf("region", region.id()), region.id(), "region", region.group()));
        }
        return rows;
    }

    private List<List<String>> statuses() {
        List<List<String>> rows = new ArrayList<>();
        for (Status status : space.statuses()) {
            rows.add(row(
                    scenario.titleOf("status", status.id()),
                    status.id(),
                    Boolean.toString(status.resident()),
                    Boolean.toString(status.registered())));
        }
        return rows;
    }

    private List<List<String>> transitions() {
        List<List<String>> rows = new ArrayList<>();
        for (StatusTransition each : scenario.inputs().transitions()) {
            rows.add(row(scenario.titleOf("transition", each.id()), each.id(), each.from(), each.to()));
        }
        return rows;
    }

    private List<List<String>> services() {
        List<List<String>> rows = new ArrayList<>();
        for (Service service : scenario.services().map(all -> all.all()).orElse(List.of())) {
            Text unit = scenario.units().getOrDefault(service.id(), new Text(service.unit(), service.unit()));
            rows.add(row(scenario.titleOf("service", service.id()), service.id(), unit.en(), unit.zh()));
        }
        return rows;
    }

    private List<List<String>> indicators() {
        List<List<String>> rows = new ArrayList<>();
        for (Indicator each : scenario.indicators().map(all -> all.all()).orElse(List.of())) {
            Text unit = scenario.units().getOrDefault("indicator/" + each.id(), new Text("", ""));
            String number = Integer.toString(each.number());
            rows.add(row(scenario.titleOf("indicator", each.id()), each.id(), number, unit.en(), unit.zh()));
        }
        return rows;
    }

    private static List<String> row(Text title, String... fields) {
        List<String> row = new ArrayList<>(Arrays.asList(fields));
        row.add(title.en());
        row.add(title.zh());
        return row;
    }
}
