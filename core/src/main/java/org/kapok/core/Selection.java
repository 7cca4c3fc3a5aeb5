package org.kapok.core;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Which people a number is about: some statuses, both sexes or one, an age band.
 *
 * @param statuses which statuses count
 * @param sexes the sexes that count, 1 or 2
 * @param fromAge the first exact age, years
 * @param toAge the last exact age, included; {@link #OPEN} for no upper end
 */
public record Selection(Predicate<Status> statuses, List<Sex> sexes, int fromAge, int toAge) {
    /** No upper end of the age band. */
    public static final int OPEN = Integer.MAX_VALUE;

    public Selection {
        Objects.requireNonNull(statuses, "statuses");
        sexes = List.copyOf(sexes);
        if (sexes.isEmpty()) {
            throw new IllegalArgumentException("Selection.sexes: got none, expected 1 or 2");
        }
        if (fromAge < 0 || toAge < fromAge) {
            throw new IllegalArgumentException("Selection: got ages " + fromAge + " to " + toAge
                    + ", expected a band that starts at 0 or more and does not end before it starts");
        }
    }

    /** Residents (常住) of all ages. */
    public static Selection residents() {
        return new Selection(Status::resident, List.of(Sex.values()), 0, OPEN);
    }

    /** Registered people (户籍) of all ages, wherever they live. */
    public static Selection registered() {
        return new Selection(Status::registered, List.of(Sex.values()), 0, OPEN);
    }

    /** Everybody of one status. */
    public static Selection status(String id) {
        return new Selection(new Is(id), List.of(Sex.values()), 0, OPEN);
    }

    /** One status; selections of the same status are equal. */
    private record Is(String id) implements Predicate<Status> {
        @Override
        public boolean test(Status status) {
            return status.id().equals(id);
        }
    }

    /** The same people within an age band, both ends included. */
    public Selection aged(int from, int to) {
        return new Selection(statuses, sexes, from, to);
    }

    /** The same people of one sex. */
    public Selection of(Sex sex) {
        return new Selection(statuses, List.of(sex), fromAge, toAge);
    }

    /** The positions of the first and last age group of the band; a band that cuts through a group is refused. */
    public int[] groupsOf(AgeGroups ages) {
        int first = ages.indexOf(fromAge);
        int last = toAge == OPEN ? ages.open() : ages.indexOf(toAge);
        boolean starts = ages.start(first) == fromAge;
        boolean ends = last == ages.open() ? toAge == OPEN : ages.start(last + 1) == toAge + 1;
        if (!starts || !ends) {
            throw new IllegalArgumentException("Selection: got ages " + fromAge + " to "
                    + (toAge == OPEN ? "the end" : toAge) + ", which cut through the age groups "
                    + ages.label(first) + " and " + ages.label(last));
        }
        return new int[] {first, last};
    }
}
