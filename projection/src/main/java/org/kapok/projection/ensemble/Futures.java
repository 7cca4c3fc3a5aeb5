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
}
