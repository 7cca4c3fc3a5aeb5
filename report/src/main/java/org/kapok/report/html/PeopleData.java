package org.kapok.report.html;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.kapok.core.AgeGroups;
import org.kapok.core.CellSpace;
import org.kapok.core.Region;
import org.kapok.core.Selection;
import org.kapok.projection.Projection;
import org.kapok.projection.Projection.Flow;
import org.kapok.projection.target.Measure;
import org.kapok.scenario.AgeBand;
import org.kapok.scenario.ScenarioRun;

/** People at each date and what changed them in between, by measure, area and age band. */
final class PeopleData {
    private static final List<AgeBand> BANDS = Stream.of("0+", "0-14", "15-59", "15-64", "60+", "65+", "80+")
            .map(AgeBand::parse)
            .toList();

    private final ScenarioRun run;
    private final ShownRegions shown;
    private final Projection projection;
    private final CellSpace space;

    PeopleData(ScenarioRun run, ShownRegions shown) {
        this.run = run;
        this.shown = shown;
        this.projection = run.projection();
        this.space = projection.space();
    }

    ObjectNode node() {
        ObjectNode node = Json.object();
        node.put("step", space.ages().uniformWidth());
        ArrayNode dates = node.putArray("dates");
        projection.dates().forEach(date -> dates.add(date.toString()));
        ArrayNode years = node.putArray("flowYears");
        projection.flowYears().labels().forEach(year -> years.add(Integer.parseInt(year)));
        node.put("regions", space.regions().size());
        putAreas(node.putArray("areas"));
        ArrayNode statuses = node.putArray("statuses");
        space.statuses()
                .forEach(status -> statuses.addObject()
                        .put("id", status.id())
                        .put("resident", status.resident())
                        .put("registered", status.registered())
                        .set("title", Json.text(run.scenario().titleOf("status", status.id()))));
        ArrayNode bands = node.putArray("bands");
        bands(space.ages()).forEach(band -> bands.add(band.toString()));
        putPeople(node.putObject("people"));
        putFlows(node.putObject("flows"));
        return node;
    }

    private void putAreas(ArrayNode areas) {
        areas.addObject()
                .put("id", "")
                .put("kind", "whole")
                .set("title", Json.text(run.scenario().place()));
        for (String group : space.groups()) {
            areas.addObject()
                    .put("id", group)
                    .put("kind", "group")
                    .set("title", Json.text(run.scenario().titleOf("group", group)));
        }
        Set<String> ids = Set.copyOf(shown.areas(space));
        for (Region region : space.regions()) {
            if (!ids.contains(region.id())) {
                continue;
            }
            areas.addObject()
                    .put("id", region.id())
                    .put("kind", "region")
                    .put("group", region.group())
                    .set("title", Json.text(run.scenario().titleOf("region", region.id())));
        }
    }

    /** The bands that do not cut through an age group. */
    static List<AgeBand> bands(AgeGroups ages) {
        return BANDS.stream()
                .filter(band -> ages.starts().contains(band.from())
                        && (band.to() == Selection.OPEN || ages.starts().contains(band.to() + 1)))
                .toList();
    }

    /** By residents and registered people, area, band, then persons by date. */
    private void putPeople(ObjectNode people) {
        for (Measure measure : Measure.ofPeople(space).subList(0, 2)) {
            ObjectNode byArea = people.putObject(measure.id());
            for (String area : shown.areas(space)) {
                ObjectNode byBand = byArea.putObject(area);
                for (AgeBand band : bands(space.ages())) {
                    Selection selected = measure.people().aged(band.from(), band.to());
                    ArrayNode persons = byBand.putArray(band.toString());
                    for (LocalDate date : projection.dates()) {
                        persons.add(Json.number(projection.people(date, selected, area)));
                    }
                }
            }
        }
    }

    /** By residents and registered people, area, kind of flow, then persons per year of the step. */
    private void putFlows(ObjectNode flows) {
        for (Measure measure : Measure.ofPeople(space).subList(0, 2)) {
            ObjectNode byArea = flows.putObject(measure.id());
            for (String area : shown.areas(space)) {
                ObjectNode kinds = byArea.putObject(area);
                ArrayNode births = kinds.putArray("births");
                years().forEach(year -> births.add(Json.number(projection.births(year, measure.people(), area))));
                for (Flow flow : Flow.values()) {
                    ArrayNode persons = kinds.putArray(flow.name().toLowerCase(Locale.ROOT));
                    years().forEach(year ->
                            persons.add(Json.number(projection.total(flow, year, measure.people(), area))));
                }
            }
        }
    }

    private Stream<Integer> years() {
        return projection.flowYears().labels().stream().map(Integer::valueOf);
    }
}
