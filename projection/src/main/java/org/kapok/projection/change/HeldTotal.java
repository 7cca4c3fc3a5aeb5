package org.kapok.projection.change;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.kapok.core.CellSpace;
import org.kapok.core.Region;

/**
 * The larger area whose residents stay as many as in the trend projection.
 *
 * @param of what the area is
 * @param group the id of the group of regions; empty for all else
 */
public record HeldTotal(Of of, String group) {
    /** The kinds of area. */
    public enum Of {
        /** None: regions without housing keep their rates. */
        NOTHING,
        /** The regions of a group. */
        GROUP,
        /** All regions. */
        WHOLE
    }

    public HeldTotal {
        Objects.requireNonNull(of, "of");
        Objects.requireNonNull(group, "group");
        if ((of == Of.GROUP) == group.isEmpty()) {
            throw new IllegalArgumentException(
                    "HeldTotal.group: got \"" + group + "\" with " + of + ", expected an id with GROUP alone");
        }
    }

    /** No area. */
    public static HeldTotal nothing() {
        return new HeldTotal(Of.NOTHING, "");
    }

    /** All regions. */
    public static HeldTotal whole() {
        return new HeldTotal(Of.WHOLE, "");
    }

    /** The regions of a group. */
    public static HeldTotal ofGroup(String group) {
        return new HeldTotal(Of.GROUP, group);
    }

    /** The positions of the regions of the area. */
    List<Integer> regions(CellSpace space) {
        if (of == Of.GROUP && !space.groups().contains(group)) {
            throw new IllegalArgumentException("HeldTotal.group: got " + group + ", expected one of " + space.groups());
        }
        List<Region> all = space.regions();
        return IntStream.range(0, all.size())
                .filter(region -> of == Of.WHOLE
                        || of == Of.GROUP && all.get(region).group().equals(group))
                .boxed()
                .toList();
    }
}
