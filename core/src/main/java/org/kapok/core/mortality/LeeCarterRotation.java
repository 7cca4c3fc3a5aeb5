package org.kapok.core.mortality;

import org.kapok.core.AgeGroups;

/**
 * The turn of a Lee-Carter pattern of change as life grows long: decline slows down at young ages and quickens at old
 * ones. At {@code startE0} the pattern is its own, from {@code endE0} on the ultimate one, between them a mixture with
 * weight {@code ((1 + sin(pi (2 w - 1) / 2)) / 2)^power} of the ultimate, w the share of the way gone.
 *
 * <p>The ultimate pattern is the mean of ages 15-64 below 65, and from 65 on the pattern's own shape, joined at the
 * first group from 65 on; it sums to 1.
 *
 * @param startE0 life expectancy at birth, years
 * @param endE0 life expectancy at birth, years, above {@code startE0}
 * @param power above 0
 * @see "Li, Lee and Gerland (2013), Extending the Lee-Carter method to model the rotation of age patterns of mortality
 *     decline for long-term projections, Demography 50"
 */
public record LeeCarterRotation(double startE0, double endE0, double power) {
    /** The published choice, from 80 to 102 years with a power of one half. */
    public static final LeeCarterRotation LI_LEE_GERLAND = new LeeCarterRotation(80, 102, 0.5);

    private static final int ADULT = 15;
    private static final int OLD = 65;

    public LeeCarterRotation {
        if (!(endE0 > startE0 && startE0 > Double.NEGATIVE_INFINITY && endE0 < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("LeeCarterRotation: got life expectancies of " + startE0 + " to " + endE0
                    + ", expected finite, the end above the start");
        }
        if (!(power > 0 && power < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("LeeCarterRotation.power: got " + power + ", expected above 0, finite");
        }
    }

    /** Weight of the ultimate pattern at a life expectancy at birth, 0 to 1. */
    public double weight(double e0) {
        if (e0 <= startE0) {
            return 0;
        }
        if (e0 >= endE0) {
            return 1;
        }
        double share = (e0 - startE0) / (endE0 - startE0);
        return StrictMath.pow(0.5 * (1 + StrictMath.sin(0.5 * Math.PI * (2 * share - 1))), power);
    }

    double[] rotate(AgeGroups ages, double[] b, double e0) {
        double[] ultimate = ultimate(ages, b);
        double weight = weight(e0);
        double[] turned = new double[b.length];
        for (int age = 0; age < b.length; age++) {
            turned[age] = (1 - weight) * b[age] + weight * ultimate[age];
        }
        return turned;
    }

    private static double[] ultimate(AgeGroups ages, double[] b) {
        int adult = ages.starts().indexOf(ADULT);
        int old = ages.starts().indexOf(OLD);
        if (adult < 0 || old < 0) {
            throw new IllegalArgumentException("LeeCarterRotation.ages: got " + ages.starts()
                    + ", expected groups that start at " + ADULT + " and at " + OLD);
        }
        if (!(b[old] > 0)) {
            throw new IllegalArgumentException("LeeCarterRotation.b, age " + ages.label(old) + ": got " + b[old]
                    + ", expected above 0, the joint of the ultimate pattern");
        }
        double mean = 0;
        for (int age = adult; age < old; age++) {
            mean += b[age] / (old - adult);
        }
        double[] ultimate = new double[b.length];
        double sum = 0;
        for (int age = 0; age < b.length; age++) {
            ultimate[age] = age < old ? mean : b[age] * mean / b[old];
            sum += ultimate[age];
        }
        for (int age = 0; age < b.length; age++) {
            ultimate[age] /= sum;
        }
        return ultimate;
    }
}
