package org.kapok.projection.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.core.Region;

/**
 * From which old regions each new one is made, and what share of their people it gets. Either several old regions go
 * into one new, whole, or one old region goes into several new; all others stay.
 */
final class RegionLinks {
    private final CellSpace old;
    private final List<Region> regions = new ArrayList<>(); // the new ones
    private final List<int[]> sources = new ArrayList<>(); // [new], positions of the old
    private final List<double[]> shares = new ArrayList<>(); // [new][status], of the people of each source

    private RegionLinks(CellSpace old) {
        this.old = old;
    }

    static RegionLinks merge(CellSpace old, Region into, List<String> merged) {
        RegionLinks links = new RegionLinks(old);
        int[] all = merged.stream()
                .mapToInt(Axis.regions(old.regions())::indexOf)
                .sorted()
                .toArray();
        for (int region = 0; region < old.regions().size(); region++) {
            if (region == all[0]) {
                links.add(into, links.ones(), all);
            } else if (Arrays.binarySearch(all, region) < 0) {
                links.add(old.regions().get(region), links.ones(), region);
            }
        }
        return links;
    }

    static RegionLinks split(CellSpace old, String split, List<Boundary.Part> parts) {
        RegionLinks links = new RegionLinks(old);
        for (int region = 0; region < old.regions().size(); region++) {
            if (!old.regions().get(region).id().equals(split)) {
                links.add(old.regions().get(region), links.ones(), region);
                continue;
            }
            for (Boundary.Part part : parts) {
                Cube byStatus = part.share().along(List.of(Axis.statuses(old.statuses())));
                links.add(part.region(), byStatus.toArray(), region);
            }
        }
        return links;
    }

    /** The new cells. */
    CellSpace space() {
        return new CellSpace(regions, old.statuses(), old.ages());
    }

    /** The new regions that an old one has a part in. */
    List<Integer> targets(int source) {
        List<Integer> targets = new ArrayList<>();
        for (int region = 0; region < regions.size(); region++) {
            if (Arrays.binarySearch(sources.get(region), source) >= 0) {
                targets.add(region);
            }
        }
        return targets;
    }

    /** What a new region gets of all that is counted in its sources. */
    double share(int region, int status) {
        return shares.get(region)[status];
    }

    /** Whether a new region gets other shares of some statuses than of others. */
    boolean byStatus() {
        return shares.stream().anyMatch(of -> Arrays.stream(of).anyMatch(share -> share != of[0]));
    }

    /** Counts of the new regions; nothing, told once for all regions, stays as it is. */
    Cube counts(Cube table) {
        if (!table.has(Axis.REGION) && table.total() == 0) {
            return table;
        }
        List<Axis> axes = new ArrayList<>(table.axes());
        if (!table.has(Axis.REGION)) {
            axes.add(0, Axis.regions(old.regions()));
        }
        if (byStatus() && !table.has(Axis.STATUS)) {
            axes.add(1 + axes.indexOf(Axis.regions(old.regions())), Axis.statuses(old.statuses()));
        }
        Cube own = table.along(axes);
        int statusAt = axes.indexOf(Axis.statuses(old.statuses()));
        int regionAt = axes.indexOf(Axis.regions(old.regions()));
        axes.set(regionAt, Axis.regions(regions));
        return Cube.generate(axes, index -> {
            int[] at = index.clone();
            double sum = 0;
            for (int source : sources.get(index[regionAt])) {
                at[regionAt] = source;
                sum += own.at(at);
            }
            return sum * share(index[regionAt], statusAt < 0 ? 0 : index[statusAt]);
        });
    }

    /**
     * Rates of the new regions.
     *
     * @param axis the axis of the old regions in the table; a table without it stays as it is
     * @param weights people over the axis region and any others; summed over those that the table has not
     */
    Cube means(Cube table, String axis, Cube weights) {
        if (!table.has(axis)) {
            return table;
        }
        List<Axis> axes = new ArrayList<>(table.axes());
        int regionAt = axes.indexOf(table.axis(axis));
        List<Axis> weighed = new ArrayList<>(axes);
        weighed.removeIf(own -> own.name().equals(Axis.REGION)); // where regions are entered, those left have weights
        weighed.add(weights.axis(Axis.REGION));
        Cube parts = renamed(portions(weights, weighed, null), axis).along(axes);
        axes.set(regionAt, new Axis(axis, Axis.regions(regions).labels()));
        return Cube.generate(axes, index -> {
            int[] at = index.clone();
            double mean = 0;
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int source : sources.get(index[regionAt])) {
                at[regionAt] = source;
                double rate = table.at(at);
                mean += parts.at(at) * rate;
                least = Math.min(least, rate);
                most = Math.max(most, rate);
            }
            return Math.min(most, Math.max(least, mean)); // a mean of equal rates is that rate, to the last digit
        });
    }

    /**
     * What each old region counts for in the mean of the new one, adding up to 1 over those merged.
     *
     * @param weights people over the axis region and any others
     * @param axes which of the axes of {@code weights} to keep, and others
     * @param counted whether a region counts at all; null for every one
     * @return over the axis region and the axes kept
     */
    Cube portions(Cube weights, List<Axis> axes, boolean[] counted) {
        Cube own = weights;
        for (Axis axis : weights.axes()) {
            own = axes.contains(axis) ? own : own.sumOver(axis.name());
        }
        Cube people = own;
        int regionAt = people.axes().indexOf(people.axis(Axis.REGION));
        int[][] together = new int[old.regions().size()][];
        for (int source = 0; source < together.length; source++) {
            together[source] = sources.get(targets(source).get(0));
        }
        return Cube.generate(people.axes(), index -> {
            int[] merged = together[index[regionAt]];
            if (merged.length == 1) {
                return 1;
            }
            int[] at = index.clone();
            double sum = 0;
            int regionsCounted = 0;
            for (int source : merged) {
                at[regionAt] = source;
                boolean counts = counted == null || counted[source];
                sum += counts ? people.at(at) : 0;
                regionsCounted += counts ? 1 : 0;
            }
            if (counted != null && !counted[index[regionAt]]) {
                return 0;
            }
            return sum > 0 ? people.at(index) / sum : 1.0 / regionsCounted;
        });
    }

    private static Cube renamed(Cube cube, String regions) {
        List<Axis> axes = new ArrayList<>(cube.axes());
        axes.replaceAll(axis -> axis.name().equals(Axis.REGION) ? new Axis(regions, axis.labels()) : axis);
        return Cube.of(axes, cube.toArray());
    }

    private double[] ones() {
        double[] ones = new double[old.statuses().size()];
        Arrays.fill(ones, 1);
        return ones;
    }

    private void add(Region region, double[] share, int... from) {
        regions.add(region);
        sources.add(from);
        shares.add(share);
    }
}
