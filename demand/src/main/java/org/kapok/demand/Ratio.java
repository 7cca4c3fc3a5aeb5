package org.kapok.demand;

import java.util.Objects;
import org.kapok.core.Selection;

/**
 * So many units per so many people: {@code demand = persons x value / per}.
 *
 * <p>A per-thousand norm is {@code new Ratio(Selection.residents(), 1000, beds)}; the use of an age band with a take-up
 * rate is {@code new Ratio(Selection.residents().aged(0, 2), 1, takeUp)}.
 *
 * @param people who is counted; the age band must not cut through an age group
 * @param per the number of people that the value is stated for, above 0
 * @param value units for that many people, 0 or more
 */
public record Ratio(Selection people, double per, YearPath value) implements ServiceModel {
    public Ratio {
        Objects.requireNonNull(people, "people");
        requirePer(per, "Ratio.per");
        value.requireBetween(0, Double.MAX_VALUE, "Ratio.value");
    }

    @Override
    public double[] byRegion(Situation situation) {
        double[] demand = count(situation.people(), people, "Ratio.people");
        double units = value.at(situation.participation());
        for (int i = 0; i < demand.length; i++) {
            demand[i] = demand[i] * units / per;
        }
        return demand;
    }

    static void requirePer(double per, String what) {
        if (!(per > 0) || Double.isInfinite(per)) {
            throw new IllegalArgumentException(what + ": got " + per + ", expected a finite number above 0");
        }
    }

    /** The selected people by region; a selection of nobody whom the population could hold is refused. */
    static double[] count(People all, Selection people, String what) {
        if (all.space().statuses().stream().noneMatch(people.statuses())) {
            throw new IllegalArgumentException(what + ": got a selection without any of the statuses "
                    + all.space().axes().get(1).labels());
        }
        return all.count(people);
    }
}
