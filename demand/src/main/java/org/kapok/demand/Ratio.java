package org.kapok.demand;

import java.util.Objects;
import java.util.function.Function;
import org.kapok.core.Population;
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
        if (!(per > 0) || Double.isInfinite(per)) {
            throw new IllegalArgumentException("Ratio.per: got " + per + ", expected a finite number above 0");
        }
        value.requireBetween(0, Double.MAX_VALUE, "Ratio.value");
    }

    @Override
    public double[] byRegion(Population population, Function<String, double[]> demandOf) {
        if (population.space().statuses().stream().noneMatch(people.statuses())) {
            throw new IllegalArgumentException("Ratio.people: got a selection without any of the statuses "
                    + population.space().axes().get(1).labels());
        }
        double[] demand = population.byRegion(people);
        double units = value.at(population.date().getYear());
        for (int region = 0; region < demand.length; region++) {
            demand[region] = demand[region] * units / per;
        }
        return demand;
    }
}
