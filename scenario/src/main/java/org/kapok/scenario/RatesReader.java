package org.kapok.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kapok.core.AgeGroups;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.core.Region;
import org.kapok.core.Sex;
import org.kapok.core.Status;
import org.kapok.scenario.table.Problems;
import org.kapok.scenario.table.Range;
import org.kapok.scenario.table.RecordTable;
import org.kapok.scenario.table.Row;

/**
 * Reads rates of use by region, status, sex and age, many in one table.
 *
 * <p>A row holds from its age up to the next age of the same rate, region, status and sex, the last one for all ages
 * above; below the first age the rate is 0. An empty region or sex stands for all of them, an empty status for those
 * that count as resident: who is away does not use what is here.
 */
final class RatesReader {
    private static final Range VALUE = Range.atLeast(0, "");
    private static final Range AGES = new Range(0, 130, "years");

    private final CellSpace space;
    private final Problems problems;

    RatesReader(CellSpace space, Problems problems) {
        this.space = space;
        this.problems = problems;
    }

    /** The rates by id, each over all axes of the cells. */
    Map<String, Cube> read(Path file) {
        Map<String, List<Line>> byRate = new LinkedHashMap<>();
        int before = problems.count();
        for (Row row : RecordTable.read(
                file,
                List.of("rate", "age", "value"),
                List.of("region", "status", "sex", "source", "note"),
                problems)) {
            String rate = row.text("rate");
            Line line = new Line(
                    row,
                    label(
                            row,
                            "region",
                            space.regions().stream().map(Region::id).toList()),
                    label(
                            row,
                            "status",
                            space.statuses().stream().map(Status::id).toList()),
                    label(
                            row,
                            "sex",
                            Arrays.stream(Sex.values()).map(Sex::label).toList()),
                    (int) row.number("age", AGES),
                    row.number("value", VALUE));
            byRate.computeIfAbsent(rate, id -> new ArrayList<>()).add(line);
        }
        Map<String, Cube> rates = new LinkedHashMap<>();
        byRate.forEach((rate, lines) -> {
            requireOnce(lines);
            rates.put(rate, problems.count() > before ? Cube.of(List.of(), 0).along(space.axes()) : cube(lines));
        });
        return rates;
    }

    private Optional<String> label(Row row, String column, List<String> labels) {
        return row.optionalText(column).map(text -> row.oneOf(column, labels));
    }

    /** Two rows that both hold for a cell would make it depend on their order. */
    private void requireOnce(List<Line> lines) {
        for (int i = 0; i < lines.size(); i++) {
            for (Line earlier : lines.subList(0, i)) {
                Line line = lines.get(i);
                boolean same = line.region.equals(earlier.region)
                        && line.status.equals(earlier.status)
                        && line.sex.equals(earlier.sex);
                boolean apart = differ(line.region, earlier.region)
                        || differ(line.status, earlier.status)
                        || line.status.isEmpty() && isAway(earlier.status)
                        || earlier.status.isEmpty() && isAway(line.status)
                        || differ(line.sex, earlier.sex);
                if (same && line.age == earlier.age || !same && !apart) {
                    line.row.report(
                            "rate",
                            "got people who have a rate of their own in line " + earlier.row.line()
                                    + ", expected one for everybody");
                    return;
                }
            }
        }
    }

    private static boolean differ(Optional<String> one, Optional<String> other) {
        return one.isPresent() && other.isPresent() && !one.equals(other);
    }

    private boolean isAway(Optional<String> status) {
        return status.isPresent()
                && !space.statuses().get(space.statusIndex(status.get())).resident();
    }

    private Cube cube(List<Line> lines) {
        AgeGroups ages = space.ages();
        return Cube.generate(space.axes(), at -> {
            double value = 0;
            int from = -1;
            for (Line line : lines) {
                boolean holds = line.holds(
                        space.regions().get(at[0]).id(), space.statuses().get(at[1]), Sex.values()[at[2]].label());
                if (holds && line.age <= ages.start(at[3]) && line.age > from) {
                    from = line.age;
                    value = line.value;
                }
            }
            return value;
        });
    }

    private record Line(
            Row row, Optional<String> region, Optional<String> status, Optional<String> sex, int age, double value) {
        boolean holds(String ofRegion, Status ofStatus, String ofSex) {
            return region.map(ofRegion::equals).orElse(true)
                    && status.map(ofStatus.id()::equals).orElse(ofStatus.resident())
                    && sex.map(ofSex::equals).orElse(true);
        }
    }
}
