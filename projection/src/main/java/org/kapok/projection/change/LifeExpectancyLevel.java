package org.kapok.projection.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.exception.NoBracketingException;
import org.kapok.core.Axis;
import org.kapok.core.Cube;
import org.kapok.core.Sex;
import org.kapok.projection.Component;
import org.kapok.projection.LifeExpectancy;
import org.kapok.projection.ProjectionInputs;

/**
 * A path of life expectancy at birth, both sexes together: every hazard of a year is multiplied by one factor, so that
 * survival ratios {@code S} become {@code S^f}. The sexes are weighted by the sex ratio at birth.
 *
 * @param id the name in results
 * @param scope the people and years
 * @param years life expectancy at birth, over any of the years of flows, region and status
 * @see "Preston, Heuveline and Guillot (2001), Demography: Measuring and Modeling Population Processes, section 3.11, on
 *     proportional hazards"
 */
public record LifeExpectancyLevel(String id, Scope scope, Cube years) implements Change {
    private static final double FURTHEST = StrictMath.log(20); // of a logarithm: hazards to a twentieth or twenty times

    public LifeExpectancyLevel {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(scope, "scope");
        TableChecks.within("Change " + id + ".years", years, 1, 130);
        if (years.has(Axis.SEX) || years.has(Axis.AGE)) {
            throw new IllegalArgumentException("Change " + id + ".years: got " + years
                    + ", expected no sex and no age: years at birth of both sexes together");
        }
    }

    @Override
    public Stage stage() {
        return Stage.LEVEL;
    }

    @Override
    public String sets() {
        return "mortality";
    }

    @Override
    public ProjectionInputs applyTo(ProjectionInputs inputs, int lastYear) {
        scope.check(id, inputs, lastYear);
        Axis flowYears = Scope.years(inputs, lastYear);
        List<Axis> axes = new ArrayList<>(List.of(flowYears));
        for (Axis axis : inputs.base().space().axes().subList(0, 2)) {
            boolean varies = years.has(axis.name())
                    || inputs.survival().has(axis.name())
                    || inputs.srb().has(axis.name())
                    || inputs.openAgeSurvival()
                            .filter(table -> table.has(axis.name()))
                            .isPresent();
            if (varies) {
                axes.add(axis);
            }
        }
        Cube wanted = scope.within(years, Double.NaN, inputs, lastYear);
        axes = new ArrayList<>(axes);
        for (Axis axis : wanted.axes()) {
            if (!axes.contains(axis)) {
                axes.add(axis);
            }
        }
        double[] factors = wanted.along(axes).toArray();
        Cube cells = Cube.of(axes, factors);
        for (int cell = 0; cell < factors.length; cell++) {
            factors[cell] = Double.isNaN(factors[cell]) ? 1 : factor(inputs, cells, cell, factors[cell]);
        }
        return new Component(Component.Kind.MORTALITY, "").scale(inputs, Cube.of(axes, factors));
    }

    /** The factor on hazards in a cell. */
    private double factor(ProjectionInputs inputs, Cube cells, int cell, double wanted) {
        double[][] ratios = new double[Sex.values().length][];
        double[] open = new double[ratios.length];
        for (Sex sex : Sex.values()) {
            ratios[sex.ordinal()] = at(inputs.survival(), cells, cell, sex).toArray();
            int last = ratios[sex.ordinal()].length - 1;
            open[sex.ordinal()] = inputs.openAgeSurvival()
                    .map(table -> at(table, cells, cell, sex).at())
                    .orElse(ratios[sex.ordinal()][last]);
        }
        double srb = at(inputs.srb(), cells, cell, Sex.FEMALE).at();
        double width = inputs.base().space().ages().uniformWidth();
        try {
            double log = new BrentSolver(1e-14, 1e-14, 1e-15)
                    .solve(
                            200,
                            power -> {
                                double f = StrictMath.exp(power);
                                double girls = LifeExpectancy.of(ratios[0], open[0], f) * width;
                                double boys = LifeExpectancy.of(ratios[1], open[1], f) * width;
                                return (girls + srb * boys) / (1 + srb) - wanted;
                            },
                            -FURTHEST,
                            FURTHEST);
            return StrictMath.exp(log);
        } catch (NoBracketingException e) {
            throw new IllegalArgumentException(
                    "Change " + id + ", " + cells.describe(cell) + ": got a life expectancy of " + wanted
                            + " years, expected one that a twentieth to twenty times the mortality leads to",
                    e);
        }
    }

    /** A table at the labels of a cell and for a sex. */
    private static Cube at(Cube table, Cube cells, int cell, Sex sex) {
        Cube found = table;
        int rest = cell;
        for (int i = cells.axes().size() - 1; i >= 0; i--) {
            Axis axis = cells.axes().get(i);
            if (found.has(axis.name())) {
                found = found.select(axis.name(), axis.labels().get(rest % axis.size()));
            }
            rest /= axis.size();
        }
        return found.has(Axis.SEX) ? found.select(Axis.SEX, sex.label()) : found;
    }
}
