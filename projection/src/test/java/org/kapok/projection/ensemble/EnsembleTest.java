package org.kapok.projection.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.kapok.core.Sex;
import org.kapok.core.Status;
import org.kapok.projection.CohortComponent;
import org.kapok.projection.Convention;
import org.kapok.projection.ExternalMigration;
import org.kapok.projection.InternalMigration;
import org.kapok.projection.Projection;
import org.kapok.projection.ProjectionInputs;
import org.kapok.projection.StatusTransition;

/** Every draw is the single projection of its own inputs. */
class EnsembleTest {
    private static final CellSpace SPACE = new CellSpace(
            List.of(new Region("A", "inner"), new Region("B", "outer"), new Region("C", "outer")),
            List.of(new Status("here", true, true), new Status("guest", true, false), new Status("away", false, true)),
            AgeGroups.singleYears(60));
    private static final List<Axis> CELLS = SPACE.axes();
    private static final int LAST = 2026;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void run_everyDraw_isTheProjectionOfItsScaledInputs(long seed) {
        ProjectionInputs inputs = seed % 2 == 0 ? atEnd(seed) : even(seed);
        Futures futures = futures(seed);
        List<Count> counts = counts();

        Values values = Ensemble.of(inputs, LAST, counts).run(futures, 131, 1);

        for (int draw : new int[] {0, 1, 127, 128, 130}) {
            Projection single = CohortComponent.project(ScaledInputs.of(inputs, LAST, futures, draw), LAST);
            for (int count = 0; count < counts.size(); count++) {
                for (int step = 0; step < values.steps(); step++) {
                    double expected = valueOf(counts.get(count), single, step);
                    assertThat(values.at(count, step, draw))
                            .as("count " + count + ", step " + step + ", draw " + draw)
                            .isCloseTo(expected, within(1e-9 * Math.max(1000, Math.abs(expected))));
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {3, 4})
    void oneDraw_asInputs_isTheProjectionOfTheDraw(long seed) {
        ProjectionInputs inputs = seed % 2 == 0 ? atEnd(seed) : even(seed);

        ProjectionInputs own = OneDraw.of(inputs, LAST, futures(seed), 129);

        Projection expected = CohortComponent.project(ScaledInputs.of(inputs, LAST, futures(seed), 129), LAST);
        Projection got = CohortComponent.project(own, LAST);
        for (int step = 0; step < LAST - 2020; step++) {
            assertThat(got.at(step + 1).total(Selection.residents()))
                    .isCloseTo(expected.at(step + 1).total(Selection.residents()), within(1e-6));
        }
    }

    @Test
    void run_anyNumberOfThreads_givesTheSameBits() {
        Ensemble ensemble = Ensemble.of(atEnd(7), LAST, counts());
        Values one = ensemble.run(futures(7), 700, 1);

        for (int threads : new int[] {2, 7}) {
            Values other = ensemble.run(futures(7), 700, threads);
            for (int count = 0; count < counts().size(); count++) {
                for (int step = 0; step < one.steps(); step++) {
                    assertThat(other.draws(count, step)).isEqualTo(one.draws(count, step));
                }
            }
        }
    }

    @Test
    void run_derived_sumsThePeopleOfEveryDraw() {
        ProjectionInputs inputs = atEnd(2);
        Ensemble ensemble = Ensemble.of(inputs, LAST, counts());
        double[] weights = new double[inputs.base().space().size()];
        SplittableRandom random = new SplittableRandom(5);
        for (int cell = 0; cell < weights.length; cell++) {
            weights[cell] = random.nextInt(3) / 2.0; // several cells alike, some without any
        }
        List<Integer> order = new ArrayList<>();
        int last = ensemble.steps() - 1;
        Optional<Derived> derived = Optional.of(new WeightedSum(weights));

        ensemble.run(futures(2), new Ensemble.Draws(128, 700), 2, derived, block -> {
            order.add(block.firstDraw());
            for (int lane : new int[] {0, block.draws() - 1}) {
                int draw = block.firstDraw() + lane;
                Projection single = CohortComponent.project(ScaledInputs.of(inputs, LAST, futures(2), draw), LAST);
                double[] persons = new double[weights.length];
                single.at(ensemble.steps()).copyTo(persons);
                double expected = draw;
                for (int cell = 0; cell < weights.length; cell++) {
                    expected += persons[cell] * weights[cell];
                }
                assertThat(block.draws(counts().size(), last)[lane]).isCloseTo(expected, within(expected * 1e-9));
            }
        });

        assertThat(order).containsExactly(128, 256, 384, 512, 640);
    }

    /** The weighted people of all regions and, so as to see it is the right one, the number of the draw. */
    private record WeightedSum(double[] cells) implements Derived {
        @Override
        public int size() {
            return 1;
        }

        @Override
        public double[][] weights(int step) {
            return new double[][] {cells};
        }

        @Override
        public void fill(int step, int firstDraw, double[][][] sums, double[][] results) {
            for (int lane = 0; lane < Block.DRAWS; lane++) {
                results[0][lane] = firstDraw + lane;
                for (double[] region : sums[0]) {
                    results[0][lane] += region[lane];
                }
            }
        }
    }

    @Test
    void run_fewerDraws_areTheFirstOfMore() {
        Ensemble ensemble = Ensemble.of(even(3), LAST, counts());

        Values many = ensemble.run(futures(3), 200, 2);
        Values few = ensemble.run(futures(3), 5, 1);

        for (int draw = 0; draw < 5; draw++) {
            assertThat(few.at(0, 5, draw)).isEqualTo(many.at(0, 5, draw));
        }
    }

    @Test
    void run_wrongFactors_areRefusedWithTheirDraw() {
        Ensemble ensemble = Ensemble.of(atEnd(1), LAST, counts());

        assertThatThrownBy(() -> ensemble.run((draw, factors) -> factors[0][2] = draw == 3 ? Double.NaN : 1, 10, 2))
                .hasMessage("Futures, draw 3, fertility, step 3: got NaN, expected 0 or more, finite");
        assertThatThrownBy(() -> ensemble.run((draw, factors) -> factors[1][0] = 100, 10, 1))
                .hasMessageStartingWith("Futures, draw 0, mortality, step 1: got 100.0, expected ");
        Futures logit = new Futures() {
            @Override
            public void fill(int draw, double[][] factors) {
                factors[1][0] = 100;
            }

            @Override
            public boolean isLogit(int component) {
                return component == 1;
            }
        };
        double asStated = ensemble.run((draw, factors) -> {}, 10, 1).at(0, 0, 9);
        assertThat(ensemble.run(logit, 10, 1).at(0, 0, 9)).isPositive().isLessThan(0.8 * asStated);
        assertThatThrownBy(() -> ensemble.run((draw, factors) -> {}, 0, 1))
                .hasMessage("Ensemble.draws: got 0 to 0, expected 1 or more from a multiple of 128 on");
        assertThatThrownBy(() -> ensemble.run((draw, factors) -> {}, 1, 0))
                .hasMessage("Ensemble.threads: got 0, expected 1 or more");
    }

    @Test
    void of_whatItDoesNotKnow_isRefused() {
        assertThatThrownBy(() -> Ensemble.of(atEnd(1).withConvention(Convention.UN_WPP_2019_END), LAST, counts()))
                .hasMessage("Ensemble: got convention un-wpp-2019-end, expected un-wpp-2024 or un-even");
        assertThatThrownBy(() -> Ensemble.of(atEnd(1), 2020, counts()))
                .hasMessage("Ensemble.lastYear: got 2020, expected 2021 or later");
        assertThatThrownBy(() ->
                        new Count(Count.Kind.DEATHS, "", Selection.residents().aged(65, Selection.OPEN)))
                .hasMessage("Count: got DEATHS of some ages or one sex, expected all ages and both sexes");
    }

    private static List<Count> counts() {
        return List.of(
                Count.people("", Selection.residents()),
                Count.people("outer", Selection.registered().aged(20, 39)),
                Count.people("A", Selection.residents().aged(50, Selection.OPEN).of(Sex.FEMALE)),
                new Count(Count.Kind.BIRTHS, "B", Selection.registered()),
                new Count(Count.Kind.DEATHS, "", Selection.residents()),
                new Count(Count.Kind.NET_MIGRATION, "C", Selection.residents()));
    }

    private static double valueOf(Count count, Projection projection, int step) {
        int year = projection.dates().get(step + 1).getYear();
        int flowYear = Integer.parseInt(projection.flowYears().labels().get(step));
        return switch (count.kind()) {
            case PEOPLE -> projection.in(year).total(count.people(), count.area());
            case BIRTHS -> projection.births(flowYear, count.people(), count.area());
            case DEATHS -> projection.total(Projection.Flow.DEATHS, flowYear, count.people(), count.area());
            case NET_MIGRATION ->
                projection.in(year).total(count.people(), count.area())
                        - projection.in(year - 1).total(count.people(), count.area())
                        - projection.births(flowYear, count.people(), count.area())
                        + projection.total(Projection.Flow.DEATHS, flowYear, count.people(), count.area());
        };
    }

    /** Factors of all regions, and of an even seed those of each region for every other component. */
    private static Futures futures(long seed) {
        return new Futures() {
            @Override
            public void fill(int draw, double[][] factors) {
                random(seed * 1_000_003 + draw, factors);
            }

            @Override
            public boolean isLocal(int component) {
                return seed % 2 == 0 && component % 2 == 0 || seed == 3 && component == 1;
            }

            @Override
            public void fillLocal(int draw, int component, double[][] factors) {
                random(seed * 999_983 + 31L * draw + component, factors);
            }

            @Override
            public boolean isBySex() {
                return seed > 1;
            }

            @Override
            public void fillSexes(int draw, double[][] factors) {
                random(seed * 999_979 + 31L * draw, factors);
            }

            @Override
            public boolean hasTiming() {
                return seed > 2;
            }

            @Override
            public void fillTiming(int draw, double[] factors) {
                random(seed * 999_961 + 31L * draw, new double[][] {factors});
            }

            @Override
            public boolean isLogit(int component) {
                return seed < 4 && component % 3 != 1;
            }
        };
    }

    private static void random(long seed, double[][] factors) {
        SplittableRandom random = new SplittableRandom(seed);
        for (double[] row : factors) {
            for (int step = 0; step < row.length; step++) {
                row[step] = 0.8 + 0.4 * random.nextDouble();
            }
        }
    }

    /** Migrants at the end, three statuses, newborns and people of one status becoming another. */
    private static ProjectionInputs atEnd(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return inputs(random)
                .withExternal(new ExternalMigration(
                        random(random, CELLS, 5), random(random, CELLS, 0.01), nothing(), random(random, CELLS, 0.05)))
                .withInternal(moves(random))
                .withTransitions(List.of(
                        new StatusTransition("settle", "guest", "here", random(random, CELLS, 0.1)),
                        new StatusTransition("leave", "here", "away", random(random, CELLS, 0.1)),
                        new StatusTransition("return", "away", "here", random(random, CELLS, 0.2))));
    }

    /** Half of the net migrants at each end. */
    private static ProjectionInputs even(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return inputs(random)
                .withConvention(Convention.UN_EVEN)
                .withExternal(ExternalMigration.net(random(random, CELLS, 10).map(value -> value - 5)))
                .withInternal(moves(random));
    }

    private static ProjectionInputs inputs(SplittableRandom random) {
        Population base = Population.of(
                SPACE,
                LocalDate.of(2020, 11, 1),
                random(random, CELLS, 100).map(value -> 900 + value).toArray());
        Cube survival = random(random, CELLS, 0.02).map(value -> 1 - value);
        Cube asfr = Cube.generate(
                List.of(CELLS.get(0), CELLS.get(1), CELLS.get(3)),
                at -> at[2] >= 15 && at[2] < 50 ? 0.1 * random.nextDouble() : 0);
        Axis child = new Axis(ProjectionInputs.CHILD_STATUS, CELLS.get(1).labels());
        Cube newborns = Cube.of(List.of(CELLS.get(1), child), 1, 0, 0, 0.3, 0.7, 0, 0.5, 0, 0.5);
        return ProjectionInputs.of(base, survival, asfr, Cube.of(List.of(), 1.07))
                .withNewbornStatus(newborns);
    }

    private static InternalMigration moves(SplittableRandom random) {
        Cube share = Cube.of(List.of(CELLS.get(0)), 0.2, 0.3, 0.5);
        return new InternalMigration(random(random, CELLS, 0.08), share);
    }

    private static Cube nothing() {
        return Cube.of(List.of(), 0);
    }

    private static Cube random(SplittableRandom random, List<Axis> axes, double most) {
        return Cube.generate(axes, at -> most * random.nextDouble());
    }
}
