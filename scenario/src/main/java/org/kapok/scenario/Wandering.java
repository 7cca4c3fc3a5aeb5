package org.kapok.scenario;

import java.util.Objects;
import java.util.Optional;
import org.kapok.projection.ensemble.FactorProcess;
import org.kapok.projection.ensemble.ProcessEstimate;

/**
 * How a component of a scenario wanders.
 *
 * @param component its id
 * @param process of all regions together
 * @param local of each region on top, where regions deviate
 * @param estimate what the process is estimated from, where it is
 */
public record Wandering(
        String component, FactorProcess process, Optional<FactorProcess> local, Optional<ProcessEstimate> estimate) {
    public Wandering {
        Objects.requireNonNull(component, "component");
        Objects.requireNonNull(process, "process");
        Objects.requireNonNull(local, "local");
        Objects.requireNonNull(estimate, "estimate");
    }

    /** A component that stands still. */
    static Wandering still(String component) {
        return new Wandering(component, FactorProcess.aroundPath(0, 0), Optional.empty(), Optional.empty());
    }

    /** Whether it has shocks at all. */
    boolean moves() {
        return process.sd() > 0 || local.isPresent();
    }

    /** The same without shocks: the median of its process. */
    Wandering median() {
        FactorProcess median = new FactorProcess(process.phi(), 0, process.level(), process.drift());
        return new Wandering(component, median, Optional.empty(), Optional.empty());
    }
}
