package org.kapok.core.smoothing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kapok.core.AgeGroups;

class SmoothingTest {
    private static final AgeGroups FIVES = AgeGroups.fiveYears(80);
    private static final AgeGroups SINGLE = AgeGroups.singleYears(80);

    /** Males of the example of spreadsheet AGESMTH, U.S. Census Bureau, Population Analysis System; 0-4 to 80+. */
    private static final double[] AGESMTH = {
        642367, 515520, 357831, 275542, 268336, 278601, 242515, 198231, 165937, 122756, 96775, 59307, 63467, 32377,
        29796, 16183, 34729
    };

    /** Deaths in South Africa in 1997, ages 0-4 to 90+, Feeney (2013), Removing 'zigzag' from age data. */
    private static final double[] SOUTH_AFRICA = {
        17482, 1746, 1585, 3859, 8354, 11146, 12076, 12216, 12016, 12473, 11513, 12899, 11413, 12710, 11516, 11408,
        6733, 4031, 2069
    };

    /**
     * Population of Ghana in 1970 by single ages from 0: Roger, Waltisperger and Corbille-Guitton (1981), Les structures
     * par sexe et âge en Afrique, table 15.
     */
    private static final double[] GHANA = {
        286487, 282182, 319718, 345610, 329133, 324683, 330555, 269536, 271593, 253798, 242297, 165755, 233159, 185812,
        175647, 187138, 160864, 128099, 178568, 123386, 194999, 113372, 139088, 106190, 127482, 178375, 123286, 95637,
        151514, 82614, 239243, 74788, 112354, 61746, 72366, 144828, 92563, 53924, 94635, 52351, 178832
    };

    @Test
    void smooth_censusBureauExample_isThePublishedOne() {
        // Published in whole persons (Strong's from numbers rounded on the way: 153931 for 153930.42); ages 0-9 and 70
        // on are left blank where they stay as reported.
        assertThat(Arrays.copyOfRange(Smoothing.carrierFarrag().smooth(AGESMTH, FIVES), 2, 14))
                .containsExactly(
                        new double[] {
                            346290, 287083, 285855, 261082, 237937, 202809, 162973, 125720, 88730, 67352, 55187, 40657
                        },
                        within(0.5));
        assertThat(Arrays.copyOfRange(Smoothing.karupKingNewton().smooth(AGESMTH, FIVES), 2, 14))
                .containsExactly(
                        new double[] {
                            354871, 278502, 285508, 261429, 236513, 204233, 162138, 126555, 90094, 65988, 54803, 41041
                        },
                        within(0.5));
        assertThat(Smoothing.arriaga().smooth(AGESMTH, FIVES))
                .containsExactly(
                        new double[] {
                            662761, 495126, 345744, 287629, 285919, 261018, 237469, 203277, 161733, 126960, 88586,
                            67496, 54587, 41257, 28790, 17189, 34729
                        },
                        within(0.5));
        assertThat(Smoothing.strong().smooth(AGESMTH, FIVES))
                .containsExactly(
                        new double[] {
                            646617, 511270, 386889, 317345, 273736, 240058, 218645, 188297, 153931, 124347, 93254,
                            71858, 53594, 39721, 27887, 18092, 34729
                        },
                        within(0.6));
    }

    @Test
    void zigzag_feeneysShares_haveHisRoughness() {
        double[] shares = {0.0235802695087692, 0.0724286618207911, 0.0242327829742267, 0.0883411499065237};
        Zigzag zigzag = new Zigzag(40, 80);

        double roughness = zigzag.roughness(zigzag.exchange(SOUTH_AFRICA, shares));
        double[] smoothed = Smoothing.zigzag(40, 80).smooth(SOUTH_AFRICA, AgeGroups.fiveYears(90));

        assertThat(roughness).isCloseTo(106.1147411629, within(1e-8));
        // Feeney's sum runs one group on, over 85-89, which exchanges nothing: his shares are least there, not here.
        assertThat(zigzag.roughness(smoothed)).isLessThan(roughness);
        assertThat(smoothed).containsExactly(zigzag.exchange(SOUTH_AFRICA, shares), within(150.0));
    }

    @Test
    void spencer21_ghana_isThePublishedExample() {
        double[] smoothed = Smoothing.spencer21().smooth(GHANA, AgeGroups.singleYears(40));

        // Table 16 there, in whole persons, from numbers rounded on the way.
        assertThat(Arrays.copyOfRange(smoothed, 10, 20))
                .containsExactly(
                        new double[] {233847, 216876, 201938, 189873, 179734, 171529, 164280, 158214, 152477, 147735},
                        within(1.0));
    }

    @Test
    void spencer_cubic_staysAsItIs() {
        double[] cubic = IntStream.rangeClosed(0, 80)
                .mapToDouble(x -> 900000 - 10000 * x + 50 * x * x - 0.5 * x * x * x)
                .toArray();

        assertThat(Smoothing.spencer15().smooth(cubic, SINGLE)).containsExactly(cubic, within(1e-8));
        assertThat(Smoothing.spencer21().smooth(cubic, SINGLE)).containsExactly(cubic, within(1e-8));
    }

    @Test
    void spencer15_oneAge_spreadsByTheWeights() {
        double[] counts = new double[81];
        Arrays.fill(counts, 100);
        counts[40] = 420;

        double[] smoothed = Smoothing.spencer15().smooth(counts, SINGLE);

        assertThat(Arrays.copyOfRange(smoothed, 33, 42))
                .containsExactly(new double[] {97, 94, 95, 103, 121, 146, 167, 174, 167}, within(1e-10));
    }

    static Stream<Arguments> waysAndSeeds() {
        return Stream.of(
                        Smoothing.carrierFarrag(),
                        Smoothing.karupKingNewton(),
                        Smoothing.arriaga(),
                        Smoothing.strong(),
                        Smoothing.unitedNations(),
                        Smoothing.zigzag(10, 70),
                        Smoothing.movingAverage(3),
                        Smoothing.movingAverage(5))
                .flatMap(way -> LongStream.rangeClosed(1, 20).mapToObj(seed -> Arguments.of(way, seed)));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("waysAndSeeds")
    void smooth_heapedCounts_keepsTheTotalWhereSoAndTheOpenGroup(Smoothing way, long seed) {
        for (int open : new int[] {80, 85, 100}) {
            AgeGroups ages = AgeGroups.fiveYears(open);
            double[] counts = heapedCounts(ages, seed);

            double[] smoothed = way.smooth(counts, ages);

            assertThat(smoothed).hasSameSizeAs(counts).doesNotContain(Double.NaN);
            assertThat(Arrays.stream(smoothed).min().getAsDouble()).isNotNegative();
            assertThat(smoothed[ages.open()]).isEqualTo(counts[ages.open()]);
            if (way.keepsTotal()) {
                assertThat(Arrays.stream(smoothed).sum())
                        .isCloseTo(Arrays.stream(counts).sum(), within(1e-7));
            }
        }
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("waysAndSeeds")
    void smooth_roughCounts_isNeverNegativeInSilence(Smoothing way, long seed) {
        Random random = new Random(seed);
        double[] counts = IntStream.range(0, 17)
                .mapToDouble(x -> 1 + random.nextInt(1000))
                .toArray();

        try {
            assertThat(Arrays.stream(way.smooth(counts, FIVES)).min().getAsDouble())
                    .isNotNegative();
        } catch (IllegalArgumentException refusal) {
            assertThat(way.toString()).doesNotContain("carrierFarrag").doesNotContain("zigzag");
            assertThat(refusal).hasMessageContaining("got counts so uneven that they smooth to -");
        }
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("tenYearWays")
    void smooth_tenYearWays_keepEachTenYearGroup(Smoothing way, long seed) {
        double[] counts = heapedCounts(FIVES, seed);

        double[] smoothed = way.smooth(counts, FIVES);

        for (int age = 0; age < 16; age += 2) {
            assertThat(smoothed[age] + smoothed[age + 1]).isCloseTo(counts[age] + counts[age + 1], within(1e-8));
        }
    }

    static Stream<Arguments> tenYearWays() {
        return waysAndSeeds().limit(60); // the first three ways
    }

    @Test
    void zigzag_madeByHand_isTakenOut() {
        // A straight line, from which 15-19, 25-29 and 35-39 gave a tenth, half to each neighbour.
        double[] line = IntStream.range(0, 17).mapToDouble(x -> 3400 - 100 * x).toArray();
        double[] counts = new Zigzag(10, 40).exchange(line, new double[] {0.1, 0.1, 0.1});

        assertThat(counts[3]).isCloseTo(0.9 * 3100, within(1e-9));
        assertThat(Smoothing.zigzag(10, 40).smooth(counts, FIVES)).containsExactly(line, within(1e-5));
    }

    @Test
    void smooth_steepFall_namesTheNegativeAge() {
        double[] counts = {9000, 9000, 0, 0, 9000, 9000, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 5};

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Smoothing.unitedNations().smooth(counts, FIVES))
                .withMessage("Smoothing.unitedNations, age 35-39: got counts so uneven that they smooth to "
                        + "-551.875, expected counts that smooth to 0 or more");
    }

    @Test
    void smooth_wrongGroups_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Smoothing.arriaga().smooth(new double[81], SINGLE))
                .withMessageContaining("expected groups of 5 years");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Smoothing.spencer15().smooth(new double[17], FIVES))
                .withMessageContaining("expected groups of single years");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Smoothing.movingAverage(3).smooth(new double[18], AgeGroups.abridged(80)))
                .withMessageContaining("expected groups of one width");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Smoothing.strong().smooth(new double[6], AgeGroups.fiveYears(25)))
                .withMessageContaining("got 5 closed groups of five years, expected 6 or more");
    }

    @Test
    void smooth_wrongCounts_areRefused() {
        double[] counts = AGESMTH.clone();
        counts[3] = Double.NaN;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Smoothing.arriaga().smooth(counts, FIVES))
                .withMessage("Smoothing.arriaga, age 15-19: got NaN, expected a finite count of 0 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Smoothing.arriaga().smooth(new double[3], FIVES))
                .withMessage("Smoothing.arriaga: got 3 counts, expected 17");
    }

    @Test
    void carrierFarrag_emptyNeighbours_areRefused() {
        double[] counts = {1, 1, 0, 0, 3, 4, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1};
        double[] empty = new double[17];

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Smoothing.carrierFarrag().smooth(counts, FIVES))
                .withMessage("Smoothing.carrierFarrag, age 20-29: got 7.0 between two ten-year groups of 0, expected "
                        + "one of these above 0");
        assertThat(Smoothing.carrierFarrag().smooth(empty, FIVES)).containsOnly(0);
    }

    @Test
    void zigzag_wrongAges_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Smoothing.zigzag(40, 75))
                .withMessageContaining("got ages 40 to 75, expected multiples of 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Smoothing.zigzag(35, 75).smooth(AGESMTH, FIVES))
                .withMessageContaining("got ages up to 75, expected one closed group beyond it, below 80+");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Smoothing.zigzag(10, 60).smooth(new double[17], FIVES))
                .withMessageContaining("age 10-14: got 0.0, expected a count above 0");
    }

    @Test
    void movingAverage_evenTerms_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Smoothing.movingAverage(4))
                .withMessage("Smoothing.movingAverage: got 4 terms, expected an odd number of 3 or more");
    }

    /** A falling population in which groups of digit 0 gained up to a tenth from those of digit 5. */
    private static double[] heapedCounts(AgeGroups ages, long seed) {
        Random random = new Random(seed);
        double[] counts = new double[ages.count()];
        for (int age = 0; age < counts.length; age++) {
            double heaping = 0.1 * random.nextDouble() * (age % 2 == 0 ? 1 : -1);
            counts[age] = 1e6 * StrictMath.exp(-0.2 * age) * (1 + heaping);
        }
        return counts;
    }
}
