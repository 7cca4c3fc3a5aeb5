package org.kapok.projection.target;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.kapok.core.Axis;
import org.kapok.projection.Component;

/**
 * A component that may change so that targets are reached: by one factor for each of its units, for each year and, where
 * it has knots, by age.
 *
 * @param component what may change
 * @param by what units are told apart by: any of {@link #GROUP}, {@link Axis#REGION}, {@link Axis#STATUS}, {@link
 *     Axis#SEX}; nothing for one unit
 * @param statuses the statuses whose people it is about; empty for all
 * @param ages exact ages in ascending order at which the factor is free; its logarithm runs straight between them and is
 *     flat outside; empty for one factor at all ages
 * @param stiffness how much a change costs, 1 for the likelihood of the flow itself; above 0
 * @param least the least factor, above 0 and at most 1
 * @param most the greatest factor, 1 or more
 */
public record FreeFlow(
        Component component,
        List<String> by,
        List<String> statuses,
        List<Integer> ages,
        double stiffness,
        double least,
        double most) {
    /** Units are groups of regions. */
    public static final String GROUP = "group";

    /** Limits where none are stated. */
    public static final double LEAST = 0.2;

    public static final double MOST = 5;

    /** What units may be told apart by. */
    public static final List<String> AXES = List.of(GROUP, Axis.REGION, Axis.STATUS, Axis.SEX);

    public FreeFlow {
        Objects.requireNonNull(component, "component");
        by = List.copyOf(by);
        statuses = List.copyOf(statuses);
        ages = List.copyOf(ages);
        String name = "FreeFlow " + component.id();
        Set<String> wanted = new HashSet<>(by);
        if (!AXES.containsAll(by) || wanted.size() < by.size() || wanted.containsAll(List.of(GROUP, Axis.REGION))) {
            throw new IllegalArgumentException(
                    name + ": got by " + by + ", expected any of " + AXES + ", group or region but not both");
        }
        refuse(component.kind() == Component.Kind.FERTILITY && wanted.contains(Axis.SEX), name, "sex");
        refuse(component.kind() == Component.Kind.TRANSITION && wanted.contains(Axis.STATUS), name, "status");
        boolean rural = component.kind() == Component.Kind.RURAL_SHARE;
        refuse(rural && (wanted.contains(Axis.SEX) || !ages.isEmpty()), name, "sex or age");
        if (component.kind() == Component.Kind.TRANSITION && !statuses.isEmpty()) {
            throw new IllegalArgumentException(name + ": got statuses, expected none, as it has one already");
        }
        for (int i = 0; i < ages.size(); i++) {
            if (ages.get(i) < 0 || i > 0 && ages.get(i) <= ages.get(i - 1)) {
                throw new IllegalArgumentException(name + ": got ages " + ages + ", expected ascending ages from 0");
            }
        }
        if (!(stiffness > 0) || Double.isInfinite(stiffness)) {
            throw new IllegalArgumentException(name + ": got stiffness " + stiffness + ", expected more than 0");
        }
        if (!(least > 0 && least <= 1 && most >= 1) || Double.isInfinite(most)) {
            throw new IllegalArgumentException(name + ": got limits " + least + " to " + most
                    + ", expected a least factor of more than 0 to 1 and a greatest of 1 or more");
        }
    }

    /** A component that changes by one factor a year, within the usual limits. */
    public static FreeFlow of(Component component, String... by) {
        return new FreeFlow(component, List.of(by), List.of(), List.of(), 1, LEAST, MOST);
    }

    private static void refuse(boolean refused, String name, String axis) {
        if (refused) {
            throw new IllegalArgumentException(name + ": got units by " + axis + ", expected none, as it has none");
        }
    }
}
