package org.kapok.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.kapok.demand.scorecard.Goal;
import org.kapok.demand.scorecard.Goal.Direction;

/** What goals still ask for, short of their target and beyond it. */
class NeededPaceTest {
    private static double pace(Direction direction, double value) {
        Goal goal = new Goal(direction, OptionalDouble.of(20), 2020, 30, 2025, 1);
        return NeededPace.of(goal, value, 2021).orElseThrow();
    }

    @Test
    void of_shortOfTheTarget_isTheWayLeftPerYear() {
        assertThat(pace(Direction.AT_LEAST, 22)).isEqualTo(2);
        assertThat(pace(Direction.AT_MOST, 38)).isEqualTo(-2);
    }

    @Test
    void of_beyondTheTarget_isNothingUnlessTheValueItselfIsWanted() {
        assertThat(pace(Direction.AT_LEAST, 41)).isZero();
        assertThat(pace(Direction.AT_MOST, 22)).isZero();
        assertThat(pace(Direction.AROUND, 38)).isEqualTo(-2);
    }

    @Test
    void of_theTargetsYear_isEmpty() {
        Goal goal = new Goal(Direction.AT_LEAST, OptionalDouble.empty(), 2020, 30, 2025, 1);

        assertThat(NeededPace.of(goal, 41, 2025)).isEmpty();
    }
}
