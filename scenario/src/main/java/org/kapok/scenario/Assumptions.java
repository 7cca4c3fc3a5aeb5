package org.kapok.scenario;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.kapok.projection.ProjectionInputs;

/** The parts of a trend by which two scenarios can differ. */
enum Assumptions {
    BASE(inputs -> List.of(inputs.base().date(), inputs.base().toCube())),
    FERTILITY(inputs -> List.of(inputs.asfr(), inputs.srb(), inputs.births(), inputs.newbornStatus())),
    MORTALITY(inputs -> List.of(inputs.survival(), inputs.openAgeSurvival(), inputs.convention())),
    EXTERNAL(inputs -> List.of(inputs.external())),
    INTERNAL(inputs -> List.of(inputs.internal())),
    TRANSITIONS(inputs -> List.of(inputs.transitions())),
    URBAN(inputs -> List.of(inputs.ruralShare()));

    private final Function<ProjectionInputs, List<Object>> tables;

    Assumptions(Function<ProjectionInputs, List<Object>> tables) {
        this.tables = tables;
    }

    /** Those that are not the same. */
    static Set<Assumptions> differing(ProjectionInputs a, ProjectionInputs b) {
        Set<Assumptions> differing = EnumSet.noneOf(Assumptions.class);
        for (Assumptions each : values()) {
            if (!each.tables.apply(a).equals(each.tables.apply(b))) {
                differing.add(each);
            }
        }
        return differing;
    }

    /** Inputs of the same cells with some parts of another. */
    static ProjectionInputs mixed(ProjectionInputs a, ProjectionInputs b, Set<Assumptions> ofB) {
        Function<Assumptions, ProjectionInputs> from = part -> ofB.contains(part) ? b : a;
        ProjectionInputs births = from.apply(FERTILITY);
        ProjectionInputs deaths = from.apply(MORTALITY);
        ProjectionInputs mixed = ProjectionInputs.of(
                        from.apply(BASE).base(), deaths.survival(), births.asfr(), births.srb())
                .withConvention(deaths.convention())
                .withNewbornStatus(births.newbornStatus())
                .withTransitions(from.apply(TRANSITIONS).transitions());
        mixed = deaths.openAgeSurvival().map(mixed::withOpenAgeSurvival).orElse(mixed);
        mixed = births.births().map(mixed::withBirths).orElse(mixed);
        mixed = from.apply(EXTERNAL).external().map(mixed::withExternal).orElse(mixed);
        mixed = from.apply(INTERNAL).internal().map(mixed::withInternal).orElse(mixed);
        return from.apply(URBAN).ruralShare().map(mixed::withRuralShare).orElse(mixed);
    }
}
