package org.kapok.projection.change;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.kapok.core.Axis;
import org.kapok.core.Cube;
import org.kapok.core.Region;
import org.kapok.projection.ProjectionInputs;
import org.kapok.projection.StatusTransition;

/**
 * A number of people who change status each year, in every region; the rates then only share them among sexes and ages.
 * Where there are fewer people than that, the projection stops and says so.
 *
 * @param id the name in results
 * @param transition the id of the change of status
 * @param persons per year, 0 or more; by region where there are several, and by year
 */
public record Quota(String id, String transition, Cube persons) implements Change {
    public Quota {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(transition, "transition");
        TableChecks.within("Change " + id + ".persons", persons, 0, Double.MAX_VALUE);
    }

    @Override
    public Stage stage() {
        return Stage.QUOTA;
    }

    @Override
    public String sets() {
        return "quota of " + transition;
    }

    @Override
    public Scope scope() {
        return Scope.all();
    }

    @Override
    public ProjectionInputs applyTo(ProjectionInputs inputs, int lastYear) {
        List<String> regions =
                inputs.base().space().regions().stream().map(Region::id).toList();
        if (regions.size() > 1 && !persons.has(Axis.REGION)) {
            throw new IllegalArgumentException(
                    "Change " + id + ".persons: got " + persons + ", expected one number for each of " + regions);
        }
        if (inputs.transitions().stream().noneMatch(each -> each.id().equals(transition))) {
            throw new IllegalArgumentException(
                    "Change " + id + ": got transition " + transition + ", which the inputs do not have");
        }
        return inputs.withTransitions(inputs.transitions().stream()
                .map(each -> each.id().equals(transition)
                        ? new StatusTransition(each.id(), each.from(), each.to(), each.rate(), Optional.of(persons))
                        : each)
                .toList());
    }
}
