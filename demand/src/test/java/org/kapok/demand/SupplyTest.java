package org.kapok.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kapok.core.Population;
import org.kapok.core.Selection;
import org.kapok.demand.Gap.Balance;

class SupplyTest {
    /** 84 beds in A and 840 in B every year by the norm, half of that by need; places have a norm only. */
    private static final Demand DEMAND = new Services(List.of(
                    new Service("beds", "beds", residents(1), Optional.of(residents(0.5))),
                    new Service("places", "places", residents(1), Optional.empty())))
            .demandOf(Projections.untouched(2023, 1, 10));

    @Test
    void gapTo_supplyByRegion_sumsShortagesAndSurplusesApart() {
        Gap gap = supply(stock("A", 100), stock("B", 800)).gapTo(DEMAND);

        assertThat(gap.at("beds", "A", DemandPath.NORM, 2021)).isEqualTo(new Balance(84, 100, 0, 16));
        assertThat(gap.at("beds", "B", DemandPath.NORM, 2021)).isEqualTo(new Balance(840, 800, 40, 0));
        assertThat(gap.at("beds", Supply.WHOLE_AREA, DemandPath.NORM, 2021)).isEqualTo(new Balance(924, 900, 40, 16));
        assertThat(gap.at("beds", Supply.WHOLE_AREA, DemandPath.NEED, 2021)).isEqualTo(new Balance(462, 900, 0, 438));
    }

    @Test
    void gapTo_supplyOfWholeArea_hasThatAreaOnly() {
        Gap gap = supply(stock(Supply.WHOLE_AREA, 900)).gapTo(DEMAND);

        assertThat(gap.rows())
                .extracting(Gap.Row::service, Gap.Row::area, Gap.Row::path, Gap.Row::year)
                .startsWith(tuple("beds", "", DemandPath.NORM, 2020), tuple("beds", "", DemandPath.NORM, 2021))
                .hasSize(8);
        assertThat(gap.at("beds", Supply.WHOLE_AREA, DemandPath.NORM, 2020)).isEqualTo(new Balance(924, 900, 24, 0));
    }

    @Test
    void gapTo_regionWithoutChanges_hasNoSupply() {
        Gap gap = supply(stock("B", 840)).gapTo(DEMAND);

        assertThat(gap.at("beds", "A", DemandPath.NORM, 2020)).isEqualTo(new Balance(84, 0, 84, 0));
    }

    @Test
    void gapTo_changes_countFromTheirYearByDeliveredShare() {
        Gap gap = supply(stock("A", 60), change("A", 2021, 10, 0.5), closing("A", 2020, 2023, 20))
                .gapTo(DEMAND);

        assertThat(List.of(2020, 2021, 2022, 2023))
                .extracting(year -> gap.at("beds", "A", DemandPath.NORM, year).supply())
                .containsExactly(80.0, 85.0, 85.0, 65.0);
    }

    @Test
    void gapTo_yearsBeforeTheStock_haveNoRows() {
        Gap gap = supply(change("A", 2022, 90, 1)).gapTo(DEMAND);

        assertThat(gap.rows()).extracting(Gap.Row::year).containsOnly(2022, 2023);
        assertThatThrownBy(() -> gap.at("beds", "A", DemandPath.NORM, 2021))
                .hasMessage("Gap: got year 2021, expected one of [2022, 2023]");
    }

    @Test
    void firstShortage_closureLaterThanOpening_isItsYear() {
        Gap gap = supply(stock("A", 83), stock("B", 1000), closing("A", 2020, 2022, 1))
                .gapTo(DEMAND);

        assertThat(gap.firstShortage("beds", "A", DemandPath.NORM)).hasValue(2022);
        assertThat(gap.firstShortage("beds", Supply.WHOLE_AREA, DemandPath.NORM))
                .hasValue(2022);
        assertThat(gap.firstShortage("beds", "B", DemandPath.NORM)).isEmpty();
        assertThat(gap.firstShortage("beds", "A", DemandPath.NEED)).isEmpty();
        assertThatThrownBy(() -> gap.firstShortage("places", "A", DemandPath.NORM))
                .hasMessage("Gap: got the norm of places in A, which has no supply or no demand to compare");
        assertThatThrownBy(() -> gap.firstShortage("places", Supply.WHOLE_AREA, DemandPath.NEED))
                .hasMessage(
                        "Gap: got the need of places in the whole area, which has no supply or no demand to compare");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void gapTo_randomSupply_balancesInEveryAreaAndSum(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Gap gap = supply(
                        stock("A", 170 * random.nextDouble()),
                        stock("B", 1700 * random.nextDouble()),
                        change("A", 2022, 50 * random.nextDouble(), random.nextDouble()))
                .gapTo(DEMAND);

        for (Gap.Row row : gap.rows()) {
            Balance balance = row.balance();
            assertThat(balance.shortage() - balance.surplus())
                    .isCloseTo(balance.demand() - balance.supply(), within(1e-9));
        }
    }

    @Test
    void unitsAt_attrition_leavesYearByYear() {
        Provision staff = new Provision(
                "beds",
                "A",
                "",
                new Provision.Open(LocalDate.of(2020, 11, 1), Optional.empty()),
                new Provision.Units(100, 1),
                new Attrition(List.of(0.1, 0.5, 0.0)),
                Provision.Origin.GIVEN);

        assertThat(new Attrition(List.of(0.1, 0.5, 0.0)).left(1.5)).isEqualTo(0.9 * 0.75);
        assertThat(staff.unitsAt(LocalDate.of(2021, 11, 1))).isCloseTo(90, within(0.1));
        assertThat(staff.unitsAt(LocalDate.of(2023, 11, 1))).isCloseTo(45, within(0.1));
        assertThat(staff.unitsAt(LocalDate.of(2020, 10, 31))).isZero();
    }

    @Test
    void allocated_byPeople_dividesTheTotalAndMarksIt() {
        Population base = Projections.untouched(2021, 1, 10).at(0);
        Supply divided = supply(stock(Supply.WHOLE_AREA, 1100)).allocated("beds", base, Selection.residents());

        Gap gap = divided.gapTo(DEMAND);

        assertThat(gap.at("beds", "A", DemandPath.NORM, 2020).supply()).isCloseTo(100, within(1e-9));
        assertThat(gap.at("beds", "B", DemandPath.NORM, 2020).supply()).isCloseTo(1000, within(1e-9));
        assertThat(gap.rows()).extracting(Gap.Row::allocated).containsOnly(true);
        assertThatThrownBy(() -> divided.allocated("beds", base, Selection.residents()))
                .hasMessage("Supply of beds: got nothing for the whole area, expected a total to allocate");
    }

    @Test
    void provision_wrongNumbersOrDates_areRefused() {
        assertThatThrownBy(() -> change("A", 2021, -1, 1))
                .hasMessage("Provision.capacity: got -1.0, expected 0 or more, finite");
        assertThatThrownBy(() -> change("A", 2021, Double.NaN, 1)).hasMessageContaining("got NaN");
        assertThatThrownBy(() -> change(Supply.WHOLE_AREA, 2021, 1, 1.2))
                .hasMessage("Provision.delivered: got 1.2, expected 0 to 1");
        assertThatThrownBy(() -> closing("A", 2023, 2021, 1))
                .hasMessage("Provision.open: got opening 2023-01-01 and closing 2021-01-01, expected the closing after"
                        + " the opening");
        assertThatThrownBy(() -> Attrition.constant(1.1)).hasMessage("Attrition.yearly: got 1.1, expected 0 to 1");
    }

    @Test
    void shortages_severalYears_tellTheFirstAndTheWorst() {
        // 83 until 2021, then 80
        Gap gap = supply(stock("A", 80), closing("A", 2020, 2022, 3), stock("B", 840))
                .gapTo(DEMAND);

        assertThat(gap.shortages())
                .contains(new Gap.Shortage("beds", "A", DemandPath.NORM, 2020, 2022, 4))
                .noneMatch(shortage -> shortage.area().equals("B"));
        assertThat(gap.at("beds", "A", DemandPath.NORM, 2022).utilisation()).hasValue(84 / 80.0);
    }

    @Test
    void changes_mixedOrUnknownAreas_areRefused() {
        assertThatThrownBy(() -> supply(stock("A", 10), stock(Supply.WHOLE_AREA, 10)))
                .hasMessage(
                        "Supply of beds: got rows by region and rows for the whole area, expected one of the" + " two");
        assertThatThrownBy(() -> supply(stock("C", 10)).gapTo(DEMAND))
                .hasMessage("Supply of beds: got region C, expected one of [A, B]");
        assertThatThrownBy(() -> supply(Provision.stock("pools", "A", LocalDate.of(2020, 1, 1), 1))
                        .gapTo(DEMAND))
                .hasMessage("Demand: got service pools, expected one of [beds, places]");
    }

    private static ServiceModel residents(double each) {
        return new Ratio(Selection.residents(), 1, YearPath.constant(each));
    }

    private static Supply supply(Provision... provisions) {
        return new Supply(List.of(provisions));
    }

    private static Provision stock(String region, double units) {
        return change(region, 2020, units, 1);
    }

    private static Provision change(String region, int year, double units, double delivered) {
        return provision(region, new Provision.Open(LocalDate.of(year, 1, 1), Optional.empty()), units, delivered);
    }

    private static Provision closing(String region, int from, int closes, double units) {
        Optional<LocalDate> end = Optional.of(LocalDate.of(closes, 1, 1));
        return provision(region, new Provision.Open(LocalDate.of(from, 1, 1), end), units, 1);
    }

    private static Provision provision(String region, Provision.Open open, double units, double delivered) {
        return new Provision(
                "beds",
                region,
                "",
                open,
                new Provision.Units(units, delivered),
                Attrition.none(),
                Provision.Origin.GIVEN);
    }
}
