package org.kapok.core.migration;

import java.util.Arrays;
import org.kapok.core.AgeGroups;
import org.kapok.core.internal.MonotoneCubic;

/** Shares of migrants by age, which add up to 1: what spreads a total over ages. */
public final class MigrationProfile {
    /** The default five-year schedule, 0-4 to 80-84, in 1500ths: printed there with five decimals. */
    private static final int[] FIVE_YEARS = {92, 40, 31, 157, 282, 271, 206, 143, 96, 64, 42, 28, 18, 12, 8, 5, 5};

    private final AgeGroups ages;
    private final double[] shares;

    private MigrationProfile(AgeGroups ages, double[] shares) {
        this.ages = ages;
        this.shares = shares;
    }

    /**
     * The shares of a pattern.
     *
     * @param pattern migrants or rates of any level, shape [age], finite, 0 or more, above 0 somewhere
     */
    public static MigrationProfile ofPattern(AgeGroups ages, double[] pattern) {
        if (pattern.length != ages.count()) {
            throw new IllegalArgumentException("MigrationProfile.pattern: got " + pattern.length + " values, expected "
                    + ages.count() + ", one per age group");
        }
        double sum = 0;
        for (int age = 0; age < pattern.length; age++) {
            if (!(pattern[age] >= 0 && pattern[age] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("MigrationProfile.pattern, age " + ages.label(age) + ": got "
                        + pattern[age] + ", expected 0 or more, finite");
            }
            sum += pattern[age];
        }
        if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "MigrationProfile.pattern: got a sum of " + sum + ", expected above 0, finite");
        }
        double total = sum;
        return new MigrationProfile(
                ages, Arrays.stream(pattern).map(value -> value / total).toArray());
    }

    /** The shares of a model schedule, see {@link RogersCastro#shares}. */
    public static MigrationProfile of(RogersCastro schedule, AgeGroups ages) {
        return new MigrationProfile(ages, schedule.shares(ages));
    }

    /**
     * The five-year schedule of Rogers and Castro's kind that bayesPop uses where nothing is known of the ages of
     * migrants, one for both sexes: 6.1 % at 0-4, most at 20-24 (18.8 %), none from 85.
     *
     * @param open start of the open group, 85 or more, a multiple of 5
     * @see "Sevcikova and Raftery (2016), bayesPop: Probabilistic population projections, Journal of Statistical
     *     Software 75(5); R package bayesPop 12.0-1, rcastro.schedule"
     */
    public static MigrationProfile fiveYearDefault(int open) {
        AgeGroups ages = AgeGroups.fiveYears(open);
        if (ages.open() < FIVE_YEARS.length) {
            throw new IllegalArgumentException(
                    "MigrationProfile.fiveYearDefault: got open age " + open + ", expected 85 or more");
        }
        double[] pattern = new double[ages.count()];
        for (int age = 0; age < FIVE_YEARS.length; age++) {
            pattern[age] = FIVE_YEARS[age];
        }
        return ofPattern(ages, pattern);
    }

    public AgeGroups ages() {
        return ages;
    }

    /** Shape [age]; 0 to 1. */
    public double[] shares() {
        return shares.clone();
    }

    /** Migrants by age of a total, below 0 for a loss; shape [age]. */
    public double[] spread(double total) {
        if (!Double.isFinite(total)) {
            throw new IllegalArgumentException(
                    "MigrationProfile.spread: got " + total + ", expected a finite number of migrants");
        }
        return Arrays.stream(shares).map(share -> share * total).toArray();
    }

    /**
     * The profile by single years up to the same open group: a smooth curve, never negative, that keeps the share of
     * every group. It is the slope of a monotone cubic through the shares cumulated by age.
     */
    public MigrationProfile toSingleYears() {
        int open = ages.open();
        int[] bounds = new int[open + 1];
        double[] cumulated = new double[open + 1];
        for (int age = 0; age < open; age++) {
            bounds[age + 1] = ages.start(age + 1);
            cumulated[age + 1] = cumulated[age] + shares[age];
        }
        double[] curve = MonotoneCubic.atIntegers(bounds, cumulated);
        double[] single = new double[curve.length];
        for (int age = 0; age + 1 < curve.length; age++) {
            single[age] = curve[age + 1] - curve[age];
        }
        single[curve.length - 1] = shares[open];
        return new MigrationProfile(AgeGroups.singleYears(curve.length - 1), single);
    }
}
