package org.kapok.projection.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.kapok.core.Axis;
import org.kapok.core.Cube;
import org.kapok.core.Sex;
import org.kapok.core.mortality.A0Rule;
import org.kapok.projection.ProjectionInputs;

/**
 * A path of infant mortality: deaths under one year of age per birth. Mortality at later ages stays. With {@code q} the
 * infant mortality and {@code a} the years lived by those who die of it, by the rule of the convention, survival from
 * birth is {@code 1 - q (1 - a)}; survival from age 0 to 1 follows, as those who reach age 1 are {@code 1 - q} of the
 * births.
 *
 * @param id the name in results
 * @param scope the people and years
 * @param deaths per birth, 0 to 1, over any of the years of flows, region, status and sex
 * @see "Preston, Heuveline and Guillot (2001), Demography: Measuring and Modeling Population Processes, section 3.2"
 */
public record InfantMortality(String id, Scope scope, Cube deaths) implements Change {
    private static final int ROUNDS = 60; // each brings the infant mortality behind a survival ratio some digits nearer

    public InfantMortality {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(scope, "scope");
        TableChecks.within("Change " + id + ".deaths", deaths, 0, 1);
        if (deaths.has(Axis.AGE)) {
            throw new IllegalArgumentException("Change " + id + ".deaths: got numbers by age, expected infants' alone");
        }
    }

    @Override
    public Stage stage() {
        return Stage.INFANTS;
    }

    @Override
    public String sets() {
        return "infant mortality";
    }

    @Override
    public ProjectionInputs applyTo(ProjectionInputs inputs, int lastYear) {
        scope.check(id, inputs, lastYear);
        if (inputs.base().space().ages().uniformWidth() != 1) {
            throw new IllegalArgumentException(
                    "Change " + id + ": got age groups of five years, expected single years of age for infants");
        }
        Axis sexes = Axis.sexes();
        Axis ages = inputs.base().space().axes().get(3);
        Cube bySex = deaths.times(Cube.generate(List.of(sexes), at -> 1));
        Cube wanted = scope.within(bySex, Double.NaN, inputs, lastYear);
        List<Axis> axes = new ArrayList<>(wanted.axes());
        for (Axis axis : inputs.base().space().axes()) {
            if (inputs.survival().has(axis.name()) && !axes.contains(axis)) {
                axes.add(axis);
            }
        }
        axes.remove(ages);
        axes.add(ages);
        double[] infants = wanted.along(axes).toArray();
        double[] ratios = Scope.all()
                .within(inputs.survival(), 0, inputs, lastYear)
                .along(axes)
                .toArray();
        int sexAt = axes.indexOf(sexes);
        Cube cells = Cube.of(axes, ratios);
        A0Rule rule = inputs.convention().a0();
        for (int at = 0; at < ratios.length; at += ages.size()) {
            if (!Double.isNaN(infants[at])) {
                change(ratios, at, infants[at], rule, sex(cells, at, sexAt));
            }
        }
        return inputs.withSurvival(Cube.of(axes, ratios));
    }

    private static Sex sex(Cube cells, int cell, int axis) {
        int inner = 1;
        for (int i = axis + 1; i < cells.axes().size(); i++) {
            inner *= cells.axes().get(i).size();
        }
        return Sex.values()[cell / inner % Sex.values().length];
    }

    /** Survival from birth and from age 0 to 1 under another infant mortality. */
    private static void change(double[] ratios, int at, double wanted, A0Rule rule, Sex sex) {
        double now = 1 - ratios[at];
        for (int round = 0; round < ROUNDS; round++) {
            now = (1 - ratios[at]) / (1 - rule.a0OfQ0(now, sex));
        }
        double fromBirth = 1 - wanted * (1 - rule.a0OfQ0(wanted, sex));
        double livedAtOne = ratios[at] * ratios[at + 1];
        ratios[at + 1] = livedAtOne * (1 - wanted) / (1 - now) / fromBirth;
        ratios[at] = fromBirth;
    }
}
