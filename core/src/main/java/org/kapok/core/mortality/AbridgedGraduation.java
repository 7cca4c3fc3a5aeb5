package org.kapok.core.mortality;

import org.kapok.core.AgeGroups;
import org.kapok.core.internal.MonotoneCubic;

/**
 * Single-year life tables from abridged ones.
 *
 * <p>The cumulative hazard {@code -ln l(x)} is interpolated by a monotone cubic, so survivors at the bounds of the closed
 * groups stay as they are and no rate is negative. Rates above the law's window come from the law, up to age 130, and
 * the table is closed from there: the abridged table's own open rate is not used, and {@code e0} is the same for every
 * open age asked for.
 *
 * @param oldAges the law of old ages; its window ends below the abridged table's open age
 */
public record AbridgedGraduation(OldAgeExtension oldAges) {
    private static final int LAST_AGE = 130;

    /** The table on single years, its open group starting at {@code open}, at most 130. */
    public LifeTable graduate(LifeTable abridged, int open) {
        AgeGroups ages = abridged.ages();
        int[] bounds = new int[ages.count()];
        double[] cumulativeHazard = new double[ages.count()];
        for (int age = 0; age < ages.count(); age++) {
            bounds[age] = ages.start(age);
            cumulativeHazard[age] = -StrictMath.log(abridged.lx(age));
        }
        double[] curve = MonotoneCubic.atIntegers(bounds, cumulativeHazard);
        double[] mx = new double[curve.length - 1];
        for (int age = 0; age < mx.length; age++) {
            double q = -StrictMath.expm1(curve[age] - curve[age + 1]);
            mx[age] = q / (1 - 0.5 * q);
        }
        mx[0] = abridged.mx(0);
        return abridged.onSingleYears(oldAges.extend(mx, LAST_AGE)).withOpenAge(open);
    }
}
