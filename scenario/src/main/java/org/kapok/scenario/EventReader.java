package org.kapok.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.kapok.core.AgeGroups;
import org.kapok.core.CellSpace;
import org.kapok.core.Selection;
import org.kapok.demand.Demand;
import org.kapok.demand.DemandPath;
import org.kapok.projection.target.Measure;
import org.kapok.projection.target.Target;
import org.kapok.scenario.table.JsonCursor;
import org.kapok.scenario.table.Range;

/** Reads the events whose chance an ensemble tells. */
final class EventReader {
    private final List<String> services;
    private final CellSpace space;
    private final List<Measure> measures;
    private final LocalDate first;
    private final LocalDate last;

    EventReader(List<String> services, CellSpace space, LocalDate first, int lastYear) {
        this.services = services;
        this.space = space;
        this.measures = Measure.ofPeople(space);
        this.first = first;
        this.last = first.withYear(lastYear);
    }

    List<DrawnEvent> read(JsonCursor list) {
        List<DrawnEvent> events = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        list.items().forEach(item -> {
            String id = item.at("id").text();
            if (!ids.add(id)) {
                item.report("got event \"" + id + "\" twice, expected each once");
            }
            Text title = item.optional("title").map(ScenarioFolder::text).orElse(new Text(id, id));
            List<DrawnEvent.Condition> all = new ArrayList<>();
            item.at("all").items().forEach(each -> condition(each).ifPresent(all::add));
            if (all.isEmpty()) {
                item.report("got nothing that has to hold, expected 1 or more in \"all\"");
            } else {
                events.add(new DrawnEvent(id, title, all));
            }
        });
        return events;
    }

    private Optional<DrawnEvent.Condition> condition(JsonCursor value) {
        boolean service = value.optional("service").isPresent();
        boolean most = value.optional("at_most").isPresent();
        boolean least = value.optional("at_least").isPresent();
        if (most && least || !service && !most && !least) {
            value.report(
                    "got " + (most ? "both" : "neither") + " \"at_least\" and \"at_most\", expected one of the two");
            value.leave();
            return Optional.empty();
        }
        OptionalDouble level = most || least
                ? OptionalDouble.of(value.at(most ? "at_most" : "at_least").number(Range.atLeast(0, "")))
                : OptionalDouble.empty();
        return service ? Optional.of(ofService(value, level, most)) : ofPeople(value, level.orElse(0), most);
    }

    private DrawnEvent.Condition ofService(JsonCursor value, OptionalDouble level, boolean most) {
        String id = value.at("service").oneOf(services);
        DemandPath path =
                value.optional("path").map(each -> each.oneOf(DemandPath.class)).orElse(DemandPath.NEED);
        int width = space.ages().uniformWidth();
        int year = value.at("year").integer(first.getYear() + width, last.getYear());
        if ((year - first.getYear()) % width != 0) {
            value.report("got the year " + year + ", expected a whole number of steps of " + width + " years");
        }
        return new DrawnEvent.OfService(new Demand.Of(id, path), year, level, most);
    }

    private Optional<DrawnEvent.Condition> ofPeople(JsonCursor value, double level, boolean most) {
        List<String> ids = measures.stream().map(Measure::id).toList();
        Measure measure = measure(value.at("measure").oneOf(ids));
        List<String> areas = new ArrayList<>(space.groups());
        space.regions().forEach(region -> areas.add(region.id()));
        String area = value.optional("region").map(each -> each.oneOf(areas)).orElse("");
        LocalDate date = value.at("date").date();
        if (date.isBefore(first) || date.isAfter(last)) {
            value.report("got " + date + ", expected a date from " + first + " to " + last);
            value.leave();
            return Optional.empty();
        }
        int from = value.optional("from_age").map(each -> each.integer(0, 130)).orElse(0);
        int to = value.optional("to_age").map(each -> each.integer(from, 130)).orElse(Selection.OPEN);
        AgeGroups ages = space.ages();
        boolean starts = ages.start(ages.indexOf(from)) == from;
        boolean ends =
                to == Selection.OPEN || IntStream.range(1, ages.count()).anyMatch(group -> ages.start(group) == to + 1);
        if (!starts || !ends) {
            value.report("got ages " + from + " to " + to + ", expected bounds of age groups");
            return Optional.empty();
        }
        Optional<Measure> whole = value.optional("share_of").map(each -> measure(each.oneOf(ids)));
        if (Double.isNaN(level)) {
            return Optional.empty(); // it was no number, which has been told
        }
        try {
            Target target = new Target(measure, area, date, from, to, whole, level, 0, 1, "");
            return Optional.of(new DrawnEvent.OfPeople(target, most));
        } catch (IllegalArgumentException refused) {
            value.report(refused.getMessage());
            return Optional.empty();
        }
    }

    private Measure measure(String id) {
        return Measure.find(measures, id).orElseThrow();
    }
}
