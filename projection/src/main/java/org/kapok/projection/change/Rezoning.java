package org.kapok.projection.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.core.Population;
import org.kapok.core.Sex;
import org.kapok.projection.CohortComponent;
import org.kapok.projection.ExternalMigration;
import org.kapok.projection.InternalMigration;
import org.kapok.projection.ProjectionInputs;
import org.kapok.projection.StatusTransition;

/** The inputs of regions drawn anew, table by table, see {@link Boundary}. */
final class Rezoning {
    private final RegionLinks links;
    private final ProjectionInputs old;
    private final CellSpace space;
    private final Cube people; // the base population
    private final String firstYear; // of flows

    Rezoning(RegionLinks links, ProjectionInputs old) {
        this.links = links;
        this.old = old;
        Population base = old.base();
        space = base.space();
        people = base.toCube();
        int width = space.ages().uniformWidth();
        firstYear = CohortComponent.flowYears(base.date(), base.date().getYear() + width, width)
                .labels()
                .get(0);
    }

    ProjectionInputs inputs() {
        double[] persons = links.counts(people).toArray();
        ProjectionInputs inputs = ProjectionInputs.of(
                        Population.of(links.space(), old.base().date(), persons),
                        rate(old.survival(), people),
                        rate(old.asfr(), old.asfr().has(Axis.SEX) ? people : women()),
                        rate(old.srb(), births()))
                .withConvention(old.convention())
                .withNewbornStatus(old.newbornStatus())
                .withTransitions(old.transitions().stream().map(this::rezone).toList());
        if (old.openAgeSurvival().isPresent()) {
            Cube oldest = people.select(
                    Axis.AGE, Integer.toString(space.ages().start(space.ages().open())));
            inputs = inputs.withOpenAgeSurvival(rate(old.openAgeSurvival().get(), oldest));
        }
        if (old.external().isPresent()) {
            inputs = inputs.withExternal(rezone(old.external().get()));
        }
        if (old.internal().isPresent()) {
            inputs = inputs.withInternal(rezone(old.internal().get()));
        }
        if (old.births().isPresent()) {
            inputs = inputs.withBirths(links.counts(old.births().get()));
        }
        if (old.ruralShare().isPresent()) {
            inputs = inputs.withRuralShare(rate(old.ruralShare().get(), people));
        }
        return inputs;
    }

    private Cube rate(Cube table, Cube weights) {
        return links.means(table, Axis.REGION, weights);
    }

    private Cube women() {
        return people.select(Axis.SEX, Sex.FEMALE.label());
    }

    /** Births of the first year by region and mother's status: those given, or else those of the rates. */
    private Cube births() {
        List<Axis> axes = space.axes().subList(0, 2);
        if (old.births().isPresent()) {
            return inFirstYear("births", old.births().get()).along(axes);
        }
        Cube rates = inFirstYear("asfr", old.asfr());
        rates = rates.has(Axis.SEX) ? rates.select(Axis.SEX, Sex.FEMALE.label()) : rates;
        return women().times(rates).sumOver(Axis.AGE);
    }

    private Cube inFirstYear(String name, Cube table) {
        return TableChecks.inYear("ProjectionInputs." + name, table, firstYear);
    }

    private StatusTransition rezone(StatusTransition transition) {
        Cube leaving = transition.rate().has(Axis.STATUS) ? people : people.select(Axis.STATUS, transition.from());
        return new StatusTransition(
                transition.id(),
                transition.from(),
                transition.to(),
                rate(transition.rate(), leaving),
                transition.quota().map(quota -> quota(quota, transition.from())));
    }

    /** A number of people of one status: where they are shared out by status, by the shares of that one. */
    private Cube quota(Cube quota, String status) {
        Cube counts = links.counts(quota);
        return counts.has(Axis.STATUS) ? counts.select(Axis.STATUS, status) : counts;
    }

    private ExternalMigration rezone(ExternalMigration external) {
        return new ExternalMigration(
                links.counts(external.arrivals()),
                rate(external.arrivalRate(), people),
                links.counts(external.departures()),
                rate(external.departureRate(), people));
    }

    private InternalMigration rezone(InternalMigration internal) {
        Cube leaving = people.times(inFirstYear("internal.outRate", internal.outRate()));
        Cube shares = internal.destinationShare();
        Cube rezoned = shares.has(InternalMigration.CORRIDOR)
                ? corridors(shares, leaving)
                : links.counts(links.means(shares, InternalMigration.ORIGIN, leaving));
        // Shares that add up to 1 may do so with a last digit too many.
        return new InternalMigration(rate(internal.outRate(), people), rezoned.map(share -> Math.min(1, share)));
    }

    /** A corridor between new regions: its position among the old, and the new region entered. */
    private record Stretch(int corridor, int entered) {}

    /** Shares of corridors: those that now leave and enter the same regions are one. */
    private Cube corridors(Cube shares, Cube leaving) {
        Axis corridors = shares.axis(InternalMigration.CORRIDOR);
        int[][] ends =
                InternalMigration.ends(corridors, Axis.regions(space.regions()).labels());
        List<Axis> axes = new ArrayList<>(shares.axes());
        if (links.byStatus() && !shares.has(Axis.STATUS)) {
            axes.add(space.axes().get(1));
        }
        Cube own = shares.along(axes);
        boolean[] listed = new boolean[space.regions().size()];
        for (int[] end : ends) {
            listed[end[0]] = true;
        }
        int corridorAt = axes.indexOf(corridors);
        int statusAt = axes.indexOf(space.axes().get(1));
        List<Axis> weighed = new ArrayList<>(axes);
        weighed.set(corridorAt, leaving.axis(Axis.REGION));
        Cube portions = links.portions(leaving, weighed, listed).along(weighed);
        Map<String, List<Stretch>> stretches = stretches(corridors, ends);
        List<List<Stretch>> byCorridor = List.copyOf(stretches.values());
        axes.set(corridorAt, new Axis(InternalMigration.CORRIDOR, List.copyOf(stretches.keySet())));
        return Cube.generate(axes, index -> {
            int[] at = index.clone();
            double sum = 0;
            for (Stretch stretch : byCorridor.get(index[corridorAt])) {
                at[corridorAt] = stretch.corridor;
                double share = own.at(at) * links.share(stretch.entered, statusAt < 0 ? 0 : index[statusAt]);
                at[corridorAt] = ends[stretch.corridor][0];
                sum += portions.at(at) * share;
            }
            return sum;
        });
    }

    /** The corridors of the new regions in the order of the old. */
    private Map<String, List<Stretch>> stretches(Axis corridors, int[][] ends) {
        List<String> names = Axis.regions(links.space().regions()).labels();
        Map<String, List<Stretch>> stretches = new LinkedHashMap<>();
        for (int i = 0; i < corridors.size(); i++) {
            for (int left : links.targets(ends[i][0])) {
                for (int entered : links.targets(ends[i][1])) {
                    String name = InternalMigration.corridor(names.get(left), names.get(entered));
                    stretches.computeIfAbsent(name, all -> new ArrayList<>()).add(new Stretch(i, entered));
                }
            }
        }
        return stretches;
    }
}
