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
import org.kapok.projection.ensemble.Ensemble;
import org.kapok.projection.ensemble.Futures;
import org.kapok.projection.ensemble.Values;

/**
 * Two ensembles whose inputs are closed formulas, so that programs in other languages can run the same: W1, a city of 11
 * districts and two statuses, 1000 draws of 30 years; W3, one closed country, 1000 draws of 76 years. The formulas and
 * checksums are in {@code benchmarks/README.md}.
 */
enum Workload {
    W1(11, 2, 30, 1.861473014966e+11, 4.135039943884e+09) {
        @Override
        ProjectionInputs inputs() {
            List<Axis> cells = space().axes();
            Axis child = new Axis(ProjectionInputs.CHILD_STATUS, cells.get(1).labels());
            return closed(cells)
                    .withConvention(Convention.UN_EVEN)
                    .withNewbornStatus(Cube.of(List.of(cells.get(1), child), 1, 0, 0, 1))
                    .withExternal(ExternalMigration.net(Cube.generate(cells, at -> Formulas.migrants(at))))
                    .withInternal(new InternalMigration(
                            Cube.generate(
                                    List.of(cells.get(0), cells.get(1), cells.get(3)),
                                    at -> Formulas.leaving(at[0], at[1], at[2])),
                            Cube.generate(
                                    List.of(cells.get(0), cells.get(3)),
                                    at -> Formulas.destination(at[0], at[1], regions))))
                    .withTransitions(List.of(new StatusTransition(
                            "settlement",
                            "other",
                            "registered",
                            Cube.generate(
                                    List.of(cells.get(0), cells.get(3)), at -> Formulas.conversion(at[0], at[1])))));
        }

        @Override
        List<Count> counts() {
            List<Count> counts = new ArrayList<>();
            for (Region region : space().regions()) {
                for (Status status : space().statuses()) {
                    for (int band = 0; band + 1 < Formulas.BANDS.length; band++) {
                        int to = band + 2 < Formulas.BANDS.length ? Formulas.BANDS[band + 1] - 1 : Selection.OPEN;
                        counts.add(Count.people(
                                region.id(), Selection.status(status.id()).aged(Formulas.BANDS[band], to)));
                    }
                }
                for (Count.Kind kind : List.of(Count.Kind.BIRTHS, Count.Kind.DEATHS, Count.Kind.NET_MIGRATION)) {
                    counts.add(new Count(kind, region.id(), EVERYBODY));
                }
            }
            return counts;
        }

        @Override
        double people(Values values, int draw) {
            double sum = 0;
            for (int count = 0; count < values.counts().size(); count++) {
                boolean people = values.counts().get(count).kind() == Count.Kind.PEOPLE;
                sum += people ? values.at(count, years - 1, draw) : 0;
            }
            return sum;
        }
    },

    W3(1, 1, 76, 2.008327487340e+10, 1.401669253042e+08) {
        @Override
        ProjectionInputs inputs() {
            return closed(space().axes());
        }

        @Override
        List<Count> counts() {
            List<Count> counts = new ArrayList<>();
            for (Sex sex : List.of(Sex.MALE, Sex.FEMALE)) {
                for (int age = 0; age <= 100; age += 5) {
                    int to = age == 100 ? Selection.OPEN : age + 4;
                    counts.add(Count.people("", EVERYBODY.aged(age, to).of(sex)));
                }
            }
            counts.add(new Count(Count.Kind.BIRTHS, "", EVERYBODY));
            counts.add(new Count(Count.Kind.DEATHS, "", EVERYBODY));
            return counts;
        }

        @Override
        double people(Values values, int draw) {
            double sum = 0;
            for (int count = 0; count < values.counts().size() - 2; count++) {
                sum += values.at(count, years - 1, draw);
            }
            return sum;
        }
    };

    /** Draws of each workload. */
    static final int DRAWS = 1000;

    private static final Predicate<Status> ANY = status -> true;
    private static final Selection EVERYBODY = new Selection(ANY, List.of(Sex.values()), 0, Selection.OPEN);

    final int regions;
    final int statuses;
    final int years;
    final double checksum;
    final double finalPeople;

    Workload(int regions, int statuses, int years, double checksum, double finalPeople) {
        this.regions = regions;
        this.statuses = statuses;
        this.years = years;
        this.checksum = checksum;
        this.finalPeople = finalPeople;
    }

    abstract ProjectionInputs inputs();

    abstract List<Count> counts();

    /** Everybody at the end of a draw. */
    abstract double people(Values values, int draw);

    CellSpace space() {
        List<Region> all = new ArrayList<>();
        for (int region = 0; region < regions; region++) {
            all.add(new Region("r" + region, ""));
        }
        List<Status> both = List.of(new Status("registered", true, true), new Status("other", true, false));
        return new CellSpace(all, both.subList(0, statuses), AgeGroups.singleYears(100));
    }

    Ensemble ensemble() {
        return Ensemble.of(inputs(), 2020 + years, counts());
    }

    /** The factors of the formulas: fertility and mortality, then all migration; changes of status have none. */
    Futures futures() {
        return (draw, factors) -> {
            for (int step = 0; step < years; step++) {
                long at = ((long) draw * years + step) * 3;
                factors[1][step] = 1 + 0.2 * (Formulas.uniform(at) - 0.5);
                factors[0][step] = 1 + 0.2 * (Formulas.uniform(at + 1) - 0.5);
                double migration = 1 + 0.5 * (Formulas.uniform(at + 2) - 0.5);
                for (int component = 2; component < Math.min(5, factors.length); component++) {
                    factors[component][step] = migration;
                }
            }
        };
    }

    /** Cells times steps of all draws. */
    long cellSteps() {
        return (long) space().size() * years * DRAWS;
    }

    /** The checksum of the values: over draws, years, and counts in their order. */
    double checksum(Values values) {
        double sum = 0;
        long index = 0;
        for (int draw = 0; draw < values.draws(); draw++) {
            for (int step = 0; step < years; step++) {
                for (int count = 0; count < values.counts().size(); count++) {
                    sum += values.at(count, step, draw) * (1 + (index++ % 97) / 97.0);
                }
            }
        }
        return sum;
    }

    /** Refuses values that are not those of the workload, to 1e-9. */
    double check(Values values) {
        double got = checksum(values);
        double people = 0;
        for (int draw = 0; draw < values.draws(); draw++) {
            people += people(values, draw);
        }
        if (!(Math.abs(got / checksum - 1) < 1e-9 && Math.abs(people / finalPeople - 1) < 1e-9)) {
            throw new IllegalStateException(this + ": got checksum " + got + " and " + people
                    + " people at the end, expected " + checksum + " and " + finalPeople);
        }
        return got;
    }

    /** A population without migration, which is all of W3 and where W1 starts. */
    ProjectionInputs closed(List<Axis> cells) {
        Population base = Population.of(
                space(),
                LocalDate.of(2020, 1, 1),
                Cube.generate(cells, at -> Formulas.persons(at)).toArray());
        Cube survival = Cube.generate(cells, at -> 1 - Formulas.dying(at));
        Cube asfr = Cube.generate(
                List.of(cells.get(0), cells.get(1), cells.get(3)), at -> Formulas.fertility(at[0], at[1], at[2]));
        return ProjectionInputs.of(base, survival, asfr, Cube.of(List.of(), 1.05));
    }
}
