package org.kapok.core.fitting;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kapok.core.AgeGroups;
import org.kapok.core.Axis;

/**
 * How the labels of one axis of a table add up to the labels of the same axis in a total.
 *
 * <p>Labels that no group holds do not count towards the total. Where the total does not vary by the axis at all, the
 * groups only say which labels count.
 *
 * @param axis the name of the axis
 * @param groups the group of each label that counts
 */
public record Grouping(String axis, Map<String, String> groups) {
    public Grouping {
        Objects.requireNonNull(axis, "axis");
        groups = Map.copyOf(groups);
    }

    /** The labels that count, each as a group of its own. */
    public static Grouping counting(String axis, Collection<String> labels) {
        return new Grouping(axis, labels.stream().distinct().collect(Collectors.toMap(Function.identity(), x -> x)));
    }

    /**
     * Ages added up to wider groups.
     *
     * @param from the ages of the table
     * @param to the ages of the total; each of its groups starts where one of {@code from} starts
     */
    public static Grouping ages(AgeGroups from, AgeGroups to) {
        if (!from.starts().containsAll(to.starts())) {
            throw new IllegalArgumentException(
                    "Grouping.ages: got totals by ages " + to.starts() + " of a table by ages " + from.starts()
                            + ", expected groups that start where those of the table do");
        }
        Map<String, String> groups = new HashMap<>();
        for (int start : from.starts()) {
            groups.put(Integer.toString(start), Integer.toString(to.start(to.indexOf(start))));
        }
        return new Grouping(Axis.AGE, groups);
    }
}
