package org.kapok.projection.change;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.core.Region;
import org.kapok.projection.ProjectionInputs;

/**
 * Regions drawn anew: some merged into one, or one split into parts.
 *
 * <p>People and all that is counted in persons add up or are shared out: the base population, arrivals and departures
 * given as counts, births given. Where a count is told once for all regions, it is told for each of them from then on.
 * Rates are copied to the parts of a region. Of merged regions they are means weighted by the base population that they
 * apply to, of the same status, sex and age: survival, migration and changes of status and the rural share by people,
 * fertility by women, the sex ratio at birth by births in the first year, as expected or given; where there is nobody,
 * plain means. Where the merged regions have equal rates, the merged region is projected to exactly their sum. A table
 * that does not vary by region stays as it is.
 *
 * <p>Of moves between regions, the shares of destinations add up or are shared out likewise; those by origin, dense or
 * listed as corridors, are means weighted by the people who leave each origin in the first year. A move between merged
 * regions, or between the parts of one, stays a move: it leaves the region and enters it, and changes no sum.
 *
 * @see "Logan, Xu and Stults (2014), Interpolating U.S. decennial census tract data from as early as 1970 to 2010: a
 *     longitudinal tract database, The Professional Geographer 66(3)"
 */
public sealed interface Boundary extends Change {
    /** The regions that there are before and no longer, or from then on. */
    Set<String> touches();

    /** The cells with the new regions; a merged region takes the place of the first, parts that of their whole. */
    CellSpace applyTo(CellSpace space);

    /** The inputs of the new regions. */
    ProjectionInputs applyTo(ProjectionInputs inputs);

    @Override
    default ProjectionInputs applyTo(ProjectionInputs inputs, int lastYear) {
        return applyTo(inputs);
    }

    @Override
    default Stage stage() {
        return Stage.BOUNDARY;
    }

    @Override
    default String sets() {
        return "";
    }

    @Override
    default Scope scope() {
        return Scope.all();
    }

    /**
     * Regions that become one.
     *
     * @param id the name in reports
     * @param into the new region, which may bear the name of one of the old
     * @param regions the ids of the regions merged, 2 or more
     */
    record Merge(String id, Region into, List<String> regions) implements Boundary {
        public Merge {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(into, "into");
            regions = List.copyOf(regions);
            if (regions.size() < 2 || new HashSet<>(regions).size() < regions.size()) {
                throw new IllegalArgumentException(
                        "Merge " + id + ", regions: got " + regions + ", expected 2 or more, each once");
            }
        }

        @Override
        public Set<String> touches() {
            Set<String> touched = new HashSet<>(regions);
            touched.add(into.id());
            return touched;
        }

        @Override
        public CellSpace applyTo(CellSpace space) {
            return links(space).space();
        }

        @Override
        public ProjectionInputs applyTo(ProjectionInputs inputs) {
            return new Rezoning(links(inputs.base().space()), inputs).inputs();
        }

        private RegionLinks links(CellSpace space) {
            regions.forEach(region -> requireKnown("Merge " + id + ", regions", region, space));
            return RegionLinks.merge(space, into, regions);
        }
    }

    /**
     * A region that becomes several.
     *
     * @param id the name in reports
     * @param region the id of the region split
     * @param parts what it becomes, 1 or more; of each status their shares add up to 1
     */
    record Split(String id, String region, List<Part> parts) implements Boundary {
        private static final double ONE = 1e-9; // how far shares may be from adding up to 1

        public Split {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(region, "region");
            parts = List.copyOf(parts);
            Set<Axis> statuses = new LinkedHashSet<>();
            parts.forEach(part -> statuses.addAll(part.share().axes()));
            if (statuses.size() > 1) {
                throw new IllegalArgumentException(
                        "Split " + id + ", parts: got shares by " + statuses + ", expected the same statuses");
            }
            Cube sums = Cube.generate(List.copyOf(statuses), at -> 0);
            double[] sum = sums.toArray();
            for (Part part : parts) {
                double[] shares = part.share().along(sums.axes()).toArray();
                for (int status = 0; status < sum.length; status++) {
                    sum[status] += shares[status];
                }
            }
            for (int status = 0; status < sum.length; status++) {
                if (!(Math.abs(sum[status] - 1) <= ONE)) {
                    throw new IllegalArgumentException("Split " + id + ", parts"
                            + (statuses.isEmpty() ? "" : ", " + sums.describe(status)) + ": got shares adding up to "
                            + sum[status] + ", expected 1");
                }
            }
        }

        @Override
        public Set<String> touches() {
            Set<String> touched = new HashSet<>(Set.of(region));
            parts.forEach(part -> touched.add(part.region().id()));
            return touched;
        }

        @Override
        public CellSpace applyTo(CellSpace space) {
            return links(space).space();
        }

        @Override
        public ProjectionInputs applyTo(ProjectionInputs inputs) {
            return new Rezoning(links(inputs.base().space()), inputs).inputs();
        }

        private RegionLinks links(CellSpace space) {
            requireKnown("Split " + id + ", region", region, space);
            return RegionLinks.split(space, region, parts);
        }
    }

    /**
     * A part of a region that is split.
     *
     * @param region the new region, which may bear the name of the old
     * @param share the share of people who live there, 0 to 1, by status at most
     */
    record Part(Region region, Cube share) {
        public Part {
            Objects.requireNonNull(region, "region");
            Objects.requireNonNull(share, "share");
            TableChecks.within("Part " + region.id() + ", share", share, List.of(Axis.STATUS), 0, 1);
        }

        /** A part with the same share of people of every status. */
        public static Part of(Region region, double share) {
            return new Part(region, Cube.of(List.of(), share));
        }
    }

    private static void requireKnown(String what, String region, CellSpace space) {
        List<String> known = Axis.regions(space.regions()).labels();
        if (!known.contains(region)) {
            throw new IllegalArgumentException(what + ": got " + region + ", expected one of " + known);
        }
    }
}
