package org.kapok.demand.scorecard;

import java.time.MonthDay;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An indicator of a plan.
 *
 * @param number its number in the plan
 * @param id the name in tables
 * @param binding whether the plan binds those responsible to it (约束性) rather than expects it (预期性)
 * @param goal what is wanted
 * @param basis where its values come from
 * @param byRegion whether the target holds for each region as well, as one per thousand people does
 */
public record Indicator(int number, String id, boolean binding, Goal goal, Basis basis, boolean byRegion) {
    public Indicator {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(goal, "goal");
        Objects.requireNonNull(basis, "basis");
        if (number < 1) {
            throw new IllegalArgumentException("Indicator.number, " + id + ": got " + number + ", expected 1 or more");
        }
    }

    /**
     * Where the values of an indicator come from: what was observed, else a formula.
     *
     * @param formula how it follows from people, services and supply, if it does
     * @param day the day of the year it is taken at; the reference date where none is stated
     * @param observed values by year, as published since
     */
    public record Basis(Optional<Formula> formula, Optional<MonthDay> day, Map<Integer, Double> observed) {
        public Basis {
            Objects.requireNonNull(formula, "formula");
            Objects.requireNonNull(day, "day");
            observed = Map.copyOf(observed);
        }
    }
}
