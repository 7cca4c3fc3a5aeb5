package org.kapok.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The cells people are counted in: every region, status, sex and age group.
 *
 * <p>Cells are numbered with age running fastest, then sex, status and region, so that one region, status and sex is a
 * run of {@code ages.count()} cells: a profile.
 */
public final class CellSpace {
    private final List<Region> regions;
    private final List<Status> statuses;
    private final AgeGroups ages;
    private final Map<String, int[]> areas; // positions of regions by the id of a region or group, ascending

    /**
     * The cells of some regions, statuses and ages.
     *
     * @param regions the regions, 1 or more, each id once
     * @param statuses the statuses, 1 or more, each id once
     * @param ages the age groups
     */
    public CellSpace(List<Region> regions, List<Status> statuses, AgeGroups ages) {
        this.regions = List.copyOf(regions);
        this.statuses = List.copyOf(statuses);
        this.ages = ages;
        requireDistinct("regions", regions.stream().map(Region::id).toList());
        requireDistinct("statuses", statuses.stream().map(Status::id).toList());
        this.areas = areas(this.regions);
    }

    private static Map<String, int[]> areas(List<Region> regions) {
        Map<String, List<Integer>> groups = new HashMap<>();
        Map<String, int[]> areas = new HashMap<>();
        for (int region = 0; region < regions.size(); region++) {
            groups.computeIfAbsent(regions.get(region).group(), group -> new ArrayList<>())
                    .add(region);
            areas.put(regions.get(region).id(), new int[] {region});
        }
        groups.forEach((group, own) ->
                areas.put(group, own.stream().mapToInt(Integer::intValue).toArray()));
        areas.put("", IntStream.range(0, regions.size()).toArray());
        return areas;
    }

    public List<Region> regions() {
        return regions;
    }

    public List<Status> statuses() {
        return statuses;
    }

    public AgeGroups ages() {
        return ages;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CellSpace space
                && regions.equals(space.regions)
                && statuses.equals(space.statuses)
                && Objects.equals(ages, space.ages);
    }

    @Override
    public int hashCode() {
        return Objects.hash(regions, statuses, ages);
    }

    @Override
    public String toString() {
        return "CellSpace[regions=" + regions + ", statuses=" + statuses + ", ages=" + ages + "]";
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
        int[] found = areas.get(area);
        if (found != null) {
            return found.clone();
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
