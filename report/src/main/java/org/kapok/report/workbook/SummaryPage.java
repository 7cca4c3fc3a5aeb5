package org.kapok.report.workbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.kapok.demand.scorecard.Scorecard;
import org.kapok.demand.scorecard.Verdict;
import org.kapok.projection.Projection;
import org.kapok.projection.target.Measure;
import org.kapok.projection.target.Target;
import org.kapok.report.workbook.Styles.Look;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioRun;
import org.kapok.scenario.TargetStanding;

/** The page for a director: how many people, whether the plan is met, what is missing, how to read the rest. */
final class SummaryPage {
    private static final int SHORTFALLS = 12;
    private static final int COLUMNS = 8;
    private static final double MILLION = 100; // 万
    private static final int CHARACTERS = 140;

    private static final List<Format> SHORTFALL_FORMATS = List.of(
            Format.TEXT,
            Format.TEXT,
            Format.COUNT,
            Format.COUNT,
            Format.COUNT,
            Format.SHARE,
            Format.YEAR,
            Format.COUNT);

    private final ScenarioRun run;
    private final Scenario scenario;
    private final Projection projection;
    private final Titles titles;
    private final Words words;
    private final Headlines headlines;
    private final int year; // that services and indicators are looked at in

    SummaryPage(ScenarioRun run, Titles titles) {
        this.run = run;
        this.scenario = run.scenario();
        this.projection = run.projection();
        this.titles = titles;
        this.words = titles.words();
        this.headlines = new Headlines(run, titles);
        List<Integer> years = headlines.years();
        this.year = years.get(Math.min(1, years.size() - 1));
    }

    /** Writes all but the contents, which come once all sheets are known. */
    void write(Page page, Charts charts) {
        page.upright();
        page.widen(0, 42);
        for (int column = 1; column < COLUMNS; column++) {
            page.widen(column, column == 1 ? 20 : 14); // the second column has units
        }
        page.line(words.of(scenario.title()), Look.TITLE);
        page.line(
                words.of(
                        "summary.subtitle",
                        words.of(scenario.place()),
                        projection.dates().get(0).toString(),
                        projection.dates().get(projection.dates().size() - 1).toString()),
                Look.NOTE);
        sentences().forEach(sentence -> page.paragraph("• " + sentence, COLUMNS, CHARACTERS));
        people(page);
        plan(page);
        page.line(words.of("summary.charts"), Look.SECTION);
        charts.onSummary(page);
        page.breakPage();
        shortfalls(page);
        page.line(words.of("summary.reading"), Look.SECTION);
        for (String note : notes()) {
            page.paragraph("• " + note, COLUMNS, CHARACTERS);
        }
    }

    /** Where the other sheets are. */
    void writeContents(Page page, Map<String, String> sheets) {
        page.line(words.of("summary.contents"), Look.SECTION);
        sheets.forEach(page::link);
    }

    private List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        Headlines.Line residents = headlines.lines().get(0);
        int last = headlines.years().size() - 1;
        double start = residents.numbers().get(0);
        double end = residents.numbers().get(last);
        sentences.add(words.of(
                "summary.growth",
                Integer.toString(headlines.years().get(0)),
                decimal(start),
                Integer.toString(headlines.years().get(last)),
                decimal(end),
                String.format(Locale.ROOT, "%+.1f%%", 100 * (end / start - 1)),
                decimal(start / MILLION),
                decimal(end / MILLION)));
        run.solution()
                .ifPresent(solved -> sentences.add(words.of(
                        solved.solution().holds() ? "summary.solved" : "summary.compromise",
                        String.format(
                                Locale.ROOT, "%.1f%%", 100 * solved.solution().change()))));
        if (!scenario.targets().isEmpty()) {
            sentences.add(words.of(
                    "summary.targets",
                    scenario.targets().stream().map(this::offBy).collect(Collectors.joining(words.of("comma")))));
        }
        run.scorecard().ifPresent(scorecard -> sentences.add(verdicts(scorecard)));
        run.gap().ifPresent(gap -> {
            List<Shortfall> all = Shortfall.in(gap, year, scenario.lastYear());
            sentences.add(all.isEmpty() ? words.of("summary.nothing_short", Integer.toString(year)) : worst(all));
        });
        return sentences;
    }

    private String offBy(Target target) {
        double reached = run.reached(target);
        boolean share = target.shareOf().isPresent();
        double off = share ? reached - target.value() : reached / target.value() - 1;
        String number = String.format(Locale.ROOT, "%+.1f", 100 * off);
        String signed = number.endsWith("0.0") && number.length() == 4 ? "0.0" : number;
        return titles.target(target) + " " + words.of(share ? "summary.points" : "summary.percent", signed);
    }

    private String worst(List<Shortfall> all) {
        List<String> worst = new ArrayList<>();
        for (Shortfall each : all.subList(0, Math.min(3, all.size()))) {
            worst.add(words.of(
                    "summary.short_of",
                    titles.of("service", each.service()),
                    String.format(Locale.ROOT, "%,.0f", each.now().shortage()),
                    titles.unit(each.service()),
                    String.format(Locale.ROOT, "%.0f%%", 100 * Shortfall.share(each.now()))));
        }
        return words.of(
                "summary.short",
                Integer.toString(year),
                Integer.toString(all.size()),
                String.join(words.of("comma"), worst));
    }

    private String verdicts(Scorecard scorecard) {
        int last = scorecard.rows().stream().mapToInt(Scorecard.Row::year).max().orElse(0);
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        scorecard.rows().stream()
                .filter(row -> row.year() == last && row.area().isEmpty())
                .forEach(row -> counts.merge(row.verdict(), 1, Integer::sum));
        List<String> parts = new ArrayList<>();
        counts.forEach((verdict, count) -> parts.add(words.of("verdict." + verdict.label()) + " " + count));
        return words.of("summary.verdicts", Integer.toString(last), String.join(words.of("comma"), parts));
    }

    private void people(Page page) {
        page.line(words.of("summary.people"), Look.SECTION);
        List<Object> header = new ArrayList<>(List.of(words.of("unit.ten_thousands")));
        List<Format> formats = new ArrayList<>(List.of(Format.TEXT));
        for (int each : headlines.years()) {
            header.add(Integer.toString(each));
            formats.add(Format.DECIMAL);
        }
        page.row(header, formats, Look.HEADER);
        for (Headlines.Line line : headlines.lines()) {
            List<Object> cells = new ArrayList<>(List.of(line.title()));
            cells.addAll(line.numbers());
            List<Format> shown = new ArrayList<>(List.of(Format.TEXT));
            line.numbers().forEach(number -> shown.add(line.format()));
            page.row(cells, shown, Look.PLAIN);
        }
    }

    /** What was wanted, what is reached, and how far off that is. */
    private void plan(Page page) {
        if (scenario.targets().isEmpty()) {
            return;
        }
        page.line(words.of("summary.plan"), Look.SECTION);
        List<Format> texts = List.of(
                Format.TEXT,
                Format.TEXT,
                Format.DATE,
                Format.DECIMAL,
                Format.DECIMAL,
                Format.DECIMAL,
                Format.DECIMAL,
                Format.TEXT);
        page.row(
                List.of(
                        words.column("target"),
                        words.column("unit"),
                        words.column("date"),
                        words.column("wanted"),
                        words.column("reached"),
                        words.column("difference"),
                        words.column("difference_share"),
                        words.column("verdict")),
                texts,
                Look.HEADER);
        run.standings().forEach(standing -> planRow(page, standing));
    }

    private void planRow(Page page, TargetStanding standing) {
        Target target = standing.target();
        boolean share = target.shareOf().isPresent();
        boolean people = target.measure().kind() != Measure.Kind.LIFE_EXPECTANCY;
        double unit = share || !people ? 1 : Headlines.TEN_THOUSAND;
        double reached = standing.reached() / unit;
        double wanted = target.value() / unit;
        Format shown = share ? Format.FINE_SHARE : Format.DECIMAL;
        String verdict = words.of("verdict." + standing.verdict().label());
        page.widen(COLUMNS - 1, Page.width(verdict) + 4);
        page.row(
                Arrays.asList(
                        titles.target(target),
                        words.of(share ? "unit.points" : people ? "unit.ten_thousands" : "unit.years"),
                        target.date(),
                        wanted,
                        reached,
                        share ? 100 * (reached - wanted) : reached - wanted,
                        share || wanted == 0 ? null : reached / wanted - 1,
                        verdict),
                List.of(
                        Format.TEXT,
                        Format.TEXT,
                        Format.DATE,
                        shown,
                        shown,
                        share ? Format.POINTS : Format.DIFFERENCE,
                        Format.SHARE_CHANGE,
                        Format.TEXT),
                Look.PLAIN);
        page.look(COLUMNS - 1, Format.TEXT, ScorecardPage.look(standing.verdict()));
    }

    private void shortfalls(Page page) {
        if (run.gap().isEmpty()) {
            return;
        }
        List<Shortfall> all = Shortfall.in(run.gap().get(), year, scenario.lastYear());
        if (all.isEmpty()) {
            return;
        }
        page.line(words.of("summary.shortfalls", Integer.toString(year)), Look.SECTION);
        page.row(shortfallHeader(), SHORTFALL_FORMATS, Look.HEADER);
        for (Shortfall each : all.subList(0, Math.min(SHORTFALLS, all.size()))) {
            page.row(
                    List.of(
                            titles.of("service", each.service()),
                            titles.unit(each.service()),
                            each.now().demand(),
                            each.now().supply(),
                            each.now().shortage(),
                            Shortfall.share(each.now()),
                            each.first(),
                            each.last().shortage()),
                    SHORTFALL_FORMATS,
                    Look.PLAIN);
        }
        if (all.size() > SHORTFALLS) {
            page.line(words.of("summary.more", Integer.toString(all.size() - SHORTFALLS)), Look.NOTE);
        }
    }

    private List<String> shortfallHeader() {
        String shown = Integer.toString(year);
        String last = Integer.toString(scenario.lastYear());
        String shortage = words.column("shortage");
        return List.of(
                words.column("service"),
                words.column("unit"),
                words.of("in_year", words.of("path.norm"), shown),
                words.of("in_year", words.column("supply"), shown),
                words.of("in_year", shortage, shown),
                words.column("short_share"),
                words.column("first_year"),
                words.of("in_year", shortage, last));
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add(words.of("reading.forecast"));
        if (!scenario.targets().isEmpty()) {
            notes.add(words.of("reading.verdict"));
        }
        notes.add(words.of("reading.dates", titles.day(projection.dates().get(0))));
        if (run.gap().isPresent()) {
            notes.add(words.of("reading.short"));
        }
        if (!scenario.assumptions().isEmpty()) {
            notes.add(words.of(
                    "reading.assumptions",
                    Integer.toString(scenario.assumptions().size())));
        }
        notes.add(words.of("reading.numbers"));
        return notes;
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%,.2f", value);
    }
}
