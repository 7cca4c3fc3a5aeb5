package org.kapok.projection.ensemble;

/** The steps of a block of draws at once: the same stages as a single projection, with draws as lanes. */
interface LaneLoop {
    /** Puts the base population into every lane. */
    void start();

    /** Runs a step with the factors filled for it. */
    void step(int year);

    /** The sums of the last step. */
    LaneTally.Rows tally();

    /** The rows of all cells after the last step. */
    double[][] people();
}
