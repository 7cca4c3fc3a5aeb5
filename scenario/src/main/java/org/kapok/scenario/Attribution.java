package org.kapok.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kapok.core.Selection;
import org.kapok.projection.CohortComponent;
import org.kapok.projection.Projection;
import org.kapok.projection.ProjectionInputs;
import org.kapok.projection.change.Change;
import org.kapok.projection.change.Changes;
import org.kapok.projection.target.Factor;
import org.kapok.projection.target.Measure;
import org.kapok.scenario.table.Messages;

/**
 * By what two scenarios of the same place differ: what each single change does to the first one, and what is left when
 * all come together, which is how they act on each other.
 *
 * @param steps what sets the second apart from the first, each taken alone
 * @param together the difference of both, over the same dates, measures and areas
 */
public record Attribution(List<Step> steps, List<Effect> together) {
    /** The id of the step that takes up a solution. */
    public static final String SOLUTION = "solution";

    /** Before the name of a part of the trend. */
    public static final String TREND = "trend:";

    public Attribution {
        steps = List.copyOf(steps);
        together = List.copyOf(together);
    }

    /**
     * One change taken alone.
     *
     * @param id of the change; {@link #SOLUTION}, or {@link #TREND} and a part of it
     * @param effects in the order of {@link #together}; none where it cannot be made alone
     * @param refused why it cannot; empty where it can
     */
    public record Step(String id, List<Effect> effects, String refused) {
        public Step {
            effects = List.copyOf(effects);
        }

        /** Why it cannot be made alone, for readers of both languages. */
        public Text why() {
            return new Text(
                    Messages.in(Locale.ENGLISH).of(refused),
                    Messages.in(Locale.CHINESE).of(refused));
        }
    }

    /**
     * A difference in people.
     *
     * @param date the reference date
     * @param measure whom it counts
     * @param area the id of a region or group, empty for the whole place
     * @param persons the second scenario's less the first's
     */
    public record Effect(LocalDate date, Measure measure, String area, double persons) {}

    /** What is left of the difference when single effects are taken off, in the order of {@link #together}. */
    public List<Double> interaction() {
        List<Double> rest = new ArrayList<>();
        for (int i = 0; i < together.size(); i++) {
            double left = together.get(i).persons();
            for (Step step : steps) {
                left -= step.effects.isEmpty() ? 0 : step.effects.get(i).persons();
            }
            rest.add(left);
        }
        return rest;
    }

    /** The attribution, where both scenarios have the same cells and dates. */
    static Optional<Attribution> of(ScenarioRun first, ScenarioRun second) {
        Scenario a = first.scenario();
        Scenario b = second.scenario();
        boolean comparable = a.trend().base().space().equals(b.trend().base().space())
                && first.projection().space().equals(second.projection().space())
                && first.projection().dates().equals(second.projection().dates());
        if (!comparable) {
            return Optional.empty();
        }
        Set<Assumptions> parts = Assumptions.differing(a.trend(), b.trend());
        List<Step> steps = new ArrayList<>();
        for (Assumptions part : parts) {
            String id = TREND + part.name().toLowerCase(Locale.ROOT);
            steps.add(step(first, id, a.changes(), a.goals().solution(), mixed(a, b, part)));
        }
        for (String id : differing(a.changes(), b.changes())) {
            List<Change> changes = new ArrayList<>(a.changes());
            changes.removeIf(change -> change.id().equals(id));
            b.changes().stream().filter(change -> change.id().equals(id)).forEach(changes::add);
            steps.add(step(first, id, changes, a.goals().solution(), a.trend()));
        }
        if (!new HashSet<>(a.goals().solution()).equals(new HashSet<>(b.goals().solution()))) {
            steps.add(step(first, SOLUTION, a.changes(), b.goals().solution(), a.trend()));
        }
        return Optional.of(new Attribution(steps, effects(first.projection(), second.projection())));
    }

    private static ProjectionInputs mixed(Scenario a, Scenario b, Assumptions part) {
        try {
            return Assumptions.mixed(a.trend(), b.trend(), EnumSet.of(part));
        } catch (IllegalArgumentException refused) {
            return null; // the part fits the second scenario alone
        }
    }

    /** Ids of changes that only one has, or that are not the same in both. */
    private static Set<String> differing(List<Change> a, List<Change> b) {
        Map<String, Change> byId = new LinkedHashMap<>();
        Set<String> differing = new LinkedHashSet<>();
        a.forEach(change -> byId.put(change.id(), change));
        for (Change change : b) {
            Change other = byId.remove(change.id());
            if (!change.equals(other)) {
                differing.add(change.id());
            }
        }
        differing.addAll(byId.keySet());
        return differing;
    }

    private static Step step(
            ScenarioRun first, String id, List<Change> changes, List<Factor> solution, ProjectionInputs trend) {
        if (trend == null) {
            return new Step(id, List.of(), "it fits the other scenario alone");
        }
        int lastYear = first.scenario().lastYear();
        try {
            ProjectionInputs inputs = Factor.applyTo(Changes.apply(changes, trend, lastYear), solution);
            return new Step(id, effects(first.projection(), CohortComponent.project(inputs, lastYear)), "");
        } catch (IllegalArgumentException refused) {
            return new Step(id, List.of(), refused.getMessage());
        }
    }

    private static List<Effect> effects(Projection first, Projection second) {
        List<String> areas = new ArrayList<>(List.of(""));
        areas.addAll(first.space().groups());
        first.space().regions().forEach(region -> areas.add(region.id()));
        List<Effect> effects = new ArrayList<>();
        for (LocalDate date : first.dates()) {
            for (Measure measure : Measure.ofPeople(first.space())) {
                for (String area : areas) {
                    double before = measure.in(first, area, date, 0, Selection.OPEN);
                    effects.add(new Effect(
                            date, measure, area, measure.in(second, area, date, 0, Selection.OPEN) - before));
                }
            }
        }
        return effects;
    }
}
