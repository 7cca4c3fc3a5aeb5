package org.kapok.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kapok.demand.GradeProgression.Average;

class GradeProgressionTest {
    /** 2021 to 2023 of a kindergarten year and two grades, the example of the R package enrollcast. */
    private static final double[][] PUPILS = {{100, 90, 80}, {110, 95, 88}, {120, 99, 91}};

    @Test
    void project_exampleOfEnrollcast_givesItsNumbersAsPrinted() {
        Offset<Double> printed = within(0.5e-7);
        GradeProgression mean = GradeProgression.of(PUPILS, Average.MEAN);

        double[][] pupils = mean.project(PUPILS[2], new double[] {125, 130, 128});

        assertThat(mean.ratios().get(0)).isCloseTo(.925, within(1e-15));
        assertThat(mean.ratios().get(1)).isCloseTo(.9678362573, within(0.5e-10));
        assertThat(pupils).hasNumberOfRows(3);
        assertThat(pupils[0]).containsExactly(new double[] {125, 111, 95.8157895}, printed);
        assertThat(pupils[1]).containsExactly(new double[] {130, 115.625, 107.4298246}, printed);
        assertThat(pupils[2]).containsExactly(new double[] {128, 120.25, 111.9060673}, printed);
    }

    @Test
    void of_otherAverages_areThoseByHand() {
        // Into the first grade .95 and .9, into the second 88/90 and 91/95.
        assertRatios(GradeProgression.of(PUPILS, Average.GEOMETRIC), Math.sqrt(.855), Math.sqrt(88.0 * 91 / 90 / 95));
        assertRatios(GradeProgression.of(PUPILS, Average.LAST), .9, 91.0 / 95);
        assertRatios(GradeProgression.weighted(PUPILS, new double[] {1, 3}), .9125, (88.0 / 90 + 3 * 91.0 / 95) / 4);
        double[][] four = {{100, 1}, {100, 80}, {100, 99}, {100, 81}};
        assertRatios(GradeProgression.of(four, Average.MEDIAN), .81);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void project_anyHistory_followsEachCohortFromItsEntry(long seed) {
        Random random = new Random(seed);
        int grades = 2 + random.nextInt(8);
        double[][] history = history(random, 3 + random.nextInt(6), grades);
        double[] entry = random.doubles(5, 0, 3000).toArray();
        GradeProgression progression = GradeProgression.of(history, Average.values()[(int) (seed % 4)]);
        double[] last = history[history.length - 1];

        double[][] pupils = progression.project(last, entry);

        for (int year = 0; year < entry.length; year++) {
            for (int grade = 0; grade < grades; grade++) {
                int from = Math.max(0, grade - year - 1); // the grade where this cohort was last known
                double cohort = grade <= year ? entry[year - grade] : last[from];
                double progressed =
                        progression.ratios().subList(from, grade).stream().reduce(1.0, (a, b) -> a * b);
                assertThat(pupils[year][grade]).isCloseTo(cohort * progressed, within(1e-9));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void of_projectedPupils_recoversTheRatios(Average average) {
        for (long seed = 1; seed <= 10; seed++) {
            Random random = new Random(seed);
            List<Double> ratios = random.doubles(6, 0.8, 1.1).boxed().toList();
            double[][] pupils = new GradeProgression(ratios)
                    .project(
                            random.doubles(7, 500, 1500).toArray(),
                            random.doubles(9, 500, 1500).toArray());

            GradeProgression found = GradeProgression.of(pupils, average);
            GradeProgression weighted =
                    GradeProgression.weighted(pupils, random.doubles(8, 0, 1).toArray());

            assertRatios(found, ratios.stream().mapToDouble(ratio -> ratio).toArray());
            assertRatios(weighted, ratios.stream().mapToDouble(ratio -> ratio).toArray());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void of_anyHistory_keepsTheOrderOfMeans(long seed) {
        Random random = new Random(seed);
        double[][] pupils = history(random, 8, 5);
        int pairs = pupils.length - 1;
        double[] lastAlone = new double[pairs];
        lastAlone[pairs - 1] = 2;
        double[] alike = new double[pairs];
        Arrays.fill(alike, 0.3);

        List<Double> mean = GradeProgression.of(pupils, Average.MEAN).ratios();
        List<Double> geometric = GradeProgression.of(pupils, Average.GEOMETRIC).ratios();
        List<Double> median = GradeProgression.of(pupils, Average.MEDIAN).ratios();

        for (int grade = 1; grade < 5; grade++) {
            double least = Double.MAX_VALUE;
            double most = 0;
            for (int year = 0; year < pairs; year++) {
                double ratio = pupils[year + 1][grade] / pupils[year][grade - 1];
                least = Math.min(least, ratio);
                most = Math.max(most, ratio);
            }
            assertThat(geometric.get(grade - 1)).isLessThan(mean.get(grade - 1)).isBetween(least, most);
            assertThat(median.get(grade - 1)).isBetween(least, most);
        }
        assertThat(GradeProgression.weighted(pupils, lastAlone).ratios())
                .isEqualTo(GradeProgression.of(pupils, Average.LAST).ratios());
        assertRatios(
                GradeProgression.weighted(pupils, alike),
                mean.stream().mapToDouble(ratio -> ratio).toArray());
    }

    @Test
    void parts_outOfRange_areRefused() {
        GradeProgression one = new GradeProgression(List.of(0.9));
        assertThatThrownBy(() -> GradeProgression.of(new double[][] {{0, 5}, {10, 8}}, Average.MEAN))
                .hasMessage("GradeProgression.pupils, year 1, grade 1: got 0 pupils, expected some who can progress");
        assertThatThrownBy(() -> GradeProgression.of(new double[][] {{10, 8}}, Average.MEAN))
                .hasMessage("GradeProgression.pupils: got 1 years, expected 2 or more, of 2 or more grades");
        assertThatThrownBy(() -> GradeProgression.of(new double[][] {{10, 8}, {10, 8, 7}}, Average.MEAN))
                .hasMessage("GradeProgression.pupils, year 2: got 3 grades, expected 2, as in the first year");
        assertThatThrownBy(() -> GradeProgression.of(new double[][] {{10, 8}, {10, Double.NaN}}, Average.MEAN))
                .hasMessage("GradeProgression.pupils, year 2, value 2: got NaN, expected 0 or more, finite");
        assertThatThrownBy(() -> GradeProgression.weighted(PUPILS, new double[] {1}))
                .hasMessage("GradeProgression.weights: got 1, expected 2, one per pair of consecutive years");
        assertThatThrownBy(() -> GradeProgression.weighted(PUPILS, new double[2]))
                .hasMessage("GradeProgression.weights: got only 0, expected one above 0");
        assertThatThrownBy(() -> one.project(new double[3], new double[] {1}))
                .hasMessage("GradeProgression.project: got 3 grades, expected 2, one more than ratios");
        assertThatThrownBy(() -> one.project(new double[2], new double[] {-1}))
                .hasMessage("GradeProgression.entry, value 1: got -1.0, expected 0 or more, finite");
        assertThatThrownBy(() -> new GradeProgression(List.of(0.9, -0.1)))
                .hasMessage("GradeProgression.ratios, into grade 3: got -0.1, expected 0 or more, finite");
    }

    private static void assertRatios(GradeProgression progression, double... expected) {
        double[] ratios =
                progression.ratios().stream().mapToDouble(ratio -> ratio).toArray();
        assertThat(ratios).containsExactly(expected, within(1e-14));
    }

    private static double[][] history(Random random, int years, int grades) {
        double[][] pupils = new double[years][];
        for (int year = 0; year < years; year++) {
            pupils[year] = random.doubles(grades, 800, 1200).toArray();
        }
        return pupils;
    }
}
