package org.kapok.projection.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kapok.core.Population;
import org.kapok.core.Selection;
import org.kapok.core.Sex;
import org.kapok.projection.CohortComponent;
import org.kapok.projection.Projection;
import org.kapok.projection.ProjectionInputs;

/** Totals by region are those of the projection that keeps everything. */
class RegionProjectionTest {
    private static final int LAST = RandomInputs.LAST;
    private static final List<Count> COUNTS = List.of(
            Count.people("", Selection.residents()),
            Count.people("", Selection.registered().aged(20, 39)),
            Count.people("", Selection.residents().aged(40, Selection.OPEN).of(Sex.FEMALE)),
            new Count(Count.Kind.BIRTHS, "", Selection.registered()),
            new Count(Count.Kind.DEATHS, "", Selection.residents()),
            new Count(Count.Kind.NET_MIGRATION, "", Selection.registered()));

    @ParameterizedTest(name = "{0} regions, {1} changes of status, even {2}")
    @CsvSource({"1,0,false", "5,2,false", "128,1,true", "130,3,true", "130,3,false", "300,1,false"})
    void run_anyInputs_isTheProjectionOfAllCells(int regions, int changes, boolean even) {
        ProjectionInputs inputs = RandomInputs.open(regions, changes, even);

        RegionTotals totals = RegionProjection.of(inputs, LAST, COUNTS).run(1);

        Projection whole = CohortComponent.project(inputs, LAST);
        for (int count = 0; count < COUNTS.size(); count++) {
            for (int step = 0; step < totals.steps(); step++) {
                for (int region = 0; region < regions; region += 7) {
                    Count here = new Count(
                            COUNTS.get(count).kind(),
                            "r" + region,
                            COUNTS.get(count).people());
                    double expected = valueOf(here, whole, step);
                    double scale = whole.at(step + 1).total(Selection.residents(), "r" + region);
                    assertThat(totals.at(count, step, region))
                            .as("count " + count + ", step " + step + ", region " + region)
                            .isCloseTo(expected, within(1e-12 * scale));
                }
            }
        }
    }

    @ParameterizedTest(name = "even {0}")
    @ValueSource(booleans = {false, true})
    void run_factors_isTheDrawWithThoseFactors(boolean even) {
        ProjectionInputs inputs = RandomInputs.open(9, 2, even);
        RegionProjection projection = RegionProjection.of(inputs, LAST, COUNTS);
        double[][] factors = new double[Ensemble.components(inputs).size()][projection.steps()];
        SplittableRandom random = new SplittableRandom(3);
        for (double[] row : factors) {
            for (int step = 0; step < row.length; step++) {
                row[step] = 0.8 + 0.4 * random.nextDouble();
            }
        }

        RegionTotals totals = projection.newTotals();
        projection.run(factors, totals, 1);

        List<Count> third = COUNTS.stream()
                .map(count -> new Count(count.kind(), "r3", count.people()))
                .toList();
        Futures same = (draw, filled) -> {
            for (int i = 0; i < factors.length; i++) {
                System.arraycopy(factors[i], 0, filled[i], 0, filled[i].length);
            }
        };
        Values draw = Ensemble.of(inputs, LAST, third).run(same, 1, 1);
        for (int count = 0; count < COUNTS.size(); count++) {
            for (int step = 0; step < totals.steps(); step++) {
                assertThat(totals.at(count, step, 3)).isCloseTo(draw.at(count, step, 0), within(1e-8));
            }
        }
    }

    @Test
    void run_anyNumberOfThreads_andAgain_givesTheSameBits() {
        RegionProjection projection = RegionProjection.of(RandomInputs.open(3000, 1, true), LAST, COUNTS);
        RegionTotals one = projection.run(1);

        for (int threads : new int[] {1, 2, 7}) {
            RegionTotals other = projection.run(threads);
            for (int count = 0; count < COUNTS.size(); count++) {
                for (int step = 0; step < one.steps(); step++) {
                    assertThat(Arrays.equals(other.regions(count, step), one.regions(count, step)))
                            .as("count " + count + ", step " + step + ", threads " + threads)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void run_whatItDoesNotKnow_isRefused() {
        ProjectionInputs inputs = RandomInputs.open(2, 0, true);
        RegionProjection projection = RegionProjection.of(inputs, LAST, COUNTS);

        assertThatThrownBy(() -> RegionProjection.of(inputs, 2020, COUNTS))
                .hasMessage("RegionProjection.lastYear: got 2020, expected 2021 or later");
        assertThatThrownBy(() -> RegionProjection.of(inputs, LAST, List.of(Count.people("r1", Selection.residents()))))
                .hasMessageStartingWith("RegionProjection.counts: got a count of area r1");
        assertThatThrownBy(() -> projection.run(0)).hasMessage("RegionProjection.threads: got 0, expected 1 or more");
        assertThatThrownBy(() -> projection.run(new double[2][5], projection.newTotals(), 1))
                .hasMessage("RegionProjection.factors: got 2 components, expected 5, each with 5 steps");
        double[][] negative = new double[5][5];
        negative[4][4] = -1;
        assertThatThrownBy(() -> projection.run(negative, projection.newTotals(), 1))
                .hasMessage("RegionProjection.factors: got -1.0, expected 0 or more, finite");
        RegionTotals others =
                RegionProjection.of(RandomInputs.open(3, 0, true), LAST, COUNTS).newTotals();
        assertThatThrownBy(() -> projection.run(new double[5][5], others, 1))
                .hasMessageStartingWith("RegionProjection.totals: got totals of other counts, steps or regions");
    }

    private static double valueOf(Count count, Projection projection, int step) {
        Population before = projection.at(step);
        Population after = projection.at(step + 1);
        int year = Integer.parseInt(projection.flowYears().labels().get(step));
        Selection whom = count.people();
        return switch (count.kind()) {
            case PEOPLE -> after.total(whom, count.area());
            case BIRTHS -> projection.births(year, whom, count.area());
            case DEATHS -> projection.total(Projection.Flow.DEATHS, year, whom, count.area());
            case NET_MIGRATION ->
                after.total(whom, count.area())
                        - before.total(whom, count.area())
                        - projection.births(year, whom, count.area())
                        + projection.total(Projection.Flow.DEATHS, year, whom, count.area());
        };
    }
}
