package org.kapok.projection.ensemble;

import java.util.ArrayList;
import java.util.List;
import org.kapok.core.Axis;
import org.kapok.core.Cube;
import org.kapok.projection.ProjectionInputs;
import org.kapok.projection.internal.LaneStep;

/**
 * Births that come later or earlier while the number of children per woman stays: rates at the mean age of the schedule
 * and above are multiplied by t against those below it, and all by what keeps their sum, (e + l) / (e + t l), where e and
 * l are the sums of the rates below and above.
 */
final class FertilityTiming {
    private FertilityTiming() {}

    /** The first age group of late births: that of the mean age of all rates of the inputs. */
    static int firstLate(ProjectionInputs inputs) {
        int ages = inputs.base().space().ages().count();
        double[] rates = byAge(inputs.asfr(), inputs).toArray();
        double weighted = 0;
        double sum = 0;
        for (int i = 0; i < rates.length; i++) {
            weighted += rates[i] * (i % ages + 0.5);
            sum += rates[i];
        }
        return sum > 0 ? (int) (weighted / sum) : 0;
    }

    /** Rates with their ages last. */
    private static Cube byAge(Cube rates, ProjectionInputs inputs) {
        List<Axis> axes = new ArrayList<>(rates.axes());
        Axis ages = inputs.base().space().axes().get(3);
        axes.removeIf(axis -> axis.name().equals(Axis.AGE));
        axes.add(ages);
        return rates.along(axes);
    }

    /** What rates below the first late age are multiplied by; those above by {@code t} times that. */
    static double early(double t, double early, double late) {
        double all = early + late;
        return all > 0 ? all / (early + t * late) : 1;
    }

    /** Puts the births of all ages in place of the early ones, and nothing in place of the late ones. */
    static void join(double[] early, double[] late, double[] t, double earlyRates, double lateRates) {
        for (int lane = 0; lane < LaneStep.LANES; lane++) {
            double factor = early(t[lane], earlyRates, lateRates);
            early[lane] = factor * early[lane] + t[lane] * factor * late[lane];
            late[lane] = 0;
        }
    }

    /** The inputs with the timing of one draw, {@code t} by step. */
    static ProjectionInputs apply(ProjectionInputs inputs, Axis years, double[] t) {
        int first = firstLate(inputs);
        List<Axis> axes = new ArrayList<>(inputs.base().space().axes());
        axes.add(0, years);
        Cube asfr = inputs.asfr();
        double[] rates =
                (asfr.has(Axis.YEAR) ? asfr.ofLabels(years) : asfr).along(axes).toArray();
        int ages = axes.get(4).size();
        int profiles = rates.length / ages;
        for (int profile = 0; profile < profiles; profile++) {
            double own = t[profile * years.size() / profiles];
            double early = sum(rates, profile * ages, first);
            double late = sum(rates, profile * ages + first, ages - first);
            double factor = early(own, early, late);
            for (int age = 0; age < ages; age++) {
                rates[profile * ages + age] *= age < first ? factor : own * factor;
            }
        }
        return inputs.withAsfr(Cube.of(axes, rates));
    }

    /** The sum of some consecutive rates. */
    static double sum(double[] rates, int from, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += rates[from + i];
        }
        return sum;
    }
}
