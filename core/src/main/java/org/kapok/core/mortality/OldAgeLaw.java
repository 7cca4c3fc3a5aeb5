package org.kapok.core.mortality;

import java.util.List;

/**
 * Laws of mortality at old ages, all of one family: {@code m(x) = c + g / (1 + k g)}, {@code g = a exp(b x)}, with
 * {@code c} of 0 or free and {@code k} of 0, 1 or free; what is free is 0 or more.
 *
 * <p>Gamma-Gompertz, a Gompertz hazard times a frailty of gamma distribution and variance s at birth,
 * {@code m = A exp(b x) / (1 + s A (exp(b x) - 1) / b)}, is {@link #BEARD} in other parameters: {@code k = s / b},
 * {@code a = A / (1 - s A / b)}.
 *
 * @see "Gompertz (1825), On the nature of the function expressive of the law of human mortality"
 * @see "Makeham (1860), On the law of mortality and the construction of annuity tables"
 * @see "Beard (1959), Note on some mathematical mortality models"
 * @see "Thatcher (1999), The long-term pattern of adult mortality and the highest attained age, JRSS A 162"
 */
public enum OldAgeLaw {
    /** {@code a exp(b x)}: the rate doubles in ever the same time. */
    GOMPERTZ(false, false, 0),
    /** {@code c + a exp(b x)}. */
    MAKEHAM(true, false, 0, GOMPERTZ),
    /** {@code g / (1 + g)}: the rate levels off at 1. */
    KANNISTO(false, false, 1),
    /** {@code c + g / (1 + g)}. */
    KANNISTO_MAKEHAM(true, false, 1, KANNISTO),
    /** {@code g / (1 + k g)}: the rate levels off at 1 / k. */
    BEARD(false, true, 1, GOMPERTZ, KANNISTO),
    /** {@code c + g / (1 + k g)}, which is Perks's law too. */
    BEARD_MAKEHAM(true, true, 1, MAKEHAM, KANNISTO_MAKEHAM, BEARD);

    private final boolean freeBackground;
    private final boolean freeDeceleration;
    private final double deceleration;
    private final List<OldAgeLaw> special;

    OldAgeLaw(boolean freeBackground, boolean freeDeceleration, double deceleration, OldAgeLaw... special) {
        this.freeBackground = freeBackground;
        this.freeDeceleration = freeDeceleration;
        this.deceleration = deceleration;
        this.special = List.of(special);
    }

    /** Whether {@code c} is free, not 0. */
    boolean freeBackground() {
        return freeBackground;
    }

    /** Whether {@code k} is free. */
    boolean freeDeceleration() {
        return freeDeceleration;
    }

    /** {@code k} where it is not free; where it is, what a fit starts from. */
    double deceleration() {
        return deceleration;
    }

    /** The laws that are this one with a parameter fixed, so that it fits no worse than any of them. */
    List<OldAgeLaw> special() {
        return special;
    }

    /**
     * The curve of this law nearest to the rates: the least sum of squared differences of {@code ln m}.
     *
     * @param mx deaths per person-year, of ages {@code from} on, above 0, as many as the law has parameters or more
     */
    public OldAgeHazard fit(int from, double[] mx) {
        return new OldAgeFit(from, mx).best(this);
    }
}
