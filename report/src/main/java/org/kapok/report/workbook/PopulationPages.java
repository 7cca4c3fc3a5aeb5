package org.kapok.report.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.kapok.core.AgeGroups;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.core.Population;
import org.kapok.core.Selection;
import org.kapok.core.Sex;
import org.kapok.core.Status;
import org.kapok.projection.Projection;
import org.kapok.projection.Projection.Flow;
import org.kapok.projection.target.Measure;
import org.kapok.report.workbook.Table.Columns;
import org.kapok.scenario.AgeBand;

/** People: by area and age band as planners ask, by every cell, and what changed them. */
final class PopulationPages {
    private static final int COMPONENTS = 16; // columns

    private final Projection projection;
    private final CellSpace space;
    private final AgeGroups ages;
    private final Titles titles;
    private final Words words;
    private final List<Integer> years;

    PopulationPages(Projection projection, Titles titles) {
        this.projection = projection;
        this.space = projection.space();
        this.ages = space.ages();
        this.titles = titles;
        this.words = titles.words();
        this.years = projection.dates().stream().map(date -> date.getYear()).toList();
    }

    /** Residents, registered people and each status by area and age band. */
    void writeAreas(Page page) {
        List<Band> bands = new ArrayList<>();
        for (Measure measure : measures()) {
            for (AgeBand ages : AgeBand.asked(ages)) {
                bands.add(new Band(measure, ages));
            }
        }
        List<Population> populations = years.stream().map(projection::in).toList();
        Places places = Places.of(space, bands.size(), 4 + years.size());
        List<double[][]> persons = bands.stream()
                .map(band -> populations.stream()
                        .map(population -> population.byRegion(band.people()))
                        .toArray(double[][]::new))
                .toList();
        List<String> areas = places.left().isEmpty() ? titles.areas() : titles.groups();
        Iterable<List<Object>> rows = () -> areas.stream()
                .flatMap(area -> IntStream.range(0, bands.size())
                        .mapToObj(band -> areaRow(area, bands.get(band), persons.get(band))))
                .iterator();
        page.line(words.of("sheet.areas"), Styles.Look.TITLE);
        page.line(note("areas") + places.note(words, "measures.csv"), Styles.Look.NOTE);
        Columns columns =
                new Columns(words).text("area", "code", "measure", "ages").years(years, Format.COUNT);
        page.table(new Table("Areas", columns.list(), rows, 4, ""));
    }

    private record Band(Measure measure, AgeBand ages) {
        private Selection people() {
            return measure.people().aged(ages.from(), ages.to());
        }
    }

    /** A row of persons by year and region, shape [year][region]. */
    private List<Object> areaRow(String area, Band band, double[][] persons) {
        List<Object> row = new ArrayList<>(
                List.of(titles.area(area), area, titles.measure(band.measure().id()), bandText(band.ages())));
        int[] regions = space.regionsIn(area);
        for (double[] ofYear : persons) {
            row.add(sum(ofYear, regions));
        }
        return row;
    }

    private static double sum(double[] numbers, int[] positions) {
        double sum = 0;
        for (int position : positions) {
            sum += numbers[position];
        }
        return sum;
    }

    private String note(String key) {
        String day = titles.day(projection.dates().get(0));
        return words.of("note." + key, day) + (space.statuses().size() > 1 ? titles.whoCounts() : "");
    }

    /** Every measure once: with one status, all three are the same. */
    private List<Measure> measures() {
        List<Measure> all = Measure.ofPeople(space);
        return space.statuses().size() == 1 ? all.subList(0, 1) : all;
    }

    private String bandText(AgeBand band) {
        return band.equals(AgeBand.all())
                ? words.of("ages.all")
                : band.toString().replace('-', '–');
    }

    /** Every region, status and sex by five-year age. */
    void writeFiveYears(Page page) {
        write(page, "population", "Population", Titles.fiveYearGroups(ages));
    }

    /** Every region, status and sex by single year of age, where ages are that fine. */
    boolean hasSingleYears() {
        return ages.uniformWidth() == 1;
    }

    void writeSingleYears(Page page) {
        List<int[]> single = new ArrayList<>();
        for (int age = 0; age < ages.count(); age++) {
            single.add(new int[] {age, age + 1});
        }
        write(page, "single_ages", "SingleAges", single);
    }

    private void write(Page page, String key, String name, List<int[]> groups) {
        int profiles = space.statuses().size() * Sex.values().length; // of a region
        Places places = Places.of(space, (long) profiles * groups.size(), 6 + years.size());
        Cube persons = projection.populations();
        int count = places.ids().size() * profiles * groups.size();
        Iterable<List<Object>> rows = () -> IntStream.range(0, count)
                .mapToObj(row -> {
                    int place = row / groups.size() / profiles;
                    int profile = row / groups.size() % profiles;
                    int[] group = groups.get(row % groups.size());
                    List<Object> cells = start(places.ids().get(place), profile);
                    cells.add(Titles.ages(ages, group));
                    cells.add(ages.start(group[0]));
                    for (int date = 0; date < years.size(); date++) {
                        cells.add(sum(persons, date, places.regions().get(place), profile, group));
                    }
                    return cells;
                })
                .iterator();
        page.line(words.of("sheet." + key), Styles.Look.TITLE);
        page.line(note(key) + places.note(words, "population.csv") + words.of("note.first_rows"), Styles.Look.NOTE);
        Columns columns = new Columns(words)
                .text(places.column(), "code", "status", "sex", "ages")
                .add(Format.YEAR, "first_age")
                .years(years, Format.COUNT);
        page.table(new Table(name, columns.list(), rows, 6, words.of("sum_shown")));
        page.printFirst();
    }

    /** The persons of some regions, of a status and sex and of the ages of a group, on a date. */
    private double sum(Cube persons, int date, int[] regions, int profile, int[] group) {
        int profiles = space.statuses().size() * Sex.values().length;
        double[] byAge = new double[group[1] - group[0]];
        double sum = 0;
        for (int region : regions) {
            persons.copyTo(date * space.size() + (region * profiles + profile) * ages.count() + group[0], byAge);
            for (double each : byAge) {
                sum += each;
            }
        }
        return sum;
    }

    /** The labels of a place, status and sex. */
    private List<Object> start(String place, int profile) {
        Status status = space.statuses().get(profile / Sex.values().length);
        Sex sex = Sex.values()[profile % Sex.values().length];
        return new ArrayList<>(
                List.of(titles.area(place), place, titles.of("status", status.id()), words.of("sex." + sex.label())));
    }

    /** Where people came from and went, by region and status: an account that closes in every row. */
    void writeComponents(Page page) {
        List<Cube> flows = new ArrayList<>(List.of(projection.births().sumOver(Axis.SEX)));
        for (Flow flow : Flow.values()) {
            flows.add(projection.flows(flow).sumOver(Axis.AGE).sumOver(Axis.SEX));
        }
        int steps = projection.flowYears().size();
        Places places = Places.of(space, (long) steps * space.statuses().size(), COMPONENTS);
        Iterable<List<Object>> rows = () -> IntStream.range(0, steps)
                .boxed()
                .flatMap(step -> componentRows(step, places, flows).stream())
                .iterator();
        writeComponents(page, places, rows);
    }

    private List<List<Object>> componentRows(int step, Places places, List<Cube> flows) {
        List<List<Object>> rows = new ArrayList<>();
        double[][] before = byStatus(projection.at(step));
        double[][] after = byStatus(projection.at(step + 1));
        for (int place = 0; place < places.ids().size(); place++) {
            int[] regions = places.regions().get(place);
            for (int status = 0; status < space.statuses().size(); status++) {
                double[] flow = new double[flows.size()];
                for (int number = 0; number < flow.length; number++) {
                    for (int region : regions) {
                        flow[number] += flows.get(number).at(step, region, status);
                    }
                }
                List<Object> row = componentStart(step, places.ids().get(place), status);
                row.add(sum(before[status], regions));
                for (double each : flow) {
                    row.add(each);
                }
                row.add(sum(after[status], regions));
                row.add(flow[0] - flow[1]);
                row.add(flow[2] - flow[3] + flow[4] - flow[5]);
                rows.add(row);
            }
        }
        return rows;
    }

    /** Persons by status and region, shape [status][region]. */
    private double[][] byStatus(Population population) {
        return space.statuses().stream()
                .map(status -> population.byRegion(Selection.status(status.id())))
                .toArray(double[][]::new);
    }

    private List<Object> componentStart(int step, String place, int status) {
        return new ArrayList<>(List.of(
                Integer.parseInt(projection.flowYears().labels().get(step)),
                titles.area(place),
                place,
                titles.of("status", space.statuses().get(status).id())));
    }

    private void writeComponents(Page page, Places places, Iterable<List<Object>> rows) {
        int width = ages.uniformWidth();
        String note = words.of(
                width == 1 ? "note.components" : "note.components_steps",
                titles.day(projection.dates().get(0)),
                Integer.toString(width));
        page.line(words.of("sheet.components"), Styles.Look.TITLE);
        page.line(note + places.note(words, "components.csv") + words.of("note.first_rows"), Styles.Look.NOTE);
        Columns columns = new Columns(words)
                .add(Format.YEAR, "flow_year")
                .text(places.column(), "code", "status")
                .add(Format.LEVEL, "at_start")
                .add(Format.COUNT, "births", "deaths", "arrivals", "departures")
                .add(Format.COUNT, "moves_in", "moves_out", "status_in", "status_out")
                .add(Format.LEVEL, "at_end")
                .add(Format.CHANGE, "natural", "net_migration");
        page.table(new Table("Components", columns.list(), rows, 4, words.of("sum_shown")));
        page.printFirst();
    }
}
