package org.kapok.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kapok.core.AgeGroups;
import org.kapok.core.CellSpace;
import org.kapok.core.Region;
import org.kapok.core.Status;

/** Which places a sheet has: all regions while it takes their rows, and never only a part of them. */
class PlacesTest {
    @Test
    void places_ofMoreRowsThanASheetTakes_areGroupsOrTheWhole() {
        CellSpace grouped = space(i -> "g" + i % 10);
        CellSpace partly = space(i -> i == 0 ? "" : "g");

        assertThat(Places.of(grouped, 30, 30).ids()).hasSize(2000);
        Places groups = Places.of(grouped, 202, 37);
        assertThat(groups.ids()).hasSize(10);
        assertThat(groups.regions().stream().flatMapToInt(Arrays::stream).distinct())
                .hasSize(2000);
        assertThat(groups.note(new Words(Locale.ENGLISH), "population.csv"))
                .contains("groups of districts", "population.csv");
        assertThat(Places.of(grouped, 20_200, 37).ids()).containsExactly("");
        assertThat(Places.of(partly, 202, 37).ids()).containsExactly("");
        assertThat(Places.of(partly, 202, 37).regions())
                .singleElement()
                .satisfies(all -> assertThat(all).hasSize(2000));
    }

    private static CellSpace space(IntFunction<String> groupOf) {
        List<Region> regions = IntStream.range(0, 2000)
                .mapToObj(i -> new Region("r" + i, groupOf.apply(i)))
                .toList();
        return new CellSpace(regions, List.of(new Status("all", true, true)), AgeGroups.singleYears(100));
    }
}
