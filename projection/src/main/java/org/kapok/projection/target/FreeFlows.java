package org.kapok.projection.target;

import java.util.List;
import java.util.OptionalInt;

/**
 * What may change so that targets are reached, and how smoothly.
 *
 * @param flows the components that may change, 1 or more
 * @param smoothness how much a change of a factor from one year to the next costs against the same change of its level;
 *     0 or more
 * @param fadeYears the years after the last target's over which factors fade to 1; empty for factors that stay as they
 *     were in the last target's year
 */
public record FreeFlows(List<FreeFlow> flows, double smoothness, OptionalInt fadeYears) {
    /** The smoothness where none is stated. */
    public static final double SMOOTHNESS = 10;

    public FreeFlows {
        flows = List.copyOf(flows);
        if (flows.isEmpty()) {
            throw new IllegalArgumentException("FreeFlows.flows: got none, expected 1 or more");
        }
        if (!(smoothness >= 0) || Double.isInfinite(smoothness)) {
            throw new IllegalArgumentException(
                    "FreeFlows.smoothness: got " + smoothness + ", expected a finite number of 0 or more");
        }
        if (fadeYears.isPresent() && fadeYears.getAsInt() < 1) {
            throw new IllegalArgumentException(
                    "FreeFlows.fadeYears: got " + fadeYears.getAsInt() + ", expected 1 or more");
        }
    }

    /** These components, as smooth as usual, with factors held after the last target. */
    public static FreeFlows of(FreeFlow... flows) {
        return new FreeFlows(List.of(flows), SMOOTHNESS, OptionalInt.empty());
    }

    /** The share of the last logarithm of a factor that is left some years after the last target's. */
    double left(int yearsAfter) {
        return fadeYears.isEmpty() ? 1 : Math.max(0, 1 - (double) yearsAfter / fadeYears.getAsInt());
    }
}
