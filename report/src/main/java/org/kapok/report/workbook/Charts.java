package org.kapok.report.workbook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kapok.core.AgeGroups;
import org.kapok.core.Population;
import org.kapok.core.Region;
import org.kapok.core.Selection;
import org.kapok.core.Sex;
import org.kapok.demand.Gap;
import org.kapok.projection.Projection;
import org.kapok.projection.target.Measure;
import org.kapok.projection.target.Target;
import org.kapok.report.workbook.Drawing.Block;
import org.kapok.report.workbook.Styles.Look;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioRun;

/** Native charts, and the numbers they are drawn from on a sheet of their own. */
final class Charts {
    private static final int SERVICES = 15;
    private static final int REGIONS = 15;
    private static final int GAP = 2;
    private static final int CHART_ROWS = 28;

    private final ScenarioRun run;
    private final Scenario scenario;
    private final Projection projection;
    private final Titles titles;
    private final Words words;
    private final String font;
    private final String sheet;
    private final List<Integer> years;
    private final List<Block> blocks = new ArrayList<>();
    private final Block trend;
    private final Block pyramid;
    private final Block changes;
    private final Optional<Block> regions;
    private final Optional<Block> shortfalls;

    /**
     * Charts of a run.
     *
     * @param sheet the title of the sheet with the numbers
     */
    Charts(ScenarioRun run, Titles titles, String font, String sheet) {
        this.run = run;
        this.scenario = run.scenario();
        this.projection = run.projection();
        this.titles = titles;
        this.words = titles.words();
        this.font = font;
        this.sheet = sheet;
        this.years = projection.dates().stream().map(date -> date.getYear()).toList();
        this.trend = add(years.stream().map(String::valueOf).toList(), trend(), Format.DECIMAL);
        this.pyramid = addPyramid();
        this.changes = addChanges();
        this.regions = projection.space().regions().size() > 1 ? Optional.of(addRegions()) : Optional.empty();
        this.shortfalls = run.gap().flatMap(this::addShortfalls);
    }

    private Block add(List<String> categories, List<Series> series, Format format) {
        int header = 3;
        for (Block block : blocks) {
            header += block.categories().size() + 1 + GAP;
        }
        Block block = new Block(sheet, header, categories, series, format);
        blocks.add(block);
        return block;
    }

    private List<Series> trend() {
        List<Series> series = new ArrayList<>();
        List<Measure> measures = Measure.ofPeople(projection.space());
        boolean several = projection.space().statuses().size() > 1;
        for (Measure measure : measures.subList(0, several ? 2 : 1)) {
            series.add(new Series(
                    titles.measure(measure.id()),
                    years.stream()
                            .map(year -> projection.in(year).total(measure.people()) / Headlines.TEN_THOUSAND)
                            .toList()));
            List<Double> wanted =
                    years.stream().map(year -> wanted(measure, year)).toList();
            if (wanted.stream().anyMatch(each -> each != null)) {
                series.add(new Series(words.of("chart.plan", titles.measure(measure.id())), wanted));
            }
        }
        return series;
    }

    /** What is wanted of a measure of the whole place in a year; null for nothing. */
    private Double wanted(Measure measure, int year) {
        return scenario.targets().stream()
                .filter(target -> target.measure().equals(measure)
                        && target.area().isEmpty()
                        && target.shareOf().isEmpty()
                        && target.fromAge() == 0
                        && target.toAge() == Selection.OPEN
                        && target.date().getYear() == year)
                .map(Target::value)
                .map(value -> value / Headlines.TEN_THOUSAND)
                .findFirst()
                .orElse(null);
    }

    private Block addPyramid() {
        AgeGroups ages = projection.space().ages();
        List<int[]> groups = Titles.fiveYearGroups(ages);
        List<Series> series = new ArrayList<>();
        for (int date : new int[] {years.size() - 1, 0}) {
            for (Sex sex : List.of(Sex.MALE, Sex.FEMALE)) {
                String title =
                        words.of("chart.sex_in", words.of("sex." + sex.label()), Integer.toString(years.get(date)));
                double sign = sex == Sex.MALE ? -1 : 1;
                double[] byAge = byAge(projection.at(date), sex);
                series.add(new Series(
                        title,
                        groups.stream()
                                .map(group -> sign * sum(byAge, group) / Headlines.TEN_THOUSAND)
                                .toList()));
            }
        }
        return add(groups.stream().map(group -> Titles.ages(ages, group)).toList(), series, Format.DECIMAL);
    }

    private double[] byAge(Population population, Sex sex) {
        double[] sums = new double[projection.space().ages().count()];
        for (int region = 0; region < projection.space().regions().size(); region++) {
            double[] own = population.byAge(region, Selection.residents().of(sex));
            Arrays.setAll(sums, age -> sums[age] + own[age]);
        }
        return sums;
    }

    private static double sum(double[] byAge, int[] group) {
        double sum = 0;
        for (int age = group[0]; age < group[1]; age++) {
            sum += byAge[age];
        }
        return sum;
    }

    /** Births less deaths, and what residents gain by moving and by changes of status, a year. */
    private Block addChanges() {
        List<Measure> all = Measure.of(projection.inputs());
        List<Double> natural = new ArrayList<>();
        List<Double> migration = new ArrayList<>();
        List<String> flowYears = projection.flowYears().labels();
        for (String year : flowYears) {
            double births = perYear(all, "births:resident", year);
            natural.add((births - perYear(all, "deaths:resident", year)) / Headlines.TEN_THOUSAND);
            migration.add(perYear(all, "net_migration:resident", year) / Headlines.TEN_THOUSAND);
        }
        return add(
                flowYears,
                List.of(
                        new Series(words.column("natural"), natural),
                        new Series(words.column("net_migration"), migration)),
                Format.DECIMAL);
    }

    private double perYear(List<Measure> all, String id, String year) {
        LocalDate date = LocalDate.of(Integer.parseInt(year), 7, 1);
        return Measure.find(all, id).orElseThrow().in(projection, "", date, 0, Selection.OPEN);
    }

    private Block addRegions() {
        List<Integer> shown = largest();
        List<Series> series = new ArrayList<>();
        for (int year : new Headlines(run, titles).years()) {
            double[] byRegion = projection.in(year).byRegion(Selection.residents());
            series.add(new Series(
                    Integer.toString(year),
                    shown.stream()
                            .map(region -> byRegion[region] / Headlines.TEN_THOUSAND)
                            .toList()));
        }
        List<Region> all = projection.space().regions();
        return add(
                shown.stream().map(region -> titles.area(all.get(region).id())).toList(), series, Format.DECIMAL);
    }

    /** All regions, or of many those with most residents in the end. */
    private List<Integer> largest() {
        double[] residents = projection.at(years.size() - 1).byRegion(Selection.residents());
        return IntStream.range(0, residents.length)
                .boxed()
                .sorted(Comparator.comparingDouble(region -> -residents[region]))
                .limit(REGIONS)
                .sorted()
                .toList();
    }

    private Optional<Block> addShortfalls(Gap gap) {
        List<Integer> chosen = new Headlines(run, titles).years();
        int year = chosen.get(Math.min(1, chosen.size() - 1));
        int last = scenario.lastYear();
        List<Shortfall> all = Shortfall.in(gap, year, last);
        List<Shortfall> shown = all.subList(0, Math.min(SERVICES, all.size()));
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        List<Series> series = new ArrayList<>();
        series.add(new Series(
                Integer.toString(year),
                shown.stream().map(each -> Shortfall.share(each.now())).toList()));
        if (last > year) {
            series.add(new Series(
                    Integer.toString(last),
                    shown.stream().map(each -> Shortfall.share(each.last())).toList()));
        }
        return Optional.of(add(
                shown.stream().map(each -> titles.of("service", each.service())).toList(), series, Format.SHARE));
    }

    /** Draws the trend and the pyramid side by side where the summary has come to. */
    void onSummary(Page page) {
        int first = page.next();
        int past = first + CHART_ROWS;
        new Drawing(page.whole(), new int[] {0, first, 3, past}, words.of("chart.trend"), trend, font)
                .lines(words.of("unit.ten_thousands"));
        String title = words.of(
                "chart.pyramid", Integer.toString(years.get(years.size() - 1)), Integer.toString(years.get(0)));
        new Drawing(page.whole(), new int[] {3, first, 8, past}, title, pyramid, font)
                .pyramid(words.of("unit.ten_thousands"));
        page.skip(CHART_ROWS);
    }

    /** Writes the numbers and draws the other charts beside them. */
    void write(Page page) {
        page.line(words.of("sheet.charts"), Look.TITLE);
        page.line(words.of("note.charts"), Look.NOTE);
        for (Block block : blocks) {
            page.skip(block.header() - page.next());
            write(page, block);
        }
        page.upright();
        page.onePage();
        drawing(page, 0, "chart.changes", changes).bars(false, "#,##0", words.of("unit.ten_thousands"));
        boolean many = projection.space().regions().size() > REGIONS;
        String title = many ? "chart.regions_largest" : "chart.regions";
        regions.ifPresent(block -> drawing(page, 1, title, block).bars(true, "#,##0", words.of("unit.ten_thousands")));
        int last = regions.isPresent() ? 2 : 1;
        shortfalls.ifPresent(
                block -> drawing(page, last, "chart.shortfalls", block).bars(true, "0%", words.column("short_share")));
    }

    /** A chart beside the numbers, those before it above. */
    private Drawing drawing(Page page, int before, String title, Block block) {
        int row = 3 + 26 * before;
        return new Drawing(page.whole(), new int[] {7, row, 18, row + 24}, words.of(title), block, font);
    }

    private static void write(Page page, Block block) {
        List<Object> header = new ArrayList<>(List.of(""));
        List<Format> formats = new ArrayList<>(List.of(Format.TEXT));
        for (Series series : block.series()) {
            header.add(series.title());
            formats.add(block.format());
        }
        page.row(header, formats, Look.HEADER);
        for (int category = 0; category < block.categories().size(); category++) {
            List<Object> cells = new ArrayList<>(List.of(block.categories().get(category)));
            for (Series series : block.series()) {
                cells.add(series.numbers().get(category));
            }
            page.row(cells, formats, Look.PLAIN);
            page.widen(0, Page.width(block.categories().get(category)) + 2);
        }
        for (int column = 1; column <= block.series().size(); column++) {
            page.widen(
                    column,
                    Math.max(14, Page.width(block.series().get(column - 1).title()) + 4));
        }
    }
}
