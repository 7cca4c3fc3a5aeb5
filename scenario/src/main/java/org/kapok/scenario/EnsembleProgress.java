package org.kapok.scenario;

/** What is told how far an ensemble has come. */
@FunctionalInterface
public interface EnsembleProgress {
    /** Nobody is told. */
    EnsembleProgress NONE = (done, all) -> {};

    /** Takes, before anything is drawn, how many draws an earlier run that broke off had done, 1 or more, of how many. */
    default void goesOn(long done, long all) {}

    /** Takes the number of draws that are done, of how many in all; those of an earlier run that broke off included. */
    void drawn(long done, long all);
}
