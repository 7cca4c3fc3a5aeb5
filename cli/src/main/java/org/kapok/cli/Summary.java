package org.kapok.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;
import java.util.function.Predicate;
import org.kapok.core.Population;
import org.kapok.core.Selection;
import org.kapok.core.Status;
import org.kapok.demand.Demand;
import org.kapok.demand.DemandPath;
import org.kapok.demand.Gap;
import org.kapok.demand.Service;
import org.kapok.demand.Supply;
import org.kapok.projection.Projection;
import org.kapok.projection.Projection.Flow;
import org.kapok.projection.target.Target;
import org.kapok.scenario.CatalogueEntry;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioRun;

/** What a run found, on one screen: people beside the plan, then services with what is short. */
final class Summary {
    private static final double TEN_THOUSAND = 1e4;
    private static final double MILLION = 1e6;
    private static final double TEN_MILLION = 1e7;
    private static final int ELDERLY = 65;
    private static final String NONE = "";

    private final ScenarioRun run;
    private final Scenario scenario;
    private final Projection projection;
    private final Words words;
    private final boolean all;
    private final List<Integer> years;
    private final Map<String, Map<Integer, Gap.Balance>> balances;

    /**
     * A summary.
     *
     * @param all whether every service is shown, or those whose supply is known, if there are any
     */
    Summary(ScenarioRun run, Words words, boolean all) {
        this.run = run;
        this.all = all;
        this.scenario = run.scenario();
        this.projection = run.projection();
        this.words = words;
        this.years = years();
        this.balances = run.gap().map(Summary::balances).orElse(Map.of());
    }

    void print(PrintWriter out) {
        out.println(Style.STRONG.of(words.of(scenario.title())));
        run.solution().map(solved -> new SolveScreen(solved, words)).ifPresent(screen -> {
            Paragraph.print(words.of("solved_line", screen.line()), out);
            screen.exact().forEach(line -> Paragraph.print(line, out));
        });
        out.println();
        people().print(out);
        if (run.demand().isPresent()) {
            out.println();
            Demand demand = run.demand().get();
            services(demand).print(out);
            printBelow(demand, out);
        }
        run.scorecard().ifPresent(scorecard -> {
            out.println();
            int year = ScorecardScreen.lastYear(scorecard);
            out.println(new ScorecardScreen(run, words, NONE, year).line());
            out.println(words.of("scorecard_hint", scenario.id()));
        });
        out.println();
        String day = projection.dates().get(0).toString().substring(5);
        String note = scenario.targets().isEmpty() ? "convention" : "convention_plan";
        out.println(words.of(note, projection.inputs().convention().id(), day));
        if (run.gap().isPresent()) {
            out.println(words.of("short_note"));
        }
        if (!scenario.assumptions().isEmpty()) {
            out.println(words.of(
                    "assumptions", Integer.toString(scenario.assumptions().size())));
        }
        int withheld = projection.withheld().size();
        if (withheld > 0) {
            out.println(words.of("withheld", Integer.toString(withheld)));
        }
        out.println(words.of("accounts", String.format(Locale.ROOT, "%.0e", projection.accounts())));
    }

    /** The base year, the years of targets, one half way from there, and the last year. */
    private List<Integer> years() {
        NavigableSet<Integer> chosen = new TreeSet<>();
        int last = scenario.lastYear();
        chosen.add(projection.dates().get(0).getYear());
        scenario.targets().forEach(target -> chosen.add(target.date().getYear()));
        int half = (chosen.last() + last) / 2;
        chosen.add(last);
        List<Integer> stocks =
                projection.dates().stream().map(date -> date.getYear()).toList();
        if (stocks.contains(half)) {
            chosen.add(half);
        }
        chosen.retainAll(stocks);
        return List.copyOf(chosen);
    }

    private TextTable people() {
        TextTable table = new TextTable(1, 1);
        List<String> header = new ArrayList<>(List.of(words.of("people")));
        years.forEach(year -> header.add(Integer.toString(year)));
        for (String date : targetDates()) {
            table.partFrom(header.size());
            header.addAll(List.of(date, words.of("plan"), words.of("difference")));
        }
        table.add(header);
        table.add(row(words.of("measure.resident"), "resident", "", Selection.residents()));
        for (String group : projection.space().groups()) {
            String title = "  " + words.of(scenario.titleOf("group", group));
            table.add(row(title, "resident", group, Selection.residents()));
        }
        if (projection.space().statuses().size() > 1) {
            table.add(row(words.of("measure.registered"), "registered", "", Selection.registered()));
            for (Status status : projection.space().statuses()) {
                String title = words.of(scenario.titleOf("status", status.id()));
                table.add(row(title, "status:" + status.id(), "", Selection.status(status.id())));
            }
        }
        if (projection.space().ages().starts().contains(ELDERLY)) {
            table.add(elderlyShare());
        }
        Selection residents = Selection.residents();
        table.add(flow(words.of(flowWords("births")), year -> projection.births(year, residents, "")));
        table.add(flow(words.of(flowWords("deaths")), year -> projection.total(Flow.DEATHS, year, residents, "")));
        return table;
    }

    private List<String> targetDates() {
        return scenario.targets().stream()
                .map(target -> target.date().toString())
                .distinct()
                .sorted()
                .toList();
    }

    private List<String> row(String title, String measure, String region, Selection people) {
        List<String> cells = new ArrayList<>(List.of(title));
        for (int year : years) {
            Population population = projection.in(year);
            cells.add(Figures.tenThousands(
                    region.isEmpty() ? population.total(people) : population.total(people, region)));
        }
        cells.addAll(againstPlan(target -> target.measure().id().equals(measure)
                && target.area().equals(region)
                && target.fromAge() == 0
                && target.shareOf().isEmpty()));
        return cells;
    }

    private List<String> elderlyShare() {
        Selection residents = Selection.residents();
        String elderly =
                words.of("of_ages", words.of("measure.resident"), words.of("ages.open", Integer.toString(ELDERLY)));
        List<String> cells = new ArrayList<>(List.of(elderly));
        for (int year : years) {
            Population population = projection.in(year);
            cells.add(Figures.percent(
                    population.total(residents.aged(ELDERLY, Selection.OPEN)) / population.total(residents), 2));
        }
        cells.addAll(againstPlan(target -> target.measure().id().equals("resident")
                && target.area().isEmpty()
                && target.fromAge() == ELDERLY
                && target.shareOf().isPresent()));
        return cells;
    }

    /** The words for a flow: of the year before, or of a year of the longer step before. */
    private String flowWords(String flow) {
        return projection.space().ages().uniformWidth() == 1 ? flow : flow + "_mean";
    }

    /** Flows of the step that ends in a year; the base year has none. */
    private List<String> flow(String title, IntToDoubleFunction ofYear) {
        List<String> cells = new ArrayList<>(List.of(title));
        List<Integer> stocks =
                projection.dates().stream().map(date -> date.getYear()).toList();
        for (int year : years) {
            int step = stocks.indexOf(year) - 1;
            cells.add(
                    step < 0
                            ? NONE
                            : Figures.tenThousands(ofYear.applyAsDouble(Integer.parseInt(
                                    projection.flowYears().labels().get(step)))));
        }
        return cells;
    }

    private List<String> againstPlan(Predicate<Target> same) {
        List<String> cells = new ArrayList<>();
        for (String date : targetDates()) {
            Optional<Target> found = scenario.targets().stream()
                    .filter(target -> target.date().toString().equals(date) && same.test(target))
                    .findFirst();
            if (found.isEmpty()) {
                cells.addAll(List.of(NONE, NONE, NONE));
                continue;
            }
            double reached = run.reached(found.get());
            double wanted = found.get().value();
            if (found.get().shareOf().isPresent()) {
                cells.addAll(List.of(
                        Figures.percent(reached, 2),
                        Figures.percent(wanted, 2),
                        words.of("points_cell", Figures.points(reached - wanted))));
            } else {
                cells.addAll(List.of(
                        Figures.tenThousands(reached),
                        Figures.tenThousands(wanted),
                        Figures.signedTenThousands(reached - wanted)));
            }
        }
        return cells;
    }

    private TextTable services(Demand demand) {
        int last = years.get(years.size() - 1);
        int first = years.get(Math.min(1, years.size() - 1));
        List<Integer> shown = first == last ? List.of(last) : List.of(first, last);
        TextTable table = new TextTable(1, 2);
        List<String> header = new ArrayList<>(List.of(words.of("services")));
        List<String> header2 = new ArrayList<>(List.of(NONE));
        for (String column : List.of("path.norm", "path.need")) {
            for (int year : shown) {
                header.add(year == shown.get(0) ? words.of(column) : NONE);
                header2.add(Integer.toString(year));
            }
        }
        for (String column : List.of("supply", "short")) {
            header.add(words.of(column));
            header2.add(Integer.toString(first));
        }
        table.add(header);
        table.add(header2);
        String domain = NONE;
        for (Service service : shownOf(demand)) {
            String own = domainOf(service.id());
            if (!own.equals(domain)) {
                domain = own;
                table.add(List.of(words.of(scenario.titleOf("domain", domain)).toUpperCase(Locale.ROOT)));
            }
            table.add(service(service, demand, shown));
        }
        return table;
    }

    /** How many services are not shown, and whose supply stays as it was because nothing else is stated. */
    private void printBelow(Demand demand, PrintWriter out) {
        List<Service> shown = shownOf(demand);
        long hidden = demand.services().stream()
                .filter(service -> !shown.contains(service))
                .filter(service -> !scenario.provisioning().ofPeople().contains(service.id()))
                .count();
        if (hidden > 0) {
            out.println(words.of("services_hidden", Long.toString(hidden)));
        }
        Set<String> held = run.gap().map(Gap::heldServices).orElse(Set.of());
        List<String> supplied = shown.stream()
                .map(Service::id)
                .filter(id -> balance(id, scenario.lastYear()).isPresent())
                .toList();
        long flat = supplied.stream().filter(held::contains).count();
        if (flat > 0) {
            String year = Integer.toString(projection.dates().get(0).getYear());
            String line = words.of("supply_held", Long.toString(flat), Integer.toString(supplied.size()), year);
            Paragraph.print(line, out);
        }
    }

    private List<Service> shownOf(Demand demand) {
        List<Service> supplied = demand.services().stream()
                .filter(service -> balance(service.id(), scenario.lastYear()).isPresent())
                .toList();
        return all || supplied.isEmpty() ? demand.services() : supplied;
    }

    private List<String> service(Service service, Demand demand, List<Integer> shown) {
        String id = service.id();
        List<String> cells = new ArrayList<>(List.of("  " + words.of(scenario.titleOf("service", id))));
        boolean need = service.need().isPresent();
        shown.forEach(year -> cells.add(whole(demand.total(id, DemandPath.NORM, year))));
        shown.forEach(year -> cells.add(need ? whole(demand.total(id, DemandPath.NEED, year)) : NONE));
        cells.add(balance(id, shown.get(0))
                .map(balance -> whole(balance.supply()))
                .orElse(NONE));
        cells.add(balance(id, shown.get(0))
                .map(balance -> whole(balance.shortage()))
                .orElse(NONE));
        return cells;
    }

    private String domainOf(String service) {
        return scenario.provisioning().catalogue().stream()
                .filter(entry -> entry.service().equals(service))
                .map(CatalogueEntry::domain)
                .findFirst()
                .orElse(NONE);
    }

    private Optional<Gap.Balance> balance(String service, int year) {
        return Optional.ofNullable(balances.getOrDefault(service, Map.of()).get(year));
    }

    /** The balance of the whole place by the norm, by service and year. */
    private static Map<String, Map<Integer, Gap.Balance>> balances(Gap gap) {
        Map<String, Map<Integer, Gap.Balance>> balances = new HashMap<>();
        for (Gap.Row row : gap.rows()) {
            if (row.area().equals(Supply.WHOLE_AREA) && row.path() == DemandPath.NORM) {
                balances.computeIfAbsent(row.service(), service -> new HashMap<>())
                        .put(row.year(), row.balance());
            }
        }
        return balances;
    }

    /** Units in whole numbers, or in millions or 万 where they would be too long for a column. */
    private String whole(double units) {
        if (units < TEN_MILLION) {
            return Figures.whole(units);
        }
        return words.locale().equals(Locale.CHINESE)
                ? words.of("millions", Figures.whole(units / TEN_THOUSAND))
                : words.of("millions", String.format(Locale.ROOT, "%,.1f", units / MILLION));
    }
}
