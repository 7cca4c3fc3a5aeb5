package org.kapok.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The worst year of a shortage, where years differ by rounding alone and where they do not. */
class GapTest {
    private static Gap.Row row(String area, int year, double shortage) {
        return new Gap.Row("homes", area, DemandPath.NORM, year, new Gap.Balance(shortage + 1, 1, shortage, 0), false);
    }

    @Test
    void shortages_thatDifferByRounding_takesTheFirstYear() {
        Gap gap = new Gap(List.of(
                row("", 2024, 9_000), row("", 2025, 21_000), row("", 2031, 21_000.00000000006), row("", 2035, 20_000)));

        assertThat(gap.shortages())
                .containsExactly(new Gap.Shortage("homes", "", DemandPath.NORM, 2024, 2025, 21_000.00000000006));
    }

    private static Gap.Row supplied(String service, String area, int year, double supply) {
        return new Gap.Row(service, area, DemandPath.NORM, year, Gap.Balance.between(10, supply), false);
    }

    @Test
    void heldServices_supplyThatChangesAtAnyDate_isNotHeld() {
        Gap gap = new Gap(List.of(
                supplied("beds", "", 2024, 7),
                supplied("beds", "", 2025, 7.000000000001),
                supplied("places", "", 2024, 7),
                supplied("places", "", 2025, 9),
                supplied("closing", "", 2024, 7),
                supplied("closing", "", 2025, 6),
                supplied("moved", "A", 2024, 3),
                supplied("moved", "A", 2025, 2),
                supplied("moved", "", 2024, 5),
                supplied("moved", "", 2025, 5)));

        assertThat(gap.heldServices()).containsExactly("beds", "moved");
    }

    @Test
    void shortages_largerLater_takesItsYearForEachArea() {
        Gap gap = new Gap(List.of(
                row("A", 2025, 21_000),
                row("B", 2025, 0),
                row("C", 2025, 8),
                row("A", 2026, 21_000.001),
                row("B", 2026, 0),
                row("C", 2026, 7)));

        assertThat(gap.shortages())
                .containsExactly(
                        new Gap.Shortage("homes", "A", DemandPath.NORM, 2025, 2026, 21_000.001),
                        new Gap.Shortage("homes", "C", DemandPath.NORM, 2025, 2025, 8));
    }
}
