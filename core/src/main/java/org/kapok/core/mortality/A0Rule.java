package org.kapok.core.mortality;

import org.kapok.core.Sex;

/**
 * Mean years lived at age 0 and at ages 1-4 by those who die there, {@code a0} and {@code 4a1}, from infant mortality.
 *
 * @see "Andreev and Kingkade (2015), Average age at death in infancy and infant mortality level, Demographic Research 33"
 * @see "Coale, Demeny and Vaughan (1983), Regional Model Life Tables and Stable Populations"
 * @see "Preston, Heuveline and Guillot (2001), Demography, table 3.3"
 */
public enum A0Rule {
    /** Andreev-Kingkade {@code a0}, as in World Population Prospects 2024; {@code 4a1} as {@link #COALE_DEMENY}. */
    ANDREEV_KINGKADE {
        @Override
        public double a0(double m0, Sex sex) {
            if (sex == Sex.MALE) {
                return piecewise(m0, 0.02300, 0.08307, 0.14929 - 1.99545 * m0, 0.02832 + 3.26021 * m0, 0.29915);
            }
            return piecewise(m0, 0.01724, 0.06891, 0.14903 - 2.05527 * m0, 0.04667 + 3.88089 * m0, 0.31411);
        }

        @Override
        public double a1(double m0, Sex sex) {
            return COALE_DEMENY.a1(m0, sex);
        }

        @Override
        public double a0OfQ0(double q0, Sex sex) {
            if (sex == Sex.MALE) {
                return piecewise(q0, 0.0226, 0.0785, 0.1493 - 2.0367 * q0, 0.0244 + 3.4994 * q0, 0.2991);
            }
            return piecewise(q0, 0.0170, 0.0658, 0.1490 - 2.0867 * q0, 0.0438 + 4.1075 * q0, 0.3141);
        }
    },
    /** Coale-Demeny West restated on the rate {@code m0} (Preston, Heuveline and Guillot, table 3.3). */
    COALE_DEMENY {
        @Override
        public double a0(double m0, Sex sex) {
            if (sex == Sex.MALE) {
                return m0 < HIGH_M0 ? 0.045 + 2.684 * m0 : 0.330;
            }
            return m0 < HIGH_M0 ? 0.053 + 2.800 * m0 : 0.350;
        }

        @Override
        public double a1(double m0, Sex sex) {
            if (sex == Sex.MALE) {
                return m0 < HIGH_M0 ? 1.651 - 2.816 * m0 : 1.352;
            }
            return m0 < HIGH_M0 ? 1.522 - 1.518 * m0 : 1.361;
        }

        @Override
        public double a0OfQ0(double q0, Sex sex) {
            return COALE_DEMENY_WEST.a0OfQ0(q0, sex);
        }
    },
    /** Coale-Demeny North, on the {@code q0} that goes with the rate. */
    COALE_DEMENY_NORTH {
        @Override
        Region region(Sex sex) {
            return sex == Sex.MALE ? Region.male(0.0425, 1.859) : Region.female(0.050, 1.733);
        }
    },
    /** Coale-Demeny East, on the {@code q0} that goes with the rate. */
    COALE_DEMENY_EAST {
        @Override
        Region region(Sex sex) {
            return sex == Sex.MALE ? Region.male(0.0025, 1.614) : Region.female(0.010, 1.487);
        }
    },
    /** Coale-Demeny South, on the {@code q0} that goes with the rate. */
    COALE_DEMENY_SOUTH {
        @Override
        Region region(Sex sex) {
            return sex == Sex.MALE ? Region.male(0.0425, 1.541) : Region.female(0.050, 1.402);
        }
    },
    /** Coale-Demeny West, on the {@code q0} that goes with the rate. */
    COALE_DEMENY_WEST {
        @Override
        Region region(Sex sex) {
            return sex == Sex.MALE ? Region.male(0.0425, 1.653) : Region.female(0.050, 1.524);
        }
    };

    private static final double HIGH_M0 = 0.107;

    /** {@code a0} from the infant death rate, years. */
    public double a0(double m0, Sex sex) {
        Region region = region(sex);
        return region.a0(region.q0(m0));
    }

    /** {@code 4a1} from the infant death rate, years. */
    public double a1(double m0, Sex sex) {
        Region region = region(sex);
        return region.a1(region.q0(m0));
    }

    /** {@code a0} from the infant death probability, years; {@link #COALE_DEMENY} gives that of West. */
    public double a0OfQ0(double q0, Sex sex) {
        return region(sex).a0(q0);
    }

    /** {@code a0} of both sexes together, those of the sexes weighted by births; {@code srb} is males per female. */
    public double a0BothSexes(double m0, double srb) {
        return (srb * a0(m0, Sex.MALE) + a0(m0, Sex.FEMALE)) / (1 + srb);
    }

    /** {@code 4a1} of both sexes together, weighted as in {@link #a0BothSexes}. */
    public double a1BothSexes(double m0, double srb) {
        return (srb * a1(m0, Sex.MALE) + a1(m0, Sex.FEMALE)) / (1 + srb);
    }

    Region region(Sex sex) {
        throw new AssertionError(this + " has no region");
    }

    private static double piecewise(double x, double first, double second, double low, double middle, double high) {
        return x < first ? low : x < second ? middle : high;
    }

    /** Coale-Demeny lines of one region and sex: linear in {@code q0}, constant from 0.1 on. */
    record Region(double a0Intercept, double a0Slope, double a1Intercept, double a1Slope) {
        private static final double HIGH_Q0 = 0.1;

        static Region male(double a0Intercept, double a1Intercept) {
            return new Region(a0Intercept, 2.875, a1Intercept, -3.013);
        }

        static Region female(double a0Intercept, double a1Intercept) {
            return new Region(a0Intercept, 3.0, a1Intercept, -1.627);
        }

        double a0(double q0) {
            return a0Intercept + a0Slope * Math.min(q0, HIGH_Q0);
        }

        double a1(double q0) {
            return a1Intercept + a1Slope * Math.min(q0, HIGH_Q0);
        }

        /** The smaller root of {@code q0 = m0 / (1 + (1 - a0(q0)) m0)}. */
        double q0(double m0) {
            double atHigh = m0 / (1 + (1 - a0(HIGH_Q0)) * m0);
            if (atHigh >= HIGH_Q0) {
                return atHigh;
            }
            double b = 1 + (1 - a0Intercept) * m0;
            return 2 * m0 / (b + Math.sqrt(b * b - 4 * a0Slope * m0 * m0));
        }
    }
}
