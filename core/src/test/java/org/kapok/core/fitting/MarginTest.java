package org.kapok.core.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kapok.core.AgeGroups;
import org.kapok.core.Axis;
import org.kapok.core.Cube;

class MarginTest {
    private static final Axis REGION = new Axis(Axis.REGION, List.of("R1", "R2"));
    private static final Axis STATUS = new Axis(Axis.STATUS, List.of("both", "resident", "away"));
    private static final AgeGroups SINGLE = AgeGroups.singleYears(4);
    private static final List<Axis> AXES = List.of(REGION, STATUS, Axis.ages(SINGLE));

    @Test
    void over_axesInAnotherOrder_addsTheRightCells() {
        Cube target = Cube.of(List.of(STATUS, REGION), 1, 2, 3, 4, 5, 6);
        Margin margin = Margin.over("status by region", target, AXES);

        double[] sums =
                margin.sums(Cube.generate(AXES, i -> 100 * i[0] + 10 * i[1]).toArray());

        assertThat(sums).containsExactly(0, 500, 50, 550, 100, 600);
    }

    @Test
    void grouped_agesAndStatuses_leavesOtherStatusesOut() {
        AgeGroups pairs = new AgeGroups(List.of(0, 2, 4));
        Cube target = Cube.of(List.of(REGION, Axis.ages(pairs)), 1, 2, 3, 4, 5, 6);
        Grouping residents = Grouping.counting(Axis.STATUS, List.of("both", "resident"));
        Margin margin = Margin.grouped("residents", target, AXES, List.of(residents, Grouping.ages(SINGLE, pairs)));

        double[] sums = margin.sums(Cube.generate(AXES, i -> 1).toArray());

        assertThat(sums).containsExactly(4, 4, 2, 4, 4, 2);
        assertThat(margin.constraintOf(2 * 5)).isNegative();
        assertThat(margin.label(1)).isEqualTo("region R1, age 2");
    }

    @Test
    void grouped_singleTotal_addsTheSelectedCells() {
        Margin margin = Margin.grouped(
                "residents aged 3",
                Cube.of(List.of(), 40),
                AXES,
                List.of(
                        Grouping.counting(Axis.AGE, List.of("3")),
                        Grouping.counting(Axis.STATUS, List.of("both", "resident"))));

        assertThat(margin.sums(Cube.generate(AXES, i -> i[2]).toArray())).containsExactly(12);
        assertThat(margin.label(0)).isEqualTo("total");
    }

    @Test
    void over_otherLabels_asksForAGrouping() {
        Cube target = Cube.of(List.of(new Axis(Axis.REGION, List.of("R1"))), 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Margin.over("one region", target, AXES))
                .withMessage("Margin one region, axis region: got labels [R1], expected those of the cube, [R1, R2], "
                        + "or a grouping");
    }

    @Test
    void over_unknownAxis_namesIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Margin.over("sexes", Cube.of(List.of(Axis.sexes()), 1, 2), AXES))
                .withMessageContaining("got axes [sex], expected some of [region, status, age]");
    }

    @Test
    void ages_groupAcrossABoundary_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Grouping.ages(AgeGroups.fiveYears(85), AgeGroups.uniform(3, 60)))
                .withMessageContaining("expected groups that start where those of the table do");
    }

    @Test
    void of_constraintWithoutTarget_namesTheCell() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Margin.of("m", new int[] {0, 1}, new double[] {5}, List.of("a")))
                .withMessage("Margin m, cell 1: got constraint 1, expected -1 to 0");
    }
}
