package org.kapok.projection.ensemble;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.kapok.core.AgeGroups;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.core.Population;
import org.kapok.core.Region;
import org.kapok.core.Status;
import org.kapok.projection.CohortComponent;
import org.kapok.projection.Convention;
import org.kapok.projection.ExternalMigration;
import org.kapok.projection.InternalMigration;
import org.kapok.projection.ProjectionInputs;
import org.kapok.projection.StatusTransition;

/** Seeded inputs of many regions. */
final class RandomInputs {
    static final int LAST = 2025;

    private RandomInputs() {}

    /** Seeded inputs; fertility and, by region, death vary by year, and so do arrivals. */
    static ProjectionInputs open(int regions, int changes, boolean even) {
        SplittableRandom random = new SplittableRandom(regions * 10L + changes);
        CellSpace space = space(regions, changes == 1 ? 2 : 3);
        List<Axis> cells = space.axes();
        Population base = Population.of(
                space,
                LocalDate.of(2020, 1, 1),
                random(random, cells, 100).map(value -> 900 + value).toArray());
        Axis years = CohortComponent.flowYears(base.date(), LAST, 1);
        List<Axis> dated = new ArrayList<>(cells);
        dated.add(0, years);
        Cube survival = random(random, List.of(years, cells.get(0), cells.get(2), cells.get(3)), 0.02)
                .map(value -> 1 - value);
        Cube asfr = Cube.generate(
                List.of(years, cells.get(1), cells.get(3)),
                at -> at[2] >= 15 && at[2] < 50 ? 0.1 * random.nextDouble() : 0);
        Axis child = new Axis(ProjectionInputs.CHILD_STATUS, cells.get(1).labels());
        Cube newborns =
                Cube.generate(List.of(cells.get(1), child), at -> at[1] == at[0] ? 0.7 : 0.3 / (child.size() - 1));
        Cube none = Cube.of(List.of(), 0);
        List<StatusTransition> all = changes(random, cells, dated);
        Cube net = random(random, dated, 10).map(value -> value - 5);
        return ProjectionInputs.of(base, survival, asfr, Cube.of(List.of(), 1.07))
                .withConvention(even ? Convention.UN_EVEN : Convention.UN_WPP_2024)
                .withNewbornStatus(newborns)
                .withExternal(
                        even
                                ? ExternalMigration.net(net)
                                : new ExternalMigration(
                                        random(random, dated, 5),
                                        random(random, cells, 0.01),
                                        none,
                                        random(random, cells, 0.05)))
                .withInternal(new InternalMigration(
                        random(random, List.of(cells.get(0), cells.get(3)), 0.08),
                        Cube.generate(List.of(cells.get(0)), at -> 1.0 / regions)))
                .withTransitions(all.subList(0, changes));
    }

    private static Cube random(SplittableRandom random, List<Axis> axes, double most) {
        return Cube.generate(axes, at -> most * random.nextDouble());
    }

    private static List<StatusTransition> changes(SplittableRandom random, List<Axis> cells, List<Axis> dated) {
        return List.of(
                new StatusTransition("settle", "guest", "here", random(random, cells, 0.1)),
                new StatusTransition("leave", "here", "guest", random(random, List.of(cells.get(3)), 0.1)),
                new StatusTransition("back", "guest", "here", random(random, dated, 0.2)));
    }

    private static CellSpace space(int regions, int statuses) {
        List<Status> all = List.of(
                new Status("here", true, true), new Status("guest", true, false), new Status("away", false, true));
        return new CellSpace(
                IntStream.range(0, regions)
                        .mapToObj(region -> new Region("r" + region, ""))
                        .toList(),
                all.subList(0, statuses),
                AgeGroups.singleYears(60));
    }

    /** The same without migration and changes of status. */
    static ProjectionInputs closed(int regions) {
        ProjectionInputs open = open(regions, 0, false);
        return ProjectionInputs.of(open.base(), open.survival(), open.asfr(), open.srb())
                .withNewbornStatus(open.newbornStatus());
    }
}
