package org.kapok.core;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The cells people are counted in: every region, status, sex and age group.
 *
 * <p>Cells are numbered with age running fastest, then sex, status and region, so that one region, status and sex is a
 * run of {@code ages.count()} cells: a profile.
 *
 * @param regions the regions, 1 or more, each id once
 * @param statuses the statuses, 1 or more, each id once
 * @param ages the age groups
 */
public record CellSpace(List<Region> regions, List<Status> statuses, AgeGroups ages) {
    public CellSpace {
        regions = List.copyOf(regions);
        statuses = List.copyOf(statuses);
        requireDistinct("regions", regions.stream().map(Region::id).toList());
        requireDistinct("statuses", statuses.stream().map(Status::id).toList());
    }

    /** The number of cells. */
    public int size() {
        return Math.multiplyExact(profiles(), ages.count());
    }

    /** The number of profiles: regions x statuses x sexes. */
    public int profiles() {
        return Math.multiplyExact(regions.size(), statuses.size() * Sex.values().length);
    }

    /** The first cell of a profile. */
    public int profile(int region, int status, Sex sex) {
        return ((region * statuses.size() + status) * Sex.values().length + sex.ordinal()) * ages.count();
    }

    /** The axes of the cells: region, status, sex, age. */
    public List<Axis> axes() {
        return List.of(Axis.regions(regions), Axis.statuses(statuses), Axis.sexes(), Axis.ages(ages));
    }

    /** The ids of the groups that regions belong to, in order of appearance. */
    public List<String> groups() {
        return regions.stream()
                .map(Region::group)
                .filter(group -> !group.isEmpty())
                .distinct()
                .toList();
    }

    /**
     * The positions of the regions of an area.
     *
     * @param area the id of a region or group; empty for all regions
     */
    public int[] regionsIn(String area) {
        int[] found = IntStream.range(0, regions.size())
                .filter(region -> area.isEmpty() || regions.get(region).group().equals(area))
                .toArray();
        if (found.length > 0) {
            return found;
        }
        for (int region = 0; region < regions.size(); region++) {
            if (regions.get(region).id().equals(area)) {
                return new int[] {region};
            }
        }
        return new int[] {Axis.regions(regions).indexOf(area)}; // says which there are
    }

    /** The position of a status. */
    public int statusIndex(String id) {
        return Axis.statuses(statuses).indexOf(id);
    }

    private static void requireDistinct(String what, List<String> ids) {
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("CellSpace." + what + ": got none, expected 1 or more");
        }
        Set<String> seen = new HashSet<>();
        for (String id : ids) {
            if (!seen.add(id)) {
                throw new IllegalArgumentException("CellSpace." + what + ": got " + id + " twice");
            }
        }
    }
}
