package org.kapok.core.mortality;

/**
 * One factor on the death rates of every age; {@code ax} follow from the new rates by the rule of the standard.
 *
 * @param factor above 0; above 1 is higher mortality than the standard's
 */
public record ProportionalScaling(double factor) {
    public ProportionalScaling {
        if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "ProportionalScaling.factor: got " + factor + ", expected above 0, finite");
        }
    }

    /** The factor that takes {@code standard} to a life expectancy at birth, to 1e-9 years. */
    public static ProportionalScaling scaleTo(double e0, LifeTable standard) {
        return ofLog(E0Search.solve(e0, log -> ofLog(log).applyTo(standard).e0()));
    }

    /** As {@link BrassRelational#scaleTo(double, LifeTable, LifeTable, double)}, by one factor for both sexes. */
    public static ProportionalScaling scaleTo(double e0, LifeTable female, LifeTable male, double srb) {
        return ofLog(E0Search.solve(e0, log -> {
            ProportionalScaling scaling = ofLog(log);
            return E0Search.bothSexes(scaling.applyTo(female), scaling.applyTo(male), srb);
        }));
    }

    private static ProportionalScaling ofLog(double log) {
        return new ProportionalScaling(StrictMath.exp(log));
    }

    /** The life table of the rates of {@code standard} times the factor. */
    public LifeTable applyTo(LifeTable standard) {
        double[] mx = standard.mx();
        for (int age = 0; age < mx.length; age++) {
            mx[age] *= factor;
        }
        return standard.withMx(mx);
    }
}
