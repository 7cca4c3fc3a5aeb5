package org.kapok.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kapok.core.CellSpace;
import org.kapok.core.Region;
import org.kapok.core.Selection;
import org.kapok.demand.DrawnDemand;
import org.kapok.demand.Supply;
import org.kapok.projection.ensemble.Count;
import org.kapok.projection.ensemble.Ensemble;
import org.kapok.projection.target.Measure;

/** What is asked of every draw of a scenario: measures of people, services and their supply, targets and indicators. */
final class EnsembleAsked {
    /** The most numbers that are kept whole, 128 MiB; draws beyond them are summarised as they come. */
    private static final long KEPT = 1L << 24;

    final Scenario scenario;
    final List<EnsembleRun.Measured> measured;
    final DatedCounts counts;
    final int steps;
    final Optional<DrawnDemand> services;
    final List<Outcome> outcomes = new ArrayList<>();
    final double[][] supply; // by number and step, NaN where it is not known

    EnsembleAsked(Scenario scenario, boolean byRegion) {
        this.scenario = scenario;
        CellSpace space = scenario.inputs().base().space();
        steps = Ensemble.of(scenario.inputs(), scenario.lastYear(), List.of()).steps();
        counts = new DatedCounts(scenario.inputs().base(), steps);
        measured = measured(space);
        measured.forEach(each -> counts.number(each.count()));
        List<LocalDate> dates =
                IntStream.range(0, steps).mapToObj(counts::dateAfter).toList();
        services = scenario.services().map(all -> new DrawnDemand(all, space, dates, byRegion));
        scenario.targets().stream()
                .filter(target -> target.measure().kind() == Measure.Kind.PEOPLE)
                .forEach(target -> outcomes.add(new Outcome.OfTarget(target, counts)));
        DrawnEvidence evidence = new DrawnEvidence(scenario, counts, services);
        scenario.indicators()
                .ifPresent(indicators -> indicators
                        .all()
                        .forEach(each -> Outcome.OfIndicator.of(each, evidence).ifPresent(outcomes::add)));
        supply = supply(measured.size() + services.map(DrawnDemand::size).orElse(0), dates);
        scenario.ensemble().stream()
                .flatMap(plan -> plan.events().stream())
                .map(this::outcome)
                .forEach(outcomes::add);
    }

    private Outcome.OfEvent outcome(DrawnEvent event) {
        return new Outcome.OfEvent(
                event,
                event.all().stream()
                        .map(each -> each instanceof DrawnEvent.OfPeople people
                                ? held(people)
                                : held(event, (DrawnEvent.OfService) each))
                        .toList());
    }

    private Outcome.Held held(DrawnEvent.OfPeople people) {
        Outcome.OfTarget reached = new Outcome.OfTarget(people.target(), counts);
        return new Outcome.Held(reached::in, people.target().value(), people.atMost());
    }

    private Outcome.Held held(DrawnEvent event, DrawnEvent.OfService wanted) {
        int position = services.orElseThrow().of().indexOf(wanted.of());
        int step = 0;
        while (counts.dateAfter(step).getYear() < wanted.year()) {
            step++;
        }
        int at = step;
        double units = position < 0 ? Double.NaN : supply[service(position, 0)][step];
        if (position < 0 || wanted.level().isEmpty() && Double.isNaN(units)) {
            throw new IllegalArgumentException("\"ensemble\", event " + event.id() + ": got the "
                    + wanted.of().path().label() + " of " + wanted.of().service() + " in " + wanted.year()
                    + ", expected a service and path with a supply of the whole place then, or a level");
        }
        // more than what there is: the level itself is enough
        double level = wanted.level().orElse(Math.nextUp(units));
        return new Outcome.Held(
                block -> block.draws(counts.all().size() + services.get().number(position, 0), at),
                level,
                wanted.atMost());
    }

    /** The number of the demand for a service and path in an area. */
    int service(int position, int area) {
        return measured.size() + services.orElseThrow().number(position, area);
    }

    /** A tally of everything that is asked. */
    DrawTally tally(int draws) {
        boolean kept = (long) draws * (supply.length * steps + outcomes.size()) <= KEPT;
        return new DrawTally(numbers(), steps, supply, outcomes, kept ? Spread.Kind.EXACT : Spread.Kind.SKETCH, draws);
    }

    /** A tally of how much measures and services vary. */
    DrawTally varianceTally(int draws) {
        return new DrawTally(numbers(), steps, supply, List.of(), Spread.Kind.VARIANCE, draws);
    }

    /** Where each number is in a block: counts come first, then services. */
    private int[] numbers() {
        int[] numbers = new int[supply.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i < measured.size()
                    ? counts.number(measured.get(i).count())
                    : counts.all().size() + i - measured.size();
        }
        return numbers;
    }

    /** What the demand for each service is held against: the supply of regions, or that of the whole place. */
    private double[][] supply(int numbers, List<LocalDate> dates) {
        double[][] known = new double[numbers][steps];
        for (double[] row : known) {
            Arrays.fill(row, Double.NaN);
        }
        if (scenario.supply().isEmpty() || services.isEmpty()) {
            return known;
        }
        Supply all = scenario.supply().get();
        List<String> areas = services.get().areas();
        for (int position = 0; position < services.get().of().size(); position++) {
            String service = services.get().of().get(position).service();
            for (int area = 0; area < areas.size(); area++) {
                for (int step = 0; step < steps; step++) {
                    boolean told = areas.get(area).equals(Supply.WHOLE_AREA) != all.isByRegion(service);
                    if (told && all.isKnown(service, dates.get(step))) {
                        known[service(position, area)][step] = all.unitsAt(service, areas.get(area), dates.get(step));
                    }
                }
            }
        }
        return known;
    }

    static List<EnsembleRun.Measured> measured(CellSpace space) {
        List<String> areas = new ArrayList<>(List.of(""));
        areas.addAll(space.groups());
        space.regions().stream().map(Region::id).forEach(areas::add);
        List<EnsembleRun.Measured> measured = new ArrayList<>();
        for (Measure measure : Measure.ofPeople(space).subList(0, 2)) {
            for (AgeBand band : AgeBand.asked(space.ages())) {
                Selection people = measure.people().aged(band.from(), band.to());
                areas.forEach(area ->
                        measured.add(new EnsembleRun.Measured(measure.id(), area, band, Count.people(area, people))));
            }
        }
        for (Count.Kind kind : List.of(Count.Kind.BIRTHS, Count.Kind.DEATHS, Count.Kind.NET_MIGRATION)) {
            String name = kind.name().toLowerCase(Locale.ROOT);
            areas.forEach(area -> measured.add(
                    new EnsembleRun.Measured(name, area, AgeBand.all(), new Count(kind, area, Selection.residents()))));
        }
        return measured;
    }
}
