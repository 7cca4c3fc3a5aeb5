package org.kapok.projection.change;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kapok.projection.ProjectionInputs;

/** How several changes come together. */
public final class Changes {
    private Changes() {}

    /**
     * The inputs with all changes, whose order in the list means nothing: they are applied by {@link Change.Stage}, and
     * within a stage by id. Two that set the same for the same people and years are refused; factors multiply.
     *
     * @param lastYear the year of the last population
     * @throws IllegalArgumentException if two changes have the same id or set the same, or one cannot be applied
     */
    public static ProjectionInputs apply(List<Change> changes, ProjectionInputs inputs, int lastYear) {
        List<Change> ordered = changes.stream()
                .sorted(Comparator.comparing(Change::stage).thenComparing(Change::id))
                .toList();
        Set<String> ids = new HashSet<>();
        for (Change change : ordered) {
            if (!ids.add(change.id())) {
                throw new IllegalArgumentException("Changes: got " + change.id() + " twice, expected each id once");
            }
        }
        ProjectionInputs changed = inputs;
        for (int i = 0; i < ordered.size(); i++) {
            for (Change earlier : ordered.subList(0, i)) {
                refuseBoth(earlier, ordered.get(i), changed);
            }
            changed = ordered.get(i).applyTo(changed, lastYear);
        }
        return changed;
    }

    private static void refuseBoth(Change a, Change b, ProjectionInputs inputs) {
        if (a instanceof Boundary one
                && b instanceof Boundary other
                && !Collections.disjoint(one.touches(), other.touches())) {
            throw new IllegalArgumentException("Changes: got " + a.id() + " and " + b.id()
                    + ", which both draw the same regions anew, expected one of them");
        }
        if (!a.sets().isEmpty() && a.sets().equals(b.sets()) && a.scope().overlaps(b.scope(), inputs)) {
            throw new IllegalArgumentException("Changes: got " + a.id() + " and " + b.id() + ", which both set "
                    + a.sets() + " of the same people and years, expected one of them");
        }
    }
}
