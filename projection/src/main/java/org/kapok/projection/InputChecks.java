package org.kapok.projection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.core.Region;

/** What must hold for the tables of a projection: what, where, got, expected. */
final class InputChecks {
    private static final double SHARES = 1e-9; // how far shares may be from adding up to 1

    private InputChecks() {}

    /** Fertility: nobody in the first age group gives birth, or its births would depend on themselves. */
    static Cube asfr(Cube asfr) {
        within("asfr", asfr, 0, Double.MAX_VALUE);
        Cube first = asfr.has(Axis.AGE)
                ? asfr.select(Axis.AGE, asfr.axis(Axis.AGE).labels().get(0))
                : asfr;
        double[] values = first.toArray();
        for (int cell = 0; cell < values.length; cell++) {
            if (values[cell] != 0) {
                throw new IllegalArgumentException("ProjectionInputs." + at("asfr", first, cell) + ": got "
                        + values[cell] + ", expected 0 in the first age group");
            }
        }
        return asfr;
    }

    /** Where those who move between regions go, see {@link InternalMigration}. */
    static void destinations(InternalMigration internal, CellSpace space) {
        Cube shares = internal.destinationShare();
        String name = "internal.destinationShare";
        within(name, shares, 0, 1);
        if (!shares.has(InternalMigration.CORRIDOR)) {
            requireOnes(name, shares, Axis.REGION);
            return;
        }
        Axis corridors = shares.axis(InternalMigration.CORRIDOR);
        List<String> regions = space.regions().stream().map(Region::id).toList();
        int[][] ends = InternalMigration.ends(corridors, regions);
        List<Axis> axes = new ArrayList<>(List.of(new Axis(InternalMigration.ORIGIN, regions)));
        shares.axes().stream().filter(axis -> axis != corridors).forEach(axes::add);
        List<Axis> byCorridor = new ArrayList<>(axes);
        byCorridor.set(0, corridors);
        double[] values = shares.along(byCorridor).toArray();
        int run = values.length / ends.length;
        double[] sums = new double[regions.size() * run];
        for (int i = 0; i < ends.length; i++) {
            if (ends[i][0] < 0 || ends[i][1] < 0) {
                throw new IllegalArgumentException("ProjectionInputs." + name + ": got corridor "
                        + corridors.labels().get(i) + ", expected two regions of " + regions + " as A>B");
            }
            for (int cell = 0; cell < run; cell++) {
                sums[ends[i][0] * run + cell] += values[i * run + cell];
            }
        }
        for (int origin = 0; origin < regions.size(); origin++) {
            int region = origin;
            boolean listed = Arrays.stream(ends).anyMatch(end -> end[0] == region);
            if (!listed && leavesNobody(internal.outRate(), regions.get(origin))) {
                Arrays.fill(sums, origin * run, (origin + 1) * run, 1);
            }
        }
        requireOnes(name, Cube.of(axes, sums));
    }

    private static boolean leavesNobody(Cube outRate, String region) {
        return outRate.has(Axis.REGION) && outRate.select(Axis.REGION, region).total() == 0;
    }

    /** Nobody can leave a status twice in a step, so rates that act on the same people add up to 1 at most. */
    static void requireEnoughPeople(String from, List<StatusTransition> transitions, double most) {
        double sum = 0;
        List<String> ids = new ArrayList<>();
        for (StatusTransition transition : transitions) {
            if (transition.from().equals(from)) {
                sum += largest(transition.rate());
                ids.add(transition.id());
            }
        }
        if (sum > most) {
            throw new IllegalArgumentException("ProjectionInputs.transitions " + ids + ": got rates that may add up to "
                    + sum + " per person of status " + from + " per year, expected " + most + " at most");
        }
    }

    /** A quota is of a region as a whole: no status, sex or age, and a number for each region. */
    static void quota(String id, Cube quota, CellSpace space) {
        within("quota of " + id, quota, 0, Double.MAX_VALUE);
        boolean parted = quota.has(Axis.STATUS) || quota.has(Axis.SEX) || quota.has(Axis.AGE);
        if (parted || space.regions().size() > 1 && !quota.has(Axis.REGION)) {
            throw new IllegalArgumentException("ProjectionInputs.quota of " + id + ": got " + quota
                    + ", expected numbers by region, and by year at most");
        }
    }

    private static double largest(Cube cube) {
        double largest = 0;
        for (double value : cube.toArray()) {
            largest = Math.max(largest, value);
        }
        return largest;
    }

    static Cube within(String name, Cube cube, double low, double high) {
        double[] values = cube.toArray();
        for (int cell = 0; cell < values.length; cell++) {
            if (!(values[cell] >= low && values[cell] <= high)) {
                throw new IllegalArgumentException("ProjectionInputs." + at(name, cube, cell) + ": got "
                        + values[cell] + ", expected a finite value"
                        + (low == Double.MIN_VALUE
                                ? " above 0"
                                : " of " + low + (high == Double.MAX_VALUE ? " or more" : " to " + high)));
            }
        }
        return cube;
    }

    private static String at(String name, Cube cube, int cell) {
        return cube.axes().isEmpty() ? name : name + ", " + cube.describe(cell);
    }

    static void requireOnes(String name, Cube shares, String axis) {
        requireOnes(name, shares.sumOver(axis));
    }

    private static void requireOnes(String name, Cube sums) {
        double[] values = sums.toArray();
        for (int cell = 0; cell < values.length; cell++) {
            if (!(Math.abs(values[cell] - 1) <= SHARES)) {
                throw new IllegalArgumentException("ProjectionInputs." + at(name, sums, cell)
                        + ": got shares adding up to " + values[cell] + ", expected 1");
            }
        }
    }
}
