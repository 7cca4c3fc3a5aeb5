package org.kapok.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Areas of cells: regions, groups of them and the whole place. */
class CellSpaceTest {
    private static final CellSpace SPACE = space("C");

    private static CellSpace space(String last) {
        return new CellSpace(
                List.of(new Region("A", "inner"), new Region("B", "outer"), new Region(last, "inner")),
                List.of(new Status("all", true, true)),
                AgeGroups.singleYears(2));
    }

    @Test
    void regionsIn_areas_areInTheOrderOfRegions() {
        assertThat(SPACE.regionsIn("")).containsExactly(0, 1, 2);
        assertThat(SPACE.regionsIn("inner")).containsExactly(0, 2);
        assertThat(SPACE.regionsIn("B")).containsExactly(1);
    }

    @Test
    void regionsIn_regionNamedAsAGroup_isTheGroup() {
        assertThat(space("outer").regionsIn("outer")).containsExactly(1);
    }

    @Test
    void regionsIn_changedByTheCaller_staysAsItIs() {
        SPACE.regionsIn("inner")[0] = 7;
        assertThat(SPACE.regionsIn("inner")).containsExactly(0, 2);
    }

    @Test
    void regionsIn_unknownArea_saysWhichThereAre() {
        assertThatThrownBy(() -> SPACE.regionsIn("D"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got D, expected one of [A, B, C]");
    }

    @Test
    void equals_sameRegionsStatusesAndAges_isTheSame() {
        assertThat(space("C")).isEqualTo(SPACE).hasSameHashCodeAs(SPACE);
        assertThat(space("D")).isNotEqualTo(SPACE);
    }
}
