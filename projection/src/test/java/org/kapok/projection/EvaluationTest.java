package org.kapok.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kapok.core.AgeGroups;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.core.Population;
import org.kapok.core.Region;
import org.kapok.core.Selection;
import org.kapok.core.Status;
import org.kapok.projection.Evaluation.Difference;
import org.kapok.projection.Evaluation.YearErrors;

/** Errors small enough to be reckoned by hand, and how cells are added up before they are compared. */
class EvaluationTest {
    private static final double TOLERANCE = 1e-12;

    private static final Axis YEAR = new Axis(Axis.YEAR, List.of("2021"));
    private static final Axis REGIONS = new Axis(Axis.REGION, List.of("A", "B"));
    private static final CellSpace SPACE = new CellSpace(
            List.of(new Region("A", ""), new Region("B", "")),
            List.of(new Status("here", true, true), new Status("away", false, true)),
            AgeGroups.singleYears(4));

    @Test
    void of_fourCells_errorsByHand() {
        List<Axis> axes = List.of(YEAR, REGIONS, Axis.sexes());

        Evaluation evaluation =
                Evaluation.of(Cube.of(axes, 110, 1960, 3, 7), Cube.of(axes, 100, 2000, 0, 10), Evaluation.MIN_CELL);

        YearErrors errors = evaluation.years().get(0);
        assertThat(errors.year()).isEqualTo(2021);
        assertThat(errors.total()).isEqualTo(new Difference(Map.of(), 2110, 2080));
        assertThat(errors.total().error()).isEqualTo(-30);
        assertThat(errors.total().relativeError().orElseThrow()).isCloseTo(-30.0 / 2110, within(TOLERANCE));
        assertThat(errors.cells()).isEqualTo(4);
        assertThat(errors.zeroCells()).isEqualTo(1);
        // 10%, 2% and 30%; the cell where nobody is expected is left out
        assertThat(errors.mape()).isCloseTo(0.42 / 3, within(TOLERANCE));
        // 10 + 40 + 3 + 3, that cell included
        assertThat(errors.weightedApe()).isCloseTo(56.0 / 2110, within(TOLERANCE));
        assertThat(errors.largest()).isEqualTo(new Difference(Map.of(Axis.REGION, "A", Axis.SEX, "male"), 2000, 1960));
        assertThat(errors.largestRelative()).contains(errors.largest());
    }

    @ParameterizedTest
    @CsvSource({"0, B", "10, B", "10.5, A", "101, none"})
    void of_leastCell_leavesSmallerCellsOut(double minCell, String region) {
        List<Axis> axes = List.of(YEAR, REGIONS);

        Evaluation evaluation = Evaluation.of(Cube.of(axes, 110, 7), Cube.of(axes, 100, 10), minCell);

        assertThat(evaluation
                        .years()
                        .get(0)
                        .largestRelative()
                        .map(cell -> cell.at().get(Axis.REGION))
                        .orElse("none"))
                .isEqualTo(region);
    }

    @Test
    void of_nobodyExpectedInACell_hasNoRelativeError() {
        List<Axis> axes = List.of(YEAR, REGIONS);

        YearErrors errors = Evaluation.of(Cube.of(axes, 5, 50), Cube.of(axes, 5, 0), 0)
                .years()
                .get(0);

        assertThat(errors.largest().relativeError()).isEmpty();
        assertThat(errors.mape()).isZero();
        assertThat(errors.weightedApe()).isEqualTo(10);
        assertThat(errors.largestRelative().orElseThrow().at()).containsEntry(Axis.REGION, "A");
    }

    /**
     * Aargau projected from 2018, observed 2019 to 2022: the published totals give the published errors (propop,
     * vignette on evaluation).
     */
    @ParameterizedTest
    @CsvSource({"685845, 686750, 0.132", "694072, 695328, 0.181", "703086, 703948, 0.123", "711232, 712597, 0.192"})
    void of_totalsOfAargau_publishedErrors(double observed, double projected, double percent) {
        List<Axis> axes = List.of(YEAR);

        YearErrors errors = Evaluation.of(Cube.of(axes, projected), Cube.of(axes, observed), 1000)
                .years()
                .get(0);

        assertThat(100 * errors.total().relativeError().orElseThrow()).isCloseTo(percent, within(0.0005));
        assertThat(100 * errors.mape()).isCloseTo(percent, within(0.0005));
        assertThat(100 * errors.weightedApe()).isCloseTo(percent, within(0.0005));
    }

    @Test
    void sum_axesLeftOut_addsResidentsOfEverySexAndAge() {
        Cube sums = new ExpectedCells(SPACE, List.of(YEAR, REGIONS), Selection.OPEN).sum(oneToForty());

        // ten cells each of residents of A and B: 1 to 10 and 21 to 30
        assertThat(sums).isEqualTo(Cube.of(List.of(YEAR, REGIONS), 55, 255));
    }

    @Test
    void sum_fewerLabelsInAnotherOrder_leavesTheOthersOut() {
        List<Axis> axes =
                List.of(YEAR, new Axis(Axis.STATUS, List.of("away", "here")), new Axis(Axis.REGION, List.of("B")));

        assertThat(new ExpectedCells(SPACE, axes, Selection.OPEN).sum(oneToForty()))
                .isEqualTo(Cube.of(axes, 355, 255));
    }

    @Test
    void sum_coarserAges_addsUpToThemAndStopsAtTheLastAge() {
        List<Axis> open = List.of(YEAR, Axis.ages(new AgeGroups(List.of(0, 2))));
        List<Axis> closed = List.of(YEAR, new Axis(Axis.AGE, List.of("1", "2")));

        // ages 0-1 and 2+ of residents: profiles start at 1, 6, 21 and 26
        assertThat(new ExpectedCells(SPACE, open, Selection.OPEN).sum(oneToForty()))
                .isEqualTo(Cube.of(open, 112, 198));
        // ages 1 and 2-3
        assertThat(new ExpectedCells(SPACE, closed, 3).sum(oneToForty())).isEqualTo(Cube.of(closed, 58, 128));
    }

    @Test
    void of_projectionAgainstItself_isZero() {
        Projection projection = CohortComponent.project(
                ProjectionInputs.of(
                        Population.of(
                                SPACE,
                                LocalDate.of(2020, 11, 1),
                                IntStream.rangeClosed(1, 40).asDoubleStream().toArray()),
                        Cube.of(List.of(), 0.9),
                        Cube.generate(List.of(SPACE.axes().get(3)), at -> at[0] == 0 ? 0 : 0.1),
                        Cube.of(List.of(), 1.05)),
                2023);

        Evaluation evaluation = Evaluation.of(projection, projection.populations(), 0);

        assertThat(projection.populations().axis(Axis.YEAR).labels()).containsExactly("2020", "2021", "2022", "2023");
        assertThat(projection.populations().select(Axis.YEAR, "2022"))
                .isEqualTo(projection.in(2022).toCube());
        assertThat(evaluation.years()).hasSize(4).allSatisfy(year -> {
            assertThat(year.total().error()).isZero();
            assertThat(year.mape()).isZero();
            assertThat(year.weightedApe()).isZero();
            assertThat(year.largest().error()).isZero();
        });
    }

    @Test
    void cells_thatDoNotNest_areRefused() {
        assertThatThrownBy(() -> new ExpectedCells(SPACE, List.of(YEAR, new Axis(Axis.AGE, List.of("0", "5"))), 7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Axis age: got 5, expected one of [0, 1, 2, 3, 4]");
        assertThatThrownBy(() -> new ExpectedCells(SPACE, List.of(YEAR, new Axis(Axis.AGE, List.of("0", "2"))), 9))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "ExpectedCells.toAge: got 9 with ages [0, 2], expected no upper end, or the last age of one of"
                                + " the projection's groups");
        assertThatThrownBy(() -> new ExpectedCells(SPACE, List.of(YEAR, new Axis(Axis.AGE, List.of("2", "0"))), 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ExpectedCells.axes: got ages [2, 0], expected ascending ages");
        assertThatThrownBy(() -> new ExpectedCells(SPACE, List.of(REGIONS), Selection.OPEN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ExpectedCells.axes: got [region], expected year first");
        assertThatThrownBy(() -> new ExpectedCells(SPACE, List.of(YEAR, new Axis("city", List.of("A"))), 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ExpectedCells.axes: got city, expected year, region, status, sex and age at most");
        assertThatThrownBy(() -> new ExpectedCells(SPACE, List.of(new Axis(Axis.YEAR, List.of("2030"))), Selection.OPEN)
                        .sum(oneToForty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Axis year: got 2030, expected one of [2021]");
    }

    @Test
    void of_numbersThatAreNoPersons_areRefused() {
        List<Axis> axes = List.of(YEAR, REGIONS);
        Cube some = Cube.of(axes, 1, 2);

        assertThatThrownBy(() -> Evaluation.of(some, Cube.of(axes, 0, 0), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Evaluation.expected, year 2021: got nobody, expected some persons");
        assertThatThrownBy(() -> Evaluation.of(some, Cube.of(axes, 1, Double.NaN), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Evaluation.expected, year 2021, region B: got NaN, expected a finite count of 0 or more");
        assertThatThrownBy(() -> Evaluation.of(some, some, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Evaluation.minCell: got NaN, expected 0 or more persons");
        assertThatThrownBy(() -> Evaluation.of(some, Cube.of(List.of(YEAR), 3), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Evaluation: got Cube[year, region] of 2 and Cube[year] of 1, expected the same axes, year"
                        + " first");
    }

    /** Two regions, two statuses, two sexes, five ages: the cells hold 1 to 40. */
    private static Cube oneToForty() {
        return Cube.of(
                List.of(
                        YEAR,
                        SPACE.axes().get(0),
                        SPACE.axes().get(1),
                        SPACE.axes().get(2),
                        SPACE.axes().get(3)),
                IntStream.rangeClosed(1, 40).asDoubleStream().toArray());
    }
}
