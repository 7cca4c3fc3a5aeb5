package org.kapok.projection.internal;

import org.kapok.core.CellSpace;

/** The flows of one step, filled by the loop. Cells are those of {@link CellSpace}; counts are persons per step. */
public final class StepFlows {
    /** Births by region, status at birth and sex. */
    public final double[] births;

    /** Births of both sexes by region, mother's status and mother's age. */
    public final double[] birthsByMother;

    /** Deaths by the age group reached; of newborns in the first. */
    public final double[] deaths;

    /** People who came across the outer border. */
    public final double[] arrivals;

    /** People who left across the outer border. */
    public final double[] departures;

    /** People who should have left across the outer border and were not there; empty where that cannot happen. */
    public final double[] withheld;

    /** People who came from other regions. */
    public final double[] movesIn;

    /** People who left for other regions. */
    public final double[] movesOut;

    /** Changes of status, shape [transition][cell]; a change stands at the cell of the status left. */
    public final double[][] transitions;

    /**
     * Flows of zero.
     *
     * @param transitionCount how many kinds of change of status there are
     * @param limited whether more people may be asked to leave than there are
     */
    public StepFlows(CellSpace space, int transitionCount, boolean limited) {
        int cells = space.size();
        births = new double[space.profiles()];
        birthsByMother = new double[space.profiles() / 2 * space.ages().count()];
        deaths = new double[cells];
        arrivals = new double[cells];
        departures = new double[cells];
        withheld = new double[limited ? cells : 0];
        movesIn = new double[cells];
        movesOut = new double[cells];
        transitions = new double[transitionCount][cells];
    }
}
