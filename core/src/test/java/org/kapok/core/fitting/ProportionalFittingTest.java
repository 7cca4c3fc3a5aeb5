package org.kapok.core.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kapok.core.Axis;
import org.kapok.core.Cube;

class ProportionalFittingTest {
    private static final Axis ROW = new Axis("row", List.of("r1", "r2"));
    private static final Axis COLUMN = new Axis("column", List.of("c1", "c2", "c3"));
    private static final Axis LAYER = new Axis("layer", List.of("l1", "l2"));
    private static final List<Axis> TABLE = List.of(ROW, COLUMN);
    private static final List<Axis> BOX = List.of(ROW, COLUMN, LAYER);
    private static final ProportionalFitting.Settings STANDARD = ProportionalFitting.Settings.standard();

    @Test
    void fit_uniformSeed_givesIndependence() {
        // Two even rows: each cell is row total x column total / total, met in the first round.
        ProportionalFitting.Fit fit = fit(Cube.of(TABLE, 1, 1, 1, 1, 1, 1), rows(30, 70), columns(20, 30, 50));

        assertThat(fit.fitted().toArray()).containsExactly(new double[] {6, 9, 15, 14, 21, 35}, within(1e-12));
        assertThat(fit.iterations()).isEqualTo(1);
        assertThat(fit.converged()).isTrue();
    }

    @Test
    void fit_oneRound_isTheHandCalculation() {
        // Rows first: 10 20 30 | 20 20 20 -> columns 30 40 50; then columns to 60 40 20: times 2, 1, 0.4.
        Cube seed = Cube.of(TABLE, 1, 2, 3, 1, 1, 1);
        ProportionalFitting.Settings once = new ProportionalFitting.Settings(1e-9, 1);

        ProportionalFitting.Fit fit = ProportionalFitting.fit(seed, List.of(rows(60, 60), columns(60, 40, 20)), once);

        assertThat(fit.fitted().toArray()).containsExactly(new double[] {20, 20, 12, 40, 20, 8}, within(1e-12));
        assertThat(fit.converged()).isFalse();
        ProportionalFitting.Deviation first = fit.deviations().get(0);
        assertThat(first.margin()).isEqualTo("rows");
        assertThat(first.relative()).isCloseTo(8 / 60.0, within(1e-12));
        assertThat(first.absolute()).isCloseTo(8, within(1e-12));
        assertThat(first.absoluteAt()).isEqualTo("row r1");
        assertThat(fit.deviations().get(1).absolute()).isLessThan(1e-12);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void fit_twoWay_keepsOddsRatiosAndBothMargins(long seed) {
        Cube first = random(TABLE, seed);
        Cube truth = random(TABLE, seed + 100);

        Cube fitted = fit(first, over("rows", truth.sumOver("column")), over("columns", truth.sumOver("row")))
                .fitted();

        for (int j = 1; j < COLUMN.size(); j++) {
            assertThat(oddsRatio(fitted, j)).isCloseTo(oddsRatio(first, j), withinPercentage(1e-9));
        }
        assertThat(fitted.sumOver("column").toArray())
                .containsExactly(truth.sumOver("column").toArray(), within(1e-7));
        assertThat(fitted.sumOver("row").toArray())
                .containsExactly(truth.sumOver("row").toArray(), within(1e-12));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void fit_threeWayFromPairs_meetsEveryPair(long seed) {
        Cube truth = random(BOX, seed);

        ProportionalFitting.Fit fit = ProportionalFitting.fit(
                random(BOX, seed + 100),
                List.of(
                        Margin.over("row x column", truth.sumOver("layer"), BOX),
                        Margin.over("row x layer", truth.sumOver("column"), BOX),
                        Margin.over("column x layer", truth.sumOver("row"), BOX)),
                STANDARD);

        assertThat(fit.converged()).isTrue();
        assertThat(fit.deviations())
                .hasSize(3)
                .allSatisfy(d -> assertThat(d.relative()).isLessThanOrEqualTo(1e-9));
        assertThat(fit.fitted().total()).isCloseTo(truth.total(), withinPercentage(1e-8));
    }

    @Test
    void fit_partialMargin_leavesOtherCellsAlone() {
        Margin oneCell = Margin.grouped(
                "row r2 of column c1",
                Cube.of(List.of(), 9),
                TABLE,
                List.of(Grouping.counting("row", List.of("r2")), Grouping.counting("column", List.of("c1"))));

        Cube fitted = fit(Cube.of(TABLE, 1, 2, 3, 4, 5, 6), oneCell).fitted();

        assertThat(fitted.toArray()).containsExactly(1, 2, 3, 9, 5, 6);
    }

    @Test
    void fit_partOfAGroup_takesTheRestFromTheSeed() {
        Margin oneCell = Margin.grouped(
                "column c1",
                Cube.of(List.of(new Axis("row", List.of("r1"))), 8),
                TABLE,
                List.of(Grouping.counting("row", List.of("r1")), Grouping.counting("column", List.of("c1"))));

        Cube fitted =
                fit(Cube.of(TABLE, 1, 2, 3, 1, 1, 1), oneCell, rows(20, 6)).fitted();

        assertThat(fitted.toArray()).containsExactly(new double[] {8, 4.8, 7.2, 2, 2, 2}, within(1e-7));
    }

    @Test
    void fit_zeros_stay() {
        Cube seed = Cube.of(TABLE, 0, 2, 3, 1, 0, 1);

        Cube fitted = fit(seed, rows(50, 50), columns(40, 20, 40)).fitted();

        assertThat(fitted.toArray()).containsExactly(new double[] {0, 20, 30, 40, 0, 10}, within(1e-6));
    }

    @Test
    void fit_targetOfZero_emptiesItsCells() {
        Cube fitted = fit(Cube.of(TABLE, 1, 1, 1, 1, 1, 1), columns(0, 20, 40), rows(60, 0))
                .fitted();

        assertThat(fitted.toArray()).containsExactly(new double[] {0, 20, 40, 0, 0, 0}, within(1e-9));
    }

    @Test
    void fit_emptyCellsUnderPositiveTargets_listsThemAll() {
        Cube seed = Cube.of(TABLE, 0, 0, 0, 1, 0, 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit(seed, rows(10, 20), columns(10, 10, 10)))
                .withMessageContaining("margin rows, row r1: got 10.0, but all its cells are 0 in the seed")
                .withMessageContaining("margin columns, column c2: got 10.0, but all its cells are 0 in the seed");
    }

    @Test
    void fit_totalsThatDisagree_saysWhichAndByHowMuch() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit(Cube.of(TABLE, 1, 1, 1, 1, 1, 1), rows(10, 20), columns(10, 10, 11)))
                .withMessage("ProportionalFitting: margins rows and columns disagree on the cells of row r2 and those "
                        + "tied to it: got 30.0 and 31.0, a difference of -1.0");
    }

    @Test
    void fit_blocksThatDisagree_comparesEachBlock() {
        Cube seed = Cube.of(TABLE, 1, 1, 0, 0, 0, 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit(seed, rows(10, 20), columns(5, 6, 19)))
                .withMessageContaining("row r1 and those tied to it: got 10.0 and 11.0")
                .withMessageContaining("row r2 and those tied to it: got 20.0 and 19.0");
    }

    @Test
    void fit_partLargerThanItsWhole_isRefused() {
        Margin part = Margin.grouped(
                "part",
                Cube.of(List.of(), 11),
                TABLE,
                List.of(Grouping.counting("row", List.of("r1")), Grouping.counting("column", List.of("c1"))));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit(Cube.of(TABLE, 1, 1, 1, 1, 1, 1), rows(10, 20), part))
                .withMessageContaining("margins rows and part disagree on the cells of row r1")
                .withMessageContaining("a difference of -1.0");
    }

    @Test
    void fit_negativeOrMissingNumbers_listsThemAll() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit(Cube.of(TABLE, 1, -1, 1, 1, 1, 1), rows(Double.NaN, 20)))
                .withMessage("ProportionalFitting: seed, row r1, column c2: got -1.0, expected 0 or more; "
                        + "margin rows, row r1: got NaN, expected 0 or more");
    }

    @Test
    void fit_marginOfAnotherCube_namesIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit(random(BOX, 1), rows(1, 2)))
                .withMessage("ProportionalFitting: margin rows: got 6 cells, expected 12");
    }

    @Test
    void settings_outOfRange_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProportionalFitting.Settings(0, 1))
                .withMessageContaining("Settings.tolerance: got 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProportionalFitting.Settings(0.1, 0))
                .withMessageContaining("Settings.maxIterations: got 0");
    }

    private static ProportionalFitting.Fit fit(Cube seed, Margin... margins) {
        return ProportionalFitting.fit(seed, List.of(margins), STANDARD);
    }

    private static Margin rows(double... targets) {
        return over("rows", Cube.of(List.of(ROW), targets));
    }

    private static Margin columns(double... targets) {
        return over("columns", Cube.of(List.of(COLUMN), targets));
    }

    private static Margin over(String name, Cube target) {
        return Margin.over(name, target, TABLE);
    }

    private static Cube random(List<Axis> axes, long seed) {
        Random random = new Random(seed);
        return Cube.generate(axes, index -> 1 + 9 * random.nextDouble());
    }

    private static double oddsRatio(Cube table, int column) {
        return table.at(0, 0) * table.at(1, column) / (table.at(0, column) * table.at(1, 0));
    }
}
