package org.kapok.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kapok.core.Axis;
import org.kapok.core.Cube;
import org.kapok.demand.Services;
import org.kapok.demand.Supply;
import org.kapok.demand.YearPath;
import org.kapok.demand.scorecard.Indicators;
import org.kapok.projection.CohortComponent;
import org.kapok.projection.ProjectionInputs;
import org.kapok.projection.change.Boundary;
import org.kapok.projection.change.Change;
import org.kapok.projection.change.Changes;
import org.kapok.projection.target.Factor;
import org.kapok.projection.target.Solution;
import org.kapok.projection.target.Target;

/**
 * A scenario: a place, its people, the assumptions on them, the services they need and what is wanted for them.
 *
 * @param id the name in results
 * @param title what it assumes, in a line
 * @param place the place
 * @param inputs what the projection starts from: the trend with all changes and with the solution, if there is one
 * @param trend the same before changes and solution
 * @param changes what sets it apart from the trend
 * @param lastYear the year of the last population
 * @param provisioning services, what is supplied of them, and the indicators of a plan
 * @param goals wanted values and what may change for them
 * @param ensemble how its futures are drawn, if it says so
 * @param assumptions what is taken for true without a published figure
 * @param titles what regions, groups, statuses, transitions and services are called, by kind and id, such as {@code
 *     region/440103}; of sources, the citation
 * @param units what services are counted in, by id, and indicators, by {@code indicator/} and id
 * @param map where the regions of the trend lie, if it says so
 * @param files every file it was read from, with the SHA-256 of its bytes
 */
public record Scenario(
        String id,
        Text title,
        Text place,
        ProjectionInputs inputs,
        ProjectionInputs trend,
        List<Change> changes,
        int lastYear,
        Provisioning provisioning,
        Goals goals,
        Optional<EnsemblePlan> ensemble,
        List<Assumption> assumptions,
        Map<String, Text> titles,
        Map<String, Text> units,
        Optional<RegionMap> map,
        SortedMap<String, String> files) {
    private static final String SOLVED = "-solved";

    public Scenario {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(inputs, "inputs");
        Objects.requireNonNull(trend, "trend");
        changes = List.copyOf(changes);
        Objects.requireNonNull(provisioning, "provisioning");
        Objects.requireNonNull(goals, "goals");
        Objects.requireNonNull(ensemble, "ensemble");
        assumptions = List.copyOf(assumptions);
        titles = Map.copyOf(titles);
        units = Map.copyOf(units);
        Objects.requireNonNull(map, "map");
        files = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, String>) files));
    }

    /** Runs the scenario; one that is unsolved is solved first, see {@link ScenarioRun#of(Scenario)}. */
    public ScenarioRun run() {
        return ScenarioRun.of(this);
    }

    /**
     * This scenario with more changes, each in place of one of the same id. Results name them among the assumptions, as no
     * file has them.
     *
     * @throws IllegalArgumentException if two changes set the same for the same people and years, one cannot be applied, or
     *     one draws regions anew: services, supply and targets are about regions too, so that is for a folder to say
     */
    public Scenario with(Change... more) {
        Map<String, Change> all = new LinkedHashMap<>();
        Map<String, Assumption> assumed = new LinkedHashMap<>();
        changes.forEach(change -> all.put(change.id(), change));
        assumptions.forEach(assumption -> assumed.put(assumption.id(), assumption));
        for (Change change : more) {
            if (change instanceof Boundary) {
                throw new IllegalArgumentException("Scenario.with: got " + change.id()
                        + ", which draws regions anew, expected it among the changes of scenario.json");
            }
            all.put(change.id(), change);
            String id = "change:" + change.id();
            assumed.put(id, new Assumption(id, ProgramChange.told(change)));
        }
        List<Change> changed = List.copyOf(all.values());
        ProjectionInputs unsolved = Changes.apply(changed, trend, lastYear);
        return new Scenario(
                id,
                title,
                place,
                Factor.applyTo(unsolved, goals.solution()),
                trend,
                changed,
                lastYear,
                provisioning,
                new Goals(goals.targets(), goals.free(), goals.past(), unsolved, goals.solution()),
                ensemble,
                List.copyOf(assumed.values()),
                titles,
                units,
                map,
                files);
    }

    /** This scenario under another name in results. */
    public Scenario named(String name, Text titled) {
        return named(name, titled, inputs, goals);
    }

    /** Values by year of flows for a change: straight between the years given, flat before the first and after the last. */
    public Cube byYear(Map<Integer, Double> values) {
        YearPath path = new YearPath(new TreeMap<>(values));
        Axis years = CohortComponent.flowYears(
                trend.base().date(), lastYear, trend.base().space().ages().uniformWidth());
        return Cube.generate(
                List.of(years), at -> path.at(Integer.parseInt(years.labels().get(at[0]))));
    }

    /** Whether it says what may change so that targets are met, and no solution is part of it. */
    public boolean isUnsolved() {
        return !targets().isEmpty()
                && goals.free().isPresent()
                && goals.solution().isEmpty();
    }

    /** This scenario with the factors of a solution in place of an earlier one's, under its own name. */
    Scenario settled(Solution solution) {
        return named(id, title, solution.inputs(), goals.solvedBy(solution));
    }

    /** What a scenario of an id is called once it is solved; one that is solved again keeps its name. */
    public static String solvedId(String id) {
        return id.endsWith(SOLVED) ? id : id + SOLVED;
    }

    /** This scenario as solved: with the factors of a solution in place of an earlier one's, and named for it. */
    Scenario solved(Solution solution) {
        boolean again = id.endsWith(SOLVED);
        return named(
                solvedId(id),
                again ? title : new Text(title.en() + " (solved)", title.zh() + "（求解结果）"),
                solution.inputs(),
                goals.solvedBy(solution));
    }

    /** This scenario as one of its futures, counted from 1. */
    Scenario drawn(int number, ProjectionInputs drawn) {
        Text name = new Text(title.en() + ", draw " + number, title.zh() + "，第" + number + "次抽样");
        return named(id + "-draw-" + number, name, drawn, goals);
    }

    private Scenario named(String name, Text titled, ProjectionInputs from, Goals to) {
        return new Scenario(
                name,
                titled,
                place,
                from,
                trend,
                changes,
                lastYear,
                provisioning,
                to,
                ensemble,
                assumptions,
                titles,
                units,
                map,
                files);
    }

    /** Services and their norms; none where the scenario is about people only. */
    public Optional<Services> services() {
        return provisioning.services();
    }

    /** What is supplied of the services. */
    public Optional<Supply> supply() {
        return provisioning.supply();
    }

    /** The indicators of a plan. */
    public Optional<Indicators> indicators() {
        return provisioning.indicators();
    }

    /** Wanted values. */
    public List<Target> targets() {
        return goals.targets();
    }

    /** Whether the scenario says what something is called. */
    public boolean hasTitle(String kind, String id) {
        return titles.containsKey(kind + "/" + id);
    }

    /** What something is called; its id where the scenario gives no title. */
    public Text titleOf(String kind, String id) {
        return titles.getOrDefault(kind + "/" + id, new Text(id, id));
    }
}
