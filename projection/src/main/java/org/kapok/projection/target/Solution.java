package org.kapok.projection.target;

import java.util.List;
import java.util.Objects;
import org.kapok.projection.Projection;
import org.kapok.projection.ProjectionInputs;

/**
 * The least change of the free flows that reaches targets, or comes nearest to them.
 *
 * @param factors what components are multiplied by, one for each component that is free
 * @param trend the projection without them
 * @param solved the projection with them
 * @param outcomes what became of each target, in their order
 * @param relaxed for each hard target what would be without it, in their order
 * @param change how much free flows change: 0.1 where all of them change by about a tenth up or down
 * @param rounds how often the engine was linearised and solved until nothing moved any more
 * @param projections how often the engine ran
 */
public record Solution(
        List<Factor> factors,
        Projection trend,
        Projection solved,
        List<Outcome> outcomes,
        List<Relaxed> relaxed,
        double change,
        int rounds,
        int projections) {
    public Solution {
        factors = List.copyOf(factors);
        outcomes = List.copyOf(outcomes);
        relaxed = List.copyOf(relaxed);
        Objects.requireNonNull(trend, "trend");
        Objects.requireNonNull(solved, "solved");
    }

    /**
     * What became of a target.
     *
     * @param target the target
     * @param trend the value without any change
     * @param reached the value with the solved change
     */
    public record Outcome(Target target, double trend, double reached) {
        /** Whether the target is met. */
        public boolean met() {
            return target.metBy(reached);
        }
    }

    /**
     * What would be without one hard target.
     *
     * @param target the target left out
     * @param othersHold whether every other hard target holds then
     * @param largestMiss the largest miss of another hard target, as a share of its value, not below 0
     * @param value what the target's measure would come to
     * @param change how much free flows would change, as in {@link Solution#change}
     */
    public record Relaxed(Target target, boolean othersHold, double largestMiss, double value, double change) {}

    /** Whether every hard target holds. */
    public boolean holds() {
        return outcomes.stream().filter(outcome -> outcome.target().hard()).allMatch(Outcome::met);
    }

    /** The inputs that were projected, factors applied. */
    public ProjectionInputs inputs() {
        return solved.inputs();
    }
}
