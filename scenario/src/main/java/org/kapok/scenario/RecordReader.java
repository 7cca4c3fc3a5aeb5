package org.kapok.scenario;

import java.util.ArrayList;
import java.util.List;
import org.kapok.core.CellSpace;
import org.kapok.projection.target.Measure;
import org.kapok.scenario.table.Problems;
import org.kapok.scenario.table.Range;
import org.kapok.scenario.table.RecordTable;
import org.kapok.scenario.table.Row;

/** Reads the table of past flows. */
final class RecordReader {
    private static final Range YEARS = new Range(1900, 2200, "a year");

    private final Layers layers;
    private final CellSpace space;
    private final List<Measure> measures; // those of flows
    private final Problems problems;

    RecordReader(Layers layers, CellSpace space, List<Measure> measures, Problems problems) {
        this.layers = layers;
        this.space = space;
        this.measures = measures.stream()
                .filter(measure -> !measure.isStock() && measure.kind() != Measure.Kind.LIFE_EXPECTANCY)
                .toList();
        this.problems = problems;
    }

    FlowRecord read() {
        List<RecordedFlow> flows = new ArrayList<>();
        layers.optional("record").ifPresent(found -> {
            for (Row row : RecordTable.read(
                    layers.file(found),
                    List.of("measure", "region", "from", "to", "value"),
                    List.of("source", "note"),
                    problems)) {
                read(row, flows);
            }
        });
        return new FlowRecord(flows);
    }

    private void read(Row row, List<RecordedFlow> flows) {
        int before = problems.count();
        List<String> ids = measures.stream().map(Measure::id).toList();
        List<String> areas = new ArrayList<>(space.groups());
        space.regions().forEach(region -> areas.add(region.id()));
        String measure = row.oneOf("measure", ids);
        String area = row.optionalText("region")
                .map(text -> row.oneOf("region", areas))
                .orElse("");
        int from = (int) row.number("from", YEARS);
        int to = (int) row.number("to", YEARS);
        if (problems.count() == before && to < from) {
            row.report("to", "got " + to + ", expected " + from + " or later");
        }
        double perYear = row.number("value", Range.any("persons per year"));
        if (problems.count() > before) {
            return;
        }
        String source = row.optionalText("source").orElse("");
        RecordedFlow flow =
                new RecordedFlow(Measure.find(measures, measure).orElseThrow(), area, from, to, perYear, source);
        if (new FlowRecord(flows).covers(flow)) {
            row.report(
                    "from",
                    "got " + from + " to " + to + ", expected years that " + measure
                            + (area.isEmpty() ? "" : " of " + area) + " is not yet given for");
        } else {
            flows.add(flow);
        }
    }
}
