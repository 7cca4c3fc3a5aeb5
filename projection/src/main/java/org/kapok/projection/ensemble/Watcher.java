package org.kapok.projection.ensemble;

import org.kapok.core.Population;

/** What is shown the people of every draw after every step, for numbers that are more than counts. */
@FunctionalInterface
public interface Watcher {
    /**
     * Sees a population. Called from several threads, for each draw and step once, the steps of a draw in order.
     *
     * @param draw from 0 on
     * @param step from 0 on
     * @param people at the end of the step
     */
    void see(int draw, int step, Population people);
}
