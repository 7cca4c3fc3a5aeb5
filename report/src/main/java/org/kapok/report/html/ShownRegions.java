package org.kapok.report.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kapok.core.CellSpace;
import org.kapok.core.Population;
import org.kapok.core.Region;
import org.kapok.core.Selection;
import org.kapok.projection.Projection;
import org.kapok.projection.Projection.Flow;
import org.kapok.scenario.ScenarioRun;

/**
 * The regions whose numbers a report carries: all, or of very many the largest, as many as keep the file to a few
 * megabytes. The whole place and groups are always there.
 *
 * @param list in the order of the run
 * @param all how many the run has
 */
record ShownRegions(List<Region> list, int all) {
    /** How many numbers of regions a file may carry, each of up to nine characters. */
    static final int MOST_NUMBERS = 400_000;

    private static final int MEASURES = 2; // residents and registered people
    private static final int GAP = 3; // supply, shortage, surplus

    ShownRegions {
        list = List.copyOf(list);
    }

    /** The regions shown of a run, where as many other scenarios are compared with it. */
    static ShownRegions of(ScenarioRun run, int compared) {
        Projection projection = run.projection();
        CellSpace space = projection.space();
        int dates = projection.dates().size();
        int people = MEASURES * dates * (PeopleData.bands(space.ages()).size() + 1 + Flow.values().length);
        int paths = run.demand()
                .map(demand -> demand.services().stream()
                        .mapToInt(service -> demand.paths(service.id()).size())
                        .sum())
                .orElse(0);
        int services = paths * dates * (run.gap().isPresent() ? 1 + GAP : 1);
        int most = Math.max(1, MOST_NUMBERS / (people * (1 + compared) + services));
        List<Region> regions = space.regions();
        if (regions.size() <= most) {
            return new ShownRegions(regions, regions.size());
        }
        Population last = projection.at(dates - 1);
        double[] residents = last.byRegion(Selection.residents());
        Set<Integer> largest = IntStream.range(0, regions.size())
                .boxed()
                .sorted(Comparator.comparingDouble(region -> -residents[region]))
                .limit(most)
                .collect(Collectors.toSet());
        return new ShownRegions(
                IntStream.range(0, regions.size())
                        .filter(largest::contains)
                        .mapToObj(regions::get)
                        .toList(),
                regions.size());
    }

    boolean areAll() {
        return list.size() == all;
    }

    /** The ids of the areas shown of a place that has them: the whole place, groups, regions. */
    List<String> areas(CellSpace space) {
        List<String> areas = new ArrayList<>(List.of(""));
        areas.addAll(space.groups());
        space.regions().stream().map(Region::id).filter(this::has).forEach(areas::add);
        return areas;
    }

    private boolean has(String region) {
        return areAll() || list.stream().anyMatch(each -> each.id().equals(region));
    }
}
