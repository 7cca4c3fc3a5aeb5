package org.kapok.demand;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.core.Selection;
import org.kapok.core.Sex;

/** Takes down the sums that models ask for, as weights of the cells, and answers each with ones. */
final class AskedSums implements People {
    private final CellSpace space;
    private final LocalDate date;
    private final Map<Selection, Integer> counted = new HashMap<>();
    private final Map<Cube, Integer> weighted = new IdentityHashMap<>(); // comparing contents would cost more
    private final Map<ByAge, Integer> byAges = new HashMap<>();
    private final List<double[]> weights = new ArrayList<>();

    /** People and the weights of their age groups. */
    private record ByAge(Selection people, double[] weights) {
        @Override
        public boolean equals(Object other) {
            return other instanceof ByAge same && people.equals(same.people) && Arrays.equals(weights, same.weights);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(weights);
        }
    }

    AskedSums(CellSpace space, LocalDate date) {
        this.space = space;
        this.date = date;
    }

    /** Weights of the sums, shape [sum][cell]. */
    double[][] weights() {
        return weights.toArray(double[][]::new);
    }

    /** The same people with the sums known, shape [sum][region][population]. */
    People answeredBy(double[][][] sums, int populations) {
        return new Answered(this, sums, populations);
    }

    @Override
    public CellSpace space() {
        return space;
    }

    @Override
    public LocalDate date() {
        return date;
    }

    @Override
    public int populations() {
        return 1;
    }

    @Override
    public double[] count(Selection people) {
        counted.computeIfAbsent(people, fresh -> add(weightsOf(fresh)));
        return ones();
    }

    @Override
    public double[] weighted(Cube cube) {
        weighted.computeIfAbsent(cube, fresh -> add(fresh.toArray()));
        return ones();
    }

    @Override
    public double[] weighted(Selection people, double[] byAge) {
        byAges.computeIfAbsent(new ByAge(people, byAge), fresh -> {
            double[] cells = weightsOf(people);
            for (int cell = 0; cell < cells.length; cell++) {
                cells[cell] *= byAge[cell % byAge.length];
            }
            return add(cells);
        });
        return ones();
    }

    private int add(double[] cells) {
        weights.add(cells);
        return weights.size() - 1;
    }

    private double[] ones() {
        double[] ones = nothing();
        Arrays.fill(ones, 1);
        return ones;
    }

    private double[] weightsOf(Selection people) {
        double[] cells = new double[space.size()];
        int[] band = people.groupsOf(space.ages());
        for (int region = 0; region < space.regions().size(); region++) {
            for (int status = 0; status < space.statuses().size(); status++) {
                if (people.statuses().test(space.statuses().get(status))) {
                    for (Sex sex : people.sexes()) {
                        int at = space.profile(region, status, sex);
                        Arrays.fill(cells, at + band[0], at + band[1] + 1, 1);
                    }
                }
            }
        }
        return cells;
    }

    /** Many populations by the sums that were asked for. */
    private record Answered(AskedSums asked, double[][][] sums, int populations) implements People {
        @Override
        public CellSpace space() {
            return asked.space;
        }

        @Override
        public LocalDate date() {
            return asked.date;
        }

        @Override
        public double[] count(Selection people) {
            return sum(asked.counted.get(people), people);
        }

        @Override
        public double[] weighted(Cube weights) {
            return sum(asked.weighted.get(weights), weights);
        }

        @Override
        public double[] weighted(Selection people, double[] byAge) {
            return sum(asked.byAges.get(new ByAge(people, byAge)), people);
        }

        private double[] sum(Integer position, Object what) {
            Objects.requireNonNull(position, () -> "not asked for before: " + what);
            double[] flat = nothing();
            for (int region = 0; region < sums[position].length; region++) {
                System.arraycopy(sums[position][region], 0, flat, region * populations, populations);
            }
            return flat;
        }
    }
}
