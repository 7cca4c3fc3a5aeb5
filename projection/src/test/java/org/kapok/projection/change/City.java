package org.kapok.projection.change;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.kapok.core.AgeGroups;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.core.Population;
import org.kapok.core.Region;
import org.kapok.core.Selection;
import org.kapok.core.Status;
import org.kapok.projection.CohortComponent;
import org.kapok.projection.Convention;
import org.kapok.projection.ExternalMigration;
import org.kapok.projection.InternalMigration;
import org.kapok.projection.Projection;
import org.kapok.projection.ProjectionInputs;
import org.kapok.projection.StatusTransition;

/**
 * A made-up city: registered people at home, residents registered elsewhere and people registered but away, who move
 * across the border and between districts and settle.
 *
 * @param districts ids; those whose id starts with an i belong to the group inner, all else to outer
 * @param ages the age groups
 * @param sameRates whether all districts have the same rates
 */
record City(List<String> districts, AgeGroups ages, boolean sameRates) {
    static final List<Status> STATUSES =
            List.of(new Status("home", true, true), new Status("guest", true, false), new Status("away", false, true));

    static City of(String... districts) {
        return new City(List.of(districts), AgeGroups.singleYears(85), false);
    }

    City withSameRates() {
        return new City(districts, ages, true);
    }

    City withAges(AgeGroups others) {
        return new City(districts, others, sameRates);
    }

    CellSpace space() {
        return new CellSpace(
                districts.stream()
                        .map(id -> new Region(id, id.startsWith("i") ? "inner" : "outer"))
                        .toList(),
                STATUSES,
                ages);
    }

    /** Open to the border and within; of every table some axes are left out. */
    ProjectionInputs inputs(Convention convention) {
        int width = ages.uniformWidth();
        List<Axis> cells = space().axes();
        List<Axis> byAge = List.of(cells.get(0), cells.get(2), cells.get(3));
        Axis mother = cells.get(1);
        ProjectionInputs inputs = ProjectionInputs.of(
                        Population.of(
                                space(),
                                LocalDate.of(2020, 11, 1),
                                random(1, cells, false, 200 * width, 400 * width)
                                        .toArray()),
                        random(2, byAge, sameRates, 1 - 0.02 * width, 1),
                        fertile(random(3, List.of(cells.get(0), cells.get(1), cells.get(3)), sameRates, 0.02, 0.08)),
                        random(4, cells.subList(0, 2), sameRates, 1.0, 1.1))
                .withConvention(convention)
                .withNewbornStatus(Cube.of(
                        List.of(mother, new Axis(ProjectionInputs.CHILD_STATUS, mother.labels())),
                        1,
                        0,
                        0,
                        0.3,
                        0.7,
                        0,
                        0,
                        0,
                        1))
                .withExternal(new ExternalMigration(
                        random(5, cells, false, 5, 15),
                        random(6, List.of(cells.get(0), cells.get(3)), sameRates, 0.001, 0.003),
                        convention.equals(Convention.UN_WPP_2024) ? random(7, byAge, false, 1, 3) : none(),
                        random(8, cells, sameRates, 0.01, 0.04)))
                .withInternal(pool())
                .withTransitions(List.of(
                        new StatusTransition("settlement", "guest", "home", random(9, byAge, sameRates, 0, 0.02)),
                        new StatusTransition("leaving", "home", "away", Cube.of(List.of(), 0.01))))
                .withRuralShare(random(10, cells.subList(0, 2), sameRates, 0, 1));
        return convention.openAge() == Convention.OpenAge.APART
                ? inputs.withOpenAgeSurvival(random(11, cells.subList(0, 3), sameRates, 0.5, 0.8))
                : inputs;
    }

    /** Moves between districts through a pool. */
    InternalMigration pool() {
        List<Axis> cells = space().axes();
        Cube weights = random(12, List.of(cells.get(0), cells.get(1), cells.get(3)), false, 0.5, 1);
        Cube sums = weights.sumOver(Axis.REGION).map(sum -> 1 / sum);
        return new InternalMigration(
                random(13, List.of(cells.get(0), cells.get(3)), sameRates, 0.02, 0.06), weights.times(sums));
    }

    /** Moves between districts, from each with shares of its own. */
    InternalMigration originDestination() {
        List<Axis> cells = space().axes();
        Axis origin = new Axis(InternalMigration.ORIGIN, districts);
        Cube weights = random(14, List.of(origin, cells.get(0), cells.get(3)), false, 0.5, 1);
        Cube sums = weights.sumOver(Axis.REGION).map(sum -> 1 / sum);
        return new InternalMigration(pool().outRate(), weights.times(sums));
    }

    static double residents(Projection projection, int date, int region) {
        return projection.at(date).byRegion(Selection.residents())[region];
    }

    static Projection project(ProjectionInputs inputs, int steps) {
        int width = inputs.base().space().ages().uniformWidth();
        return CohortComponent.project(inputs, inputs.base().date().getYear() + steps * width);
    }

    static Cube none() {
        return Cube.of(List.of(), 0);
    }

    private Cube fertile(Cube rates) {
        int ageAt = rates.axes().size() - 1;
        return Cube.generate(rates.axes(), at -> {
            int age = ages.start(at[ageAt]);
            return age < 15 || age >= 50 ? 0 : rates.at(at);
        });
    }

    /** Random numbers of a table; where districts are alike they do not vary by them, but are told for each. */
    private static Cube random(long seed, List<Axis> axes, boolean alike, double low, double high) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Axis> own = alike
                ? axes.stream().filter(axis -> !axis.name().equals(Axis.REGION)).toList()
                : axes;
        return Cube.generate(own, at -> low + (high - low) * random.nextDouble())
                .along(axes);
    }
}
