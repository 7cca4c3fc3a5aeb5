package org.kapok.core.mortality;

/**
 * Brass's relational model: a life table whose logits are {@code Y(x) = alpha + beta Ys(x)}, Ys those of a standard and
 * {@code Y(x) = ln((1 - l(x)) / l(x)) / 2}.
 *
 * <p>The hazard then is {@code beta (1 - l(x)) / (1 - ls(x))} times that of the standard; the open group's rate takes
 * this factor at its start. {@code ax} follow from the new rates by the rule of the standard.
 *
 * @param alpha level: above 0 is higher mortality than the standard's
 * @param beta slope, above 0: above 1 is lower mortality of the young and higher of the old
 * @see "Brass (1971), On the scale of mortality, in Biological Aspects of Demography"
 */
public record BrassRelational(double alpha, double beta) {
    public BrassRelational {
        if (!Double.isFinite(alpha)) {
            throw new IllegalArgumentException("BrassRelational.alpha: got " + alpha + ", expected a finite number");
        }
        if (!(beta > 0 && beta < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("BrassRelational.beta: got " + beta + ", expected above 0, finite");
        }
    }

    /**
     * The model with slope 1 that takes {@code standard} to a life expectancy at birth, to 1e-9 years. Where an
     * {@link A0Rule} jumps between its pieces no table may come as near; the jumps are below 1e-5 years.
     */
    public static BrassRelational scaleTo(double e0, LifeTable standard) {
        return level(E0Search.solve(e0, alpha -> level(alpha).applyTo(standard).e0()));
    }

    /**
     * The model with slope 1, the same for both sexes, that takes them together to a life expectancy at birth, to 1e-9
     * years.
     *
     * @param e0 {@code (srb e0m + e0f) / (1 + srb)}, years
     * @param srb males born per female born
     */
    public static BrassRelational scaleTo(double e0, LifeTable female, LifeTable male, double srb) {
        return level(E0Search.solve(e0, alpha -> {
            BrassRelational model = level(alpha);
            return E0Search.bothSexes(model.applyTo(female), model.applyTo(male), srb);
        }));
    }

    private static BrassRelational level(double alpha) {
        return new BrassRelational(alpha, 1);
    }

    /** The life table that the model makes of {@code standard}. */
    public LifeTable applyTo(LifeTable standard) {
        int open = standard.ages().open();
        if (standard.lx(open) == 1) {
            throw new IllegalArgumentException(
                    "BrassRelational.standard: got no deaths below the open age, expected some");
        }
        double shift = StrictMath.exp(2 * alpha);
        double[] lx = new double[open + 1];
        for (int age = 0; age <= open; age++) {
            double odds = (1 - standard.lx(age)) / standard.lx(age);
            lx[age] = 1 / (1 + shift * StrictMath.pow(odds, beta));
        }
        double factor = beta * (1 - lx[open]) / (1 - standard.lx(open));
        return standard.withLx(lx, factor * standard.mx(open));
    }
}
