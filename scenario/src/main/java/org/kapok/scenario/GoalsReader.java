package org.kapok.scenario;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kapok.core.CellSpace;
import org.kapok.projection.ProjectionInputs;
import org.kapok.projection.target.Factor;
import org.kapok.projection.target.FreeFlows;
import org.kapok.projection.target.Target;
import org.kapok.scenario.table.Problems;

/** Reads what is wanted, what may change for it, what was found for it, and what the past has seen. */
final class GoalsReader {
    private final List<Target> targets;
    private final Optional<FreeFlows> free;
    private final FlowRecord past;
    private final List<Factor> solution;

    /** Reads everything, about these regions; what has problems is of no use afterwards. */
    GoalsReader(Layers layers, InputsReader reader, CellSpace space, Problems problems) {
        LocalDate first = reader.baseDate();
        List<LocalDate> ends = List.of(first, first.withYear(reader.lastYear()));
        this.targets = new TargetsReader(layers, space, reader.measures(space), ends, problems).read();
        this.past = new RecordReader(layers, space, reader.measures(space), problems).read();
        SolveReader solve = new SolveReader(layers, reader.axes(space), reader.components(), problems);
        this.free = solve.free();
        this.solution = solve.solution();
    }

    /** What flows were in the past. */
    FlowRecord past() {
        return past;
    }

    /** What the projection starts from with the solution. */
    ProjectionInputs solved(ProjectionInputs unsolved) {
        return Factor.applyTo(unsolved, solution);
    }

    /** The goals of a projection that starts from this before the solution. */
    Goals goals(ProjectionInputs unsolved) {
        return new Goals(targets, free, past, unsolved, solution);
    }
}
