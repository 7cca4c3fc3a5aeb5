package org.kapok.projection.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.kapok.core.Axis;
import org.kapok.core.Cube;
import org.kapok.projection.Component;
import org.kapok.projection.ExternalMigration;
import org.kapok.projection.InternalMigration;
import org.kapok.projection.ProjectionInputs;
import org.kapok.projection.StatusTransition;

/**
 * Another age pattern of a component at the same level, for each year, region and status (and sex, where the profile has
 * none). The level is the total of counts; of rates, what they come to in the base population; of fertility, the TFR.
 *
 * @param id the name in results
 * @param component fertility, arrivals, departures, moves or a transition
 * @param scope the people and years
 * @param profile relative numbers, 0 or more, by age, and sex or status at most
 */
public record AgeProfile(String id, Component component, Scope scope, Cube profile) implements Change {
    public AgeProfile {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(scope, "scope");
        TableChecks.within("Change " + id + ".profile", profile, 0, Double.MAX_VALUE);
        Component.Kind kind = component.kind();
        if (kind == Component.Kind.MORTALITY || kind == Component.Kind.RURAL_SHARE) {
            throw new IllegalArgumentException("Change " + id + ": got " + component.id()
                    + ", expected fertility, arrivals, departures, moves or a transition");
        }
        if (!profile.has(Axis.AGE) || profile.has(Axis.YEAR) || profile.has(Axis.REGION)) {
            throw new IllegalArgumentException(
                    "Change " + id + ".profile: got " + profile + ", expected ages, and sex or status at most");
        }
    }

    @Override
    public Stage stage() {
        return Stage.PROFILE;
    }

    @Override
    public String sets() {
        return "age profile of " + component.id();
    }

    @Override
    public ProjectionInputs applyTo(ProjectionInputs inputs, int lastYear) {
        scope.check(id, inputs, lastYear);
        Table swap = (table, weights) -> swapped(table, weights, inputs, lastYear);
        Cube one = Cube.of(List.of(), 1);
        Cube people = inputs.base().toCube();
        return switch (component.kind()) {
            case FERTILITY -> inputs.withAsfr(swap.of(inputs.asfr(), one));
            case ARRIVALS -> {
                ExternalMigration all = external(inputs);
                yield inputs.withExternal(new ExternalMigration(
                        swap.of(all.arrivals(), one),
                        swap.of(all.arrivalRate(), people),
                        all.departures(),
                        all.departureRate()));
            }
            case DEPARTURES -> {
                ExternalMigration all = external(inputs);
                yield inputs.withExternal(new ExternalMigration(
                        all.arrivals(),
                        all.arrivalRate(),
                        swap.of(all.departures(), one),
                        swap.of(all.departureRate(), people)));
            }
            case MOVES -> {
                InternalMigration all = inputs.internal().orElseThrow(this::missing);
                yield inputs.withInternal(
                        new InternalMigration(swap.of(all.outRate(), people), all.destinationShare()));
            }
            default -> inputs.withTransitions(transitions(inputs, swap, people));
        };
    }

    private List<StatusTransition> transitions(ProjectionInputs inputs, Table swap, Cube people) {
        if (inputs.transitions().stream().noneMatch(each -> each.id().equals(component.transition()))) {
            throw missing();
        }
        return inputs.transitions().stream()
                .map(each -> each.id().equals(component.transition())
                        ? each.withRate(swap.of(each.rate(), people.select(Axis.STATUS, each.from())))
                        : each)
                .toList();
    }

    private ExternalMigration external(ProjectionInputs inputs) {
        return inputs.external().orElseThrow(this::missing);
    }

    private IllegalArgumentException missing() {
        return new IllegalArgumentException(
                "Change " + id + ": got " + component.id() + ", which the inputs do not have");
    }

    /** Gives a table the profile; the weights say what its level is a sum of. */
    private interface Table {
        Cube of(Cube table, Cube weights);
    }

    private Cube swapped(Cube table, Cube weights, ProjectionInputs inputs, int lastYear) {
        if (table.axes().isEmpty() && table.at() == 0) {
            return table;
        }
        List<Axis> axes = new ArrayList<>(Scope.all()
                .within(table, 0, inputs, lastYear)
                .times(weights)
                .times(profile)
                .axes());
        Cube old = Scope.all().within(table, 0, inputs, lastYear).along(axes);
        Cube shape = profile.along(axes);
        Cube level = sums(old.times(weights));
        Cube size = sums(shape.times(weights));
        double[] now = level.toArray();
        double[] full = size.along(level.axes()).toArray();
        for (int cell = 0; cell < now.length; cell++) {
            if (full[cell] == 0 && now[cell] > 0) {
                throw new IllegalArgumentException("Change " + id + ", " + level.describe(cell)
                        + ": got a profile that adds up to nothing, expected some age with people above 0");
            }
            now[cell] = now[cell] == 0 ? 0 : now[cell] / full[cell];
        }
        Cube swapped = shape.times(Cube.of(level.axes(), now)).along(axes);
        return scope.within(swapped, table, inputs, lastYear);
    }

    /** Sums over ages, and over the sexes where the profile tells them apart. */
    private Cube sums(Cube cube) {
        Cube sums = cube.sumOver(Axis.AGE);
        return profile.has(Axis.SEX) ? sums.sumOver(Axis.SEX) : sums;
    }
}
