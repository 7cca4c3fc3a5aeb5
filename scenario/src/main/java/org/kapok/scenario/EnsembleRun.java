package org.kapok.scenario;

import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kapok.core.CellSpace;
import org.kapok.demand.DrawnDemand;
import org.kapok.demand.scorecard.Indicator;
import org.kapok.demand.scorecard.Indicators;
import org.kapok.projection.ProjectionInputs;
import org.kapok.projection.ensemble.Count;
import org.kapok.projection.ensemble.OneDraw;
import org.kapok.projection.ensemble.Quantiles;
import org.kapok.projection.ensemble.Sampling;
import org.kapok.projection.target.Target;

/** The futures of a scenario: how people and services spread, and how likely targets, indicators and shortages are. */
public final class EnsembleRun {
    private final EnsembleAsked asked;
    private final long seed;
    private final List<String> components; // of the tallies after the first
    private final List<DrawTally> tallies;
    private final double seconds;

    private EnsembleRun(
            EnsembleAsked asked, long seed, List<String> components, List<DrawTally> tallies, double seconds) {
        this.asked = asked;
        this.seed = seed;
        this.components = List.copyOf(components);
        this.tallies = List.copyOf(tallies);
        this.seconds = seconds;
    }

    /**
     * Something that is told of.
     *
     * @param measure {@code resident} or {@code registered}, or {@code births}, {@code deaths}, {@code net_migration}
     *     of residents
     * @param area the id of a region or group, empty for the whole place
     * @param band the ages
     * @param count how it is counted
     */
    public record Measured(String measure, String area, AgeBand band, Count count) {}

    /**
     * How likely a target is.
     *
     * @param target the target, of people or a share of them
     * @param spread of what it comes to
     * @param atLeast the share of draws that reach the wanted value or more
     */
    public record Chance(Target target, Quantiles spread, double atLeast) {}

    /**
     * How likely an indicator is, in the year of its target.
     *
     * @param indicator the indicator
     * @param spread of its value
     * @param met the share of draws in which it is as wanted
     */
    public record IndicatorChance(Indicator indicator, Quantiles spread, double met) {}

    /** Draws the futures of a scenario on so many threads, as it says. */
    public static EnsembleRun of(Scenario scenario, int threads) {
        return of(scenario, EnsembleOptions.onThreads(threads));
    }

    /**
     * Draws the futures of a scenario, around its solution where it is to be solved toward targets, see {@link
     * ScenarioRun#of(Scenario)}.
     *
     * @throws UncheckedIOException if what is done cannot be kept in the file of the options
     */
    public static EnsembleRun of(Scenario read, EnsembleOptions options) {
        Scenario scenario = read.isUnsolved() ? SolveRun.of(read).settled() : read;
        EnsemblePlan plan = scenario.ensemble()
                .orElseThrow(() -> new IllegalArgumentException(
                        scenario.id() + ": got a scenario without processes to draw from, expected \"ensemble\""));
        long start = System.nanoTime();
        long seed = options.seed().orElse(plan.seed());
        EnsembleAsked asked = new EnsembleAsked(scenario, options.byRegion());
        List<String> components = options.decomposed() ? plan.wandering() : List.of();
        EnsembleDrawing drawing = new EnsembleDrawing(asked, plan, seed, components, options);
        List<DrawTally> tallies = drawing.run();
        return new EnsembleRun(asked, seed, components, tallies, (System.nanoTime() - start) / 1e9);
    }

    /**
     * One of the futures as a run of its own, with all its tables. Uses of services that vary are not in it.
     *
     * @param number from 1 to {@link #draws}
     */
    public ScenarioRun draw(int number) {
        if (number < 1 || number > draws()) {
            throw new IllegalArgumentException(
                    "EnsembleRun.draw: got " + number + ", expected one of " + draws() + " from 1 on");
        }
        Scenario scenario = asked.scenario;
        ProjectionInputs own = OneDraw.of(
                scenario.inputs(),
                scenario.lastYear(),
                scenario.ensemble().orElseThrow().futures(seed, asked.steps),
                number - 1);
        return ScenarioRun.of(scenario.drawn(number, own));
    }

    /** What was drawn. */
    public Scenario scenario() {
        return asked.scenario;
    }

    /** What the draws start from. */
    public long seed() {
        return seed;
    }

    /** How many draws. */
    public int draws() {
        return tallies.get(0).draws();
    }

    /** How many steps a draw has. */
    public int steps() {
        return asked.steps;
    }

    /** The date after a step, from 0 on. */
    public LocalDate dateAfter(int step) {
        return asked.counts.dateAfter(step);
    }

    /** How long it took, without what an earlier run had done. */
    public double seconds() {
        return seconds;
    }

    /** What ensembles tell of the people of a place, in order. */
    public static List<Measured> measured(CellSpace space) {
        return EnsembleAsked.measured(space);
    }

    /** What is told of people, in order. */
    public List<Measured> measured() {
        return asked.measured;
    }

    /** How a measure spreads after a step. */
    public Quantiles spread(int position, int step) {
        return told(tallies.get(0).spread(position, step));
    }

    /**
     * How many independent draws the errors of quantiles and chances are of. Mirrored pairs could at worst move together
     * and then count once; for draws that spread evenly the errors are those of as many independent ones, which they do
     * better than. So errors are upper bounds unless draws are plain.
     */
    public int independentDraws() {
        return sampling() == Sampling.ANTITHETIC ? (draws() + 1) / 2 : draws();
    }

    /** How draws relate to each other; those of trajectories are taken for independent. */
    public Sampling sampling() {
        EnsemblePlan plan = asked.scenario.ensemble().orElseThrow();
        return plan.trajectories().isPresent() ? Sampling.PLAIN : plan.sampling();
    }

    /** The standard error of a chance, or a bound of it where draws are not plain. */
    public double errorOf(double chance) {
        return Math.sqrt(chance * (1 - chance) / independentDraws());
    }

    /** Half of the 95% interval of a chance, at its widest; a bound of it where draws are not plain. */
    public double largestError() {
        return 1.96 * errorOf(0.5);
    }

    private Quantiles told(Quantiles quantiles) {
        return quantiles.ofIndependent(independentDraws());
    }

    /** The services that are told of and their areas; none where the scenario has none. */
    public Optional<DrawnDemand> services() {
        return asked.services;
    }

    /** How the demand for a service and path spreads in an area after a step. */
    public Quantiles serviceSpread(int position, int area, int step) {
        return told(tallies.get(0).spread(asked.service(position, area), step));
    }

    /** What there is of a service in an area after a step, where it is known for areas of that kind. */
    public OptionalDouble supply(int position, int area, int step) {
        double units = asked.supply[asked.service(position, area)][step];
        return Double.isNaN(units) ? OptionalDouble.empty() : OptionalDouble.of(units);
    }

    /** The share of draws in which the demand for a service exceeds its supply. */
    public double chanceShort(int position, int area, int step) {
        return tallies.get(0).above(asked.service(position, area), step);
    }

    /** How likely each target of people is. */
    public List<Chance> chances() {
        List<Chance> chances = new ArrayList<>();
        for (int i = 0; i < asked.outcomes.size(); i++) {
            if (asked.outcomes.get(i) instanceof Outcome.OfTarget of) {
                chances.add(new Chance(
                        of.target(),
                        told(tallies.get(0).outcome(i)),
                        tallies.get(0).met(i)));
            }
        }
        return chances;
    }

    /** The share of draws that reach the wanted value or more of every target of people at once. */
    public double allTargets() {
        return tallies.get(0).allMet();
    }

    /**
     * How likely an event is.
     *
     * @param event the event
     * @param chance the share of draws in which all of it holds
     */
    public record EventChance(DrawnEvent event, double chance) {}

    /** How likely each event is that the scenario asks for. */
    public List<EventChance> events() {
        List<EventChance> chances = new ArrayList<>();
        for (int i = 0; i < asked.outcomes.size(); i++) {
            if (asked.outcomes.get(i) instanceof Outcome.OfEvent of) {
                chances.add(new EventChance(of.event(), tallies.get(0).met(i)));
            }
        }
        return chances;
    }

    /** The mean of what demand exceeds supply by, 0 where it does not. */
    public double meanShortage(int position, int area, int step) {
        return tallies.get(0).excess(asked.service(position, area), step);
    }

    /** How likely each indicator is that follows from people, services and supply. */
    public List<IndicatorChance> indicators() {
        List<IndicatorChance> chances = new ArrayList<>();
        for (int i = 0; i < asked.outcomes.size(); i++) {
            if (asked.outcomes.get(i) instanceof Outcome.OfIndicator of) {
                chances.add(new IndicatorChance(
                        of.indicator(),
                        told(tallies.get(0).outcome(i)),
                        tallies.get(0).met(i)));
            }
        }
        return chances;
    }

    /** How likely the indicator is met that asks for the same as a target; nothing where none does, or it is not drawn. */
    public OptionalDouble chanceMet(Target target) {
        List<Indicator> all = asked.scenario.indicators().map(Indicators::all).orElse(List.of());
        Optional<Indicator> same = TargetStanding.asking(target, all);
        return indicators().stream()
                .filter(chance -> same.equals(Optional.of(chance.indicator())))
                .mapToDouble(IndicatorChance::met)
                .findFirst();
    }

    /** The components whose shocks were drawn alone as well; none unless asked for. */
    public List<String> components() {
        return components;
    }

    /** The share of a measure's variance that the shocks of each component alone give, in the order of components. */
    public List<Double> varianceShares(int position, int step) {
        return shares(position, step);
    }

    /** The same of the demand for a service. */
    public List<Double> serviceVarianceShares(int position, int area, int step) {
        return shares(asked.service(position, area), step);
    }

    private List<Double> shares(int number, int step) {
        double all = tallies.get(0).spread(number, step).deviation();
        return tallies.subList(1, tallies.size()).stream()
                .map(tally -> tally.spread(number, step).deviation() / all)
                .map(ratio -> all > 0 ? ratio * ratio : 0)
                .toList();
    }
}
