package org.kapok.demand;

import java.util.Objects;
import java.util.TreeSet;

/**
 * Capacity for the people whom a pathway sends to a setting: {@code people served / occupancy}. Bed types are settings
 * of their own, such as nursing beds for those with severe needs.
 *
 * @param pathway who needs care and where it is given
 * @param setting one of the pathway's settings
 * @param occupancy people per unit when the units count as full, above 0; a bed holds at most 1, a home carer many
 */
public record Care(CarePathway pathway, String setting, YearPath occupancy) implements ServiceModel {
    public Care {
        Objects.requireNonNull(pathway, "pathway");
        if (!pathway.settings().containsKey(setting)) {
            throw new IllegalArgumentException("Care.setting: got " + setting + ", expected one of "
                    + new TreeSet<>(pathway.settings().keySet()));
        }
        occupancy.requireBetween(Double.MIN_NORMAL, Double.MAX_VALUE, "Care.occupancy");
    }

    @Override
    public double[] byRegion(Situation situation) {
        double[] demand = pathway.served(setting, situation);
        double perUnit = occupancy.at(situation.occupancy());
        for (int i = 0; i < demand.length; i++) {
            demand[i] /= perUnit;
        }
        return demand;
    }
}
