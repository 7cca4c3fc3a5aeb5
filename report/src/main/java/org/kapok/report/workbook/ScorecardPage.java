package org.kapok.report.workbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.kapok.demand.scorecard.Goal;
import org.kapok.demand.scorecard.Indicator;
import org.kapok.demand.scorecard.Scorecard;
import org.kapok.demand.scorecard.Scorecard.Why;
import org.kapok.demand.scorecard.Verdict;
import org.kapok.report.workbook.Page.Judged;
import org.kapok.report.workbook.Styles.Look;
import org.kapok.report.workbook.Table.Columns;

/** How the indicators of the plan stand, the last year first. */
final class ScorecardPage {
    private static final int COLUMNS = 16;

    private final Scorecard scorecard;
    private final Titles titles;
    private final Words words;

    ScorecardPage(Scorecard scorecard, Titles titles) {
        this.scorecard = scorecard;
        this.titles = titles;
        this.words = titles.words();
    }

    /** The colour of a verdict. */
    static Look look(Verdict verdict) {
        return switch (verdict) {
            case MET, ON_TRACK -> Look.GOOD;
            case AT_RISK -> Look.FAIR;
            case OFF_TRACK -> Look.BAD;
            case NOT_PROJECTABLE -> Look.UNKNOWN;
        };
    }

    void write(Page page) {
        boolean fits = Table.fits(scorecard.rows().size(), COLUMNS);
        List<Scorecard.Row> shown = scorecard.rows().stream()
                .filter(row -> fits || row.area().isEmpty())
                .sorted(Comparator.comparingInt((Scorecard.Row row) -> -row.year())
                        .thenComparing(row -> !row.area().isEmpty())
                        .thenComparingInt(row -> row.indicator().number()))
                .toList();
        Iterable<List<Object>> rows = () -> shown.stream().map(this::row).iterator();
        page.line(words.of("sheet.scorecard"), Look.TITLE);
        String left = fits ? "" : words.of("note.too_many", words.of("note.areas_whole"), "indicators.csv");
        page.line(words.of("note.scorecard") + left, Look.NOTE);
        Columns columns = new Columns(words)
                .add(Format.YEAR, "number")
                .text("indicator", "binding", "area", "code")
                .add(Format.YEAR, "year")
                .text("unit")
                .add(Format.DECIMAL, "baseline", "target_value", "asked", "value")
                .text("verdict")
                .add(Format.DIFFERENCE, "pace", "pace_needed")
                .add(Format.COUNT, "more_units")
                .add(Format.LONG_TEXT, "reason");
        page.table(new Table("Indicators", columns.list(), rows, 2, ""));
    }

    private List<Object> row(Scorecard.Row row) {
        Indicator indicator = row.indicator();
        Goal goal = indicator.goal();
        OptionalDouble value = row.value();
        List<Object> cells = new ArrayList<>();
        cells.add(indicator.number());
        cells.add(titles.of("indicator", indicator.id()));
        cells.add(words.of(indicator.binding() ? "binding" : "expected"));
        cells.add(titles.area(row.area()));
        cells.add(row.area());
        cells.add(row.year());
        cells.add(titles.unit("indicator/" + indicator.id()));
        cells.add(goal.baseline());
        cells.add(goal.target());
        cells.add(goal.askedIn(row.year()));
        cells.add(value);
        cells.add(new Judged(words.of("verdict." + row.verdict().label()), look(row.verdict())));
        cells.add(value.isPresent() ? goal.paceTo(value.getAsDouble(), row.year()) : null);
        cells.add(value.isPresent() ? goal.paceFrom(value.getAsDouble(), row.year()) : null);
        cells.add(row.more());
        cells.add(reason(row));
        return cells;
    }

    private String reason(Scorecard.Row row) {
        String own = titles.of("reason", row.indicator().id());
        boolean stated = (row.why() == Why.NO_FORMULA || row.why() == Why.PROJECTED)
                && !own.equals(row.indicator().id());
        return stated ? own : words.of("why." + row.why().label());
    }
}
