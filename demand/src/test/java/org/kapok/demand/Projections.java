package org.kapok.demand;

import java.time.LocalDate;
import java.util.List;
import org.kapok.core.AgeGroups;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.core.Population;
import org.kapok.core.Region;
import org.kapok.core.Status;
import org.kapok.projection.CohortComponent;
import org.kapok.projection.Projection;
import org.kapok.projection.ProjectionInputs;

/** Projections small enough to follow by hand: nobody dies, is born or moves. */
final class Projections {
    static final CellSpace SPACE = new CellSpace(
            List.of(new Region("A", "inner"), new Region("B", "outer")),
            List.of(new Status("registered", true, true), new Status("other", true, false)),
            AgeGroups.singleYears(20));

    private Projections() {}

    /** The situation of people alone, for models that refer to no service. */
    static Situation situation(Population people) {
        return Situation.of(People.of(people), id -> {
            throw new AssertionError("refers to " + id);
        });
    }

    /** People from 1 November 2020 to the last year, the given number in each cell of a region. */
    static Projection untouched(int lastYear, double inA, double inB) {
        return untouched(lastYear, Cube.of(List.of(Axis.regions(SPACE.regions())), inA, inB));
    }

    static Projection untouched(int lastYear, Cube persons) {
        Population base = Population.of(
                SPACE, LocalDate.of(2020, 11, 1), persons.along(SPACE.axes()).toArray());
        Cube all = Cube.of(List.of(), 1);
        return CohortComponent.project(ProjectionInputs.of(base, all, Cube.of(List.of(), 0), all), lastYear);
    }
}
