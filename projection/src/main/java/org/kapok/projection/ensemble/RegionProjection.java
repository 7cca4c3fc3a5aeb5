package org.kapok.projection.ensemble;

import java.util.Arrays;
import java.util.List;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.projection.CohortComponent;
import org.kapok.projection.ProjectionInputs;

/**
 * One projection of many regions of which only counts are kept, by region and step.
 *
 * <p>It is the projection of {@link CohortComponent} to rounding, with regions as lanes, for places of many regions. It knows what
 * {@link Ensemble} knows, and gives the same bits on any number of threads. One run at a time: it keeps its rows from one to the next.
 */
public final class RegionProjection {
    private final int regions;
    private final int steps;
    private final int components;
    private final List<Count> counts;
    private final RegionLoop loop;

    private RegionProjection(ProjectionInputs inputs, Axis years, List<Count> counts) {
        this.regions = inputs.base().space().regions().size();
        this.steps = years.size();
        this.components = Ensemble.components(inputs).size();
        this.counts = List.copyOf(counts);
        this.loop = new RegionLoop(inputs, years, counts);
    }

    /**
     * A projection of some inputs.
     *
     * @param lastYear the year of the last population
     * @param counts what is counted in every step and region; areas are empty
     */
    public static RegionProjection of(ProjectionInputs inputs, int lastYear, List<Count> counts) {
        LaneRates.require(inputs);
        CellSpace space = inputs.base().space();
        int first = inputs.base().date().getYear();
        int width = space.ages().uniformWidth();
        if (lastYear < first + width) {
            throw new IllegalArgumentException(
                    "RegionProjection.lastYear: got " + lastYear + ", expected " + (first + width) + " or later");
        }
        for (Count count : counts) {
            if (!count.area().isEmpty()) {
                throw new IllegalArgumentException("RegionProjection.counts: got a count of area " + count.area()
                        + ", expected no area, as all regions are counted");
            }
        }
        return new RegionProjection(
                inputs, CohortComponent.flowYears(inputs.base().date(), lastYear, width), counts);
    }

    /** How many steps. */
    public int steps() {
        return steps;
    }

    /**
     * Projects.
     *
     * @param threads how many run at the same time, 1 or more
     */
    public RegionTotals run(int threads) {
        double[][] ones = new double[components][steps];
        for (double[] row : ones) {
            Arrays.fill(row, 1);
        }
        RegionTotals totals = newTotals();
        run(ones, totals, threads);
        return totals;
    }

    /** Totals of 0, for {@link #run(double[][], RegionTotals, int)} to fill. */
    public RegionTotals newTotals() {
        return new RegionTotals(counts, steps, regions);
    }

    /**
     * Projects with factors, and fills totals anew.
     *
     * @param factors what each of {@link Ensemble#components} is multiplied with in each step, shape [component][step]
     * @param threads how many run at the same time, 1 or more
     */
    public synchronized void run(double[][] factors, RegionTotals totals, int threads) {
        boolean fits = factors.length == components && Arrays.stream(factors).allMatch(row -> row.length == steps);
        if (!fits) {
            throw new IllegalArgumentException("RegionProjection.factors: got " + factors.length
                    + " components, expected " + components + ", each with " + steps + " steps");
        }
        for (double[] row : factors) {
            for (double factor : row) {
                if (!(factor >= 0) || Double.isInfinite(factor)) {
                    throw new IllegalArgumentException(
                            "RegionProjection.factors: got " + factor + ", expected 0 or more, finite");
                }
            }
        }
        boolean own = totals.counts().equals(counts) && totals.steps() == steps && totals.regions() == regions;
        if (!own) {
            throw new IllegalArgumentException("RegionProjection.totals: got totals of other counts, steps or regions,"
                    + " expected those of this projection");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("RegionProjection.threads: got " + threads + ", expected 1 or more");
        }
        loop.run(factors, totals, threads);
    }
}
