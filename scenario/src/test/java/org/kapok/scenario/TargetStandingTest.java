package org.kapok.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kapok.demand.scorecard.Goal.Direction;
import org.kapok.demand.scorecard.Indicator;
import org.kapok.demand.scorecard.Scorecard;
import org.kapok.demand.scorecard.Verdict;
import org.kapok.projection.target.Measure;
import org.kapok.projection.target.Target;

class TargetStandingTest {
    private static final Scenario GUANGZHOU = BundledScenarios.read("guangzhou");
    private static final Measure RESIDENTS =
            Measure.find(Measure.of(GUANGZHOU.inputs()), "resident").orElseThrow();

    private static Target target(String area, double value, double tolerance) {
        return new Target(
                RESIDENTS,
                area,
                LocalDate.of(2025, 12, 31),
                0,
                Integer.MAX_VALUE,
                Optional.empty(),
                value,
                tolerance,
                1,
                "");
    }

    @ParameterizedTest
    @CsvSource({
        "1000, MET",
        "1010, MET",
        "990, MET",
        "1010.1, AT_RISK",
        "989.9, AT_RISK",
        "1020, AT_RISK",
        "1020.1, OFF_TRACK",
        "979.9, OFF_TRACK"
    })
    void verdict_targetOfNoIndicator_isMetWithinAHundredth(double reached, Verdict verdict) {
        TargetStanding standing = TargetStanding.of(target("central", 1000, 0), reached, List.of());

        assertThat(standing.verdict()).isEqualTo(verdict);
        assertThat(standing.goal().tolerance()).isEqualTo(10);
        assertThat(standing.indicator()).isEmpty();
    }

    @Test
    void verdict_softTarget_isMetWithinItsOwnTolerance() {
        assertThat(TargetStanding.of(target("", 1000, 0.05), 1049, List.of()).verdict())
                .isEqualTo(Verdict.MET);
    }

    @Test
    void standings_guangzhou_areThoseOfTheScorecardForWhatBothHave() {
        ScenarioRun run = ScenarioRun.of(GUANGZHOU);
        Scorecard scorecard = run.scorecard().orElseThrow();

        int judgedTwice = 0;
        for (TargetStanding standing : run.standings()) {
            if (standing.indicator().isPresent()) {
                Indicator same = standing.indicator().get();
                Scorecard.Row row = scorecard.rows().stream()
                        .filter(each ->
                                each.indicator().equals(same) && each.area().isEmpty())
                        .filter(each -> each.year() == same.goal().targetYear())
                        .findFirst()
                        .orElseThrow();
                assertThat(standing.verdict()).as(same.id()).isEqualTo(row.verdict());
                judgedTwice++;
            }
        }
        assertThat(judgedTwice).isEqualTo(3);
        assertThat(run.standings())
                .extracting(TargetStanding::verdict)
                .containsExactly(Verdict.MET, Verdict.MET, Verdict.OFF_TRACK, Verdict.MET, Verdict.OFF_TRACK);
    }

    @Test
    void standings_indicatorThatWantsAtLeast_givesTargetItsDirectionAndTolerance() {
        List<Indicator> indicators = GUANGZHOU.indicators().orElseThrow().all();
        Target expectancy = BundledScenarios.read("guangzhou-plan").targets().stream()
                .filter(each -> each.measure().id().equals("life_expectancy"))
                .findFirst()
                .orElseThrow();

        TargetStanding standing = TargetStanding.of(expectancy, 83.5, indicators);

        assertThat(standing.goal().direction()).isEqualTo(Direction.AT_LEAST);
        assertThat(standing.goal().tolerance()).isCloseTo(0.2, within(1e-12));
        assertThat(standing.goal().baseline()).isEqualTo(OptionalDouble.empty());
        assertThat(standing.verdict()).isEqualTo(Verdict.AT_RISK);
        assertThat(TargetStanding.of(expectancy, 84.9, indicators).verdict()).isEqualTo(Verdict.MET);
    }
}
