package org.kapok.projection.ensemble;

/** The people of a block of regions, one or more parts of which are computed apart. All ways to do so give the same bits. */
interface RegionLanes {
    /** How many parts a block has. */
    int parts();

    /** The sums of a step, complete once the people of all parts have arrived, until the next but one. */
    LaneTally.Rows tally(int step);

    /** Takes its regions of a base population, all parts of them. */
    void start(double[] base);

    /**
     * Lets those of the step before arrive, if there was one, and ages everybody until those who move have left.
     *
     * @param part parts are run in their order
     * @param pooled those who moved in the step before, by profile and age
     * @param pool to which those who leave are added
     */
    void step(int part, int step, RegionFactors before, RegionFactors now, double[] pooled, double[][] pool);

    /** Lets those of the last step arrive. */
    void finish(int part, int lastStep, RegionFactors before, double[] pooled);
}
