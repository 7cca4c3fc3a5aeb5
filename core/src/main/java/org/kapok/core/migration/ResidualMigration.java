package org.kapok.core.migration;

/**
 * Net migrants between two counts of a closed age profile: what births and survival leave unexplained.
 *
 * <p>Ages have one width, and the counts are one width apart. Arrays have the shape [age], the last age open; survival
 * ratios are indexed by the age survived into, so {@code s[0]} takes births to the first age and {@code s[open]} applies
 * to the last two ages together.
 *
 * @see "Siegel and Swanson (2004), The Methods and Materials of Demography, 2nd ed., ch. 19"
 */
public enum ResidualMigration {
    /** Migrants at the end: the survivors of the first count are taken from the second. */
    FORWARD {
        @Override
        double of(double before, double after, double s) {
            return after - before * s;
        }
    },
    /** Migrants at the start: the second count is revived and the first taken from it. */
    REVERSE {
        @Override
        double of(double before, double after, double s) {
            return after / s - before;
        }
    },
    /** The mean of both: migrants evenly over time. */
    AVERAGE {
        @Override
        double of(double before, double after, double s) {
            return (FORWARD.of(before, after, s) + REVERSE.of(before, after, s)) / 2;
        }
    };

    abstract double of(double before, double after, double s);

    /**
     * Net migrants by age at the second count.
     *
     * @param first persons at the first count
     * @param second persons at the second count, one age width later
     * @param s survival ratios, each above 0
     * @param births births between the counts
     */
    public double[] between(double[] first, double[] second, double[] s, double births) {
        if (first.length < 2 || second.length != first.length || s.length != first.length) {
            throw new IllegalArgumentException("ResidualMigration: got " + first.length + ", " + second.length + " and "
                    + s.length + " ages, expected as many in all, 2 or more");
        }
        double[] net = new double[first.length];
        int open = first.length - 1;
        for (int age = 0; age <= open; age++) {
            if (!(s[age] > 0 && s[age] <= 1)) {
                throw new IllegalArgumentException("ResidualMigration, survival ratio " + age + ": got " + s[age]
                        + ", expected above 0 and at most 1");
            }
            double before = age == 0 ? births : age == open ? first[open - 1] + first[open] : first[age - 1];
            net[age] = of(before, second[age], s[age]);
        }
        return net;
    }
}
