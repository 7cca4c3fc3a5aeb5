package org.kapok.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.kapok.core.Axis;
import org.kapok.core.Population;
import org.kapok.core.Selection;
import org.kapok.demand.Demand;
import org.kapok.demand.Gap;
import org.kapok.demand.scorecard.Evidence;
import org.kapok.demand.scorecard.Indicator;
import org.kapok.demand.scorecard.Indicators;
import org.kapok.demand.scorecard.Scorecard;
import org.kapok.projection.CohortComponent;
import org.kapok.projection.Projection;
import org.kapok.projection.target.Target;

/**
 * A scenario that was run: its projection, what its people need and what is missing.
 *
 * @param scenario what was run
 * @param projection its people
 * @param demand what they need; none where the scenario has no services
 * @param gap what is missing; none where the scenario has no supply
 * @param scorecard how the indicators stand; none where the scenario has no indicators
 * @param solution how it was solved toward its targets before it was run; none where there was nothing to solve for
 */
public record ScenarioRun(
        Scenario scenario,
        Projection projection,
        Optional<Demand> demand,
        Optional<Gap> gap,
        Optional<Scorecard> scorecard,
        Optional<SolveRun> solution) {
    public ScenarioRun {
        Objects.requireNonNull(scenario, "scenario");
        Objects.requireNonNull(projection, "projection");
        Objects.requireNonNull(demand, "demand");
        Objects.requireNonNull(gap, "gap");
        Objects.requireNonNull(scorecard, "scorecard");
        Objects.requireNonNull(solution, "solution");
    }

    /**
     * Runs a scenario. One that says which flows may change so that targets are met is solved first, unless a solution is
     * part of it, so that its people are those that its title promises; where hard targets cannot all hold they are those
     * of the nearest compromise.
     *
     * @throws IllegalArgumentException as {@link SolveRun#of}
     */
    public static ScenarioRun of(Scenario scenario) {
        return scenario.isUnsolved() ? of(SolveRun.of(scenario)) : run(scenario, Optional.empty());
    }

    /** Runs a solved scenario under the name of the scenario itself. */
    public static ScenarioRun of(SolveRun solved) {
        return run(solved.settled(), Optional.of(solved));
    }

    private static ScenarioRun run(Scenario scenario, Optional<SolveRun> solution) {
        Projection projection = CohortComponent.project(scenario.inputs(), scenario.lastYear());
        Optional<Demand> demand = scenario.services().map(services -> services.demandOf(projection));
        Optional<Gap> gap = scenario.supply().flatMap(supply -> demand.map(supply::gapTo));
        Optional<Scorecard> scorecard = scenario.indicators()
                .map(indicators -> indicators.judge(Evidence.of(projection, demand, scenario.supply())));
        return new ScenarioRun(scenario, projection, demand, gap, scorecard, solution);
    }

    /** The value that a target's measure reaches at the target's date. */
    public double reached(Target target) {
        return target.reachedBy(projection);
    }

    /** How each target of the scenario stands, in their order. */
    public List<TargetStanding> standings() {
        List<Indicator> indicators = scenario.indicators().map(Indicators::all).orElse(List.of());
        return scenario.targets().stream()
                .map(target -> TargetStanding.of(target, reached(target), indicators))
                .toList();
    }

    /**
     * The largest difference, in persons, between residents and the sum of the statuses that count as such, and the same
     * for registered people, over every region, age and reference date; 0 but for rounding.
     */
    public double measureIdentity() {
        double largest = 0;
        for (int date = 0; date < projection.dates().size(); date++) {
            Population population = projection.at(date);
            for (int region = 0; region < projection.space().regions().size(); region++) {
                largest = Math.max(largest, identity(population, region, Selection.residents()));
                largest = Math.max(largest, identity(population, region, Selection.registered()));
            }
        }
        return largest;
    }

    /** The reference dates and the ends of the years between them, in order. */
    public List<LocalDate> measuredDates() {
        List<LocalDate> dates = new ArrayList<>();
        List<LocalDate> reference = projection.dates();
        for (LocalDate date : reference) {
            dates.add(date);
            LocalDate yearEnd = LocalDate.of(date.getYear(), 12, 31);
            if (yearEnd.isAfter(date) && yearEnd.isBefore(reference.get(reference.size() - 1))) {
                dates.add(yearEnd);
            }
        }
        return dates;
    }

    private double identity(Population population, int region, Selection measure) {
        double[] whole = population.byAge(region, measure);
        for (String id : Axis.statuses(projection.space().statuses()).labels()) {
            boolean counts = projection.space().statuses().stream()
                    .anyMatch(status ->
                            status.id().equals(id) && measure.statuses().test(status));
            double[] part = population.byAge(region, Selection.status(id));
            for (int age = 0; counts && age < whole.length; age++) {
                whole[age] -= part[age];
            }
        }
        double largest = 0;
        for (double rest : whole) {
            largest = Math.max(largest, Math.abs(rest));
        }
        return largest;
    }
}
