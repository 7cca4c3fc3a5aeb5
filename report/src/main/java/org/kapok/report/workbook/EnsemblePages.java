package org.kapok.report.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.kapok.demand.Demand;
import org.kapok.demand.DrawnDemand;
import org.kapok.demand.scorecard.Goal;
import org.kapok.projection.ensemble.Quantiles;
import org.kapok.projection.ensemble.Sampling;
import org.kapok.projection.target.Target;
import org.kapok.report.workbook.Styles.Look;
import org.kapok.report.workbook.Table.Columns;
import org.kapok.scenario.EnsembleRun;

/** How the futures of a scenario spread, and how likely what is wanted is. */
final class EnsemblePages {
    private static final double[] PROBABILITIES = {0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975};
    private static final String[] NAMES = {"q025", "q10", "q25", "q50", "q75", "q90", "q975"};
    private static final int SERVICE_COLUMNS = 17;
    private static final double[] CHANCE_PROBABILITIES = {0.1, 0.5, 0.9};

    private final EnsembleRun ensemble;
    private final Titles titles;
    private final Words words;

    EnsemblePages(EnsembleRun ensemble, Titles titles) {
        this.ensemble = ensemble;
        this.titles = titles;
        this.words = titles.words();
    }

    /** The chances of targets and indicators. */
    void writeChances(Page page) {
        page.line(words.of("sheet.chances"), Look.TITLE);
        page.line(note(), Look.NOTE);
        if (!ensemble.chances().isEmpty()) {
            page.line(words.of("chances.targets"), Look.SECTION);
            page.place(new Table("TargetChances", targetColumns(), targetRows(), 0, ""));
            if (ensemble.chances().size() > 1) {
                page.line(words.of("chances.all", percent(ensemble.allTargets())), Look.NOTE);
            }
        }
        if (!ensemble.indicators().isEmpty()) {
            page.skip(1);
            page.line(words.of("chances.indicators"), Look.SECTION);
            Columns columns = new Columns(words)
                    .text("indicator", "unit")
                    .add(Format.YEAR, "target_year")
                    .add(Format.DECIMAL, "wanted", "q10", "q50", "q90")
                    .add(Format.SHARE, "met_chance");
            page.place(new Table("IndicatorChances", columns.list(), indicatorRows(), 0, ""));
        }
    }

    private String note() {
        String drawn = words.of(
                "note.chances", String.format(Locale.ROOT, "%,d", ensemble.draws()), Long.toString(ensemble.seed()));
        String error = String.format(Locale.ROOT, "%.1f", 100 * ensemble.largestError());
        boolean plain = ensemble.sampling() == Sampling.PLAIN;
        return drawn + (words.chinese() ? "" : " ") + words.of(plain ? "draws_error" : "draws_error_bound", error);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f%%", 100 * share);
    }

    private List<Table.Column> targetColumns() {
        return new Columns(words)
                .text("target", "unit")
                .add(Format.DATE, "date")
                .add(Format.DECIMAL, "wanted", "q10", "q50", "q90")
                .add(Format.SHARE, "at_least")
                .list();
    }

    private List<List<Object>> targetRows() {
        List<List<Object>> rows = new ArrayList<>();
        for (EnsembleRun.Chance chance : ensemble.chances()) {
            Target target = chance.target();
            boolean share = target.shareOf().isPresent();
            double unit = share ? 0.01 : Headlines.TEN_THOUSAND;
            List<Object> row = new ArrayList<>();
            row.add(titles.target(target));
            row.add(words.of(share ? "unit.percent" : "unit.ten_thousands"));
            row.add(target.date());
            row.add(target.value() / unit);
            for (double probability : CHANCE_PROBABILITIES) {
                row.add(chance.spread().at(probability) / unit);
            }
            row.add(chance.atLeast());
            rows.add(row);
        }
        return rows;
    }

    private List<List<Object>> indicatorRows() {
        List<List<Object>> rows = new ArrayList<>();
        for (EnsembleRun.IndicatorChance chance : ensemble.indicators()) {
            String id = chance.indicator().id();
            Goal goal = chance.indicator().goal();
            List<Object> row = new ArrayList<>();
            row.add(titles.of("indicator", id));
            row.add(titles.unit("indicator/" + id));
            row.add(goal.targetYear());
            row.add(goal.target());
            for (double probability : CHANCE_PROBABILITIES) {
                row.add(chance.spread().at(probability));
            }
            row.add(chance.met());
            rows.add(row);
        }
        return rows;
    }

    /** The quantiles of people and flows by area, age band and year. */
    void writeQuantiles(Page page) {
        List<List<Object>> rows = new ArrayList<>();
        for (int position = 0; position < ensemble.measured().size(); position++) {
            EnsembleRun.Measured measured = ensemble.measured().get(position);
            for (int step = 0; step < ensemble.steps(); step++) {
                List<Object> row = new ArrayList<>(List.of(
                        titles.area(measured.area()),
                        measured.area(),
                        words.of("measure." + measured.measure()),
                        measured.band().toString().replace('-', '–'),
                        ensemble.dateAfter(step).getYear()));
                addQuantiles(row, ensemble.spread(position, step));
                rows.add(row);
            }
        }
        page.line(words.of("sheet.quantiles"), Look.TITLE);
        page.line(note(), Look.NOTE);
        Columns columns =
                new Columns(words).text("area", "code", "measure", "ages").add(Format.YEAR, "year");
        columns.add(Format.COUNT, "mean", "deviation").add(Format.COUNT, NAMES);
        page.table(new Table("Quantiles", columns.list(), rows, 5, ""));
    }

    /** The same of the demand for services, with the chance that supply falls short. */
    void writeServiceQuantiles(Page page, DrawnDemand services) {
        long every = (long) services.of().size() * services.areas().size() * ensemble.steps();
        boolean fits = Table.fits(every, SERVICE_COLUMNS);
        int areas = fits ? services.areas().size() : 1; // the whole place comes first
        int count = services.of().size() * areas * ensemble.steps();
        Iterable<List<Object>> rows = () -> IntStream.range(0, count)
                .mapToObj(row -> serviceRow(
                        services,
                        row / ensemble.steps() / areas,
                        row / ensemble.steps() % areas,
                        row % ensemble.steps()))
                .iterator();
        page.line(words.of("sheet.service_quantiles"), Look.TITLE);
        String left = fits ? "" : words.of("note.too_many", words.of("note.areas_whole"), "service_quantiles.csv");
        page.line(note() + left, Look.NOTE);
        Columns columns = new Columns(words)
                .text("service", "unit", "path", "area", "code")
                .add(Format.YEAR, "year")
                .add(Format.COUNT, "supply")
                .add(Format.SHARE, "chance_short")
                .add(Format.COUNT, "mean", "deviation")
                .add(Format.COUNT, NAMES);
        page.table(new Table("ServiceQuantiles", columns.list(), rows, 6, ""));
    }

    private List<Object> serviceRow(DrawnDemand services, int position, int area, int step) {
        Demand.Of of = services.of().get(position);
        String place = services.areas().get(area);
        List<Object> row = new ArrayList<>(List.of(
                titles.of("service", of.service()),
                titles.unit(of.service()),
                words.of("path." + of.path().label()),
                titles.area(place),
                place,
                ensemble.dateAfter(step).getYear()));
        OptionalDouble supply = ensemble.supply(position, area, step);
        row.add(supply);
        row.add(supply.isPresent() ? ensemble.chanceShort(position, area, step) : null);
        addQuantiles(row, ensemble.serviceSpread(position, area, step));
        return row;
    }

    private static void addQuantiles(List<Object> row, Quantiles quantiles) {
        row.add(quantiles.mean());
        row.add(quantiles.deviation());
        for (double probability : PROBABILITIES) {
            row.add(quantiles.at(probability));
        }
    }
}
