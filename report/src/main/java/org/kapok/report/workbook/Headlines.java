package org.kapok.report.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;
import org.kapok.core.Population;
import org.kapok.core.Selection;
import org.kapok.core.Status;
import org.kapok.projection.Projection;
import org.kapok.projection.Projection.Flow;
import org.kapok.scenario.AgeBand;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioRun;

/** The figures of people that a director asks for first, in the years that matter. */
final class Headlines {
    /** People are told in 万. */
    static final double TEN_THOUSAND = 1e4;

    private static final int ELDERLY = 65;

    private final Scenario scenario;
    private final Projection projection;
    private final Titles titles;
    private final Words words;
    private final List<Integer> stocks;
    private final List<Integer> years;

    Headlines(ScenarioRun run, Titles titles) {
        this.scenario = run.scenario();
        this.projection = run.projection();
        this.titles = titles;
        this.words = titles.words();
        this.stocks = projection.dates().stream().map(date -> date.getYear()).toList();
        this.years = chosen();
    }

    /** A row: what it is, how its numbers are shown, and a number for each year; null for none. */
    record Line(String title, Format format, List<Double> numbers) {}

    /** The base year, the years of targets, one half way from there, and the last year. */
    List<Integer> years() {
        return years;
    }

    private List<Integer> chosen() {
        NavigableSet<Integer> chosen = new TreeSet<>();
        int last = scenario.lastYear();
        chosen.add(stocks.get(0));
        scenario.targets().forEach(target -> chosen.add(target.date().getYear()));
        chosen.add((chosen.last() + last) / 2);
        chosen.add(last);
        chosen.retainAll(stocks);
        return List.copyOf(chosen);
    }

    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        Selection residents = Selection.residents();
        lines.add(people(titles.measure("resident"), residents, ""));
        for (String group : projection.space().groups()) {
            lines.add(people("    " + titles.area(group), residents, group));
        }
        if (projection.space().statuses().size() > 1) {
            lines.add(people(titles.measure("registered"), Selection.registered(), ""));
            for (Status status : projection.space().statuses()) {
                lines.add(people(titles.of("status", status.id()), Selection.status(status.id()), ""));
            }
        }
        String all = titles.measure("resident");
        for (int[] band : new int[][] {{0, 14}, {15, 64}, {ELDERLY, Selection.OPEN}}) {
            if (fits(band)) {
                String aged = words.aged(all, new AgeBand(band[0], band[1]));
                lines.add(share(words.share(aged, all), band));
            }
        }
        lines.add(flow("births", year -> projection.births(year, residents, "")));
        lines.add(flow("deaths", year -> projection.total(Flow.DEATHS, year, residents, "")));
        return lines;
    }

    private boolean fits(int[] band) {
        List<Integer> starts = projection.space().ages().starts();
        return starts.contains(band[0]) && (band[1] == Selection.OPEN || starts.contains(band[1] + 1));
    }

    private Line people(String title, Selection people, String area) {
        return new Line(
                title,
                Format.DECIMAL,
                years.stream()
                        .map(year -> total(year, people, area) / TEN_THOUSAND)
                        .toList());
    }

    private double total(int year, Selection people, String area) {
        Population population = projection.in(year);
        return area.isEmpty() ? population.total(people) : population.total(people, area);
    }

    private Line share(String title, int[] band) {
        Selection residents = Selection.residents();
        return new Line(
                title,
                Format.FINE_SHARE,
                years.stream()
                        .map(year -> total(year, residents.aged(band[0], band[1]), "") / total(year, residents, ""))
                        .toList());
    }

    /** Flows a year of the step that ends in a year; the base year has none. */
    private Line flow(String kind, IntToDoubleFunction ofYear) {
        int width = projection.space().ages().uniformWidth();
        List<Double> numbers = new ArrayList<>();
        for (int year : years) {
            int step = stocks.indexOf(year) - 1;
            numbers.add(
                    step < 0
                            ? null
                            : ofYear.applyAsDouble(Integer.parseInt(
                                            projection.flowYears().labels().get(step)))
                                    / TEN_THOUSAND);
        }
        return new Line(
                words.of(width == 1 ? "headline." + kind : "headline." + kind + "_mean"), Format.DECIMAL, numbers);
    }
}
