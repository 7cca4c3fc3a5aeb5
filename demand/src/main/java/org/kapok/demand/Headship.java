package org.kapok.demand;

import java.util.Objects;
import org.kapok.core.Cube;

/**
 * Households: {@code sum(persons x heads)}, where heads are {@code (1 - communal share) x headship rate}. Homes follow
 * with {@link PerUnit}.
 *
 * @param heads household heads or representatives per person, 0 to 1, over all axes of the cells
 * @param level what they are multiplied with in a year, 0 or more; 1 where they stay as they are
 * @see "Department for Communities and Local Government (2016), Household projections: methodology"
 */
public record Headship(Cube heads, YearPath level) implements ServiceModel {
    public Headship {
        Use.requireRates(heads, 1, "Headship.heads");
        Objects.requireNonNull(level, "level");
        level.requireBetween(0, Double.MAX_VALUE, "Headship.level");
    }

    /**
     * Households of rates for people in households.
     *
     * @param rates heads per person in a household, 0 to 1, over all axes of the cells
     * @param communal the share of people who live in communal establishments, 0 to 1, over the same axes
     */
    public static Headship of(Cube rates, Cube communal, YearPath level) {
        Use.requireRates(rates, 1, "Headship.rates");
        Use.requireRates(communal, 1, "Headship.communal");
        return new Headship(communal.map(share -> 1 - share).times(rates), level);
    }

    @Override
    public double[] byRegion(Situation situation) {
        double[] demand = situation.people().weighted(heads);
        double factor = level.at(situation.participation());
        for (int i = 0; i < demand.length; i++) {
            demand[i] *= factor;
        }
        return demand;
    }
}
