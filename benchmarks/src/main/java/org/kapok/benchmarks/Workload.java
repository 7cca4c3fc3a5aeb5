package org.kapok.benchmarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.kapok.core.AgeGroups;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.core.Population;
import org.kapok.core.Region;
import org.kapok.core.Selection;
import org.kapok.core.Sex;
import org.kapok.core.Status;
import org.kapok.projection.Convention;
import org.kapok.projection.ExternalMigration;
import org.kapok.projection.InternalMigration;
import org.kapok.projection.ProjectionInputs;
import org.kapok.projection.StatusTransition;
import org.kapok.projection.ensemble.Count;

/**
 * Three projections whose inputs are closed formulas, so that programs in other languages can run the same: W1, a city of 11
 * districts and two statuses, 1000 draws of 30 years; W2, a nation of 2848 counties, one run of 30 years; W3, one closed
 * country, 1000 draws of 76 years. The formulas and checksums are in {@code benchmarks/README.md}.
 */
enum Workload {
    W1(new Size(11, 2, 30, 1000), 1.861473014966e+11, 4.135039943884e+09),
    W2(new Size(2848, 2, 30, 1), 4.738619615712e+10, 1.089064850972e+09),
    W3(new Size(1, 1, 76, 1000), 2.008327487340e+10, 1.401669253042e+08);

    private static final Predicate<Status> ANY = status -> true;
    private static final Selection EVERYBODY = new Selection(ANY, List.of(Sex.values()), 0, Selection.OPEN);

    final Size size;
    private final double checksum;
    private final double finalPeople;

    /** How large a workload is. */
    record Size(int regions, int statuses, int years, int draws, int lastAge) {
        Size(int regions, int statuses, int years, int draws) {
            this(regions, statuses, years, draws, 100);
        }

        /** Cells times steps of all draws. */
        long cellSteps() {
            return 2L * (lastAge + 1) * regions * statuses * years * draws;
        }

        CellSpace space() {
            List<Region> all = new ArrayList<>();
            for (int region = 0; region < regions; region++) {
                all.add(new Region("r" + region, ""));
            }
            List<Status> both = List.of(new Status("registered", true, true), new Status("other", true, false));
            return new CellSpace(all, both.subList(0, statuses), AgeGroups.singleYears(lastAge));
        }

        /** The inputs of the formulas: of two statuses with all migration, of one status with none. */
        ProjectionInputs inputs() {
            List<Axis> cells = space().axes();
            Population base = Population.of(
                    space(),
                    LocalDate.of(2020, 1, 1),
                    Cube.generate(cells, at -> Formulas.persons(at)).toArray());
            Cube survival = Cube.generate(cells, at -> 1 - Formulas.dying(at));
            Cube asfr = Cube.generate(
                    List.of(cells.get(0), cells.get(1), cells.get(3)), at -> Formulas.fertility(at[0], at[1], at[2]));
            ProjectionInputs closed = ProjectionInputs.of(base, survival, asfr, Cube.of(List.of(), 1.05));
            return statuses == 1 ? closed : open(closed, cells);
        }

        private ProjectionInputs open(ProjectionInputs closed, List<Axis> cells) {
            Axis child = new Axis(ProjectionInputs.CHILD_STATUS, cells.get(1).labels());
            List<Axis> regionsByAge = List.of(cells.get(0), cells.get(3));
            Cube weight = Cube.generate(regionsByAge, at -> Formulas.weight(at[0], at[1]));
            double[] all = weight.sumOver(Axis.REGION).toArray();
            return closed.withConvention(Convention.UN_EVEN)
                    .withNewbornStatus(Cube.of(List.of(cells.get(1), child), 1, 0, 0, 1))
                    .withExternal(ExternalMigration.net(Cube.generate(cells, at -> Formulas.migrants(at))))
                    .withInternal(new InternalMigration(
                            Cube.generate(
                                    List.of(cells.get(0), cells.get(1), cells.get(3)),
                                    at -> Formulas.leaving(at[0], at[1], at[2])),
                            Cube.generate(regionsByAge, at -> Formulas.weight(at[0], at[1]) / all[at[1]])))
                    .withTransitions(List.of(new StatusTransition(
                            "settlement",
                            "other",
                            "registered",
                            Cube.generate(regionsByAge, at -> Formulas.conversion(at[0], at[1])))));
        }
    }

    Workload(Size size, double checksum, double finalPeople) {
        this.size = size;
        this.checksum = checksum;
        this.finalPeople = finalPeople;
    }

    /** The workload made ready to be run, again and again. */
    WorkloadRun prepare(int threads) {
        return this == W2 ? new RegionRun(this, threads) : new DrawRun(this, threads);
    }

    /** What is counted, in the order of the checksum; of W2 by region, births and deaths past the checksum. */
    List<Count> counts() {
        return switch (this) {
            case W1 -> countsOfDistricts();
            case W2 -> {
                List<Count> counts = new ArrayList<>();
                for (Status status : size.space().statuses()) {
                    addFiveYears(counts, Selection.status(status.id()));
                }
                addFlows(counts, "", List.of(Count.Kind.BIRTHS, Count.Kind.DEATHS));
                yield counts;
            }
            case W3 -> {
                List<Count> counts = new ArrayList<>();
                addFiveYears(counts, EVERYBODY);
                addFlows(counts, "", List.of(Count.Kind.BIRTHS, Count.Kind.DEATHS));
                yield counts;
            }
        };
    }

    private List<Count> countsOfDistricts() {
        List<Count> counts = new ArrayList<>();
        for (Region region : size.space().regions()) {
            for (Status status : size.space().statuses()) {
                for (int band = 0; band + 1 < Formulas.BANDS.length; band++) {
                    int to = band + 2 < Formulas.BANDS.length ? Formulas.BANDS[band + 1] - 1 : Selection.OPEN;
                    Selection aged = Selection.status(status.id()).aged(Formulas.BANDS[band], to);
                    counts.add(Count.people(region.id(), aged));
                }
            }
            addFlows(counts, region.id(), List.of(Count.Kind.BIRTHS, Count.Kind.DEATHS, Count.Kind.NET_MIGRATION));
        }
        return counts;
    }

    private static void addFiveYears(List<Count> counts, Selection people) {
        for (Sex sex : List.of(Sex.MALE, Sex.FEMALE)) {
            for (int age = 0; age <= 100; age += 5) {
                int to = age == 100 ? Selection.OPEN : age + 4;
                counts.add(Count.people("", people.aged(age, to).of(sex)));
            }
        }
    }

    private static void addFlows(List<Count> counts, String area, List<Count.Kind> kinds) {
        kinds.forEach(kind -> counts.add(new Count(kind, area, EVERYBODY)));
    }

    /** Refuses values that are not those of the workload, to 1e-9. */
    double check(double gotChecksum, double gotPeople) {
        if (!(Math.abs(gotChecksum / checksum - 1) < 1e-9 && Math.abs(gotPeople / finalPeople - 1) < 1e-9)) {
            throw new IllegalStateException(this + ": got checksum " + gotChecksum + " and " + gotPeople
                    + " people at the end, expected " + checksum + " and " + finalPeople);
        }
        return gotChecksum;
    }
}
