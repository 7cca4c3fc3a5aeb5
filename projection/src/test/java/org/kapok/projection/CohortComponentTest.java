package org.kapok.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
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
import org.kapok.core.Selection;
import org.kapok.core.Status;
import org.kapok.projection.Projection.Flow;

/** Laws of the projection over seeded random inputs with every kind of flow. */
class CohortComponentTest {
    private static final AgeGroups AGES = AgeGroups.singleYears(100);
    private static final CellSpace SPACE = new CellSpace(
            List.of(new Region("A", "inner"), new Region("B", "outer"), new Region("C", "outer")),
            List.of(
                    new Status("registered", true, true),
                    new Status("non_registered", true, false),
                    new Status("away", false, true)),
            AGES);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void project_everyKindOfFlow_closesAccountsInEveryCell(long seed) {
        for (Convention convention : Convention.presets()) {
            Projection projection = CohortComponent.project(under(convention, random(seed, 1)), 2030);

            assertThat(projection.accounts()).isLessThan(1e-6);
            assertThat(projection.flows(Flow.MOVES_IN).total())
                    .isCloseTo(projection.flows(Flow.MOVES_OUT).total(), within(1e-6));
            assertThat(projection.flows(Flow.STATUS_IN).total())
                    .isCloseTo(projection.flows(Flow.STATUS_OUT).total(), within(1e-6));
            assertThat(growth(projection)).isCloseTo(components(projection), within(1e-5));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void project_populationAndArrivalsScaled_scalesEveryResult(long seed) {
        Projection once = CohortComponent.project(random(seed, 1), 2025);
        Projection twice = CohortComponent.project(random(seed, 2), 2025);

        assertThat(twice.in(2025).toCube()).isEqualTo(once.in(2025).toCube().map(persons -> 2 * persons));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23})
    void project_sameInputsTwice_givesTheSameBits(long seed) {
        assertThat(CohortComponent.project(random(seed, 1), 2030).in(2030).toCube())
                .isEqualTo(
                        CohortComponent.project(random(seed, 1), 2030).in(2030).toCube());
    }

    @Test
    void on_dateBetweenReferenceDates_changesEvenlyByTheDay() {
        Projection projection = CohortComponent.project(random(31, 1), 2022);
        double from = projection.in(2020).total(Selection.residents());
        double to = projection.in(2021).total(Selection.residents());

        assertThat(projection.on(LocalDate.of(2020, 12, 31)).total(Selection.residents()))
                .isCloseTo(from + (to - from) * 60 / 365, within(1e-6));
        assertThat(projection.on(LocalDate.of(2020, 11, 1)).toCube())
                .isEqualTo(projection.in(2020).toCube());
    }

    @Test
    void flowYears_stepFromNovember_isNamedForTheYearItMostlyLiesIn() {
        assertThat(CohortComponent.flowYears(LocalDate.of(2020, 11, 1), 2022, 1).labels())
                .containsExactly("2021", "2022");
        assertThat(CohortComponent.flowYears(LocalDate.of(2024, 1, 1), 2025, 1).labels())
                .containsExactly("2024");
    }

    @Test
    void project_ratesThatTakeMoreThanEverybody_areRefused() {
        Cube most = Cube.of(List.of(), 0.6);
        List<StatusTransition> both = List.of(
                new StatusTransition("settlement", "non_registered", "registered", most),
                new StatusTransition("absence", "non_registered", "away", most));

        assertThatThrownBy(() -> random(1, 1).withTransitions(both))
                .hasMessage("ProjectionInputs.transitions [settlement, absence]: got rates that may add up to 1.2 per"
                        + " person of status non_registered per year, expected 1.0 at most");
    }

    @Test
    void inputs_outOfRange_nameTheCell() {
        assertThatThrownBy(() -> random(1, 1).withSurvival(Cube.of(List.of(Axis.sexes()), 0.5, 1.5)))
                .hasMessage("ProjectionInputs.survival, sex male: got 1.5, expected a finite value of 0.0 to 1.0");
        assertThatThrownBy(() -> random(1, 1)
                        .withInternal(new InternalMigration(
                                Cube.of(List.of(), 0.1),
                                Cube.of(List.of(Axis.regions(SPACE.regions())), 0.5, 0.5, 0.1))))
                .hasMessageContaining("got shares adding up to 1.1, expected 1");
        assertThatThrownBy(() -> CohortComponent.project(random(1, 1), 2020))
                .hasMessage("CohortComponent.lastYear: got 2020, expected 2021 or a later year in steps of 1");
    }

    @Test
    void project_moreLeaveThanLiveThere_isRefusedWithTheCell() {
        ProjectionInputs base = random(1, 1);
        Cube persons = Cube.generate(SPACE.axes(), index -> index[3] == 30 ? 1000 : 1);
        ProjectionInputs leaving = ProjectionInputs.of(
                        Population.of(SPACE, LocalDate.of(2020, 11, 1), persons.toArray()),
                        base.survival(),
                        base.asfr(),
                        base.srb())
                .withConvention(Convention.UN_EVEN)
                .withExternal(ExternalMigration.gross(Cube.of(List.of(), 0), Cube.of(List.of(), 0.5)));

        assertThatThrownBy(() -> CohortComponent.project(leaving, 2021))
                .hasMessageStartingWith("Projection 2021, region A, status registered, sex female, age 30: got -2")
                .hasMessageEndingWith("persons, expected 0 or more; under convention un-even more people leave there"
                        + " than live there");
    }

    /** The inputs under a convention, with what it needs. */
    private static ProjectionInputs under(Convention convention, ProjectionInputs inputs) {
        ProjectionInputs under = inputs.withConvention(convention);
        return convention.openAge() == Convention.OpenAge.APART
                ? under.withOpenAgeSurvival(Cube.of(List.of(Axis.sexes()), 0.8, 0.7))
                : under;
    }

    private static double growth(Projection projection) {
        int last = projection.dates().size() - 1;
        return projection.at(last).toCube().total() - projection.at(0).toCube().total();
    }

    private static double components(Projection projection) {
        return projection.births().total()
                - projection.flows(Flow.DEATHS).total()
                + projection.flows(Flow.ARRIVALS).total()
                - projection.flows(Flow.DEPARTURES).total();
    }

    /** Random inputs; counts are {@code scale} times those of the same seed at scale 1. */
    private static ProjectionInputs random(long seed, double scale) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Axis> cells = SPACE.axes();
        Axis years = Axis.years(2021, 2030);
        Cube persons = Cube.generate(cells, index -> scale * (500 + 500 * random.nextDouble()));
        ProjectionInputs closed = ProjectionInputs.of(
                Population.of(SPACE, LocalDate.of(2020, 11, 1), persons.toArray()),
                Cube.generate(List.of(cells.get(2), cells.get(3)), index -> 1 - 0.1 * random.nextDouble()),
                Cube.generate(
                        List.of(years, cells.get(0), cells.get(1), cells.get(3)),
                        index -> index[3] < 15 || index[3] > 49 ? 0 : 0.1 * random.nextDouble()),
                Cube.generate(List.of(years), index -> 1 + 0.1 * random.nextDouble()));
        Cube shares = Cube.of(List.of(cells.get(0)), 0.5, 0.3, 0.2);
        Axis mother = cells.get(1);
        return closed.withExternal(ExternalMigration.gross(
                        Cube.generate(cells, index -> scale * 10 * random.nextDouble()),
                        Cube.generate(cells, index -> 0.1 * random.nextDouble())))
                .withInternal(new InternalMigration(
                        Cube.generate(List.of(cells.get(0), cells.get(3)), index -> 0.2 * random.nextDouble()), shares))
                .withNewbornStatus(Cube.of(
                        List.of(mother, new Axis(ProjectionInputs.CHILD_STATUS, mother.labels())),
                        1,
                        0,
                        0,
                        0.25,
                        0.75,
                        0,
                        0.5,
                        0,
                        0.5))
                .withTransitions(List.of(
                        new StatusTransition("settlement", "non_registered", "registered", rate(random)),
                        new StatusTransition("absence", "registered", "away", rate(random)),
                        new StatusTransition("return", "away", "registered", rate(random))));
    }

    private static Cube rate(SplittableRandom random) {
        List<Axis> cells = SPACE.axes();
        return Cube.generate(List.of(cells.get(0), cells.get(3)), index -> 0.1 * random.nextDouble());
    }
}
