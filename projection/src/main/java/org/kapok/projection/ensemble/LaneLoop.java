package org.kapok.projection.ensemble;

/** The steps of some draws at once: the same stages as a single projection, with draws as lanes. */
interface LaneLoop {
    /** How many draws it runs at once, of the lanes of a block. */
    int width();

    /** Puts the base population into the lanes from one on, a multiple of the width. */
    void start(int firstLane);

    /** Runs a step with the factors filled for it. */
    void step(int year);

    /** The value of a count in the last step, of its draws in order; to be read before the next call. */
    double[] value(int count);

    /** Puts the people of all cells after the last step into the rows of a block, by cell; or gives rows of its own. */
    double[][] people(double[][] rows);
}
