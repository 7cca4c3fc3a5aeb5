package org.kapok.projection.target;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.kapok.core.AgeGroups;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.core.Population;
import org.kapok.core.Region;
import org.kapok.core.Status;
import org.kapok.projection.Component;
import org.kapok.projection.ExternalMigration;
import org.kapok.projection.InternalMigration;
import org.kapok.projection.ProjectionInputs;
import org.kapok.projection.StatusTransition;

/** Two districts of locals and guests with random people and flows, for solving. */
public final class SolverCity {
    public static final int LAST_YEAR = 2026;
    public static final Component ARRIVALS = new Component(Component.Kind.ARRIVALS, "");
    public static final Component DEPARTURES = new Component(Component.Kind.DEPARTURES, "");
    public static final Component FERTILITY = new Component(Component.Kind.FERTILITY, "");
    public static final Component MORTALITY = new Component(Component.Kind.MORTALITY, "");
    public static final Component MOVES = new Component(Component.Kind.MOVES, "");
    public static final Component RURAL = new Component(Component.Kind.RURAL_SHARE, "");
    public static final Component SETTLEMENT = new Component(Component.Kind.TRANSITION, "settlement");

    private SolverCity() {}

    public static ProjectionInputs inputs(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        AgeGroups ages = AgeGroups.singleYears(80);
        CellSpace space = new CellSpace(
                List.of(new Region("A", "inner"), new Region("B", "outer")),
                List.of(new Status("local", true, true), new Status("guest", true, false)),
                ages);
        double[] people = random.doubles(space.size(), 50, 150).toArray();
        List<Axis> sexAge = List.of(Axis.sexes(), Axis.ages(ages));
        Cube survival = Cube.generate(sexAge, at -> 1 - 0.0005 * Math.exp(0.07 * at[1]));
        Cube asfr = Cube.generate(List.of(Axis.ages(ages)), at -> at[0] >= 18 && at[0] < 45 ? 0.05 : 0);
        List<Axis> cells = space.axes();
        Cube arrivals = Cube.generate(
                cells, at -> (at[1] == 0 ? 0.3 : 3) * (at[3] > 15 && at[3] < 40 ? 2 : 0.5) * random.nextDouble(0.8, 1));
        Cube leaving = Cube.generate(List.of(cells.get(1), cells.get(3)), at -> (at[0] == 0 ? 0.005 : 0.03));
        Axis years = new Axis(Axis.YEAR, List.of("2020", "2021", "2022", "2023", "2024", "2025", "2026"));
        return ProjectionInputs.of(
                        Population.of(space, LocalDate.of(2020, 1, 1), people),
                        survival,
                        asfr,
                        Cube.of(List.of(), 1.06))
                .withExternal(ExternalMigration.gross(arrivals, leaving))
                .withInternal(new InternalMigration(Cube.of(List.of(), 0.02), Cube.of(List.of(cells.get(0)), 0.4, 0.6)))
                .withTransitions(
                        List.of(new StatusTransition("settlement", "guest", "local", Cube.of(List.of(), 0.03))))
                .withRuralShare(
                        Cube.generate(List.of(years, cells.get(0)), at -> at[1] == 0 ? 0.05 : (40 - at[0]) / 100.0));
    }

    static Measure measure(ProjectionInputs inputs, String id) {
        return Measure.find(Measure.of(inputs), id).orElseThrow();
    }
}
