package org.kapok.core.mortality;

import java.util.ArrayList;
import java.util.List;

/**
 * Death rates between those of two life tables: {@code ln m = (1 - w) ln m1 + w ln m2}. {@code ax} follow from the rates
 * by the rule of the first.
 *
 * @param from the table of weight 0
 * @param to the table of weight 1, on the same ages
 */
public record MortalityBlend(LifeTable from, LifeTable to) {
    public MortalityBlend {
        if (!from.ages().equals(to.ages())) {
            throw new IllegalArgumentException("MortalityBlend.to: got ages "
                    + to.ages().starts() + ", expected " + from.ages().starts());
        }
        for (int age = 0; age < from.ages().count(); age++) {
            if (from.mx(age) == 0 ^ to.mx(age) == 0) {
                throw new IllegalArgumentException(
                        "MortalityBlend, age " + from.ages().label(age) + ": got rates of " + from.mx(age) + " and "
                                + to.mx(age) + ", expected both above 0 or both 0");
            }
        }
    }

    /** The table at a weight of {@link #to}, 0 to 1. */
    public LifeTable at(double weight) {
        if (!(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException("MortalityBlend.weight: got " + weight + ", expected 0 to 1");
        }
        double[] mx = from.mx();
        for (int age = 0; age < mx.length; age++) {
            if (mx[age] > 0) {
                mx[age] = StrictMath.exp((1 - weight) * StrictMath.log(mx[age]) + weight * StrictMath.log(to.mx(age)));
            }
        }
        return from.withMx(mx);
    }

    /**
     * The weight at which life expectancy at birth is {@code e0}, to 1e-9 years, except in a jump of an {@link A0Rule}.
     *
     * @param e0 years, between those of both tables by the rule of the first
     */
    public double weightOf(double e0) {
        double start = at(0).e0();
        double end = at(1).e0();
        if (!(e0 >= Math.min(start, end) && e0 <= Math.max(start, end))) {
            throw new IllegalArgumentException("MortalityBlend.e0: got " + e0 + ", expected " + Math.min(start, end)
                    + " to " + Math.max(start, end) + " years, between the tables");
        }
        return E0Search.between(e0, weight -> at(weight).e0(), 0, 1);
    }

    /**
     * Blends of two series of tables, the weight of the second going in equal steps from {@code first} to {@code last}.
     *
     * @param from by time, 2 or more
     * @param to at the same times
     */
    public static List<LifeTable> along(List<LifeTable> from, List<LifeTable> to, double first, double last) {
        if (from.size() < 2 || to.size() != from.size()) {
            throw new IllegalArgumentException("MortalityBlend.along: got " + from.size() + " and " + to.size()
                    + " tables, expected 2 or more and as many");
        }
        List<LifeTable> blends = new ArrayList<>();
        for (int time = 0; time < from.size(); time++) {
            double share = (double) time / (from.size() - 1);
            double weight = (1 - share) * first + share * last;
            blends.add(new MortalityBlend(from.get(time), to.get(time)).at(weight));
        }
        return blends;
    }
}
