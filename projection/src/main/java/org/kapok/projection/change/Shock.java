package org.kapok.projection.change;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kapok.core.Axis;
import org.kapok.core.Cube;
import org.kapok.projection.Component;
import org.kapok.projection.ProjectionInputs;

/**
 * One year out of the ordinary, such as that of an epidemic, and the recovery from it: components are multiplied in that
 * year, and by what is left of the shock in the years after it, which falls straight to nothing.
 *
 * @param id the name in results
 * @param scope the people; its years must hold the shock's
 * @param year the calendar year of the shock; in a step of several years only that year's share of it
 * @param factors what each component is multiplied by in that year, by its id; 0 or more
 * @param recovery years after it in which something of it is left, 0 or more
 */
public record Shock(String id, Scope scope, int year, SortedMap<String, Double> factors, int recovery)
        implements Change {
    public Shock {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(scope, "scope");
        factors = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, Double>) factors));
        if (factors.isEmpty() || recovery < 0) {
            throw new IllegalArgumentException("Change " + id + ": got factors " + factors + " and " + recovery
                    + " years of recovery, expected 1 factor or more and 0 years or more");
        }
    }

    @Override
    public Stage stage() {
        return Stage.FACTOR;
    }

    @Override
    public String sets() {
        return "";
    }

    @Override
    public ProjectionInputs applyTo(ProjectionInputs inputs, int lastYear) {
        scope.in(year, year).check(id, inputs, lastYear);
        Axis years = Scope.years(inputs, lastYear);
        int width = inputs.base().space().ages().uniformWidth();
        ProjectionInputs changed = inputs;
        for (Component component : Component.of(inputs)) {
            if (factors.containsKey(component.id())) {
                double shock = factors.get(component.id()) - 1;
                Cube path = Cube.generate(List.of(years), at -> {
                    int first = Integer.parseInt(years.labels().get(at[0]));
                    double left = 0;
                    for (int each = first; each < first + width; each++) {
                        left += left(each) / width;
                    }
                    return 1 + shock * left;
                });
                changed = component.scale(changed, scope.within(path, 1, inputs, lastYear));
            }
        }
        requireKnown(inputs);
        return changed;
    }

    /** How much of the shock a calendar year has, 0 to 1. */
    private double left(int calendarYear) {
        int since = calendarYear - year;
        return since < 0 || since > recovery ? 0 : 1 - since / (recovery + 1.0);
    }

    private void requireKnown(ProjectionInputs inputs) {
        for (String component : factors.keySet()) {
            if (Component.of(inputs).stream().noneMatch(each -> each.id().equals(component))) {
                throw new IllegalArgumentException("Change " + id + ": got " + component + ", expected one of "
                        + Component.of(inputs).stream().map(Component::id).toList());
            }
        }
    }
}
