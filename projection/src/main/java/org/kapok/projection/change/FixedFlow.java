package org.kapok.projection.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.kapok.core.Axis;
import org.kapok.core.Cube;
import org.kapok.projection.Component;
import org.kapok.projection.ExternalMigration;
import org.kapok.projection.ProjectionInputs;

/**
 * Arrivals or departures across the border as fixed numbers of people. They are shared out as on trend: in proportion to
 * its counts and to its rates times the base population, over everything that the numbers do not vary by.
 *
 * @param id the name in results
 * @param component {@link Component.Kind#ARRIVALS} or {@link Component.Kind#DEPARTURES}
 * @param scope the people and years; outside it the trend stays
 * @param persons per year, 0 or more, over any of the years of flows, region and status; without region, of all regions
 *     of the scope together, and so for status
 */
public record FixedFlow(String id, Component component, Scope scope, Cube persons) implements Change {
    public FixedFlow {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(scope, "scope");
        TableChecks.within("Change " + id + ".persons", persons, 0, Double.MAX_VALUE);
        if (component.kind() != Component.Kind.ARRIVALS && component.kind() != Component.Kind.DEPARTURES) {
            throw new IllegalArgumentException(
                    "Change " + id + ": got " + component.id() + ", expected arrivals or departures");
        }
        if (persons.has(Axis.SEX) || persons.has(Axis.AGE)) {
            throw new IllegalArgumentException("Change " + id + ".persons: got " + persons
                    + ", expected totals, which the trend's sexes and ages share");
        }
    }

    @Override
    public Stage stage() {
        return Stage.LEVEL;
    }

    @Override
    public String sets() {
        return component.id();
    }

    @Override
    public ProjectionInputs applyTo(ProjectionInputs inputs, int lastYear) {
        scope.check(id, inputs, lastYear);
        ExternalMigration external = inputs.external()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Change " + id + ": got inputs without external migration, expected some to share people by"));
        boolean in = component.kind() == Component.Kind.ARRIVALS;
        Cube counts = in ? external.arrivals() : external.departures();
        Cube rates = in ? external.arrivalRate() : external.departureRate();
        List<Axis> axes = new ArrayList<>(inputs.base().space().axes());
        axes.add(0, Scope.years(inputs, lastYear));
        Cube everywhere = Cube.generate(axes, at -> 0);
        Cube people = inputs.base().toCube();
        double[] pattern = onYears(counts, everywhere, inputs, lastYear).toArray();
        double[] byRate = onYears(rates, everywhere, inputs, lastYear)
                .times(people)
                .along(axes)
                .toArray();
        for (int cell = 0; cell < pattern.length; cell++) {
            pattern[cell] += byRate[cell];
        }
        Cube fixed = shared(Cube.of(axes, pattern), inputs, lastYear);
        Cube newCounts = scope.within(fixed, onYears(counts, everywhere, inputs, lastYear), inputs, lastYear);
        Cube newRates = scope.within(Cube.of(List.of(), 0), rates, inputs, lastYear);
        return inputs.withExternal(
                in
                        ? new ExternalMigration(newCounts, newRates, external.departures(), external.departureRate())
                        : new ExternalMigration(external.arrivals(), external.arrivalRate(), newCounts, newRates));
    }

    private static Cube onYears(Cube table, Cube everywhere, ProjectionInputs inputs, int lastYear) {
        return Scope.all().within(table, 0, inputs, lastYear).along(everywhere.axes());
    }

    /** The pattern scaled so that its people within the scope add up to those wanted. */
    private Cube shared(Cube pattern, ProjectionInputs inputs, int lastYear) {
        Cube within = scope.within(pattern, 0, inputs, lastYear).along(pattern.axes());
        Cube wanted = Scope.all().within(persons, 0, inputs, lastYear);
        Cube sums = within;
        for (Axis axis : pattern.axes()) {
            sums = wanted.has(axis.name()) ? sums : sums.sumOver(axis.name());
        }
        double[] totals = sums.along(wanted.axes()).toArray();
        double[] factors = wanted.toArray();
        Cube covered = scope.within(Cube.of(List.of(), 1), 0, inputs, lastYear);
        for (Axis axis : covered.axes()) {
            covered = wanted.has(axis.name()) ? covered : covered.sumOver(axis.name());
        }
        double[] inScope = covered.along(wanted.axes()).toArray();
        for (int cell = 0; cell < factors.length; cell++) {
            if (inScope[cell] > 0 && totals[cell] == 0 && factors[cell] > 0) {
                throw new IllegalArgumentException("Change " + id + ", " + wanted.describe(cell) + ": got "
                        + factors[cell] + " persons where nobody moves on trend, expected a trend to share them by");
            }
            factors[cell] = totals[cell] == 0 ? 0 : factors[cell] / totals[cell];
        }
        return within.times(Cube.of(wanted.axes(), factors)).along(pattern.axes());
    }
}
