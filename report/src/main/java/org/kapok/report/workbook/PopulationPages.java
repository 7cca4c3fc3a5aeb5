package org.kapok.report.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.kapok.core.AgeGroups;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.core.Population;
import org.kapok.core.Region;
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
        List<List<Object>> rows = new ArrayList<>();
        List<Population> populations = years.stream().map(projection::in).toList();
        for (String area : titles.areas()) {
            for (Measure measure : measures()) {
                for (AgeBand band : AgeBand.asked(ages)) {
                    Selection people = measure.people().aged(band.from(), band.to());
                    List<Object> row = new ArrayList<>(
                            List.of(titles.area(area), area, titles.measure(measure.id()), bandText(band)));
                    populations.forEach(population ->
                            row.add(area.isEmpty() ? population.total(people) : population.total(people, area)));
                    rows.add(row);
                }
            }
        }
        page.line(words.of("sheet.areas"), Styles.Look.TITLE);
        page.line(note("areas"), Styles.Look.NOTE);
        Columns columns =
                new Columns(words).text("area", "code", "measure", "ages").years(years, Format.COUNT);
        page.table(new Table("Areas", columns.list(), rows, 4, ""));
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
        Cube all = projection.populations();
        double[] persons = all.toArray();
        int cells = space.size();
        List<List<Object>> rows = new ArrayList<>();
        for (int profile = 0; profile < space.profiles(); profile++) {
            for (int[] group : groups) {
                List<Object> row = start(profile);
                row.add(Titles.ages(ages, group));
                row.add(ages.start(group[0]));
                for (int date = 0; date < years.size(); date++) {
                    double sum = 0;
                    int first = date * cells + profile * ages.count();
                    for (int age = group[0]; age < group[1]; age++) {
                        sum += persons[first + age];
                    }
                    row.add(sum);
                }
                rows.add(row);
            }
        }
        page.line(words.of("sheet." + key), Styles.Look.TITLE);
        page.line(note(key), Styles.Look.NOTE);
        Columns columns = new Columns(words)
                .text("district", "code", "status", "sex", "ages")
                .add(Format.YEAR, "first_age")
                .years(years, Format.COUNT);
        page.table(new Table(name, columns.list(), rows, 6, words.of("sum_shown")));
    }

    /** The labels of a profile: region, status and sex. */
    private List<Object> start(int profile) {
        int sexes = Sex.values().length;
        int statuses = space.statuses().size();
        Region region = space.regions().get(profile / sexes / statuses);
        Status status = space.statuses().get(profile / sexes % statuses);
        Sex sex = Sex.values()[profile % sexes];
        return new ArrayList<>(List.of(
                titles.of("region", region.id()),
                region.id(),
                titles.of("status", status.id()),
                words.of("sex." + sex.label())));
    }

    /** Where people came from and went, by region and status: an account that closes in every row. */
    void writeComponents(Page page) {
        List<List<Object>> rows = new ArrayList<>();
        List<Cube> flows = new ArrayList<>(List.of(projection.births().sumOver(Axis.SEX)));
        for (Flow flow : Flow.values()) {
            flows.add(projection.flows(flow).sumOver(Axis.AGE).sumOver(Axis.SEX));
        }
        for (int step = 0; step < projection.flowYears().size(); step++) {
            Population before = projection.at(step);
            Population after = projection.at(step + 1);
            for (int region = 0; region < space.regions().size(); region++) {
                for (int status = 0; status < space.statuses().size(); status++) {
                    List<Object> row = componentStart(step, region, status);
                    Selection people =
                            Selection.status(space.statuses().get(status).id());
                    String id = space.regions().get(region).id();
                    int[] cell = {step, region, status};
                    IntFunction<Double> flow = number -> flows.get(number).at(cell);
                    row.add(before.total(people, id));
                    for (int number = 0; number < flows.size(); number++) {
                        row.add(flow.apply(number));
                    }
                    row.add(after.total(people, id));
                    row.add(flow.apply(0) - flow.apply(1));
                    row.add(flow.apply(2) - flow.apply(3) + flow.apply(4) - flow.apply(5));
                    rows.add(row);
                }
            }
        }
        writeComponents(page, rows);
    }

    private List<Object> componentStart(int step, int region, int status) {
        String id = space.regions().get(region).id();
        return new ArrayList<>(List.of(
                Integer.parseInt(projection.flowYears().labels().get(step)),
                titles.of("region", id),
                id,
                titles.of("status", space.statuses().get(status).id())));
    }

    private void writeComponents(Page page, List<List<Object>> rows) {
        int width = ages.uniformWidth();
        String note = words.of(
                width == 1 ? "note.components" : "note.components_steps",
                titles.day(projection.dates().get(0)),
                Integer.toString(width));
        page.line(words.of("sheet.components"), Styles.Look.TITLE);
        page.line(note, Styles.Look.NOTE);
        Columns columns = new Columns(words)
                .add(Format.YEAR, "flow_year")
                .text("district", "code", "status")
                .add(Format.LEVEL, "at_start")
                .add(Format.COUNT, "births", "deaths", "arrivals", "departures")
                .add(Format.COUNT, "moves_in", "moves_out", "status_in", "status_out")
                .add(Format.LEVEL, "at_end")
                .add(Format.CHANGE, "natural", "net_migration");
        page.table(new Table("Components", columns.list(), rows, 4, words.of("sum_shown")));
    }
}
