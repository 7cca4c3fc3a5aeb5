package org.kapok.scenario;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.kapok.projection.ProjectionInputs;
import org.kapok.projection.target.Factor;
import org.kapok.projection.target.FreeFlows;
import org.kapok.projection.target.Solution;
import org.kapok.projection.target.Target;

/**
 * What is wanted of a scenario's people and what may change for it.
 *
 * @param targets wanted values
 * @param free what may change so that they are reached; none where the scenario does not say
 * @param past what flows were in the past, by which needed flows are judged
 * @param unsolved what the projection starts from before the solution
 * @param solution what an earlier solving multiplied components by; none where there was none
 */
public record Goals(
        List<Target> targets,
        Optional<FreeFlows> free,
        FlowRecord past,
        ProjectionInputs unsolved,
        List<Factor> solution) {
    public Goals {
        targets = List.copyOf(targets);
        Objects.requireNonNull(free, "free");
        Objects.requireNonNull(past, "past");
        Objects.requireNonNull(unsolved, "unsolved");
        solution = List.copyOf(solution);
    }

    /** The same with a solution in place of an earlier one. */
    Goals solvedBy(Solution found) {
        return new Goals(targets, free, past, unsolved, found.factors());
    }
}
