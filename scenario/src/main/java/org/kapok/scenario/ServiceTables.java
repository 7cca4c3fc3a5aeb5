package org.kapok.scenario;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import org.kapok.core.Region;
import org.kapok.demand.Demand;
import org.kapok.demand.DemandPath;
import org.kapok.demand.Explanation;
import org.kapok.demand.Gap;
import org.kapok.demand.SchoolCohort;
import org.kapok.demand.Service;
import org.kapok.demand.ServiceModel;
import org.kapok.demand.scorecard.Goal;
import org.kapok.demand.scorecard.Indicator;
import org.kapok.demand.scorecard.Scorecard;
import org.kapok.projection.Projection;
import org.kapok.scenario.table.TableWriter;

/** Writes what services are needed, what is missing and how the indicators stand. */
final class ServiceTables {
    private final ScenarioRun run;
    private final List<Region> regions;

    private ServiceTables(ScenarioRun run) {
        this.run = run;
        this.regions = run.projection().space().regions();
    }

    static void write(ScenarioRun run, Path folder) throws IOException {
        ServiceTables tables = new ServiceTables(run);
        if (run.demand().isPresent()) {
            tables.writeDemand(run.demand().get(), folder);
        }
        if (run.gap().isPresent()) {
            tables.writeGap(run.gap().get(), folder);
        }
        if (run.scorecard().isPresent()) {
            TableWriter.write(
                    folder.resolve("indicators.csv"),
                    List.of(
                            "number",
                            "indicator",
                            "region",
                            "year",
                            "kind",
                            "want",
                            "baseline",
                            "target",
                            "asked",
                            "value",
                            "verdict",
                            "reason",
                            "pace_so_far",
                            "pace_needed",
                            "units_needed"),
                    tables.indicatorRows(run.scorecard().get()));
        }
    }

    private void writeDemand(Demand demand, Path folder) throws IOException {
        TableWriter.write(
                folder.resolve("services.csv"),
                List.of("year", "service", "path", "region", "demand"),
                demandRows(demand));
        TableWriter.write(
                folder.resolve("catalogue.csv"),
                List.of("service", "domain", "unit", "path", "model", "source"),
                catalogueRows());
        TableWriter.write(
                folder.resolve("norm_and_need.csv"),
                List.of(
                        "year",
                        "service",
                        "region",
                        "norm",
                        "need",
                        "at_base",
                        "structure",
                        "participation",
                        "occupancy",
                        "norm_people",
                        "standard"),
                explanationRows());
        writeSchools(demand, folder);
    }

    private void writeSchools(Demand demand, Path folder) throws IOException {
        List<List<String>> pupils = new ArrayList<>();
        List<List<String>> enrolment = new ArrayList<>();
        forEachSchool(demand, (start, all) -> {
            addPupils(start, all, pupils);
            addEnrolment(start, all, enrolment);
        });
        if (!pupils.isEmpty()) {
            TableWriter.write(
                    folder.resolve("pupils.csv"),
                    List.of("year", "service", "path", "region", "grade", "pupils"),
                    pupils);
            TableWriter.write(
                    folder.resolve("enrolment.csv"),
                    List.of("year", "service", "path", "region", "children", "gross", "net"),
                    enrolment);
        }
    }

    private void writeGap(Gap gap, Path folder) throws IOException {
        TableWriter.write(
                folder.resolve("gap.csv"),
                List.of(
                        "year",
                        "service",
                        "path",
                        "region",
                        "demand",
                        "supply",
                        "shortage",
                        "surplus",
                        "utilisation",
                        "land_m2",
                        "floor_m2",
                        "allocated"),
                gapRows(gap));
        TableWriter.write(
                folder.resolve("shortages.csv"),
                List.of("service", "path", "region", "first_year", "worst_year", "worst_shortage"),
                shortageRows(gap));
    }

    private List<List<String>> demandRows(Demand demand) {
        List<List<String>> rows = new ArrayList<>();
        for (int year : demand.years()) {
            for (Service service : demand.services()) {
                for (DemandPath path : demand.paths(service.id())) {
                    double[] byRegion = demand.at(service.id(), path, year);
                    for (int region = 0; region < byRegion.length; region++) {
                        rows.add(List.of(
                                Integer.toString(year),
                                service.id(),
                                path.label(),
                                regions.get(region).id(),
                                TableWriter.text(byRegion[region])));
                    }
                }
            }
        }
        return rows;
    }

    private List<List<String>> catalogueRows() {
        return run.scenario().provisioning().catalogue().stream()
                .map(entry -> List.of(
                        entry.service(),
                        entry.domain(),
                        run.scenario().units().get(entry.service()).en(),
                        entry.path().label(),
                        entry.model(),
                        entry.source()))
                .toList();
    }

    private List<List<String>> explanationRows() {
        List<List<String>> rows = new ArrayList<>();
        for (Explanation.Row row : Explanation.of(run.scenario().services().orElseThrow(), run.projection())
                .rows()) {
            Explanation.Parts parts = row.parts();
            rows.add(List.of(
                    Integer.toString(row.year()),
                    row.service(),
                    row.region(),
                    TableWriter.text(row.norm()),
                    TableWriter.text(row.need()),
                    TableWriter.text(parts.atBase()),
                    TableWriter.text(parts.structure()),
                    TableWriter.text(parts.participation()),
                    TableWriter.text(parts.occupancy()),
                    TableWriter.text(parts.normPeople()),
                    TableWriter.text(parts.standard())));
        }
        return rows;
    }

    /** Does something for every service that is a stage of school, year by year. */
    private void forEachSchool(Demand demand, BiConsumer<List<String>, SchoolCohort.Pupils> action) {
        Projection projection = run.projection();
        for (int date = 0; date < projection.dates().size(); date++) {
            for (Service service : demand.services()) {
                for (DemandPath path : demand.paths(service.id())) {
                    Optional<SchoolCohort> school = service.model(path).flatMap(ServiceModel::school);
                    if (school.isPresent()) {
                        List<String> start =
                                List.of(Integer.toString(demand.years().get(date)), service.id(), path.label());
                        action.accept(start, school.get().pupilsOf(projection.at(date)));
                    }
                }
            }
        }
    }

    private void addPupils(List<String> start, SchoolCohort.Pupils pupils, List<List<String>> rows) {
        for (int region = 0; region < regions.size(); region++) {
            for (int grade = 0; grade < pupils.byGrade().length; grade++) {
                rows.add(row(
                        start,
                        regions.get(region).id(),
                        Integer.toString(grade + 1),
                        TableWriter.text(pupils.byGrade()[grade][region])));
            }
        }
    }

    private void addEnrolment(List<String> start, SchoolCohort.Pupils pupils, List<List<String>> rows) {
        double[] all = pupils.all();
        for (int region = 0; region < all.length; region++) {
            double children = pupils.children()[region];
            rows.add(row(
                    start,
                    regions.get(region).id(),
                    TableWriter.text(children),
                    children > 0 ? TableWriter.text(all[region] / children) : "",
                    children > 0 ? TableWriter.text(pupils.ofAge()[region] / children) : ""));
        }
    }

    private List<List<String>> gapRows(Gap gap) {
        List<List<String>> rows = new ArrayList<>();
        for (Gap.Row row : gap.rows()) {
            Gap.Balance balance = row.balance();
            Service.Space space = service(row.service()).space();
            rows.add(List.of(
                    Integer.toString(row.year()),
                    row.service(),
                    row.path().label(),
                    row.area(),
                    TableWriter.text(balance.demand()),
                    TableWriter.text(balance.supply()),
                    TableWriter.text(balance.shortage()),
                    TableWriter.text(balance.surplus()),
                    text(balance.utilisation()),
                    space.land() > 0 ? TableWriter.text(balance.shortage() * space.land()) : "",
                    space.floor() > 0 ? TableWriter.text(balance.shortage() * space.floor()) : "",
                    Boolean.toString(row.allocated())));
        }
        return rows;
    }

    /** When each area is first short of a service, and when most; areas that never are have no row. */
    private static List<List<String>> shortageRows(Gap gap) {
        List<List<String>> rows = new ArrayList<>();
        for (Gap.Shortage shortage : gap.shortages()) {
            rows.add(List.of(
                    shortage.service(),
                    shortage.path().label(),
                    shortage.area(),
                    Integer.toString(shortage.first()),
                    Integer.toString(shortage.worst()),
                    TableWriter.text(shortage.most())));
        }
        return rows;
    }

    private List<List<String>> indicatorRows(Scorecard scorecard) {
        List<List<String>> rows = new ArrayList<>();
        for (Scorecard.Row row : scorecard.rows()) {
            Indicator indicator = row.indicator();
            Goal goal = indicator.goal();
            boolean city = row.area().isEmpty();
            OptionalDouble value = row.value();
            rows.add(List.of(
                    Integer.toString(indicator.number()),
                    indicator.id(),
                    row.area(),
                    Integer.toString(row.year()),
                    indicator.binding() ? "binding" : "expected",
                    goal.direction().name().toLowerCase(Locale.ROOT),
                    text(goal.baseline()),
                    TableWriter.text(goal.target()),
                    TableWriter.text(goal.askedIn(row.year())),
                    text(value),
                    row.verdict().label(),
                    row.why().label(),
                    city && value.isPresent() ? text(goal.paceTo(value.getAsDouble(), row.year())) : "",
                    city ? text(neededPace(goal, value, row.year())) : "",
                    text(row.more())));
        }
        return rows;
    }

    /** The pace to the target from the value of the year, or from the baseline where there is no value; 0 beyond it. */
    private static OptionalDouble neededPace(Goal goal, OptionalDouble value, int year) {
        if (value.isPresent()) {
            return goal.paceFrom(value.getAsDouble(), year);
        }
        return goal.baseline().isPresent()
                ? goal.paceFrom(goal.baseline().getAsDouble(), goal.baselineYear())
                : OptionalDouble.empty();
    }

    private Service service(String id) {
        return run.demand().orElseThrow().services().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String text(OptionalDouble value) {
        return value.isPresent() ? TableWriter.text(value.getAsDouble()) : "";
    }

    private static List<String> row(List<String> start, String... more) {
        List<String> row = new ArrayList<>(start);
        row.addAll(List.of(more));
        return row;
    }
}
