package org.kapok.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kapok.core.Region;
import org.kapok.demand.DemandPath;
import org.kapok.demand.Gap;
import org.kapok.demand.siting.Budget;
import org.kapok.demand.siting.Shortfall;
import org.kapok.demand.siting.Site;
import org.kapok.demand.siting.Siting;
import org.kapok.demand.siting.SitingPlan;
import org.kapok.scenario.table.Problems;
import org.kapok.scenario.table.Range;
import org.kapok.scenario.table.RecordTable;
import org.kapok.scenario.table.Row;

/**
 * Where and when a scenario's places of one service should open.
 *
 * @param run the scenario as it is
 * @param request what was asked
 * @param plan the best plan within the budget
 * @param curve the best plan's objective at parts and multiples of the budget: {@link #STEPS}
 */
public record SitingRun(ScenarioRun run, Request request, SitingPlan plan, List<Double> curve) {
    /** The budgets of the curve, as multiples of the one given. */
    public static final List<Double> STEPS = List.of(0.0, 0.25, 0.5, 0.75, 1.0, 1.1, 1.25, 1.5, 2.0);

    /** The multiple that stands for a little more budget. */
    private static final int GIVEN = STEPS.indexOf(1.0);

    public SitingRun {
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(plan, "plan");
        curve = List.copyOf(curve);
    }

    /**
     * What is asked.
     *
     * @param service the id of the service, supplied by region
     * @param path whose shortage is closed
     * @param from the first year that counts and in which something may open
     * @param sites the table of sites; none to site places
     * @param budget what may be spent
     * @param equity what a difference between the shortage rates of groups counts, see {@link Siting}
     */
    public record Request(
            String service, DemandPath path, int from, Optional<Path> sites, Budget budget, double equity) {}

    /**
     * Sites what a request asks for.
     *
     * @throws org.kapok.scenario.table.InputDataException with everything that is wrong with the table of sites
     */
    public static SitingRun of(ScenarioRun run, Request request) {
        List<Region> regions = run.projection().space().regions();
        Gap gap = run.gap()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Siting: got a scenario without supply, expected" + " services and supply"));
        Shortfall shortfall = Shortfall.of(gap, request.service(), request.path(), regions, request.from());
        Siting siting = request.sites()
                .map(file -> Siting.ofSites(shortfall, sites(file, regions), request.equity()))
                .orElseGet(() -> Siting.ofPlaces(shortfall, request.equity()));
        SitingPlan plan = siting.within(request.budget());
        List<Double> totals =
                STEPS.stream().map(part -> part * request.budget().total()).toList();
        return new SitingRun(run, request, plan, siting.curve(request.budget(), totals));
    }

    /** What a tenth more of the budget saves, unit-years per unit of the budget; nothing for a budget of 0. */
    public OptionalDouble marginalValue() {
        double more =
                (STEPS.get(GIVEN + 1) - STEPS.get(GIVEN)) * request.budget().total();
        return more > 0 ? OptionalDouble.of((curve.get(GIVEN) - curve.get(GIVEN + 1)) / more) : OptionalDouble.empty();
    }

    private static List<Site> sites(Path file, List<Region> regions) {
        Problems problems = new Problems(file.toAbsolutePath().getParent());
        List<String> ids = regions.stream().map(Region::id).toList();
        List<Site> sites = new ArrayList<>();
        for (Row row : RecordTable.read(
                file, List.of("id", "region", "earliest", "capacity", "cost"), List.of("source", "note"), problems)) {
            int before = problems.count();
            String id = row.text("id");
            String region = row.oneOf("region", ids);
            double earliest = row.number("earliest", new Range(1900, 2200, "a year"));
            double capacity = row.number("capacity", Range.atLeast(0.001, "in the unit of the service"));
            double cost = row.number("cost", Range.atLeast(0, ""));
            if (sites.stream().anyMatch(site -> site.id().equals(id))) {
                row.report("id", "got " + id + " twice, expected each once");
            }
            if (problems.count() == before) {
                sites.add(new Site(id, region, (int) earliest, capacity, cost));
            }
        }
        problems.throwIfAny();
        return sites;
    }
}
