package org.kapok.report.workbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kapok.core.Region;
import org.kapok.demand.Demand;
import org.kapok.demand.DemandPath;
import org.kapok.demand.Gap;
import org.kapok.demand.Service;
import org.kapok.demand.Supply;
import org.kapok.report.workbook.Table.Columns;
import org.kapok.scenario.CatalogueEntry;
import org.kapok.scenario.ScenarioRun;

/** What services are needed, what there is of them and what is missing. */
final class ServicePages {
    private final ScenarioRun run;
    private final Demand demand;
    private final Titles titles;
    private final Words words;

    ServicePages(ScenarioRun run, Titles titles) {
        this.run = run;
        this.demand = run.demand().orElseThrow();
        this.titles = titles;
        this.words = titles.words();
    }

    /** The demand for every service, by norm and by need, of the whole place and of each region. */
    void writeDemand(Page page) {
        List<List<Object>> rows = new ArrayList<>();
        for (Service service : demand.services()) {
            for (DemandPath path : demand.paths(service.id())) {
                List<Object> whole = start(service.id(), path, Supply.WHOLE_AREA);
                demand.years().forEach(year -> whole.add(demand.total(service.id(), path, year)));
                rows.add(whole);
                addRegions(service.id(), path, rows);
            }
        }
        page.line(words.of("sheet.services"), Styles.Look.TITLE);
        page.line(words.of("note.services", titles.day(demand.dates().get(0))), Styles.Look.NOTE);
        Columns columns = new Columns(words)
                .text("domain", "service", "unit", "path", "area", "code")
                .years(demand.years(), Format.COUNT);
        page.table(new Table("Services", columns.list(), rows, 5, ""));
    }

    private void addRegions(String service, DemandPath path, List<List<Object>> rows) {
        List<Region> regions = demand.regions();
        for (int region = 0; region < regions.size() && regions.size() > 1; region++) {
            List<Object> row = start(service, path, regions.get(region).id());
            for (int year : demand.years()) {
                row.add(demand.at(service, path, year)[region]);
            }
            rows.add(row);
        }
    }

    /** Demand beside supply, year by year. */
    void writeGap(Page page) {
        List<List<Object>> rows = new ArrayList<>();
        for (Gap.Row each : run.gap().orElseThrow().rows()) {
            Gap.Balance balance = each.balance();
            Service.Space space = service(each.service()).space();
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
            rows.add(row);
        }
        page.line(words.of("sheet.gap"), Styles.Look.TITLE);
        page.line(words.of("note.gap"), Styles.Look.NOTE);
        Columns columns = new Columns(words)
                .text("domain", "service", "unit", "path", "area", "code")
                .add(Format.YEAR, "year")
                .add(Format.COUNT, "demand", "supply", "shortage", "surplus")
                .add(Format.SHARE, "utilisation")
                .add(Format.COUNT, "land", "floor")
                .text("allocated");
        page.table(new Table("Gap", columns.list(), rows, 7, ""));
    }

    /** Shortages side by side, a row for each service and area that is ever short. */
    void writeShortages(Page page) {
        Map<String, double[]> byYear = new LinkedHashMap<>();
        Gap gap = run.gap().orElseThrow();
        for (Gap.Row row : gap.rows()) {
            double[] shortages = byYear.computeIfAbsent(
                    key(row.service(), row.path(), row.area()),
                    key -> new double[demand.years().size()]);
            shortages[demand.years().indexOf(row.year())] = row.balance().shortage();
        }
        List<List<Object>> rows = new ArrayList<>();
        for (Gap.Shortage shortage : gap.shortages()) {
            List<Object> row = start(shortage.service(), shortage.path(), shortage.area());
            row.add(shortage.first());
            row.add(shortage.worst());
            for (double each : byYear.get(key(shortage.service(), shortage.path(), shortage.area()))) {
                row.add(each);
            }
            rows.add(row);
        }
        page.line(words.of("sheet.shortages"), Styles.Look.TITLE);
        page.line(words.of("note.shortages"), Styles.Look.NOTE);
        Columns columns = new Columns(words)
                .text("domain", "service", "unit", "path", "area", "code")
                .add(Format.YEAR, "first_year", "worst_year")
                .years(demand.years(), Format.COUNT);
        page.table(new Table("Shortages", columns.list(), rows, 6, ""));
    }

    private static String key(String service, DemandPath path, String area) {
        return service + " " + path + " " + area;
    }

    private List<Object> start(String service, DemandPath path, String area) {
        return new ArrayList<>(List.of(
                titles.of("domain", domain(service)),
                titles.of("service", service),
                titles.unit(service),
                words.of("path." + path.label()),
                titles.area(area),
                area));
    }

    private String domain(String service) {
        return run.scenario().provisioning().catalogue().stream()
                .filter(entry -> entry.service().equals(service))
                .map(CatalogueEntry::domain)
                .findFirst()
                .orElse("");
    }

    private Service service(String id) {
        return demand.services().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
