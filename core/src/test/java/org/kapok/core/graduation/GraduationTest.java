package org.kapok.core.graduation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kapok.core.AgeGroups;
import org.kapok.core.Axis;
import org.kapok.core.Cube;

class GraduationTest {
    private static final AgeGroups SINGLE = AgeGroups.singleYears(85);
    private static final AgeGroups FIVES = AgeGroups.fiveYears(85);

    static Stream<Arguments> waysAndSeeds() {
        double[] standard = IntStream.range(0, 86).mapToDouble(x -> 200 - x).toArray();
        return Stream.of(
                        Graduation.uniform(),
                        Graduation.monotone(),
                        Graduation.byStandard(standard, SINGLE),
                        Graduation.sprague(),
                        Graduation.beersOrdinary(),
                        Graduation.beersModified(),
                        Graduation.grabill(),
                        Graduation.compositeLink())
                .flatMap(way -> Stream.of(1L, 2L, 3L).map(seed -> Arguments.of(way, seed)));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("waysAndSeeds")
    void split_anyWay_keepsEveryGroupTotal(Graduation way, long seed) {
        for (AgeGroups from : List.of(FIVES, AgeGroups.abridged(85))) {
            double[] counts = smoothCounts(from, seed);

            double[] single = way.split(counts, from, SINGLE);

            assertThat(totals(single, from)).containsExactly(counts, within(1e-8));
        }
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("waysAndSeeds")
    void split_roughCounts_neverNegativeWhereSo(Graduation way, long seed) {
        if (Stream.of("sprague", "beersOrdinary", "beersModified", "grabill").anyMatch(way.toString()::endsWith)) {
            return; // linear formulas, which may go below 0
        }
        Random random = new Random(seed);
        double[] counts = IntStream.range(0, 18)
                .mapToDouble(x -> 1 + random.nextInt(1000))
                .toArray();

        double[] single = way.split(counts, FIVES, SINGLE);

        assertThat(single).hasSize(86);
        assertThat(Arrays.stream(single).min().getAsDouble()).isNotNegative();
        assertThat(totals(single, FIVES)).containsExactly(counts, within(1e-8));
    }

    /** Johnson's spreadsheet BEERSP (2016), as in the tests of DemoTools; 0, 1-4, ..., 80+. */
    @Test
    void beersOrdinary_infantsApart_isThePublishedExample() {
        AgeGroups from = AgeGroups.abridged(80);
        double[] counts = {
            184499, 567625, 582662, 463534, 369976, 286946, 235867, 199561, 172133, 151194, 131502, 113439, 95614,
            78777, 60157, 40960, 21318, 25451
        };

        double[] single = Graduation.beersOrdinary().split(counts, from, AgeGroups.singleYears(80));

        // The spreadsheet rounds to whole persons, one of them (96719 for 96718.46) on the way.
        assertThat(Arrays.copyOf(single, 13))
                .containsExactly(
                        new double[] {
                            184499, 158163, 143895, 135416, 130151, 126153, 122028, 117182, 111566, 105733, 101088,
                            96719, 92551
                        },
                        within(0.6));
    }

    @Test
    void monotone_linearCounts_followsTheLine() {
        // Cumulated counts x^2 are met by the cubic exactly: single year x holds 2x + 1.
        AgeGroups from = AgeGroups.fiveYears(25);
        double[] counts = {25, 75, 125, 175, 225, 60};

        double[] single = Graduation.monotone().split(counts, from, AgeGroups.singleYears(25));

        assertThat(single[0]).isCloseTo(1, within(1e-9));
        assertThat(single[12]).isCloseTo(25, within(1e-9));
        assertThat(single[24]).isCloseTo(49, within(1e-9));
        assertThat(single[25]).isEqualTo(60);
    }

    @Test
    void byStandard_multipleOfTheStandard_isThatMultiple() {
        AgeGroups single = AgeGroups.singleYears(100);
        double[] standard = IntStream.rangeClosed(0, 100)
                .mapToDouble(x -> x % 7 == 3 ? 0 : 1000 - 9 * x + 40 * (x % 3))
                .toArray();
        double[] counts =
                Arrays.stream(totals(standard, FIVES)).map(x -> 0.3 * x).toArray();

        double[] result = Graduation.byStandard(standard, single).split(counts, FIVES, single);

        for (int x = 0; x < result.length; x++) {
            assertThat(result[x]).isCloseTo(0.3 * standard[x], within(1e-9));
        }
    }

    @Test
    void byStandard_longerStandard_addsUpItsOldest() {
        double[] standard = {4, 3, 2, 1, 1};

        double[] result = Graduation.byStandard(standard, AgeGroups.singleYears(4))
                .split(new double[] {14, 8}, new AgeGroups(List.of(0, 2)), AgeGroups.singleYears(3));

        assertThat(result).containsExactly(new double[] {8, 6, 4, 4}, within(1e-12));
    }

    @Test
    void byStandard_nobodyInTheStandard_namesTheGroup() {
        double[] standard = {1, 1, 0, 0, 1};

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Graduation.byStandard(standard, AgeGroups.singleYears(4))
                        .split(new double[] {5, 5, 5}, new AgeGroups(List.of(0, 2, 4)), AgeGroups.singleYears(4)))
                .withMessage("Graduation.byStandard, age 2-3: got 5.0, but the standard has nobody there");
    }

    @Test
    void compositeLink_openGroup_fallsOffSmoothly() {
        double[] truth = IntStream.rangeClosed(0, 105)
                .mapToDouble(x -> 1000 * StrictMath.exp(-x * x / 2000.0))
                .toArray();

        double[] result = Graduation.compositeLink().split(totals(truth, FIVES), FIVES, AgeGroups.singleYears(105));

        for (int x = 0; x < 85; x++) {
            assertThat(result[x]).as("age %d", x).isCloseTo(truth[x], withinPercentage(2));
        }
        assertThat(Arrays.stream(result, 85, 106).sum())
                .isCloseTo(Arrays.stream(truth, 85, 106).sum(), withinPercentage(1e-9));
        assertThat(result[95]).isLessThan(result[85]).isGreaterThan(result[104]);
    }

    /** A geometric curve has no second differences on the log scale, so no weight of the penalty bends it. */
    @ParameterizedTest(name = "open group {0} times that of the curve")
    @ValueSource(doubles = {1, 0, 30})
    void compositeLink_geometricCounts_areFoundWhateverTheOpenGroup(double times) {
        double[] truth = IntStream.rangeClosed(0, 85)
                .mapToDouble(x -> 1e5 * StrictMath.pow(0.97, x))
                .toArray();
        truth[85] *= times;

        for (AgeGroups from : List.of(FIVES, AgeGroups.abridged(85), AgeGroups.uniform(17, 85))) {
            double[] result = Graduation.compositeLink().split(totals(truth, from), from, SINGLE);

            assertThat(result).containsExactly(truth, within(1e-4));
        }
    }

    /** The further half of the groups is empty, then a middle one; the largest counts are those of a great country. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void compositeLink_emptyGroupsAndLargeCounts_keepTotals(long seed) {
        Random random = new Random(seed);
        double[] few = IntStream.range(0, 18)
                .mapToDouble(x -> x > 8 || x == 4 ? 0 : random.nextInt(5))
                .toArray();
        double[] many = IntStream.range(0, 18)
                .mapToDouble(x -> 1e9 * random.nextDouble())
                .toArray();

        for (double[] counts : List.of(few, many)) {
            double[] single = Graduation.compositeLink().split(counts, FIVES, AgeGroups.singleYears(100));

            assertThat(Arrays.stream(single).min().getAsDouble()).isNotNegative();
            double[] totals = totals(single, FIVES);
            for (int age = 0; age < totals.length; age++) {
                assertThat(totals[age]).isCloseTo(counts[age], within(1e-12 * Math.max(1, counts[age])));
            }
        }
    }

    @Test
    void compositeLink_everyoneInOneGroup_isRefused() {
        double[] counts = new double[18];
        counts[0] = 50;

        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Graduation.compositeLink().split(counts, FIVES, SINGLE))
                .withMessageContaining("counts too small or too uneven for a smooth curve");
    }

    @Test
    void compositeLink_oneClosedGroup_isSpreadEvenly() {
        double[] result = Graduation.compositeLink()
                .split(new double[] {12, 5}, new AgeGroups(List.of(0, 3)), AgeGroups.singleYears(3));

        assertThat(result).containsExactly(new double[] {4, 4, 4, 5}, within(1e-12));
    }

    @Test
    void split_zeroCounts_staysZero() {
        double[] zeros = new double[18];

        assertThat(Graduation.compositeLink().split(zeros, FIVES, SINGLE)).containsOnly(0);
        assertThat(Graduation.monotone().split(zeros, FIVES, SINGLE)).containsOnly(0);
        assertThat(Graduation.beersModified().split(zeros, FIVES, SINGLE)).containsOnly(0);
    }

    @Test
    void split_cube_splitsEachProfile() {
        Axis regions = new Axis(Axis.REGION, List.of("R1", "R2"));
        AgeGroups from = new AgeGroups(List.of(0, 2, 4));
        Cube counts =
                Cube.of(List.of(regions, Axis.ages(from), Axis.sexes()), 2, 4, 6, 8, 1, 3, 20, 40, 60, 80, 10, 30);

        Cube single = Graduation.uniform().split(counts, from, AgeGroups.singleYears(4));

        assertThat(single.axes().get(1)).isEqualTo(Axis.ages(AgeGroups.singleYears(4)));
        assertThat(single.select("region", "R1").toArray()).containsExactly(1, 2, 1, 2, 3, 4, 3, 4, 1, 3);
        assertThat(single.at(1, 3, 1)).isEqualTo(40);
    }

    @Test
    void split_openGroup_needsAWayThatDividesIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Graduation.monotone().split(new double[18], FIVES, AgeGroups.singleYears(100)))
                .withMessage("Graduation.monotone: got the open group 85+ to divide up to 100+, expected one of "
                        + "byStandard, compositeLink");
    }

    @Test
    void split_negativeCount_namesTheAge() {
        double[] counts = new double[18];
        counts[1] = -1;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Graduation.uniform().split(counts, FIVES, SINGLE))
                .withMessage("Graduation.uniform, age 5-9: got -1.0, expected a finite count of 0 or more");
    }

    @Test
    void sprague_tenYearGroups_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Graduation.sprague().split(new double[8], AgeGroups.uniform(10, 70), SINGLE))
                .withMessageContaining("got the open group 70+");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Graduation.sprague().split(new double[8], AgeGroups.uniform(10, 70), AgeGroups.singleYears(70)))
                .withMessageContaining("expected 5 or more closed groups of five years");
    }

    private static double[] smoothCounts(AgeGroups ages, long seed) {
        Random random = new Random(seed);
        double bend = random.nextDouble();
        double[] single = IntStream.rangeClosed(0, 85)
                .mapToDouble(x -> 3000 - 30 * x + 500 * bend * StrictMath.sin(x / 9.0))
                .toArray();
        return totals(single, ages);
    }

    private static double[] totals(double[] single, AgeGroups ages) {
        double[] totals = new double[ages.count()];
        for (int x = 0; x < single.length; x++) {
            totals[ages.indexOf(x)] += single[x];
        }
        return totals;
    }
}
