package org.kapok.demand;

import java.util.Arrays;
import java.util.Objects;
import org.kapok.core.Selection;

/**
 * A total that a plan states for the whole place, such as 4000 beds for people with dementia, shared among regions by
 * people: {@code demand of a region = units x its people / all people}. It does not follow the size of the population.
 *
 * @param people who the total is for
 * @param units the total, 0 or more
 */
public record PlannedTotal(Selection people, YearPath units) implements ServiceModel {
    public PlannedTotal {
        Objects.requireNonNull(people, "people");
        units.requireBetween(0, Double.MAX_VALUE, "PlannedTotal.units");
    }

    @Override
    public double[] byRegion(Situation situation) {
        double[] demand = Ratio.count(situation.people(), people, "PlannedTotal.people");
        double[] all = new double[situation.people().populations()];
        for (int i = 0; i < demand.length; i++) {
            all[i % all.length] += demand[i];
        }
        if (!Arrays.stream(all).allMatch(persons -> persons > 0)) {
            throw new IllegalArgumentException("PlannedTotal.people: got nobody, expected people to share a total by");
        }
        double total = units.at(situation.participation());
        for (int i = 0; i < demand.length; i++) {
            demand[i] = total * demand[i] / all[i % all.length];
        }
        return demand;
    }
}
