package org.kapok.projection.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kapok.core.Selection;
import org.kapok.core.Sex;
import org.kapok.projection.ProjectionInputs;

/** The vector kernel gives the bits of the plain one. */
class LaneKernelTest {
    private static final List<Count> COUNTS = counts();
    private static final int DRAWS = 140; // more than a block, and not a whole number of registers

    private LaneKernel vector;

    @BeforeEach
    void find() {
        Optional<LaneKernel> found = LaneKernel.vector();
        assumeTrue(found.isPresent(), "the module jdk.incubator.vector or wide registers are not here");
        vector = found.get();
    }

    @ParameterizedTest(name = "{0} regions, {1} changes of status, even {2}, local {3}")
    @CsvSource({
        "1,0,false,false",
        "4,0,true,false",
        "4,1,true,true",
        "4,1,false,false",
        "3,2,true,false",
        "3,3,false,true",
        "3,3,true,true"
    })
    void run_vector_givesTheBitsOfPlain(int regions, int changes, boolean even, boolean local) {
        assertSameBits(RandomInputs.open(regions, changes, even), futures(local));
    }

    @Test
    void run_derivedWhereThereAreVectors_isPlain() {
        Ensemble ensemble = Ensemble.of(RandomInputs.open(3, 3, false), RandomInputs.LAST, COUNTS);

        assertThat(derived(ensemble.by(vector))).isEqualTo(derived(ensemble.by(LaneKernel.PLAIN)));
    }

    @Test
    void kernel_openPopulation_isTheVectorKernel() {
        assertThat(Ensemble.of(RandomInputs.open(1, 0, true), RandomInputs.LAST, COUNTS)
                        .kernel())
                .isEqualTo("vector");
        assertThat(Ensemble.of(RandomInputs.closed(2), RandomInputs.LAST, COUNTS)
                        .kernel())
                .isEqualTo("plain");
    }

    private void assertSameBits(ProjectionInputs inputs, Futures futures) {
        Ensemble ensemble = Ensemble.of(inputs, RandomInputs.LAST, COUNTS);
        Values plain = ensemble.by(LaneKernel.PLAIN).run(futures, DRAWS, 1);
        Values fast = ensemble.by(vector).run(futures, DRAWS, 2);
        for (int count = 0; count < COUNTS.size(); count++) {
            for (int step = 0; step < plain.steps(); step++) {
                assertThat(fast.draws(count, step))
                        .as("count " + count + ", step " + step)
                        .isEqualTo(plain.draws(count, step));
                assertThat(plain.at(count, step, 0)).isNotZero();
            }
        }
    }

    private static List<Double> derived(Ensemble ensemble) {
        List<Double> all = new ArrayList<>();
        Derived people = new Derived() {
            @Override
            public int size() {
                return 1;
            }

            @Override
            public double[][] weights(int step) {
                double[] weights = new double[3 * 3 * 2 * 61];
                Arrays.setAll(weights, cell -> cell % 7);
                return new double[][] {weights};
            }

            @Override
            public void fill(int step, int firstDraw, double[][][] sums, double[][] results) {
                System.arraycopy(sums[0][step % 3], 0, results[0], 0, Block.DRAWS);
            }
        };
        ensemble.run(futures(false), new Ensemble.Draws(0, DRAWS), 1, Optional.of(people), block -> {
            for (int step = 0; step < ensemble.steps(); step++) {
                Arrays.stream(block.draws(COUNTS.size(), step)).forEach(all::add);
            }
        });
        return all;
    }

    private static List<Count> counts() {
        List<Count> counts = new ArrayList<>();
        for (int age = 0; age < 56; age += 7) {
            counts.add(Count.people("r0", Selection.residents().aged(age, age + 3)));
            counts.add(Count.people(
                    "", Selection.status("here").aged(age, Selection.OPEN).of(Sex.MALE)));
        }
        counts.add(new Count(Count.Kind.BIRTHS, "", Selection.residents()));
        counts.add(new Count(Count.Kind.DEATHS, "r0", Selection.registered()));
        counts.add(new Count(Count.Kind.NET_MIGRATION, "", Selection.residents()));
        return counts;
    }

    private static Futures futures(boolean local) {
        return new Futures() {
            @Override
            public void fill(int draw, double[][] factors) {
                random(draw, factors);
            }

            @Override
            public boolean isLocal(int component) {
                return local && component != 2;
            }

            @Override
            public void fillLocal(int draw, int component, double[][] factors) {
                random(draw * 31L + component, factors);
            }
        };
    }

    private static void random(long seed, double[][] factors) {
        SplittableRandom random = new SplittableRandom(seed);
        for (double[] row : factors) {
            Arrays.setAll(row, step -> 0.8 + 0.4 * random.nextDouble());
        }
    }
}
