package org.kapok.projection.ensemble;

/**
 * Numbers that are more than counts, such as the demand for a service: worked out from weighted sums of people by region,
 * for a block of draws at once.
 */
public interface Derived {
    /** How many numbers there are. */
    int size();

    /** The weights of the sums that are wanted after a step, 0 where a cell does not count; shape [sum][cell]. */
    double[][] weights(int step);

    /**
     * Works out the numbers after a step. Called from several threads.
     *
     * @param step from 0 on
     * @param firstDraw the draw of the first lane
     * @param sums shape [sum][region][lane], to be read before this returns
     * @param results filled, shape [number][lane]
     */
    void fill(int step, int firstDraw, double[][][] sums, double[][] results);
}
