package org.kapok.projection.ensemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kapok.projection.internal.LaneStep;

/**
 * Weighted sums of the cells of each region. Cells that have the same weights in every sum are added first, so that a cell
 * costs one addition whatever is asked of it; weights of 0 cost nothing.
 */
final class LaneSums {
    private final int size;
    private final int cells; // of a region
    private final List<Term[]> regions = new ArrayList<>(); // shared by regions of the same weights

    /** Cells of a region with the same weights, and the sums in which these are not 0. */
    private record Term(int[] cells, int[] sums, double[] weights) {}

    /** A column of weights as a key. */
    private record Column(double[] weights) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Column column && Arrays.equals(weights, column.weights);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(weights);
        }
    }

    /** Sums of the given weights, shape [sum][cell], cells by region. */
    LaneSums(double[][] weights, int regionCount, int cellCount) {
        size = weights.length;
        cells = cellCount / regionCount;
        for (int region = 0; region < regionCount; region++) {
            int earlier = sameAs(weights, region);
            regions.add(earlier < region ? regions.get(earlier) : terms(weights, region));
        }
    }

    /** How many sums there are. */
    int size() {
        return size;
    }

    /** The first region that has the same weights. */
    private int sameAs(double[][] weights, int region) {
        for (int other = 0; other < region; other++) {
            boolean same = true;
            for (int sum = 0; same && sum < weights.length; sum++) {
                same = Arrays.equals(
                        weights[sum],
                        other * cells,
                        (other + 1) * cells,
                        weights[sum],
                        region * cells,
                        (region + 1) * cells);
            }
            if (same) {
                return other;
            }
        }
        return region;
    }

    private Term[] terms(double[][] weights, int region) {
        Map<Column, List<Integer>> alike = new HashMap<>();
        List<Column> order = new ArrayList<>();
        for (int cell = 0; cell < cells; cell++) {
            double[] column = new double[weights.length];
            for (int sum = 0; sum < column.length; sum++) {
                column[sum] = weights[sum][region * cells + cell];
            }
            Column key = new Column(column);
            alike.computeIfAbsent(key, fresh -> {
                        order.add(fresh);
                        return new ArrayList<>();
                    })
                    .add(cell);
        }
        List<Term> terms = new ArrayList<>();
        for (Column column : order) {
            int[] sums = new int[column.weights.length];
            double[] nonzero = new double[sums.length];
            int count = 0;
            for (int sum = 0; sum < sums.length; sum++) {
                if (column.weights[sum] != 0) {
                    sums[count] = sum;
                    nonzero[count++] = column.weights[sum];
                }
            }
            if (count > 0) {
                int[] own =
                        alike.get(column).stream().mapToInt(Integer::intValue).toArray();
                terms.add(new Term(own, Arrays.copyOf(sums, count), Arrays.copyOf(nonzero, count)));
            }
        }
        return terms.toArray(Term[]::new);
    }

    /**
     * Works out the sums.
     *
     * @param people rows by cell
     * @param scratch a row that is written over
     * @param sums filled, shape [sum][region][lane]
     */
    void fill(double[][] people, double[] scratch, double[][][] sums) {
        for (double[][] sum : sums) {
            for (double[] row : sum) {
                Arrays.fill(row, 0);
            }
        }
        for (int region = 0; region < regions.size(); region++) {
            int at = region * cells;
            for (Term term : regions.get(region)) {
                double[] row = people[at + term.cells[0]];
                if (term.cells.length > 1) {
                    System.arraycopy(row, 0, scratch, 0, scratch.length);
                    for (int i = 1; i < term.cells.length; i++) {
                        LaneStep.add(scratch, people[at + term.cells[i]]);
                    }
                    row = scratch;
                }
                for (int i = 0; i < term.sums.length; i++) {
                    LaneStep.add(sums[term.sums[i]][region], row, term.weights[i]);
                }
            }
        }
    }
}
