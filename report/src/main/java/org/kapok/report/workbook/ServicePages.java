package org.kapok.report.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kapok.demand.Demand;
import org.kapok.demand.DemandPath;
import org.kapok.demand.Gap;
import org.kapok.demand.Service;
import org.kapok.demand.Supply;
import org.kapok.report.workbook.Table.Columns;
import org.kapok.scenario.ScenarioRun;

/** What services are needed, what there is of them and what is missing. */
final class ServicePages {
    private static final int GAP_COLUMNS = 15;

    private final ScenarioRun run;
    private final Demand demand;
    private final Titles titles;
    private final Words words;
    private final Map<String, Service> services = new HashMap<>();
    private final Map<String, String> domains = new HashMap<>();

    ServicePages(ScenarioRun run, Titles titles) {
        this.run = run;
        this.demand = run.demand().orElseThrow();
        this.titles = titles;
        this.words = titles.words();
        demand.services().forEach(service -> services.put(service.id(), service));
        run.scenario()
                .provisioning()
                .catalogue()
                .forEach(entry -> domains.putIfAbsent(entry.service(), entry.domain()));
    }

    /** The demand for every service, by norm and by need, of the whole place and of each region. */
    void writeDemand(Page page) {
        List<Demand.Of> all = demand.services().stream()
                .flatMap(service -> demand.paths(service.id()).stream().map(path -> new Demand.Of(service.id(), path)))
                .toList();
        int regions = demand.regions().size() > 1 ? demand.regions().size() : 0;
        boolean fits =
                Table.fits((long) all.size() * (1 + regions), 6 + demand.years().size());
        Iterable<List<Object>> rows = () -> all.stream()
                .flatMap(each -> demandRows(each, fits ? regions : 0).stream())
                .iterator();
        page.line(words.of("sheet.services"), Styles.Look.TITLE);
        String note = words.of("note.services", titles.day(demand.dates().get(0)));
        page.line(note + tooMany(fits, "services.csv") + words.of("note.first_rows"), Styles.Look.NOTE);
        Columns columns = new Columns(words)
                .text("domain", "service", "unit", "path", "area", "code")
                .years(demand.years(), Format.COUNT);
        page.table(new Table("Services", columns.list(), rows, 5, ""));
        page.printFirst();
    }

    private List<List<Object>> demandRows(Demand.Of of, int regions) {
        List<List<Object>> rows = new ArrayList<>();
        List<Object> whole = start(of.service(), of.path(), Supply.WHOLE_AREA);
        demand.years().forEach(year -> whole.add(demand.total(of.service(), of.path(), year)));
        rows.add(whole);
        List<double[]> byYear = demand.years().stream()
                .map(year -> demand.at(of.service(), of.path(), year))
                .toList();
        for (int region = 0; region < regions; region++) {
            List<Object> row =
                    start(of.service(), of.path(), demand.regions().get(region).id());
            for (double[] ofYear : byYear) {
                row.add(ofYear[region]);
            }
            rows.add(row);
        }
        return rows;
    }

    private String tooMany(boolean fits, String table) {
        return fits ? "" : words.of("note.too_many", words.of("note.areas_whole"), table);
    }

    /** Demand beside supply, year by year. */
    void writeGap(Page page) {
        List<Gap.Row> all = run.gap().orElseThrow().rows();
        boolean fits = Table.fits(all.size(), GAP_COLUMNS);
        Iterable<List<Object>> rows = () -> all.stream()
                .filter(row -> fits || row.area().equals(Supply.WHOLE_AREA))
                .map(this::gapRow)
                .iterator();
        page.line(words.of("sheet.gap"), Styles.Look.TITLE);
        page.line(words.of("note.gap") + tooMany(fits, "gap.csv"), Styles.Look.NOTE);
        Columns columns = new Columns(words)
                .text("domain", "service", "unit", "path", "area", "code")
                .add(Format.YEAR, "year")
                .add(Format.COUNT, "demand", "supply", "shortage", "surplus")
                .add(Format.SHARE, "utilisation")
                .add(Format.COUNT, "land", "floor")
                .text("allocated");
        page.table(new Table("Gap", columns.list(), rows, 7, ""));
    }

    private List<Object> gapRow(Gap.Row each) {
        Gap.Balance balance = each.balance();
        Service.Space space = services.get(each.service()).space();
        List<Object> row = start(each.service(), each.path(), each.area());
        row.add(each.year());
        row.add(balance.demand());
        row.add(balance.supply());
        row.add(balance.shortage());
        row.add(balance.surplus());
        row.add(balance.utilisation());
        row.add(balance.shortage() > 0 && space.land() > 0 ? balance.shortage() * space.land() : null);
        row.add(balance.shortage() > 0 && space.floor() > 0 ? balance.shortage() * space.floor() : null);
        row.add(words.of(each.allocated() ? "yes" : "no"));
        return row;
    }

    /** Shortages side by side, a row for each service and area that is ever short. */
    void writeShortages(Page page) {
        Gap gap = run.gap().orElseThrow();
        List<Gap.Shortage> all = gap.shortages();
        boolean fits = Table.fits(all.size(), 8 + demand.years().size());
        List<Gap.Shortage> shown = all.stream()
                .filter(shortage -> fits || shortage.area().equals(Supply.WHOLE_AREA))
                .toList();
        Map<List<Object>, double[]> byYear = new HashMap<>();
        shown.forEach(shortage -> byYear.put(
                List.of(shortage.service(), shortage.path(), shortage.area()),
                new double[demand.years().size()]));
        for (Gap.Row row : gap.rows()) {
            double[] shortages = byYear.get(List.of(row.service(), row.path(), row.area()));
            if (shortages != null) {
                shortages[demand.years().indexOf(row.year())] = row.balance().shortage();
            }
        }
        Iterable<List<Object>> rows = () -> shown.stream()
                .map(shortage -> {
                    List<Object> row = start(shortage.service(), shortage.path(), shortage.area());
                    row.add(shortage.first());
                    row.add(shortage.worst());
                    for (double each :
                            byYear.get(List.<Object>of(shortage.service(), shortage.path(), shortage.area()))) {
                        row.add(each);
                    }
                    return row;
                })
                .iterator();
        page.line(words.of("sheet.shortages"), Styles.Look.TITLE);
        page.line(words.of("note.shortages") + tooMany(fits, "shortages.csv"), Styles.Look.NOTE);
        Columns columns = new Columns(words)
                .text("domain", "service", "unit", "path", "area", "code")
                .add(Format.YEAR, "first_year", "worst_year")
                .years(demand.years(), Format.COUNT);
        page.table(new Table("Shortages", columns.list(), rows, 6, ""));
    }

    private List<Object> start(String service, DemandPath path, String area) {
        return new ArrayList<>(List.of(
                titles.of("domain", domains.getOrDefault(service, "")),
                titles.of("service", service),
                titles.unit(service),
                words.of("path." + path.label()),
                titles.area(area),
                area));
    }
}
