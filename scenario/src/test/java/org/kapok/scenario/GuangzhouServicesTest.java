package org.kapok.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kapok.core.Selection;
import org.kapok.demand.Demand;
import org.kapok.demand.DemandPath;
import org.kapok.demand.Gap;
import org.kapok.demand.Service;
import org.kapok.demand.Supply;
import org.kapok.demand.scorecard.Scorecard;
import org.kapok.demand.scorecard.Scorecard.Why;
import org.kapok.demand.scorecard.Verdict;

/** The services and indicators of the bundled plan, held to what is published for 2020. */
class GuangzhouServicesTest {
    private static final ScenarioRun RUN = ScenarioRun.of(BundledScenarios.read("guangzhou"));

    @ParameterizedTest
    @CsvSource({
        "beds, 101640", // yearbook: the need of 2020 fills the beds of 2020
        "physicians, 62329",
        "households, 6803376", // census: family households
        "college_educated, 5098713", // plan: 27.3% of 18 676 605
        "unemployment_insured, 6918200",
        "injury_insured, 6829300",
        "social_cards, 16200000",
    })
    void need_2020_isThePublishedLevel(String service, double published) {
        double need = RUN.demand().orElseThrow().total(service, DemandPath.NEED, 2020);

        assertThat(need).isCloseTo(published, within(published * 5e-4));
    }

    @Test
    void schooling_2020_isThePublishedMean() {
        double years = RUN.demand().orElseThrow().total("schooling", DemandPath.NEED, 2020);
        double people = RUN.projection().at(0).total(Selection.residents().aged(16, 59));

        assertThat(years / people).isCloseTo(11.61, within(5e-3));
    }

    @Test
    void demand_everyService_isFiniteAndHasASource() {
        Demand demand = RUN.demand().orElseThrow();

        for (Service service : demand.services()) {
            for (DemandPath path : demand.paths(service.id())) {
                for (int year : demand.years()) {
                    assertThat(Arrays.stream(demand.at(service.id(), path, year))
                                    .boxed())
                            .allMatch(value -> value >= 0 && value < 1e12);
                }
            }
        }
        assertThat(RUN.scenario().provisioning().catalogue())
                .hasSizeGreaterThan(90)
                .allMatch(
                        entry -> entry.model().equals("sum") || !entry.source().isEmpty());
    }

    @Test
    void scorecard_all51_areJudgedOrExplained() {
        List<Scorecard.Row> rows = RUN.scorecard().orElseThrow().rows().stream()
                .filter(row -> row.area().isEmpty() && row.year() == 2025)
                .toList();

        assertThat(rows.stream().map(row -> row.indicator().number()).toList())
                .isEqualTo(IntStream.rangeClosed(1, 51).boxed().toList());
        assertThat(rows.stream().filter(row -> row.indicator().binding()).count())
                .isEqualTo(19);
        for (Scorecard.Row row : rows) {
            boolean judged = row.verdict() != Verdict.NOT_PROJECTABLE;
            assertThat(judged).isEqualTo(row.why() == Why.PROJECTED);
            assertThat(row.why()).isNotEqualTo(Why.NO_DATA);
            String reason =
                    RUN.scenario().titleOf("reason", row.indicator().id()).en();
            assertThat(row.why() != Why.NO_FORMULA
                            || !reason.equals(row.indicator().id()))
                    .isTrue();
        }
    }

    @Test
    void publicPlaces_additionsAreThePlansOwn_saySo() {
        assertThat(RUN.scenario().titleOf("reason", "new_public_places").en()).startsWith("as stated in the supply");
        assertThat(RUN.scenario().titleOf("reason", "new_public_places").zh()).startsWith("以所述供给计");
    }

    @Test
    void districts_allocatedSupply_addsUpToTheCity() {
        ScenarioRun districts = ScenarioRun.of(BundledScenarios.read("guangzhou-districts"));
        Gap gap = districts.gap().orElseThrow();

        for (Gap.Row row : RUN.gap().orElseThrow().rows()) {
            Gap.Balance whole = gap.at(row.service(), Supply.WHOLE_AREA, row.path(), row.year());
            assertThat(whole.supply()).isCloseTo(row.balance().supply(), within(1e-6));
            assertThat(whole.shortage()).isGreaterThanOrEqualTo(row.balance().shortage() - 1e-6);
            assertThat(whole.shortage() - whole.surplus())
                    .isCloseTo(whole.demand() - whole.supply(), within(1e-6 * (1 + whole.demand())));
        }
    }
}
