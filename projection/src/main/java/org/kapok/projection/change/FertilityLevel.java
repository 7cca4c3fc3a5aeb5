package org.kapok.projection.change;

import java.util.Objects;
import org.kapok.core.Axis;
import org.kapok.core.Cube;
import org.kapok.projection.Component;
import org.kapok.projection.ProjectionInputs;

/**
 * A path of the total fertility rate; the age pattern stays.
 *
 * @param id the name in results
 * @param scope the women and years
 * @param tfr children per woman, 0 or more, over any of the years of flows, region and status
 */
public record FertilityLevel(String id, Scope scope, Cube tfr) implements Change {
    public FertilityLevel {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(scope, "scope");
        if (tfr.has(Axis.AGE) || tfr.has(Axis.SEX)) {
            throw new IllegalArgumentException(
                    "Change " + id + ".tfr: got " + tfr + ", expected no sex and no age, as a TFR has none");
        }
    }

    @Override
    public Stage stage() {
        return Stage.LEVEL;
    }

    @Override
    public String sets() {
        return "fertility";
    }

    @Override
    public ProjectionInputs applyTo(ProjectionInputs inputs, int lastYear) {
        scope.check(id, inputs, lastYear);
        if (inputs.births().isPresent()) {
            throw new IllegalArgumentException(
                    "Change " + id + ": got inputs whose births are given, expected births by rates");
        }
        int width = inputs.base().space().ages().uniformWidth();
        Cube ages = inputs.asfr().has(Axis.AGE)
                ? inputs.asfr()
                : inputs.asfr().times(Cube.generate(inputs.base().space().axes().subList(3, 4), at -> 1));
        Cube now = scope.within(ages.sumOver(Axis.AGE).map(sum -> sum * width), 1, inputs, lastYear);
        Cube wanted = scope.within(tfr, now, inputs, lastYear);
        Cube level = now.along(wanted.axes());
        double[] factors = wanted.toArray();
        for (int cell = 0; cell < factors.length; cell++) {
            double current = level.toArray()[cell];
            if (current == 0 && factors[cell] > 0) {
                throw new IllegalArgumentException("Change " + id + ", " + wanted.describe(cell) + ": got a TFR of "
                        + factors[cell] + " where nobody gives birth, expected an age pattern there");
            }
            factors[cell] = current == 0 ? 1 : factors[cell] / current;
        }
        Component fertility = new Component(Component.Kind.FERTILITY, "");
        return fertility.scale(inputs, scope.within(Cube.of(wanted.axes(), factors), 1, inputs, lastYear));
    }
}
