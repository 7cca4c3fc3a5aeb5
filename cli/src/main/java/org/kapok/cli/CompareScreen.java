package org.kapok.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.kapok.core.CellSpace;
import org.kapok.core.Selection;
import org.kapok.projection.Projection;
import org.kapok.projection.target.Measure;
import org.kapok.scenario.AgeBand;
import org.kapok.scenario.Attribution;
import org.kapok.scenario.Comparison;
import org.kapok.scenario.Scenario;

/** How two scenarios differ, on one screen: people at the end, flows on the way, and what each change contributes. */
final class CompareScreen {
    private static final int[][] BANDS = {{0, 14}, {15, 59}, {60, Selection.OPEN}, {65, Selection.OPEN}};
    private static final List<String> FLOWS =
            List.of("births:resident", "deaths:resident", "arrivals:resident", "departures:resident");

    private final Comparison comparison;
    private final Projection first;
    private final Projection second;
    private final LocalDate last; // of both
    private final Words words;

    CompareScreen(Comparison comparison, Words words) {
        this.comparison = comparison;
        this.words = words;
        first = comparison.first().projection();
        second = comparison.second().projection();
        last = first.dates().stream()
                .filter(second.dates()::contains)
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Comparison: got " + comparison.first().scenario().id() + " and "
                                + comparison.second().scenario().id() + ", expected scenarios with a date in common"));
    }

    void print(PrintWriter out) {
        Scenario one = comparison.first().scenario();
        Scenario other = comparison.second().scenario();
        out.println(words.of("compare_title", other.id(), words.of(other.title())));
        out.println(words.of("compared_with", one.id(), words.of(one.title())));
        out.println();
        if (comparison.hasEqualPeople()) {
            out.println(words.of(comparison.isEqual() ? "equal" : "equal_people"));
            return;
        }
        people().print(out);
        out.println();
        int from = Math.max(firstYear(first), firstYear(second));
        int to = Math.min(lastYear(first), lastYear(second));
        if (from <= to) {
            flows(from, to).print(out);
            out.println();
        }
        if (comparison.attribution().isPresent()) {
            printAttribution(out, comparison.attribution().get());
        } else {
            out.println(words.of("not_attributed"));
        }
        out.println(words.of("units_compared"));
    }

    private TextTable people() {
        TextTable table = new TextTable(1, 1);
        table.add(header(words.of("people_on", last.toString())));
        Measure residents = Measure.ofPeople(first.space()).get(0);
        table.add(row(words.of("measure.resident"), residents, "", 0, Selection.OPEN));
        for (int[] band : BANDS) {
            if (starts(first.space(), band) && starts(second.space(), band)) {
                String ages = words.ages(new AgeBand(band[0], band[1]));
                table.add(row("  " + ages, residents, "", band[0], band[1]));
            }
        }
        for (String area : first.space().regions().size() == 1 ? List.<String>of() : areas()) {
            String kind = first.space().groups().contains(area) ? "group" : "region";
            String title = words.of(comparison.first().scenario().titleOf(kind, area));
            table.add(row("  " + title, residents, area, 0, Selection.OPEN));
        }
        if (first.space().statuses().size() > 1) {
            Measure registered =
                    Measure.find(Measure.ofPeople(first.space()), "registered").orElseThrow();
            table.add(row(words.of("measure.registered"), registered, "", 0, Selection.OPEN));
        }
        return table;
    }

    /** Groups and regions that both have. */
    private List<String> areas() {
        List<String> areas = areas(first.space());
        areas.retainAll(new HashSet<>(areas(second.space())));
        return areas;
    }

    private static List<String> areas(CellSpace space) {
        List<String> areas = new ArrayList<>(space.groups());
        space.regions().forEach(region -> areas.add(region.id()));
        return areas;
    }

    private static boolean starts(CellSpace space, int[] band) {
        List<Integer> starts = space.ages().starts();
        return starts.contains(band[0]) && (band[1] == Selection.OPEN || starts.contains(band[1] + 1));
    }

    private List<String> row(String name, Measure measure, String area, int from, int to) {
        return row(name, measure.in(first, area, last, from, to), measure.in(second, area, last, from, to));
    }

    private List<String> header(String name) {
        return List.of(name, words.of("first"), words.of("second"), words.of("more_or_less"), "%");
    }

    private static List<String> row(String name, double before, double after) {
        String percent = before == 0 ? "" : Figures.change((after - before) / before);
        return List.of(
                name,
                Figures.tenThousands(before),
                Figures.tenThousands(after),
                Figures.signedTenThousands(after - before),
                percent);
    }

    /** Flows over all calendar years that both have, whether their steps are of one year or of several. */
    private TextTable flows(int from, int to) {
        TextTable table = new TextTable(1, 1);
        table.add(header(words.of("flows_over", Integer.toString(from), Integer.toString(to))));
        for (String id : FLOWS) {
            String kind = id.substring(0, id.indexOf(':'));
            table.add(row(words.of("measure." + kind), sum(first, id, from, to), sum(second, id, from, to)));
        }
        return table;
    }

    private static int firstYear(Projection projection) {
        return Integer.parseInt(projection.flowYears().labels().get(0));
    }

    /** The last calendar year of the last step. */
    private static int lastYear(Projection projection) {
        return firstYear(projection)
                + projection.flowYears().size() * projection.space().ages().uniformWidth()
                - 1;
    }

    private static double sum(Projection projection, String id, int from, int to) {
        Measure flow = Measure.find(Measure.of(projection.inputs()), id).orElseThrow();
        return IntStream.rangeClosed(from, to)
                .mapToDouble(year -> flow.in(projection, "", LocalDate.of(year, 12, 31), 0, Selection.OPEN))
                .sum();
    }

    private void printAttribution(PrintWriter out, Attribution attribution) {
        List<Attribution.Effect> together = attribution.together();
        int at = IntStream.range(0, together.size())
                .filter(i -> together.get(i).date().equals(last)
                        && together.get(i).area().isEmpty()
                        && together.get(i).measure().id().equals("resident"))
                .findFirst()
                .orElseThrow();
        double whole = together.get(at).persons();
        TextTable table = new TextTable(1, 1);
        table.add(List.of(words.of("by_change", last.toString()), words.of("more_or_less"), words.of("share")));
        for (Attribution.Step step : attribution.steps()) {
            if (step.refused().isEmpty()) {
                table.add(share(name(step.id()), step.effects().get(at).persons(), whole));
            }
        }
        if (attribution.steps().size() > 1) {
            table.add(share(words.of("interaction"), attribution.interaction().get(at), whole));
        }
        table.add(share(words.of("all_together"), whole, whole));
        table.print(out);
        attribution.steps().stream()
                .filter(step -> !step.refused().isEmpty())
                .forEach(step -> out.println(words.of("not_alone", name(step.id()), words.said(step.refused()))));
    }

    private String name(String step) {
        boolean known = step.equals(Attribution.SOLUTION) || step.startsWith(Attribution.TREND);
        return known ? words.of("step." + step.replace(':', '.')) : step;
    }

    private static List<String> share(String name, double persons, double whole) {
        String share = whole == 0 ? "" : Figures.percent(persons / whole, 1);
        return List.of(name, Figures.signedTenThousands(persons), share);
    }
}
