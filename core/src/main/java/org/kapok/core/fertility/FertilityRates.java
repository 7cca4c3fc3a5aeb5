package org.kapok.core.fertility;

import org.kapok.core.AgeGroups;
import org.kapok.core.internal.MonotoneCubic;

/** Age-specific fertility rates on an age axis; 0 outside the fertile ages and in the open group. */
public final class FertilityRates {
    private final AgeGroups ages;
    private final double[] asfr;

    private FertilityRates(AgeGroups ages, double[] asfr) {
        this.ages = ages;
        this.asfr = asfr;
    }

    /**
     * The rates of each age group.
     *
     * @param asfr births per woman-year, shape [age], finite, 0 or more; 0 in the open group, above 0 somewhere
     */
    public static FertilityRates of(AgeGroups ages, double[] asfr) {
        if (asfr.length != ages.count()) {
            throw new IllegalArgumentException("FertilityRates.asfr: got " + asfr.length + " values, expected "
                    + ages.count() + ", one per age group");
        }
        for (int age = 0; age < asfr.length; age++) {
            double highest = age == ages.open() ? 0 : Double.MAX_VALUE;
            if (!(asfr[age] >= 0 && asfr[age] <= highest)) {
                throw new IllegalArgumentException("FertilityRates.asfr, age " + ages.label(age) + ": got " + asfr[age]
                        + (highest == 0 ? ", expected 0 in the open group" : ", expected 0 or more, finite"));
            }
        }
        FertilityRates rates = new FertilityRates(ages, asfr.clone());
        if (rates.tfr() == 0) {
            throw new IllegalArgumentException("FertilityRates.asfr: got only 0, expected a rate above 0");
        }
        return rates;
    }

    /**
     * The rates of a total fertility rate.
     *
     * @param tfr children per woman, above 0
     * @param pattern rates of any level, shape [age], as for {@link #of}; shares of the total fertility rate where all
     *     fertile groups are of one width
     */
    public static FertilityRates ofPattern(AgeGroups ages, double tfr, double[] pattern) {
        return of(ages, pattern).withTfr(tfr);
    }

    public AgeGroups ages() {
        return ages;
    }

    /** Births per woman-year. */
    public double asfr(int age) {
        return asfr[age];
    }

    /** Births per woman-year, shape [age]. */
    public double[] asfr() {
        return asfr.clone();
    }

    /** Total fertility rate, children per woman. */
    public double tfr() {
        double tfr = 0;
        for (int age = 0; age < ages.open(); age++) {
            tfr += ages.width(age) * asfr[age];
        }
        return tfr;
    }

    /** Mean age at childbearing of the rates, years: each group counts at its middle. */
    public double meanAge() {
        double sum = 0;
        for (int age = 0; age < ages.open(); age++) {
            double width = ages.width(age);
            sum += width * asfr[age] * (ages.start(age) + 0.5 * width);
        }
        return sum / tfr();
    }

    /**
     * Standard deviation of the age at childbearing of the rates, years: each group counts at its middle, which for
     * groups of w years adds some w^2 / 12 to its square.
     */
    public double standardDeviation() {
        double meanAge = meanAge();
        double sum = 0;
        for (int age = 0; age < ages.open(); age++) {
            double width = ages.width(age);
            double distance = ages.start(age) + 0.5 * width - meanAge;
            sum += width * asfr[age] * distance * distance;
        }
        return Math.sqrt(sum / tfr());
    }

    /** The same pattern at another total fertility rate, above 0 children per woman. */
    public FertilityRates withTfr(double tfr) {
        if (!(tfr > 0 && tfr < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("FertilityRates.tfr: got " + tfr + ", expected above 0, finite");
        }
        double factor = tfr / tfr();
        double[] scaled = new double[asfr.length];
        for (int age = 0; age < asfr.length; age++) {
            scaled[age] = asfr[age] * factor;
        }
        return new FertilityRates(ages, scaled);
    }

    /**
     * The rates moved along the age axis to another mean age, the total fertility rate kept. A move by part of a group
     * splits each rate between two neighbours and so widens the pattern a little: start from one pattern rather than
     * from the last year's.
     *
     * @param meanAge years; within reach of the closed groups, which must be of equal width
     */
    public FertilityRates withMeanAge(double meanAge) {
        int width = ages.uniformWidth();
        if (width == 0) {
            throw new IllegalArgumentException(
                    "FertilityRates.withMeanAge: got ages " + ages.starts() + ", expected groups of equal width");
        }
        double groups = (meanAge - meanAge()) / width;
        if (!(Math.abs(groups) <= ages.count())) {
            throw outOfReach(meanAge);
        }
        int whole = (int) Math.floor(groups);
        double part = groups - whole;
        double[] moved = new double[asfr.length];
        for (int age = 0; age < ages.open(); age++) {
            add(moved, age + whole, asfr[age] * (1 - part), meanAge);
            add(moved, age + whole + 1, asfr[age] * part, meanAge);
        }
        return new FertilityRates(ages, moved);
    }

    private void add(double[] moved, int age, double rate, double meanAge) {
        if (rate == 0) {
            return;
        }
        if (age < 0 || age >= ages.open()) {
            throw outOfReach(meanAge);
        }
        moved[age] += rate;
    }

    private IllegalArgumentException outOfReach(double meanAge) {
        return new IllegalArgumentException("FertilityRates.withMeanAge: got " + meanAge
                + " years, expected a mean age that keeps all births in the closed groups, now " + meanAge());
    }

    /**
     * The rates by single years: a smooth curve, never negative, whose mean over each group is the group's rate. It is
     * the slope of a monotone cubic through the births cumulated by age.
     */
    public FertilityRates toSingleYears() {
        int open = ages.open();
        int[] bounds = new int[open + 1];
        double[] cumulated = new double[open + 1];
        for (int age = 0; age < open; age++) {
            bounds[age + 1] = ages.start(age + 1);
            cumulated[age + 1] = cumulated[age] + ages.width(age) * asfr[age];
        }
        double[] curve = MonotoneCubic.atIntegers(bounds, cumulated);
        double[] single = new double[curve.length];
        for (int age = 0; age + 1 < curve.length; age++) {
            single[age] = curve[age + 1] - curve[age];
        }
        return new FertilityRates(AgeGroups.singleYears(curve.length - 1), single);
    }
}
