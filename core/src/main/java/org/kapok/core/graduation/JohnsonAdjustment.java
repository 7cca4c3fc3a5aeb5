package org.kapok.core.graduation;

/**
 * Ages 2 to 8 where age 0 is known, from ages 1, 9 and 10 of a formula and the sums of ages 2-4 and 5-8.
 *
 * @see "Stover and Kirmeyer (2008), DemProj version 4: a computer program for making population projections"
 */
final class JohnsonAdjustment {
    /** A row for each age from 2 to 8; columns: age 1, sum of 2-4, sum of 5-8, age 9, age 10. */
    private static final double[][] COEFFICIENTS = {
        {.2333, .3445, -.1222, .3778, -.1556},
        {-.0875, .3847, -.0236, .0389, -.0111},
        {-.1458, .2708, .1458, -.4167, .1667},
        {-.0833, .1151, .2817, -.6111, .2222},
        {0, -.0080, .3254, -.3889, .1111},
        {.0458, -.0613, .2637, .1833, -.1000},
        {.0375, -.0458, .1292, .8167, -.2333}
    };

    private JohnsonAdjustment() {}

    /**
     * Replaces ages 0 and 2 to 8.
     *
     * @param infants persons aged 0
     * @param children persons aged 1 to 4
     * @param single single years by a formula; changed
     */
    static void apply(double infants, double children, double[] single) {
        double[] known = {
            single[1], children - single[1], single[5] + single[6] + single[7] + single[8], single[9], single[10]
        };
        single[0] = infants;
        for (int row = 0; row < COEFFICIENTS.length; row++) {
            double sum = 0;
            for (int k = 0; k < known.length; k++) {
                sum += COEFFICIENTS[row][k] * known[k];
            }
            single[2 + row] = sum;
        }
    }
}
