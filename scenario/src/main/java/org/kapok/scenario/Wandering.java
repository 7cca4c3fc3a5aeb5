package org.kapok.scenario;

import java.util.Objects;
import java.util.Optional;
import org.kapok.projection.Component;
import org.kapok.projection.ProjectionInputs;
import org.kapok.projection.ensemble.FactorProcess;
import org.kapok.projection.ensemble.ProcessEstimate;

/**
 * How a component of a scenario wanders.
 *
 * @param component its id
 * @param process of all regions together
 * @param local of each region on top, where regions deviate
 * @param shape of mortality, how the sexes differ; of fertility, how much later births come
 * @param estimate what the process is estimated from, where it is
 * @param logit whether it is drawn on the logit scale
 * @param expected the interval that it was stated by, where it was
 */
public record Wandering(
        String component,
        FactorProcess process,
        Optional<FactorProcess> local,
        Optional<FactorProcess> shape,
        Optional<ProcessEstimate> estimate,
        boolean logit,
        Optional<Expected> expected) {
    static final String FERTILITY = "fertility";
    static final String MORTALITY = "mortality";

    public Wandering {
        Objects.requireNonNull(component, "component");
        Objects.requireNonNull(process, "process");
        Objects.requireNonNull(local, "local");
        Objects.requireNonNull(shape, "shape");
        Objects.requireNonNull(estimate, "estimate");
        Objects.requireNonNull(expected, "expected");
    }

    /** A component that stands still. */
    static Wandering still(String component) {
        return of(component, FactorProcess.aroundPath(0, 0));
    }

    private static Wandering of(String component, FactorProcess process) {
        return new Wandering(
                component, process, Optional.empty(), Optional.empty(), Optional.empty(), false, Optional.empty());
    }

    /** Whether it has shocks at all. */
    boolean moves() {
        return process.sd() > 0 || local.isPresent() || shape.isPresent();
    }

    /** The same without shocks: the median of its process. */
    Wandering median() {
        Wandering still = of(component, process.median());
        return new Wandering(
                component,
                still.process,
                local.map(FactorProcess::median),
                shape.map(FactorProcess::median),
                still.estimate,
                logit,
                expected);
    }

    /** The same with the process by which the inputs come to the interval that was stated. */
    Wandering of(ProjectionInputs inputs) {
        Component own = Component.of(inputs).stream()
                .filter(each -> each.id().equals(component))
                .findFirst()
                .orElseThrow();
        FactorProcess known =
                expected.map(each -> each.process(inputs, own, process, logit)).orElse(process);
        return new Wandering(component, known, local, shape, estimate, logit, expected);
    }
}
