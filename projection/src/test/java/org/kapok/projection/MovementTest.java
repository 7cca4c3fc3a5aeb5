package org.kapok.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kapok.core.AgeGroups;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.core.Population;
import org.kapok.core.Region;
import org.kapok.core.Sex;
import org.kapok.core.Status;
import org.kapok.projection.Projection.Flow;

/** Laws of movement: through a pool, from origin to destination, over the border, and not at all. */
class MovementTest {
    private static final AgeGroups AGES = AgeGroups.singleYears(90);
    private static final List<Status> ONE = List.of(new Status("all", true, true));
    private static final List<String> NAMES = List.of("A", "B", "C", "D");
    private static final LocalDate BASE = LocalDate.of(2020, 1, 1);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void project_sameSharesFromEveryOrigin_isThePool(long seed) {
        Cube shares = Cube.of(List.of(regions(NAMES)), 0.4, 0.3, 0.2, 0.1);
        for (Convention convention : Convention.presets()) {
            Projection pool = project(convention, closed(seed, NAMES).withInternal(moving(seed, shares)));
            Projection dense = project(
                    convention, closed(seed, NAMES).withInternal(moving(seed, shares.along(originDestination()))));

            assertSame(dense, pool, 1e-12);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {4, 5, 6})
    void project_listedPairs_areTheSameAsAFullTable(long seed) {
        Cube full = randomShares(seed);
        List<String> pairs = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int origin = 3; origin >= 0; origin--) {
            for (int destination = 0; destination < 4; destination++) {
                if (full.at(origin, destination, 0) > 0) {
                    pairs.add(InternalMigration.corridor(NAMES.get(origin), NAMES.get(destination)));
                    for (int age = 0; age < AGES.count(); age++) {
                        values.add(full.at(origin, destination, age));
                    }
                }
            }
        }
        Cube listed = Cube.of(
                List.of(new Axis(InternalMigration.CORRIDOR, pairs), Axis.ages(AGES)),
                values.stream().mapToDouble(Double::doubleValue).toArray());
        Projection dense = project(Convention.UN_WPP_2024, closed(seed, NAMES).withInternal(moving(seed, full)));
        Projection sparse = project(Convention.UN_WPP_2024, closed(seed, NAMES).withInternal(moving(seed, listed)));

        assertThat(pairs).hasSizeLessThan(16);
        assertSame(sparse, dense, 1e-12);
        assertThat(sparse.flows(Flow.MOVES_IN).total())
                .isCloseTo(sparse.flows(Flow.MOVES_OUT).total(), within(1e-6));
        assertThat(sparse.accounts()).isLessThan(1e-7);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {7, 8})
    void project_regionsInAnotherOrder_giveTheSamePeople(long seed) {
        List<String> turned = List.of("D", "B", "A", "C");
        Cube full = randomShares(seed);
        Cube moved = Cube.generate(
                List.of(new Axis(InternalMigration.ORIGIN, turned), regions(turned), Axis.ages(AGES)),
                at -> full.at(NAMES.indexOf(turned.get(at[0])), NAMES.indexOf(turned.get(at[1])), at[2]));
        Projection one = project(Convention.UN_EVEN, closed(seed, NAMES).withInternal(moving(seed, full)));
        Projection other = project(Convention.UN_EVEN, closed(seed, turned).withInternal(moving(seed, moved)));

        for (int region = 0; region < 4; region++) {
            for (int age = 0; age < AGES.count(); age++) {
                double expected = one.at(8).persons(NAMES.indexOf(turned.get(region)), 0, Sex.FEMALE, age);
                assertThat(other.at(8).persons(region, 0, Sex.FEMALE, age))
                        .isCloseTo(expected, within(1e-11 * expected));
            }
        }
    }

    @Test
    void project_nobodyMoves_regionsAreAsIfAlone() {
        for (Convention convention : Convention.presets()) {
            Projection together = project(convention, closed(9, NAMES));
            for (String name : NAMES) {
                Projection alone = project(convention, closed(9, List.of(name)));
                assertThat(together.at(8).toCube().select(Axis.REGION, name))
                        .isEqualTo(alone.at(8).toCube().select(Axis.REGION, name));
            }
        }
    }

    @Test
    void project_regionSplitInHalves_keepsItsPeople() {
        List<String> split = List.of("A", "B", "C", "D1", "D2");
        Cube shares = Cube.of(List.of(regions(NAMES)), 0.4, 0.3, 0.2, 0.1);
        Cube halves = Cube.of(List.of(regions(split)), 0.4, 0.3, 0.2, 0.05, 0.05);
        Cube rate = Cube.of(List.of(), 0.1);
        Projection whole =
                project(Convention.UN_WPP_2024, closed(10, NAMES).withInternal(new InternalMigration(rate, shares)));
        Projection parts =
                project(Convention.UN_WPP_2024, closed(10, split).withInternal(new InternalMigration(rate, halves)));

        for (int age = 0; age < AGES.count(); age++) {
            double expected = whole.at(8).persons(3, 0, Sex.MALE, age);
            assertThat(2 * parts.at(8).persons(3, 0, Sex.MALE, age)).isCloseTo(expected, within(1e-11 * expected));
            assertThat(parts.at(8).persons(4, 0, Sex.MALE, age))
                    .isEqualTo(parts.at(8).persons(3, 0, Sex.MALE, age));
        }
    }

    @Test
    void project_nobodyMoves_conventionsOfTheUnitedNationsAgree() {
        Projection end = project(Convention.UN_WPP_2024, closed(11, NAMES));

        assertSame(project(Convention.UN_EVEN, closed(11, NAMES)), end, 0);
        assertSame(project(Convention.UN_WPP_2019_END, closed(11, NAMES)), end, 0);
        assertSame(project(Convention.UN_WPP_2019_EVEN, closed(11, NAMES)), end, 0);
    }

    @Test
    void project_openAgeInTwoEqualRatios_isThePooledOne() {
        ProjectionInputs inputs = closed(12, NAMES);
        Cube last = inputs.survival().select(Axis.AGE, "90");
        Convention apart = Convention.UN_WPP_2024.with(Convention.OpenAge.APART);

        assertSame(
                CohortComponent.project(inputs.withConvention(apart).withOpenAgeSurvival(last), 2028),
                project(Convention.UN_WPP_2024, inputs),
                0);
        assertThatThrownBy(() -> CohortComponent.project(inputs.withConvention(apart), 2028))
                .hasMessage("ProjectionInputs.openAgeSurvival: got none, expected one under convention un-wpp-2024");
    }

    @Test
    void project_netRatesOfSurvivors_moveThatManyOfThem() {
        Cube rate = Cube.generate(List.of(Axis.ages(AGES)), at -> at[0] < 40 ? 0.1 : -0.2);
        Projection still = project(Convention.UN_WPP_2024, closed(13, NAMES));
        Projection moved =
                CohortComponent.project(closed(13, NAMES).withExternal(ExternalMigration.netRate(rate)), 2021);

        for (int age = 0; age < AGES.count(); age++) {
            double stayed = still.at(1).persons(0, 0, Sex.FEMALE, age);
            assertThat(moved.at(1).persons(0, 0, Sex.FEMALE, age))
                    .isCloseTo(stayed * (1 + rate.at(age)), within(1e-11 * stayed));
        }
    }

    @Test
    void netSpread_totalsBySchedule_keepsTotalsAndSigns() {
        Cube totals = Cube.of(List.of(regions(NAMES)), 100, -50, 0, 30);
        Cube schedule = Cube.generate(List.of(Axis.ages(AGES)), at -> 1.0 / AGES.count());
        ExternalMigration spread = ExternalMigration.netSpread(totals, schedule);

        assertThat(spread.arrivals().sumOver(Axis.AGE).total()).isCloseTo(130.0 / 2, within(1e-9));
        assertThat(spread.departures().sumOver(Axis.AGE).total()).isCloseTo(50.0 / 2, within(1e-9));
        assertThatThrownBy(() -> ExternalMigration.netSpread(totals, schedule.map(share -> 2 * share)))
                .hasMessageContaining("ExternalMigration.schedule: got shares adding up to 1.99")
                .hasMessageEndingWith("expected 1");
    }

    @Test
    void project_moreDeparturesThanPeople_areWithheldAndListed() {
        Cube departures =
                Cube.generate(List.of(regions(NAMES), Axis.ages(AGES)), at -> at[0] == 2 && at[1] == 50 ? 1e6 : 0);
        Projection still = project(Convention.UN_WPP_2024, closed(14, NAMES));
        Projection projection = CohortComponent.project(
                closed(14, NAMES).withExternal(ExternalMigration.counts(departures.map(count -> 0), departures)), 2021);

        assertThat(projection.at(1).persons(2, 0, Sex.FEMALE, 50)).isZero();
        assertThat(projection.withheld()).hasSize(2);
        assertThat(projection.withheld().get(0).persons())
                .isCloseTo(1e6 - still.at(1).persons(2, 0, Sex.FEMALE, 50), within(1e-6));
        assertThat(projection.accounts()).isLessThan(1e-9);
    }

    @Test
    void project_givenBirths_areBornInThatNumber() {
        Cube births = Cube.of(List.of(regions(NAMES)), 1000, 2000, 0, 3000);
        Projection projection = CohortComponent.project(closed(15, NAMES).withBirths(births), 2021);

        assertThat(projection.births().sumOver(Axis.SEX).toArray())
                .containsExactly(new double[] {1000, 2000, 0, 3000}, within(1e-9));
        assertThat(projection.birthsByMother().total()).isCloseTo(6000, within(1e-9));
        assertThat(projection.accounts()).isLessThan(1e-9);
        assertThatThrownBy(() -> closed(15, NAMES).withBirths(Cube.of(List.of(), 1000)))
                .hasMessage("ProjectionInputs.births: got no axis region, expected it, or births would be counted 4"
                        + " times");
        Cube nobody = Cube.of(List.of(), 0);
        assertThatThrownBy(() -> CohortComponent.project(
                        closed(15, NAMES).withAsfr(nobody).withBirths(births), 2021))
                .hasMessage("ProjectionInputs.births, region A, status all: got 1000.0 births, expected none where no"
                        + " woman gives birth by the rates");
    }

    @Test
    void project_newbornStatusByYear_isThatOfTheYear() {
        List<Status> two = List.of(new Status("a", true, true), new Status("b", true, false));
        CellSpace space = new CellSpace(List.of(new Region("A", "")), two, AGES);
        Axis mother = Axis.statuses(two);
        Axis years = Axis.years(2020, 2021);
        Cube toB = Cube.of(
                List.of(years, mother, new Axis(ProjectionInputs.CHILD_STATUS, mother.labels())),
                1,
                0,
                0,
                1,
                0.75,
                0.25,
                0,
                1);
        Projection projection = CohortComponent.project(
                ProjectionInputs.of(
                                Population.of(
                                        space,
                                        BASE,
                                        Cube.generate(space.axes(), at -> at[1] == 0 ? 1000 : 0)
                                                .toArray()),
                                Cube.of(List.of(), 0.99),
                                Cube.generate(List.of(Axis.ages(AGES)), at -> at[0] == 30 ? 0.1 : 0),
                                Cube.of(List.of(), 1.05))
                        .withNewbornStatus(toB),
                2022);
        Cube births = projection.births().sumOver(Axis.SEX);

        assertThat(births.at(0, 0, 1)).isZero();
        assertThat(births.at(1, 0, 1)).isCloseTo(births.at(1, 0, 0) / 3, within(1e-9));
    }

    @Test
    void withInternal_sharesThatLoseSomebody_areRefused() {
        Axis pairs = new Axis(InternalMigration.CORRIDOR, List.of("A>B", "B>A", "C>A"));
        Cube shares = Cube.of(List.of(pairs), 1, 0.9, 1);
        Cube rates = Cube.of(List.of(regions(NAMES)), 0.1, 0.1, 0.1, 0);

        assertThatThrownBy(() -> closed(16, NAMES).withInternal(new InternalMigration(rates, shares)))
                .hasMessage("ProjectionInputs.internal.destinationShare, origin B: got shares adding up to 0.9,"
                        + " expected 1");
        Cube all = shares.map(share -> 1);
        assertThatThrownBy(() -> closed(16, NAMES).withInternal(new InternalMigration(rates.map(rate -> 0.1), all)))
                .hasMessageContaining("origin D: got shares adding up to 0.0, expected 1");
        Axis unknown = new Axis(InternalMigration.CORRIDOR, List.of("A>X", "B>A", "C>A"));
        assertThatThrownBy(() -> closed(16, NAMES)
                        .withInternal(new InternalMigration(rates, Cube.of(List.of(unknown), 1, 1, 1))))
                .hasMessageContaining("got corridor A>X, expected two regions of [A, B, C, D] as A>B");
        assertThat(closed(16, NAMES)
                        .withInternal(new InternalMigration(rates, all))
                        .internal())
                .isPresent();
    }

    @Test
    void withBase_peopleOneStepOn_goesOnAsBefore() {
        ProjectionInputs inputs = closed(17, NAMES);
        Projection whole = CohortComponent.project(inputs, 2022);
        Projection rest = CohortComponent.project(inputs.withBase(whole.at(1)), 2022);

        assertThat(rest.at(1).toCube()).isEqualTo(whole.at(2).toCube());
        Population other = closed(17, List.of("A")).base();
        assertThatThrownBy(() -> inputs.withBase(other))
                .hasMessage("ProjectionInputs.base: got other regions, statuses or ages, expected the same cells");
    }

    private static Projection project(Convention convention, ProjectionInputs inputs) {
        ProjectionInputs under = inputs.withConvention(convention);
        if (convention.openAge() == Convention.OpenAge.APART) {
            under = under.withOpenAgeSurvival(Cube.of(List.of(), 0.7));
        }
        return CohortComponent.project(under, 2028);
    }

    private static void assertSame(Projection actual, Projection expected, double tolerance) {
        double[] persons = actual.at(8).toCube().toArray();
        double[] others = expected.at(8).toCube().toArray();
        for (int cell = 0; cell < persons.length; cell++) {
            assertThat(persons[cell]).isCloseTo(others[cell], within(tolerance * others[cell]));
        }
    }

    private static Axis regions(List<String> names) {
        return new Axis(Axis.REGION, names);
    }

    private static List<Axis> originDestination() {
        return List.of(new Axis(InternalMigration.ORIGIN, NAMES), regions(NAMES));
    }

    /** Shares by origin, destination and age; every origin has a destination nobody goes to. */
    private static Cube randomShares(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][][] weights = new double[4][4][AGES.count()];
        for (int cell = 0; cell < 16 * AGES.count(); cell++) {
            int origin = cell / 4 / AGES.count();
            int destination = cell / AGES.count() % 4;
            weights[origin][destination][cell % AGES.count()] =
                    destination == (origin + 1) % 4 ? 0 : random.nextDouble();
        }
        List<Axis> axes = new ArrayList<>(originDestination());
        axes.add(Axis.ages(AGES));
        return Cube.generate(axes, at -> {
            double sum = 0;
            for (double[] byAge : weights[at[0]]) {
                sum += byAge[at[2]];
            }
            return weights[at[0]][at[1]][at[2]] / sum;
        });
    }

    private static InternalMigration moving(long seed, Cube shares) {
        return new InternalMigration(
                Cube.generate(List.of(Axis.ages(AGES)), at -> 0.3 / (1 + (seed + at[0]) % 7)), shares);
    }

    /** A closed population; a region's people and rates depend on its first letter and the seed alone, D1 is half a D. */
    private static ProjectionInputs closed(long seed, List<String> names) {
        List<Region> places = names.stream().map(name -> new Region(name, "")).toList();
        CellSpace space = new CellSpace(places, ONE, AGES);
        List<Axis> cells = List.of(regions(names), Axis.sexes(), Axis.ages(AGES));
        Cube persons = Cube.generate(
                cells,
                at -> (names.get(at[0]).length() == 1 ? 1 : 0.5)
                        * (500 + 500 * draw(seed, names.get(at[0]), at[1] * 1000 + at[2])));
        return ProjectionInputs.of(
                Population.of(space, BASE, persons.toArray()),
                Cube.generate(cells, at -> 1 - 0.1 * draw(seed + 1, names.get(at[0]), at[1] * 1000 + at[2])),
                Cube.generate(
                        List.of(cells.get(0), cells.get(2)),
                        at -> at[1] < 15 || at[1] > 49 ? 0 : 0.1 * draw(seed + 2, names.get(at[0]), at[1])),
                Cube.of(List.of(), 1.05));
    }

    private static double draw(long seed, String region, int cell) {
        return new SplittableRandom(seed * 1_000_003 + region.charAt(0) * 10_007L + cell).nextDouble();
    }
}
