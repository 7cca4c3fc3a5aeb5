package org.kapok.scenario;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.kapok.demand.Demand;
import org.kapok.projection.target.Target;

/**
 * Something that may come about in a future: several things at once.
 *
 * @param id its name in tables
 * @param title what people call it
 * @param all what has to hold together, 1 or more
 */
public record DrawnEvent(String id, Text title, List<Condition> all) {
    public DrawnEvent {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new IllegalArgumentException(
                    "DrawnEvent " + id + ": got nothing that has to hold, expected 1 or more");
        }
    }

    /** One thing that has to hold. */
    public sealed interface Condition permits OfPeople, OfService {}

    /**
     * People, or a share of them, are as many as wanted.
     *
     * @param target the measure, date and level
     * @param atMost whether they may be fewer, rather than more
     */
    public record OfPeople(Target target, boolean atMost) implements Condition {}

    /**
     * The demand of the whole place for a service is at a level, or above what there is.
     *
     * @param of the service and path
     * @param year the year of the population
     * @param level in units of the service; without it, what is supplied then
     * @param atMost whether demand may be lower, rather than higher, than the level
     */
    public record OfService(Demand.Of of, int year, OptionalDouble level, boolean atMost) implements Condition {}
}
