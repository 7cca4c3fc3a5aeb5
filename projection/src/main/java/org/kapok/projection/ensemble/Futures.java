package org.kapok.projection.ensemble;

/**
 * How much each draw raises or lowers each component of the inputs in each step.
 *
 * <p>A factor multiplies births per woman, probabilities of dying within the step, arrivals, departures, moves between
 * regions, or rates of a change of status; 1 leaves it as the inputs have it.
 */
@FunctionalInterface
public interface Futures {
    /**
     * Fills the factors of a draw, which depend on its number alone. Called from several threads.
     *
     * @param draw from 0 on
     * @param factors filled, shape [component][step], components as {@link Ensemble#components} has them; each starts
     *     as 1
     */
    void fill(int draw, double[][] factors);

    /** Whether a component has factors of regions as well, with which those of all regions are multiplied. */
    default boolean isLocal(int component) {
        return false;
    }

    /**
     * Fills the factors of the regions in a draw.
     *
     * @param component one that is local
     * @param factors filled, shape [region][step]; each starts as 1
     */
    default void fillLocal(int draw, int component, double[][] factors) {}

    /** Whether mortality has factors of each sex as well, with which those of both are multiplied. */
    default boolean isBySex() {
        return false;
    }

    /**
     * Fills the mortality factors of the sexes in a draw.
     *
     * @param factors filled, shape [sex][step]; each starts as 1
     */
    default void fillSexes(int draw, double[][] factors) {}

    /** Whether the age pattern of fertility differs between draws. */
    default boolean hasTiming() {
        return false;
    }

    /**
     * Fills how much later births come in a draw, their number per woman staying.
     *
     * @param factors filled, shape [step]: what rates at the mean age of the schedule and above are multiplied by against
     *     those below it; each starts as 1
     */
    default void fillTiming(int draw, double[] factors) {}

    /**
     * Whether factors e of a component work on the logit scale: where r is the largest rate or probability that they
     * multiply, it becomes one of odds e r / (1 - r), so that everything is multiplied by e / (1 - r + r e) and nobody
     * leaves twice.
     */
    default boolean isLogit(int component) {
        return false;
    }
}
