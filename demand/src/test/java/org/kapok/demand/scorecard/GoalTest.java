package org.kapok.demand.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kapok.demand.scorecard.Goal.Direction;

class GoalTest {
    @ParameterizedTest
    @CsvSource({
        "2022, 4.0, ON_TRACK", // 2 + 0.4 x 5 = 4
        "2022, 3.6, AT_RISK",
        "2022, 3.4, OFF_TRACK",
        "2022, 7.0, MET", // early
        "2025, 7.0, MET",
        "2025, 6.5, AT_RISK",
        "2025, 6.4, OFF_TRACK",
    })
    void judge_atLeast_comparesWithTheStraightWay(int year, double value, Verdict verdict) {
        Goal goal = new Goal(Direction.AT_LEAST, OptionalDouble.of(2), 2020, 7, 2025, 0.5);

        assertThat(goal.judge(value, year)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "2022, 104, ON_TRACK",
        "2022, 102.5, ON_TRACK",
        "2022, 107.5, AT_RISK",
        "2022, 110, OFF_TRACK", // where it should be in 2025 already
        "2025, 112, MET",
        "2025, 106, AT_RISK",
        "2025, 105, OFF_TRACK",
    })
    void judge_around_refusesTooMuchAsTooLittle(int year, double value, Verdict verdict) {
        Goal goal = new Goal(Direction.AROUND, OptionalDouble.of(100), 2020, 110, 2025, 2);

        assertThat(goal.judge(value, year)).isEqualTo(verdict);
    }

    @Test
    void judge_atMostWithABetterBaseline_asksForTheTargetOnly() {
        Goal goal = new Goal(Direction.AT_MOST, OptionalDouble.of(3.02), 2020, 4, 2025, 0.1);

        assertThat(goal.askedIn(2022)).isEqualTo(4);
        assertThat(goal.judge(3.9, 2022)).isEqualTo(Verdict.MET);
        assertThat(goal.judge(4.05, 2022)).isEqualTo(Verdict.AT_RISK);
    }

    @Test
    void pace_soFarAndNeeded_areYearlyChanges() {
        Goal goal = new Goal(Direction.AT_LEAST, OptionalDouble.of(2), 2020, 7, 2025, 0);

        assertThat(goal.paceTo(3, 2022).getAsDouble()).isEqualTo(0.5);
        assertThat(goal.paceFrom(3, 2022).getAsDouble()).isCloseTo(4 / 3.0, within(1e-12));
        assertThat(goal.paceFrom(3, 2025)).isEmpty();
    }

    private static double pace(Direction direction, double value) {
        Goal goal = new Goal(direction, OptionalDouble.of(20), 2020, 30, 2025, 1);
        return goal.paceFrom(value, 2021).orElseThrow();
    }

    @Test
    void paceFrom_shortOfTheTarget_isTheWayLeftPerYear() {
        assertThat(pace(Direction.AT_LEAST, 22)).isEqualTo(2);
        assertThat(pace(Direction.AT_MOST, 38)).isEqualTo(-2);
    }

    @Test
    void paceFrom_beyondTheTarget_isNothingUnlessTheValueItselfIsWanted() {
        assertThat(pace(Direction.AT_LEAST, 41)).isZero();
        assertThat(pace(Direction.AT_MOST, 22)).isZero();
        assertThat(pace(Direction.AROUND, 38)).isEqualTo(-2);
    }

    @Test
    void paceFrom_theTargetsYear_isEmpty() {
        Goal goal = new Goal(Direction.AT_LEAST, OptionalDouble.empty(), 2020, 30, 2025, 1);

        assertThat(goal.paceFrom(41, 2025)).isEmpty();
    }

    @Test
    void goal_wrongYearsOrTolerance_areRefused() {
        assertThatThrownBy(() -> new Goal(Direction.AT_LEAST, OptionalDouble.empty(), 2020, 7, 2020, 0))
                .hasMessage("Goal.targetYear: got 2020, expected a year after 2020, that of the baseline");
        assertThatThrownBy(() -> new Goal(Direction.AT_LEAST, OptionalDouble.empty(), 2020, 7, 2025, -1))
                .hasMessage("Goal.tolerance: got -1.0, expected 0 or more, finite");
        assertThatThrownBy(() -> new Goal(Direction.AT_LEAST, OptionalDouble.empty(), 2020, Double.NaN, 2025, 0))
                .hasMessageContaining("Goal.target: got NaN");
    }
}
