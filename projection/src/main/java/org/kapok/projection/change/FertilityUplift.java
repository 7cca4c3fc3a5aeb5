package org.kapok.projection.change;

import java.util.Objects;
import org.kapok.core.Axis;
import org.kapok.core.Cube;
import org.kapok.projection.Component;
import org.kapok.projection.ProjectionInputs;

/**
 * More births, or fewer, of some mothers: rates times {@code 1 + uplift x share}. With the share of births that are third
 * or later by mother's age it is a three-child policy, which acts on these births alone; with a share of 1 at some ages
 * and 0 at others it acts on these ages.
 *
 * @param id the name in results
 * @param scope the women and years
 * @param uplift by how much the births it acts on change, above -1 (0.2: a fifth more), over any of the years of flows,
 *     region and status
 * @param share the share of births that it acts on, 0 to 1, over any of the years of flows, region, status and mother's
 *     age
 */
public record FertilityUplift(String id, Scope scope, Cube uplift, Cube share) implements Change {
    public FertilityUplift {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(scope, "scope");
        TableChecks.within("Change " + id + ".uplift", uplift, -1, Double.MAX_VALUE);
        TableChecks.within("Change " + id + ".share", share, 0, 1);
        if (uplift.has(Axis.SEX) || share.has(Axis.SEX)) {
            throw new IllegalArgumentException("Change " + id + ": got numbers by sex, expected those of mothers");
        }
    }

    @Override
    public Stage stage() {
        return Stage.FACTOR;
    }

    @Override
    public String sets() {
        return "";
    }

    @Override
    public ProjectionInputs applyTo(ProjectionInputs inputs, int lastYear) {
        scope.check(id, inputs, lastYear);
        if (inputs.births().isPresent() && share.has(Axis.AGE)) {
            throw new IllegalArgumentException(
                    "Change " + id + ": got inputs whose births are given, expected births by rates");
        }
        Cube factor = uplift.times(share).map(more -> 1 + more);
        return new Component(Component.Kind.FERTILITY, "").scale(inputs, scope.within(factor, 1, inputs, lastYear));
    }
}
