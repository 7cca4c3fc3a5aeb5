package org.kapok.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.core.Selection;
import org.kapok.projection.Projection;
import org.kapok.projection.target.Measure;

/**
 * A scenario against the one it is compared with.
 *
 * @param first what it is compared with
 * @param second the scenario
 * @param attribution by what they differ; none where their regions, statuses, ages or dates are not the same
 */
public record Comparison(ScenarioRun first, ScenarioRun second, Optional<Attribution> attribution) {
    private static final double EQUAL = 1e-9; // of a number, what rounding may leave

    /** Runs and compares scenarios with the first of them. */
    public static List<Comparison> of(List<Scenario> scenarios) {
        if (scenarios.size() < 2) {
            throw new IllegalArgumentException(
                    "Comparison: got " + scenarios.size() + " scenarios, expected 2 or more");
        }
        ScenarioRun first = ScenarioRun.of(scenarios.get(0));
        List<Comparison> comparisons = new ArrayList<>();
        for (Scenario scenario : scenarios.subList(1, scenarios.size())) {
            ScenarioRun second = ScenarioRun.of(scenario);
            comparisons.add(new Comparison(first, second, Attribution.of(first, second)));
        }
        return comparisons;
    }

    /**
     * A number of both scenarios.
     *
     * @param key date or year, measure, area and for people the age band
     * @param first persons
     * @param second persons
     */
    public record Difference(List<String> key, double first, double second) {
        /** The second's less the first's. */
        public double persons() {
            return second - first;
        }
    }

    /** Whether both have the same people, flows, services, shortages and verdicts, to the last digit that is shown. */
    public boolean isEqual() {
        return hasEqualPeople() && numbers(first).equals(numbers(second));
    }

    /** Whether both have the same people and flows in every cell, to a billionth; not where cells or dates differ. */
    public boolean hasEqualPeople() {
        Projection one = first.projection();
        Projection other = second.projection();
        return one.space().equals(other.space())
                && one.dates().equals(other.dates())
                && areEqual(one.populations(), other.populations())
                && areEqual(one.births(), other.births())
                && Arrays.stream(Projection.Flow.values())
                        .allMatch(flow -> areEqual(one.flows(flow), other.flows(flow)));
    }

    private static boolean areEqual(Cube one, Cube other) {
        double[] a = one.toArray();
        double[] b = other.toArray();
        for (int cell = 0; cell < Math.min(a.length, b.length); cell++) {
            if (!(Math.abs(a[cell] - b[cell]) <= EQUAL * Math.max(1, Math.abs(a[cell])))) {
                return false;
            }
        }
        return a.length == b.length;
    }

    /** What is told of services, supply and indicators, rounded so that the order of a sum does not count. */
    private static List<String> numbers(ScenarioRun run) {
        List<String> numbers = new ArrayList<>();
        run.demand()
                .ifPresent(demand -> demand.services()
                        .forEach(service -> demand.paths(service.id())
                                .forEach(path -> demand.years()
                                        .forEach(year -> numbers.add(service.id()
                                                + path
                                                + year
                                                + rounded(demand.total(service.id(), path, year)))))));
        run.gap()
                .ifPresent(gap -> gap.rows()
                        .forEach(row -> numbers.add(row.service()
                                + row.path()
                                + row.area()
                                + row.year()
                                + rounded(row.balance().supply())
                                + rounded(row.balance().shortage()))));
        run.scorecard()
                .ifPresent(scorecard -> scorecard
                        .rows()
                        .forEach(row -> numbers.add(row.indicator().id()
                                + row.area()
                                + row.year()
                                + row.verdict()
                                + row.value().stream()
                                        .mapToObj(Comparison::rounded)
                                        .toList())));
        return numbers;
    }

    private static String rounded(double value) {
        return String.format(Locale.ROOT, " %.8g", value);
    }

    /** People by date, measure, area and age band, for all that both have. */
    public List<Difference> people() {
        Map<List<String>, Double> before = new HashMap<>();
        MeasureTable.rows(first).forEach(row -> before.put(key(row), Double.valueOf(row.get(row.size() - 1))));
        List<Difference> differences = new ArrayList<>();
        for (List<String> row : MeasureTable.rows(second)) {
            Double persons = before.get(key(row));
            if (persons != null) {
                differences.add(new Difference(key(row), persons, Double.parseDouble(row.get(row.size() - 1))));
            }
        }
        return differences;
    }

    private static List<String> key(List<String> row) {
        return List.of(row.get(0), row.get(2), row.get(3), row.get(4));
    }

    /** Flows by year, measure and area, for all that both have; persons per year, life expectancy in years. */
    public List<Difference> flows() {
        Map<List<String>, Double> before = flows(first.projection());
        List<Difference> differences = new ArrayList<>();
        flows(second.projection()).forEach((key, persons) -> {
            if (before.containsKey(key)) {
                differences.add(new Difference(key, before.get(key), persons));
            }
        });
        return differences;
    }

    private static Map<List<String>, Double> flows(Projection projection) {
        CellSpace space = projection.space();
        List<String> areas = new ArrayList<>(List.of(""));
        areas.addAll(space.groups());
        space.regions().forEach(region -> areas.add(region.id()));
        Map<List<String>, Double> flows = new LinkedHashMap<>();
        for (String year : projection.flowYears().labels()) {
            LocalDate date = LocalDate.of(Integer.parseInt(year), 12, 31);
            for (Measure measure : Measure.of(projection.inputs())) {
                for (String area : measure.isStock() ? List.<String>of() : areas) {
                    flows.put(List.of(year, measure.id(), area), measure.in(projection, area, date, 0, Selection.OPEN));
                }
            }
        }
        return flows;
    }
}
