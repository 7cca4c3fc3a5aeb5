package org.kapok.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.kapok.core.Axis;
import org.kapok.core.Cube;
import org.kapok.core.Selection;
import org.kapok.core.Sex;
import org.kapok.projection.CohortComponent;
import org.kapok.projection.Component;
import org.kapok.projection.LifeExpectancy;
import org.kapok.projection.ProjectionInputs;
import org.kapok.projection.ensemble.Ensemble;
import org.kapok.projection.ensemble.FactorProcess;

/**
 * What an expert expects: an interval of a quantity, held with a probability after some steps.
 *
 * @param kind of what
 * @param low the lower end
 * @param high the upper end
 * @param probability that it lies between, half of the rest on either side
 * @param steps after how many steps of the projection
 */
public record Expected(Kind kind, double low, double high, double probability, int steps) {
    /** How closely the factor of a life expectancy is looked for: halvings of its logarithm. */
    private static final int HALVINGS = 60;

    /** What an interval may be of. */
    public enum Kind {
        /** The factor on the path of the inputs. */
        FACTOR,
        /** Children per woman, of the women of the base population. */
        TFR,
        /** Years at birth of both sexes, of the newborns of the base population. */
        LIFE_EXPECTANCY;

        String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        boolean isOf(String component) {
            return this == FACTOR
                    || this == TFR && component.equals(Wandering.FERTILITY)
                    || this == LIFE_EXPECTANCY && component.equals(Wandering.MORTALITY);
        }
    }

    /**
     * The process whose factor gives the interval.
     *
     * @param shape whose phi and theta it has
     * @param logit whether it is drawn on the logit scale
     */
    FactorProcess process(ProjectionInputs inputs, Component component, FactorProcess shape, boolean logit) {
        double a = low;
        double b = high;
        switch (kind) {
            case TFR -> {
                double path = tfr(inputs, flowYear(inputs, steps));
                a = low / path;
                b = high / path;
            }
            case LIFE_EXPECTANCY -> {
                Cube survival = ofYear(inputs.survival(), flowYear(inputs, steps));
                a = dying(inputs, survival, high); // who lives longer dies less
                b = dying(inputs, survival, low);
            }
            default -> {}
        }
        if (logit) {
            double share = Ensemble.largest(inputs, component);
            if (!(b * share < 1)) {
                throw new IllegalArgumentException(
                        "\"ensemble\", " + component.id() + ": got an interval up to the factor " + b
                                + ", expected below " + 1 / share + ", where everybody of some cell would go");
            }
            a = odds(a, share);
            b = odds(b, share);
        }
        return FactorProcess.ofInterval(a, b, probability, steps, shape);
    }

    /** What the odds of a share are multiplied by where the share is. */
    private static double odds(double factor, double share) {
        return factor * (1 - share) / (1 - share * factor);
    }

    private static String flowYear(ProjectionInputs inputs, int steps) {
        int width = inputs.base().space().ages().uniformWidth();
        int last = inputs.base().date().getYear() + steps * width;
        List<String> years =
                CohortComponent.flowYears(inputs.base().date(), last, width).labels();
        return years.get(years.size() - 1);
    }

    private static Cube ofYear(Cube table, String year) {
        return table.has(Axis.YEAR) ? table.select(Axis.YEAR, year) : table;
    }

    private static double tfr(ProjectionInputs inputs, String year) {
        List<Axis> cells = inputs.base().space().axes();
        Cube asfr = ofYear(inputs.asfr(), year).along(cells);
        double[] persons = new double[inputs.base().space().size()];
        inputs.base().copyTo(persons);
        int ages = cells.get(3).size();
        double[] women = new double[ages];
        double[] births = new double[ages];
        double[] rates = asfr.toArray();
        for (int cell = 0; cell < persons.length; cell++) {
            if (cell / ages % 2 == Sex.FEMALE.ordinal()) {
                women[cell % ages] += persons[cell];
                births[cell % ages] += persons[cell] * rates[cell];
            }
        }
        double tfr = 0;
        for (int age = 0; age < ages; age++) {
            tfr += women[age] > 0 ? births[age] / women[age] : 0;
        }
        return inputs.base().space().ages().uniformWidth() * tfr;
    }

    /** The factor on probabilities of dying under which people live so many years. */
    private static double dying(ProjectionInputs inputs, Cube survival, double wanted) {
        double most = 1
                / Arrays.stream(survival.map(ratio -> 1 - ratio).toArray())
                        .max()
                        .orElseThrow();
        DoubleUnaryOperator years = logFactor -> years(inputs, survival, StrictMath.exp(logFactor));
        double less = -5; // of the logarithm
        double more = StrictMath.log(most) - 1e-9;
        if (!(wanted < years.applyAsDouble(less) && wanted > years.applyAsDouble(more))) {
            throw new IllegalArgumentException("\"ensemble\", mortality: got a life expectancy of " + wanted
                    + ", expected " + years.applyAsDouble(more) + " to " + years.applyAsDouble(less));
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (less + more) / 2;
            if (years.applyAsDouble(middle) > wanted) {
                less = middle;
            } else {
                more = middle;
            }
        }
        return StrictMath.exp((less + more) / 2);
    }

    private static double years(ProjectionInputs inputs, Cube survival, double factor) {
        Cube own = survival.map(ratio -> 1 - factor * (1 - ratio));
        Cube years = LifeExpectancy.of(inputs.withSurvival(own), "");
        double weighted = 0;
        double newborns = 0;
        List<Axis> cells = inputs.base().space().axes();
        for (int region = 0; region < cells.get(0).size(); region++) {
            for (int status = 0; status < cells.get(1).size(); status++) {
                for (Sex sex : Sex.values()) {
                    Selection youngest = Selection.status(cells.get(1).labels().get(status))
                            .of(sex)
                            .aged(0, inputs.base().space().ages().uniformWidth() - 1);
                    double persons =
                            inputs.base().total(youngest, cells.get(0).labels().get(region));
                    weighted += persons * years.at(region, status, sex.ordinal());
                    newborns += persons;
                }
            }
        }
        return weighted / newborns;
    }
}
