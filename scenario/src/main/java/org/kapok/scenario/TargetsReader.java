package org.kapok.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kapok.core.AgeGroups;
import org.kapok.core.CellSpace;
import org.kapok.core.Selection;
import org.kapok.projection.target.Measure;
import org.kapok.projection.target.Target;
import org.kapok.scenario.table.Problems;
import org.kapok.scenario.table.Range;
import org.kapok.scenario.table.RecordTable;
import org.kapok.scenario.table.Row;

/** Reads the table of wanted values. */
final class TargetsReader {
    private static final Range AGES = new Range(0, 130, "years");

    private final Layers layers;
    private final CellSpace space;
    private final List<Measure> measures;
    private final LocalDate first;
    private final LocalDate last;
    private final Problems problems;

    TargetsReader(Layers layers, CellSpace space, List<Measure> measures, List<LocalDate> ends, Problems problems) {
        this.layers = layers;
        this.space = space;
        this.measures = List.copyOf(measures);
        this.first = ends.get(0);
        this.last = ends.get(1);
        this.problems = problems;
    }

    List<Target> read() {
        List<Target> targets = new ArrayList<>();
        layers.optional("targets").ifPresent(found -> {
            for (Row row : RecordTable.read(
                    layers.file(found),
                    List.of("measure", "region", "date", "from_age", "share_of", "value"),
                    List.of("to_age", "tolerance", "weight", "source", "note"),
                    problems)) {
                target(row).ifPresent(targets::add);
            }
        });
        return targets;
    }

    private Optional<Target> target(Row row) {
        int before = problems.count();
        List<String> ids = measures.stream().map(Measure::id).toList();
        List<String> areas = new ArrayList<>(space.groups());
        space.regions().forEach(region -> areas.add(region.id()));
        Measure measure = measure(row.oneOf("measure", ids));
        String area = row.optionalText("region")
                .map(text -> row.oneOf("region", areas))
                .orElse("");
        LocalDate date = row.date("date");
        if (problems.count() == before && (date.isBefore(first) || date.isAfter(last))) {
            row.report("date", "got " + date + ", expected a date from " + first + " to " + last);
        }
        int from = (int) row.optionalNumber("from_age", AGES).orElse(0);
        int to = (int) row.optionalNumber("to_age", AGES).orElse(Selection.OPEN);
        List<String> people = Measure.ofPeople(space).stream().map(Measure::id).toList();
        Optional<Measure> whole = row.optionalText("share_of").map(text -> measure(row.oneOf("share_of", people)));
        boolean signed = measure.kind() == Measure.Kind.NET_MIGRATION;
        Range range = signed ? Range.any("") : whole.isPresent() ? Range.share() : Range.atLeast(0, "");
        double value = row.number("value", range);
        double tolerance = row.optionalNumber("tolerance", Range.share()).orElse(0);
        double weight = row.optionalNumber("weight", Range.atLeast(1e-3, "")).orElse(1);
        if (problems.count() == before) {
            requireBand(row, from, to);
        }
        if (problems.count() > before) {
            return Optional.empty();
        }
        String source = row.optionalText("source").orElse("");
        try {
            return Optional.of(new Target(measure, area, date, from, to, whole, value, tolerance, weight, source));
        } catch (IllegalArgumentException refused) {
            row.report("measure", refused.getMessage());
            return Optional.empty();
        }
    }

    private Measure measure(String id) {
        return Measure.find(measures, id).orElseThrow();
    }

    private void requireBand(Row row, int from, int to) {
        AgeGroups ages = space.ages();
        int start = ages.start(ages.indexOf(from));
        if (start != from) {
            row.report("from_age", "got " + from + ", expected the first age of a group, such as " + start);
        }
        if (to == Selection.OPEN) {
            return;
        }
        if (to < from) {
            row.report("to_age", "got " + to + ", expected an age of " + from + " or more");
        } else if (ages.indexOf(to) == ages.open() || ages.start(ages.indexOf(to) + 1) != to + 1) {
            row.report(
                    "to_age", "got " + to + ", expected the last age of a closed group, or an empty cell for no end");
        }
    }
}
