package org.kapok.projection;

import java.util.List;
import java.util.Objects;
import org.kapok.core.Axis;
import org.kapok.core.Cube;

/**
 * Movement between regions: every region sends out by rate, and those who left are shared out by where they go. Which
 * form it takes is told by the axes of the shares:
 *
 * <ul>
 *   <li>without an origin, all who leave form a pool, of each status, sex and age, and each region receives a share of
 *       it, the regions of origin included;
 *   <li>with the axis {@link #ORIGIN}, each origin has shares of its own (dense origin-destination flows);
 *   <li>with the axis {@link #CORRIDOR} in place of the region, the same for listed pairs only (sparse flows).
 * </ul>
 *
 * @param outRate people leaving per person per year, 0 to 1
 * @param destinationShare 0 to 1, adding up to 1 over the destinations
 */
public record InternalMigration(Cube outRate, Cube destinationShare) {
    /** The axis of the region left; {@link Axis#REGION} is the one entered. */
    public static final String ORIGIN = "origin";

    /** The axis of pairs of regions, labelled by {@link #corridor}. */
    public static final String CORRIDOR = "corridor";

    private static final String TO = ">";

    public InternalMigration {
        Objects.requireNonNull(outRate, "outRate");
        Objects.requireNonNull(destinationShare, "destinationShare");
    }

    /** The label of a pair of regions. */
    public static String corridor(String origin, String destination) {
        return origin + TO + destination;
    }

    /**
     * Positions of the regions left and entered by each corridor, shape [corridor][2]; -1 where unknown.
     *
     * @param corridors the axis {@link #CORRIDOR} of the shares
     * @param regions ids of the regions
     */
    public static int[][] ends(Axis corridors, List<String> regions) {
        int[][] ends = new int[corridors.size()][];
        for (int i = 0; i < ends.length; i++) {
            String[] names = corridors.labels().get(i).split(TO, -1);
            ends[i] = new int[] {regions.indexOf(names[0]), names.length == 2 ? regions.indexOf(names[1]) : -1};
        }
        return ends;
    }
}
