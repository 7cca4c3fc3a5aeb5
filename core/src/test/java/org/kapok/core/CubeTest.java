package org.kapok.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CubeTest {
    private static final Axis REGION = new Axis("region", List.of("A", "B"));
    private static final Axis AGE = new Axis("age", List.of("0", "1", "2"));
    private static final Cube CUBE = Cube.of(List.of(REGION, AGE), 1, 2, 3, 4, 5, 6);

    @Test
    void at_lastAxis_runsFastest() {
        assertThat(CUBE.at(0, 2)).isEqualTo(3);
        assertThat(CUBE.at(1, 0)).isEqualTo(4);
        assertThat(CUBE.total()).isEqualTo(21);
    }

    @Test
    void sumOver_eitherAxis_leavesTheOther() {
        assertThat(CUBE.sumOver("age")).isEqualTo(Cube.of(List.of(REGION), 6, 15));
        assertThat(CUBE.sumOver("region")).isEqualTo(Cube.of(List.of(AGE), 5, 7, 9));
    }

    @Test
    void select_label_dropsItsAxis() {
        assertThat(CUBE.select("region", "B")).isEqualTo(Cube.of(List.of(AGE), 4, 5, 6));
        assertThat(CUBE.select("age", "1")).isEqualTo(Cube.of(List.of(REGION), 2, 5));
    }

    @Test
    void along_moreAxes_repeatsAndReorders() {
        Axis sex = new Axis("sex", List.of("female", "male"));

        Cube wider = CUBE.along(List.of(AGE, sex, REGION));

        assertThat(wider.at(2, 0, 1)).isEqualTo(6);
        assertThat(wider.at(2, 1, 1)).isEqualTo(6);
        assertThat(wider.at(1, 1, 0)).isEqualTo(2);
        assertThat(wider.total()).isEqualTo(42);
    }

    @Test
    void along_otherLabels_isRefused() {
        Axis ages = new Axis("age", List.of("0", "1"));

        assertThatThrownBy(() -> CUBE.along(List.of(REGION, ages)))
                .hasMessage("Cube [region, age]: got axes [region, age], expected axis age among them with the same"
                        + " labels");
    }

    @Test
    void of_arrayChangedLater_keepsItsValues() {
        double[] values = {1, 2};
        Cube cube = Cube.of(List.of(REGION), values);

        values[0] = 9;
        cube.toArray()[1] = 9;

        assertThat(cube.toArray()).containsExactly(1, 2);
    }

    @Test
    void of_wrongShape_saysWhatWasExpected() {
        assertThatThrownBy(() -> Cube.of(List.of(REGION, AGE), 1, 2))
                .hasMessage("Cube [region, age]: got 2 values, expected 6");
        assertThatThrownBy(() -> Cube.of(List.of(REGION, REGION), 1, 2, 3, 4))
                .hasMessage("Cube [region, region]: got axis region twice");
        assertThatThrownBy(() -> CUBE.select("age", "7")).hasMessage("Axis age: got 7, expected one of [0, 1, 2]");
    }

    @Test
    void describe_cell_namesItsLabels() {
        assertThat(CUBE.describe(5)).isEqualTo("region B, age 2");
    }
}
