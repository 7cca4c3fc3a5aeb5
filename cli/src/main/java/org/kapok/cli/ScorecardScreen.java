package org.kapok.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.kapok.demand.scorecard.Goal;
import org.kapok.demand.scorecard.Indicator;
import org.kapok.demand.scorecard.Scorecard;
import org.kapok.demand.scorecard.Scorecard.Why;
import org.kapok.demand.scorecard.Verdict;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioRun;

/** How the indicators stand in a year: those judged, those with a stock alone, and why the others are not judged. */
final class ScorecardScreen {
    private static final String NONE = "";
    private static final int WIDE = 96; // of a screen that has a column for units

    private final Scenario scenario;
    private final Scorecard scorecard;
    private final Words words;
    private final String area;
    private final int year;

    /**
     * A screen.
     *
     * @param area the id of a region, empty for the whole place
     */
    ScorecardScreen(ScenarioRun run, Words words, String area, int year) {
        this.scenario = run.scenario();
        this.scorecard = run.scorecard().orElseThrow();
        this.words = words;
        this.area = area;
        this.year = year;
    }

    /** The last year that indicators are judged in. */
    static int lastYear(Scorecard scorecard) {
        return scorecard.rows().stream().mapToInt(Scorecard.Row::year).max().orElse(0);
    }

    /** Where every verdict is counted, in a line. */
    String line() {
        Map<Verdict, Integer> counts = new LinkedHashMap<>();
        for (Verdict verdict : Verdict.values()) {
            counts.put(verdict, 0);
        }
        rows().forEach(row -> counts.merge(row.verdict(), 1, Integer::sum));
        List<String> parts = new ArrayList<>();
        counts.forEach((verdict, count) -> {
            if (count > 0) {
                parts.add(words.of("verdict." + verdict.label()) + " " + count);
            }
        });
        return words.of("scorecard_line", Integer.toString(year), String.join(words.of("and"), parts));
    }

    void print(PrintWriter out) {
        List<Scorecard.Row> judged = rows().stream()
                .filter(row -> row.verdict() != Verdict.NOT_PROJECTABLE)
                .toList();
        List<Scorecard.Row> stocks =
                rows().stream().filter(row -> row.why() == Why.STOCK_ONLY).toList();
        boolean narrow = Screen.columns(out) < WIDE;
        String place = area.isEmpty() ? words.of(scenario.place()) : words.of(scenario.titleOf("region", area));
        out.println(words.of(scenario.title()));
        out.println(words.of("scorecard_place", place, line()));
        if (!judged.isEmpty()) {
            out.println();
            judged(judged, narrow).print(out);
        }
        if (!stocks.isEmpty()) {
            out.println();
            stocks(stocks, narrow).print(out);
        }
        out.println();
        reasons().forEach((reason, numbers) -> {
            Paragraph.print(words.of("reason_line", reason, String.join(", ", numbers)), out);
        });
        boolean pace = judged.stream().anyMatch(row -> needed(row).isPresent());
        out.println(words.of(pace ? "binding_note" : "binding_note_last"));
        Paragraph.print(words.of("verdict_note"), out);
    }

    private List<Scorecard.Row> rows() {
        return scorecard.rows().stream()
                .filter(row -> row.area().equals(area) && row.year() == year)
                .toList();
    }

    private TextTable judged(List<Scorecard.Row> rows, boolean narrow) {
        TextTable table = new TextTable(narrow ? 2 : 3, 1);
        List<String> header = new ArrayList<>(named("indicator", narrow));
        header.addAll(List.of(
                words.of("baseline"),
                words.of("target"),
                words.of("asked", Integer.toString(year)),
                words.of("value", Integer.toString(year)),
                words.of("pace"),
                words.of("pace_needed"),
                words.of("verdict")));
        table.add(header);
        for (Scorecard.Row row : rows) {
            Indicator indicator = row.indicator();
            Goal goal = indicator.goal();
            double value = row.value().orElseThrow();
            List<String> cells = new ArrayList<>(named(indicator, narrow));
            cells.addAll(List.of(
                    text(goal.baseline()),
                    wanted(goal),
                    Figures.brief(goal.askedIn(year)),
                    Figures.brief(value),
                    text(goal.paceTo(value, year)),
                    text(needed(row)),
                    styled(row.verdict())));
            table.add(cells);
        }
        return table;
    }

    /** The change a year that still leads to the target; nothing in the target's own year. */
    private OptionalDouble needed(Scorecard.Row row) {
        return row.indicator().goal().paceFrom(row.value().orElseThrow(), year);
    }

    private TextTable stocks(List<Scorecard.Row> rows, boolean narrow) {
        TextTable table = new TextTable(narrow ? 2 : 3, 1);
        List<String> header = new ArrayList<>(named("stock_only", narrow));
        header.addAll(List.of(
                words.of("baseline"),
                words.of("target"),
                words.of("asked", Integer.toString(year)),
                words.of("unchanged"),
                words.of("more_units")));
        table.add(header);
        for (Scorecard.Row row : rows) {
            Goal goal = row.indicator().goal();
            List<String> cells = new ArrayList<>(named(row.indicator(), narrow));
            cells.addAll(List.of(
                    text(goal.baseline()),
                    wanted(goal),
                    Figures.brief(goal.askedIn(year)),
                    text(row.value()),
                    row.more().isPresent() ? Figures.whole(row.more().getAsDouble()) : NONE));
            table.add(cells);
        }
        return table;
    }

    /** Why indicators are not judged, each reason with the numbers of its indicators. */
    private Map<String, List<String>> reasons() {
        Map<String, List<String>> reasons = new LinkedHashMap<>();
        for (Scorecard.Row row : rows()) {
            if (row.why() == Why.NO_FORMULA || row.why() == Why.NO_DATA) {
                String reason = row.why() == Why.NO_FORMULA
                        ? words.of(scenario.titleOf("reason", row.indicator().id()))
                        : words.of("no_data");
                reasons.computeIfAbsent(reason, key -> new ArrayList<>()).add(number(row.indicator()));
            }
        }
        return reasons;
    }

    private String styled(Verdict verdict) {
        Style style = switch (verdict) {
            case MET, ON_TRACK -> Style.GOOD;
            case AT_RISK -> Style.WARNING;
            case OFF_TRACK, NOT_PROJECTABLE -> Style.BAD;
        };
        return style.of(words.of("verdict." + verdict.label()));
    }

    /** What the first columns are called. */
    private List<String> named(String key, boolean narrow) {
        return narrow
                ? List.of(words.of("number"), words.of("with_unit", words.of(key), words.of("unit")))
                : List.of(words.of("number"), words.of(key), words.of("unit"));
    }

    /** The first columns: number, name and unit, the last two in one on a narrow screen. */
    private List<String> named(Indicator indicator, boolean narrow) {
        return narrow
                ? List.of(number(indicator), words.of("with_unit", title(indicator), unit(indicator)))
                : List.of(number(indicator), title(indicator), unit(indicator));
    }

    private static String number(Indicator indicator) {
        return indicator.number() + (indicator.binding() ? "*" : NONE);
    }

    private String title(Indicator indicator) {
        return words.of(scenario.titleOf("indicator", indicator.id()));
    }

    private String unit(Indicator indicator) {
        return words.of(scenario.units().get("indicator/" + indicator.id()));
    }

    static String wanted(Goal goal) {
        String target = Figures.brief(goal.target());
        return switch (goal.direction()) {
            case AT_LEAST -> "≥" + target;
            case AT_MOST -> "≤" + target;
            case AROUND -> target + "±" + Figures.brief(goal.tolerance());
        };
    }

    private static String text(OptionalDouble value) {
        return value.isPresent() ? Figures.brief(value.getAsDouble()) : NONE;
    }
}
