package org.kapok.demand;

import java.util.Objects;
import org.kapok.core.Cube;

/**
 * Capacity for what people of each age, sex and status use:
 *
 * <pre>
 *   demand = sum(persons x rate) x level x time x (1 + inflow) / (available x occupancy)
 * </pre>
 *
 * <p>Beds: admissions per person-year x days of stay / (365 days x occupancy). Physicians: visits per person-year x hours
 * a visit / (hours a year x share of them spent with patients). Places: the share of an age that takes part, with time
 * and available 1.
 *
 * @param rates uses per person and year, 0 or more, over all axes of the cells
 * @param level what the rates are multiplied with in a year, 0 or more; 1 where they stay as they are
 * @param capacity what one use takes and one unit gives
 * @see "Langley et al. (2010), Michigan's bed need methodology, PMC2861647"
 */
public record Use(Cube rates, YearPath level, Capacity capacity) implements ServiceModel {
    public Use {
        requireRates(rates, Double.MAX_VALUE, "Use.rates");
        level.requireBetween(0, Double.MAX_VALUE, "Use.level");
        Objects.requireNonNull(capacity, "capacity");
    }

    @Override
    public double[] byRegion(Situation situation) {
        double[] demand = situation.people().weighted(rates);
        double units = level.at(situation.participation()) * capacity.unitsPerUse(situation);
        for (int i = 0; i < demand.length; i++) {
            demand[i] *= units;
        }
        return demand;
    }

    static void requireRates(Cube rates, double most, String what) {
        double[] all = rates.toArray();
        for (int cell = 0; cell < all.length; cell++) {
            if (!(all[cell] >= 0 && all[cell] <= most)) {
                throw new IllegalArgumentException(what + ", " + rates.describe(cell) + ": got " + all[cell]
                        + ", expected 0 " + (most == Double.MAX_VALUE ? "or more" : "to " + most));
            }
        }
    }

    /**
     * What one use takes and one unit gives.
     *
     * @param time what one use takes, such as days of stay, 0 or more
     * @param available what one unit has in a year, in the same measure, above 0: 365 days for a bed
     * @param occupancy the share of it that is used when the unit counts as full, above 0, to 1
     * @param inflow users from elsewhere less own people served elsewhere, per own user, -1 or more
     */
    public record Capacity(YearPath time, double available, YearPath occupancy, YearPath inflow) {
        public Capacity {
            time.requireBetween(0, Double.MAX_VALUE, "Use.time");
            Ratio.requirePer(available, "Use.available");
            occupancy.requireBetween(Double.MIN_NORMAL, 1, "Use.occupancy");
            inflow.requireBetween(-1, Double.MAX_VALUE, "Use.inflow");
        }

        /** One unit for each use: places for those who take part. */
        public static Capacity places() {
            YearPath one = YearPath.constant(1);
            return new Capacity(one, 1, one, YearPath.constant(0));
        }

        double unitsPerUse(Situation situation) {
            int year = situation.participation();
            return time.at(year) * (1 + inflow.at(year)) / (available * occupancy.at(situation.occupancy()));
        }
    }
}
