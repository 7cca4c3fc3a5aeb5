package org.kapok.report.workbook;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.kapok.core.AgeGroups;
import org.kapok.core.CellSpace;
import org.kapok.core.Region;
import org.kapok.core.Status;
import org.kapok.projection.target.Measure;
import org.kapok.projection.target.Target;
import org.kapok.scenario.Names;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.Text;

/** What the things of a scenario are called in the language of a workbook. */
final class Titles {
    private final Scenario scenario;
    private final CellSpace space;
    private final Words words;
    private final Names names;

    Titles(Scenario scenario, Words words) {
        this.scenario = scenario;
        this.space = scenario.inputs().base().space();
        this.words = words;
        this.names = new Names(scenario, words.locale());
    }

    Words words() {
        return words;
    }

    /** The whole place, a group or a region. */
    String area(String id) {
        return names.area(id);
    }

    /** The whole place, its groups, its regions; the place alone where it is its only region. */
    List<String> areas() {
        List<String> areas = new ArrayList<>(groups());
        if (space.regions().size() > 1) {
            areas.addAll(space.regions().stream().map(Region::id).toList());
        }
        return areas;
    }

    /** The whole place and its groups. */
    List<String> groups() {
        List<String> groups = new ArrayList<>(List.of(""));
        if (space.regions().size() > 1) {
            groups.addAll(space.groups());
        }
        return groups;
    }

    String of(String kind, String id) {
        return id.isEmpty() ? "" : words.of(scenario.titleOf(kind, id));
    }

    /** A unit of services, or of indicators by {@code indicator/} and id. */
    String unit(String id) {
        return words.of(scenario.units().getOrDefault(id, new Text("", "")));
    }

    /** A measure of people, or of what happens to them. */
    String measure(String id) {
        return names.measure(id);
    }

    /** What a target is of, such as residents of 65 and over as a share of all. */
    String target(Target target) {
        return names.target(target);
    }

    /** Which statuses make up residents and registered people. */
    String whoCounts() {
        return words.of(
                "who_counts",
                measure(Measure.RESIDENT),
                sum(Status::resident),
                measure(Measure.REGISTERED),
                sum(Status::registered));
    }

    private String sum(Predicate<Status> counts) {
        return space.statuses().stream()
                .filter(counts)
                .map(status -> of("status", status.id()))
                .collect(Collectors.joining(words.of("plus")));
    }

    /** Ages as groups of five years, the open one last: shape [group][from, past the last]. */
    static List<int[]> fiveYearGroups(AgeGroups ages) {
        List<int[]> groups = new ArrayList<>();
        for (int age = 0; age < ages.count(); age++) {
            boolean starts = ages.start(age) % 5 == 0 || age == ages.open();
            if (starts) {
                groups.add(new int[] {age, age + 1});
            } else {
                groups.get(groups.size() - 1)[1] = age + 1;
            }
        }
        return groups;
    }

    /** Such as 0-4 or 100+. */
    static String ages(AgeGroups ages, int[] group) {
        int from = ages.start(group[0]);
        if (group[1] == ages.count()) {
            return from + "+";
        }
        int to = ages.start(group[1]) - 1;
        return from == to ? Integer.toString(from) : from + "–" + to;
    }

    /** A day of every year, such as 1 November. */
    String day(LocalDate date) {
        return DateTimeFormatter.ofPattern(words.of("day"), Locale.ENGLISH).format(date);
    }
}
