package org.kapok.projection.ensemble;

/** The steps of draws at once: the same stages as a single projection, with draws as lanes. */
interface LaneLoop {
    /** Puts the base population into every lane. */
    void start();

    /** Runs a step with the factors filled for it. */
    void step(int year);

    /** Counts the last step, of the draws from one of a block on. */
    void count(Block block, int lane, int step);

    /** Ends a block. */
    void end(Block block);
}
