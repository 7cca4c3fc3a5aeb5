package org.kapok.projection.ensemble;

/** How the shocks of draws relate to each other; each draw alone has the same distribution under all of them. */
public enum Sampling {
    /** Independent draws. */
    PLAIN,
    /** Draws in pairs: draw 2k + 1 has the shocks of draw 2k with the opposite sign. */
    ANTITHETIC,
    /**
     * Shocks that all regions share spread evenly over their whole range, by a Sobol sequence with a random shift; all
     * other shocks independent.
     */
    QUASI_RANDOM
}
