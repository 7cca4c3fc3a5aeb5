package org.kapok.scenario;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.kapok.core.CellSpace;
import org.kapok.core.Population;
import org.kapok.core.Region;
import org.kapok.core.Selection;
import org.kapok.projection.ProjectionInputs;
import org.kapok.projection.ensemble.Count;
import org.kapok.projection.ensemble.Ensemble;
import org.kapok.projection.ensemble.Values;
import org.kapok.projection.target.Measure;
import org.kapok.projection.target.Target;

/**
 * The futures of a scenario.
 *
 * @param scenario what was drawn
 * @param seed what the draws start from
 * @param measured what is told of, in order
 * @param values what it comes to in every draw; those of the targets follow
 * @param chances how likely each target of people is
 * @param services what the services come to; none where the scenario has none
 * @param alone what the same counts come to with the shocks of one component alone, by component; none unless asked for
 * @param seconds how long it took
 */
public record EnsembleRun(
        Scenario scenario,
        long seed,
        List<Measured> measured,
        Values values,
        List<Chance> chances,
        Optional<ServiceDraws> services,
        Map<String, Values> alone,
        double seconds) {
    public EnsembleRun {
        Objects.requireNonNull(scenario, "scenario");
        measured = List.copyOf(measured);
        Objects.requireNonNull(values, "values");
        chances = List.copyOf(chances);
        Objects.requireNonNull(services, "services");
        alone = Collections.unmodifiableMap(new LinkedHashMap<>(alone));
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
     * @param draws what it comes to in every draw
     */
    public record Chance(Target target, double[] draws) {
        public Chance {
            draws = draws.clone();
        }

        @Override
        public double[] draws() {
            return draws.clone();
        }

        /** The share of draws that reach the wanted value or more. */
        public double atLeast() {
            return (double) Arrays.stream(draws)
                            .filter(value -> value >= target.value())
                            .count()
                    / draws.length;
        }
    }

    /**
     * Draws the futures of a scenario.
     *
     * @param draws how many; as the scenario says where there is none
     * @param seed as the scenario says where there is none
     */
    public static EnsembleRun of(Scenario scenario, Optional<Integer> draws, Optional<Long> seed, int threads) {
        return of(scenario, draws, seed, threads, false);
    }

    /** The same, and where {@code decomposed} the shocks of each component alone as well, which takes as long each. */
    public static EnsembleRun of(
            Scenario scenario, Optional<Integer> draws, Optional<Long> seed, int threads, boolean decomposed) {
        EnsemblePlan plan = scenario.ensemble()
                .orElseThrow(() -> new IllegalArgumentException(
                        scenario.id() + ": got a scenario without processes to draw from, expected \"ensemble\""));
        long start = System.nanoTime();
        ProjectionInputs inputs = scenario.inputs();
        List<Measured> measured = measured(inputs.base().space());
        List<Count> counts =
                new ArrayList<>(measured.stream().map(Measured::count).toList());
        List<Target> targets = scenario.targets().stream()
                .filter(target -> target.measure().kind() == Measure.Kind.PEOPLE)
                .toList();
        for (Target target : targets) {
            counts.add(counted(target, target.measure(), target.fromAge(), target.toAge()));
            counts.add(counted(target, target.shareOf().orElse(target.measure()), 0, Selection.OPEN));
        }
        long from = seed.orElse(plan.seed());
        int many = draws.orElse(plan.draws());
        Ensemble ensemble = Ensemble.of(inputs, scenario.lastYear(), counts);
        Values values = ensemble.newValues(many);
        Optional<ServiceDraws> services = scenario.services().map(all -> new ServiceDraws(all, ensemble.steps(), many));
        if (services.isPresent()) {
            ensemble.run(plan.futures(from), values, threads, services.get());
        } else {
            ensemble.run(plan.futures(from), values, threads);
        }
        Map<String, Values> alone = new LinkedHashMap<>();
        for (String component : decomposed ? plan.wandering() : List.<String>of()) {
            alone.put(component, ensemble.run(plan.only(component).futures(from), many, threads));
        }
        List<Chance> chances = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            chances.add(new Chance(
                    targets.get(i), reached(targets.get(i), inputs.base(), values, measured.size() + 2 * i)));
        }
        return new EnsembleRun(
                scenario, from, measured, values, chances, services, alone, (System.nanoTime() - start) / 1e9);
    }

    private static Count counted(Target target, Measure measure, int from, int to) {
        return Count.people(target.area(), measure.people().aged(from, to));
    }

    /** What a target comes to in every draw: between reference dates evenly by the day. */
    private static double[] reached(Target target, Population base, Values values, int count) {
        double[] part = at(target.date(), base, values, count);
        if (target.shareOf().isPresent()) {
            double[] whole = at(target.date(), base, values, count + 1);
            for (int draw = 0; draw < part.length; draw++) {
                part[draw] /= whole[draw];
            }
        }
        return part;
    }

    private static double[] at(LocalDate date, Population base, Values values, int count) {
        LocalDate before = base.date();
        int width = base.space().ages().uniformWidth();
        int step = -1;
        while (step + 1 < values.steps() && !before.plusYears(width).isAfter(date)) {
            before = before.plusYears(width);
            step++;
        }
        double[] early = step < 0 ? new double[values.draws()] : values.draws(count, step);
        if (step < 0) {
            Count people = values.counts().get(count);
            Arrays.fill(early, base.total(people.people(), people.area()));
        }
        long gone = ChronoUnit.DAYS.between(before, date);
        if (gone == 0 || step + 1 == values.steps()) {
            return early;
        }
        double[] late = values.draws(count, step + 1);
        double share = (double) gone / ChronoUnit.DAYS.between(before, before.plusYears(width));
        for (int draw = 0; draw < early.length; draw++) {
            early[draw] += share * (late[draw] - early[draw]);
        }
        return early;
    }

    private static List<Measured> measured(CellSpace space) {
        List<String> areas = new ArrayList<>(List.of(""));
        areas.addAll(space.groups());
        space.regions().stream().map(Region::id).forEach(areas::add);
        List<Measured> measured = new ArrayList<>();
        for (Measure measure : Measure.ofPeople(space).subList(0, 2)) {
            for (AgeBand band : AgeBand.asked(space.ages())) {
                Selection people = measure.people().aged(band.from(), band.to());
                areas.forEach(area -> measured.add(new Measured(measure.id(), area, band, Count.people(area, people))));
            }
        }
        for (Count.Kind kind : List.of(Count.Kind.BIRTHS, Count.Kind.DEATHS, Count.Kind.NET_MIGRATION)) {
            String name = kind.name().toLowerCase(Locale.ROOT);
            areas.forEach(area -> measured.add(
                    new Measured(name, area, AgeBand.all(), new Count(kind, area, Selection.residents()))));
        }
        return measured;
    }
}
