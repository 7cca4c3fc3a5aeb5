package org.kapok.scenario;

import java.util.OptionalDouble;
import org.kapok.demand.scorecard.Goal;

/** The change a year that a goal still asks for. */
public final class NeededPace {
    private NeededPace() {}

    /**
     * The change a year that leads from a value in a year to the target: 0 where the target or more is wanted and the
     * value is beyond it, or the target or less and the value is below it; nothing from the target's year on.
     *
     * @param value in the unit of the indicator
     * @param year a calendar year
     * @return in the unit of the indicator per year
     */
    public static OptionalDouble of(Goal goal, double value, int year) {
        OptionalDouble pace = goal.paceFrom(value, year);
        if (pace.isEmpty()) {
            return pace;
        }
        double change = pace.getAsDouble();
        return OptionalDouble.of(
                switch (goal.direction()) {
                    case AT_LEAST -> Math.max(0, change);
                    case AT_MOST -> Math.min(0, change) + 0.0; // no -0
                    case AROUND -> change;
                });
    }
}
