package org.kapok.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.core.Region;
import org.kapok.core.Status;
import org.kapok.projection.change.Boundary;
import org.kapok.projection.change.Change;
import org.kapok.scenario.table.JsonCursor;
import org.kapok.scenario.table.Problems;
import org.kapok.scenario.table.Range;

/** Reads the changes that draw regions anew: all else is about the regions there are then. */
final class BoundaryReader {
    /** The kinds of change read here. */
    static final List<String> KINDS = List.of("merge", "split");

    private final CellSpace before;
    private final Problems problems;
    private final Map<String, JsonCursor> items = new HashMap<>();
    private final Map<String, Text> titles = new LinkedHashMap<>();
    private final List<Change> boundaries;
    private CellSpace after;

    /** Reads everything; what has problems is of no use afterwards. */
    BoundaryReader(Layers layers, CellSpace before, Problems problems) {
        this.before = before;
        this.problems = problems;
        int found = problems.count();
        Map<String, Boundary> byId = new LinkedHashMap<>();
        for (Layers.Found list : layers.all("changes")) {
            for (JsonCursor item : list.value().items()) {
                boolean boundary = item.optional("change")
                        .filter(JsonCursor::isText)
                        .filter(kind -> KINDS.contains(kind.text()))
                        .isPresent();
                String id = boundary ? item.at("id").text() : "";
                if (boundary && !byId.containsKey(id)) {
                    items.put(id, item);
                    guarded(item, () -> byId.put(id, boundary(item, id)));
                }
            }
        }
        after = before;
        byId.values().stream().sorted(Comparator.comparing(Boundary::id)).forEach(each -> {
            guarded(items.get(each.id()), () -> after = each.applyTo(after));
        });
        boundaries = List.copyOf(byId.values());
        if (problems.count() > found) {
            List<Region> none = List.of(new Region("??", ""));
            after = layers.standIns().of(before, new CellSpace(none, before.statuses(), before.ages()));
        }
    }

    /** The changes. */
    List<Change> boundaries() {
        return boundaries;
    }

    /** The cells with the new regions. */
    CellSpace space() {
        return after;
    }

    /** What new regions are called, by id. */
    Map<String, Text> titles() {
        return titles;
    }

    /** What a type refuses is a problem of the item. */
    private void guarded(JsonCursor item, Supplier<?> made) {
        int found = problems.count();
        try {
            made.get();
        } catch (IllegalArgumentException refused) {
            if (problems.count() == found) {
                item.report(refused.getMessage());
            }
            item.leave();
        }
    }

    private Boundary boundary(JsonCursor item, String id) {
        item.optional("title").ifPresent(ScenarioFolder::text);
        if (item.at("change").text().equals("merge")) {
            List<String> regions =
                    item.at("regions").items().stream().map(JsonCursor::text).toList();
            return new Boundary.Merge(id, region(item.at("into")), regions);
        }
        String region = item.at("region").text();
        List<Boundary.Part> parts = new ArrayList<>();
        for (JsonCursor part : item.at("parts").items()) {
            parts.add(new Boundary.Part(region(part), share(part.at("share"))));
        }
        return new Boundary.Split(id, region, parts);
    }

    private Region region(JsonCursor item) {
        String id = item.at("id").text();
        titles.put(id, ScenarioFolder.text(item.at("title")));
        String group = item.optional("group").map(JsonCursor::text).orElse("");
        if (!group.isEmpty() && !before.groups().contains(group)) {
            item.report("got group \"" + group + "\", expected one of " + before.groups());
        }
        return new Region(id, group);
    }

    /** A share of people, or one of each status. */
    private Cube share(JsonCursor value) {
        if (!value.isObject()) {
            return Cube.of(List.of(), value.number(Range.share()));
        }
        List<String> statuses = before.statuses().stream().map(Status::id).toList();
        Map<String, JsonCursor> members = value.members();
        if (!members.keySet().equals(Set.copyOf(statuses))) {
            value.report("got shares of " + members.keySet() + ", expected one of each of " + statuses);
            return Cube.of(List.of(), 0);
        }
        double[] shares = statuses.stream()
                .mapToDouble(status -> members.get(status).number(Range.share()))
                .toArray();
        return Cube.of(List.of(Axis.statuses(before.statuses())), shares);
    }
}
