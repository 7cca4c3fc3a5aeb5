package org.kapok.projection.ensemble;

import java.util.Objects;
import org.kapok.core.Selection;

/**
 * What an ensemble counts: people at a date, or a flow of a step.
 *
 * @param kind what
 * @param area the id of a region or group, empty for the whole place
 * @param people whom; ages narrow people alone
 */
public record Count(Kind kind, String area, Selection people) {
    /** What is counted. */
    public enum Kind {
        /** People at the end of each step. */
        PEOPLE,
        /** Births into the people's statuses, both sexes. */
        BIRTHS,
        /** Deaths of the people's statuses, both sexes and all ages. */
        DEATHS,
        /** What the people's statuses gain by moving and by changes of status: growth less births plus deaths. */
        NET_MIGRATION
    }

    public Count {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(area, "area");
        Objects.requireNonNull(people, "people");
        boolean whole = people.fromAge() == 0
                && people.toAge() == Selection.OPEN
                && people.sexes().size() == 2;
        if (kind != Kind.PEOPLE && !whole) {
            throw new IllegalArgumentException(
                    "Count: got " + kind + " of some ages or one sex, expected all ages and both sexes");
        }
    }

    /** People of an area. */
    public static Count people(String area, Selection people) {
        return new Count(Kind.PEOPLE, area, people);
    }
}
