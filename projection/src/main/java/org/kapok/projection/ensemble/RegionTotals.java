package org.kapok.projection.ensemble;

import java.util.List;

/** What counts come to in every step and region, 8 bytes each. */
public final class RegionTotals {
    private final Values values; // of regions rather than draws

    RegionTotals(List<Count> counts, int steps, int regions) {
        values = new Values(counts, steps, regions);
    }

    /** What was counted. */
    public List<Count> counts() {
        return values.counts();
    }

    /** How many steps. */
    public int steps() {
        return values.steps();
    }

    /** How many regions. */
    public int regions() {
        return values.draws();
    }

    /** The value of a count after a step, or in it, in one region. */
    public double at(int count, int step, int region) {
        return values.at(count, step, region);
    }

    /** The values of all regions, in their order. */
    public double[] regions(int count, int step) {
        return values.draws(count, step);
    }

    void put(int count, int step, int firstRegion, double[] lanes) {
        int many = Math.min(lanes.length, regions() - firstRegion);
        System.arraycopy(lanes, 0, values.row(count, step), firstRegion, many);
    }
}
