package org.kapok.scenario;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kapok.core.CellSpace;
import org.kapok.core.Selection;
import org.kapok.demand.scorecard.Goal.Direction;
import org.kapok.demand.scorecard.Indicator;
import org.kapok.demand.scorecard.Indicators;
import org.kapok.projection.Component;
import org.kapok.projection.Projection;
import org.kapok.projection.target.FreeFlow;
import org.kapok.projection.target.FreeFlows;
import org.kapok.projection.target.Measure;
import org.kapok.projection.target.Solution;
import org.kapok.projection.target.Target;
import org.kapok.projection.target.TargetSolver;

/**
 * A scenario solved toward its targets, with what that needs of each flow.
 *
 * @param scenario what was solved; an earlier solution of it does not count
 * @param solution what was found
 * @param seconds how long solving took
 */
public record SolveRun(Scenario scenario, Solution solution, double seconds) {
    private static final double DAYS_OF_YEAR = 365.2425;

    public SolveRun {
        Objects.requireNonNull(scenario, "scenario");
        Objects.requireNonNull(solution, "solution");
    }

    /**
     * Solves a scenario.
     *
     * @throws IllegalArgumentException if it has no targets or no free flows, its targets contradict each other, or no
     *     free flow can move one of them
     */
    public static SolveRun of(Scenario scenario) {
        long start = System.nanoTime();
        Goals goals = scenario.goals();
        if (goals.targets().isEmpty()) {
            throw new IllegalArgumentException(
                    "Scenario " + scenario.id() + ": got no targets, expected a table \"targets\"");
        }
        FreeFlows free = goals.free()
                .orElseThrow(() -> new IllegalArgumentException("Scenario " + scenario.id()
                        + ": got no \"solve\", expected the flows that may change under it"));
        Solution solution = TargetSolver.solve(goals.unsolved(), scenario.lastYear(), goals.targets(), free);
        return new SolveRun(scenario, solution, (System.nanoTime() - start) / 1e9);
    }

    /** The scenario with the solution's factors in place of an earlier solution's, and named for it. */
    public Scenario solved() {
        return scenario.solved(solution);
    }

    /** The scenario with the solution's factors in place of an earlier solution's, under its own name. */
    public Scenario settled() {
        return scenario.settled(solution);
    }

    /**
     * The targets that an indicator asks at least for, and that hold. Solving takes a target as the value to come to, so
     * that these are met exactly: the least change stops at what is asked for, and from above it comes down to it.
     */
    public List<Solution.Outcome> exactThoughAtLeast() {
        List<Indicator> indicators = scenario.indicators().map(Indicators::all).orElse(List.of());
        return solution.outcomes().stream()
                .filter(outcome -> outcome.target().hard() && outcome.met())
                .filter(outcome -> TargetStanding.asking(outcome.target(), indicators)
                        .filter(indicator -> indicator.goal().direction() == Direction.AT_LEAST)
                        .isPresent())
                .toList();
    }

    /** When the trend first comes to a target; empty where it does not within the projection. */
    public Optional<LocalDate> onTrend(Target target) {
        Projection trend = solution.trend();
        LocalDate before = null;
        double valueBefore = 0;
        for (LocalDate date : trend.dates()) {
            boolean stock = target.measure().isStock();
            if (!stock && date.equals(trend.dates().get(0))) {
                continue; // flows begin with the first step
            }
            LocalDate at = stock ? date : LocalDate.of(date.getYear(), 12, 31);
            double value = moved(target, at).reachedBy(trend);
            if (before != null && (value - target.value()) * (valueBefore - target.value()) <= 0) {
                double share = value == valueBefore ? 0 : (target.value() - valueBefore) / (value - valueBefore);
                return Optional.of(before.plusDays(Math.round(share * ChronoUnit.DAYS.between(before, at))));
            }
            before = at;
            valueBefore = value;
        }
        return Optional.empty();
    }

    private static Target moved(Target target, LocalDate date) {
        return new Target(
                target.measure(),
                target.area(),
                date,
                target.fromAge(),
                target.toAge(),
                target.shareOf(),
                target.value(),
                target.tolerance(),
                target.weight(),
                target.source());
    }

    /** The first and the last calendar year of flows that targets depend on. */
    public int[] years() {
        int first = Integer.parseInt(solution.trend().flowYears().labels().get(0));
        int last = scenario.targets().stream()
                .mapToInt(target -> lastYear(target, first))
                .max()
                .orElseThrow();
        return new int[] {first, Math.max(first, last)};
    }

    /** The last year of flows that a target depends on: its own, or of people the one that ends nearest to its date. */
    private int lastYear(Target target, int first) {
        if (!target.measure().isStock()) {
            return target.date().getYear();
        }
        long days = ChronoUnit.DAYS.between(solution.trend().dates().get(0), target.date());
        return first + (int) Math.round(days / DAYS_OF_YEAR) - 1;
    }

    /** What a flow of all people and ages comes to on trend, in the first year of each step that targets depend on. */
    public SortedMap<Integer, Double> onTrendByYear(String flow) {
        SortedMap<Integer, Double> byYear = new TreeMap<>();
        Optional<Measure> measure = Measure.find(Measure.of(solution.inputs()), flow);
        for (String label : solution.trend().flowYears().labels()) {
            int year = Integer.parseInt(label);
            if (measure.isPresent() && year <= years()[1]) {
                LocalDate date = LocalDate.of(year, 12, 31);
                byYear.put(year, measure.get().in(solution.trend(), "", date, 0, Selection.OPEN));
            }
        }
        return byYear;
    }

    /** The least that a flow of all people has been in a year, or in years whose mean alone is on record. */
    public Optional<RecordedFlow> leastOnRecord(String flow) {
        return scenario.goals().past().flows().stream()
                .filter(each -> each.measure().id().equals(flow) && each.area().isEmpty())
                .min(Comparator.comparingDouble(RecordedFlow::perYear));
    }

    /**
     * What is needed until the last target's year: net migration, births and life expectancy in all, then each free flow
     * by its areas and ages; for each the mean of the years, then, where there are several, each step.
     */
    public List<Need> needs() {
        List<Measure> measures = Measure.of(solution.inputs());
        Set<Flow> flows = new LinkedHashSet<>();
        for (String id : List.of("net_migration:resident", "net_migration:registered")) {
            flows.add(new Flow(id, "", AgeBand.all()));
            scenario.inputs().base().space().groups().forEach(group -> flows.add(new Flow(id, group, AgeBand.all())));
        }
        flows.add(new Flow("births:resident", "", AgeBand.all()));
        flows.add(new Flow("births:registered", "", AgeBand.all()));
        flows.add(new Flow("life_expectancy", "", AgeBand.all()));
        for (FreeFlow free : scenario.goals().free().orElseThrow().flows()) {
            addFree(free, flows);
        }
        List<Need> needs = new ArrayList<>();
        for (Flow flow : flows) {
            Measure.find(measures, flow.measure).ifPresent(measure -> addYears(measure, flow, needs));
        }
        return needs;
    }

    private record Flow(String measure, String area, AgeBand ages) {}

    private void addFree(FreeFlow free, Set<Flow> flows) {
        Component component = free.component();
        String measure = switch (component.kind()) {
            case FERTILITY -> "births:resident";
            case MORTALITY, RURAL_SHARE -> "";
            case ARRIVALS -> "arrivals:resident";
            case DEPARTURES -> "departures:resident";
            case MOVES -> "moves:resident";
            case TRANSITION -> component.id();
        };
        if (measure.isEmpty()) {
            return;
        }
        CellSpace space = scenario.inputs().base().space();
        List<String> areas = new ArrayList<>(List.of(""));
        if (free.by().contains(FreeFlow.GROUP)) {
            areas.addAll(space.groups());
        }
        if (free.by().contains("region")) {
            space.regions().forEach(region -> areas.add(region.id()));
        }
        boolean aged = component.kind() != Component.Kind.FERTILITY && component.kind() != Component.Kind.TRANSITION;
        for (String area : areas) {
            flows.add(new Flow(measure, area, AgeBand.all()));
            for (int knot = 0; aged && knot < free.ages().size(); knot++) {
                flows.add(new Flow(measure, area, band(free.ages(), knot)));
            }
        }
    }

    /** The ages from a knot to the next; from the first one down to 0. */
    private static AgeBand band(List<Integer> knots, int knot) {
        int from = knot == 0 ? 0 : knots.get(knot);
        return new AgeBand(from, knot + 1 < knots.size() ? knots.get(knot + 1) - 1 : Selection.OPEN);
    }

    private void addYears(Measure measure, Flow flow, List<Need> needs) {
        int[] years = years();
        Optional<FlowRecord.Extremes> past = flow.ages.equals(AgeBand.all())
                ? scenario.goals().past().fiveYears(measure.id(), flow.area)
                : Optional.empty();
        List<Need> steps = new ArrayList<>();
        double needed = 0;
        double trend = 0;
        int width = scenario.inputs().base().space().ages().uniformWidth();
        for (int from = years[0]; from <= years[1]; from += width) {
            int to = Math.min(from + width - 1, years[1]);
            LocalDate date = LocalDate.of(from, 12, 31);
            Need need = new Need(
                    measure,
                    flow.area,
                    flow.ages,
                    from,
                    to,
                    measure.in(solution.solved(), flow.area, date, flow.ages.from(), flow.ages.to()),
                    measure.in(solution.trend(), flow.area, date, flow.ages.from(), flow.ages.to()),
                    past);
            steps.add(need);
            needed += need.needed() * (to - from + 1);
            trend += need.trend() * (to - from + 1);
        }
        int count = years[1] - years[0] + 1;
        needs.add(new Need(measure, flow.area, flow.ages, years[0], years[1], needed / count, trend / count, past));
        if (steps.size() > 1) {
            needs.addAll(steps);
        }
    }
}
