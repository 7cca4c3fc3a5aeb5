package org.kapok.projection.ensemble;

/** What takes the draws of an ensemble. */
@FunctionalInterface
public interface BlockReader {
    /**
     * Takes a block. Called once for each, in the order of draws, one call at a time, whatever the number of threads; the
     * block is filled anew afterwards.
     */
    void read(Block block);
}
