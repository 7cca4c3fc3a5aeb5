package org.kapok.core;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The age axis: closed groups of whole years, then one open group.
 *
 * <p>{@code singleYears(100)} is 0, 1, ..., 99, 100+; {@code fiveYears(85)} is 0-4, 5-9, ..., 80-84, 85+;
 * {@code abridged(85)} is 0, 1-4, 5-9, ..., 85+. In code {@code int age} is an index on this axis; an age in years is
 * an {@code exactAge}.
 *
 * @param starts first exact age of each group, ascending from 0; the last group is open
 */
public record AgeGroups(List<Integer> starts) {
    public AgeGroups {
        starts = List.copyOf(starts);
        if (starts.size() < 2) {
            throw new IllegalArgumentException(
                    "AgeGroups.starts: got " + starts + ", expected 2 or more groups, the last one open");
        }
        if (starts.get(0) != 0) {
            throw new IllegalArgumentException("AgeGroups.starts: got first age " + starts.get(0) + ", expected 0");
        }
        for (int i = 1; i < starts.size(); i++) {
            if (starts.get(i) <= starts.get(i - 1)) {
                throw new IllegalArgumentException("AgeGroups.starts: got " + starts.get(i) + " after "
                        + starts.get(i - 1) + ", expected ascending ages");
            }
        }
    }

    /** Single years of age up to an open group that starts at {@code open}. */
    public static AgeGroups singleYears(int open) {
        return uniform(1, open);
    }

    /** Groups of five years up to an open group that starts at {@code open}, a multiple of 5. */
    public static AgeGroups fiveYears(int open) {
        return uniform(5, open);
    }

    /** Groups of {@code width} years up to an open group that starts at {@code open}, a multiple of the width. */
    public static AgeGroups uniform(int width, int open) {
        if (width < 1 || open < width || open % width != 0) {
            throw new IllegalArgumentException("AgeGroups: got width " + width + " and open age " + open
                    + ", expected an open age that is a positive multiple of the width");
        }
        return new AgeGroups(IntStream.rangeClosed(0, open / width)
                .map(i -> i * width)
                .boxed()
                .toList());
    }

    /** The groups of abridged life tables: 0, 1-4, 5-9, ..., up to an open group that starts at {@code open}. */
    public static AgeGroups abridged(int open) {
        List<Integer> starts = new ArrayList<>(fiveYears(open).starts);
        starts.add(1, 1);
        return new AgeGroups(starts);
    }

    /** The number of groups, the open one included. */
    public int count() {
        return starts.size();
    }

    /** The index of the open group. */
    public int open() {
        return starts.size() - 1;
    }

    /** The first exact age of a group, years. */
    public int start(int age) {
        return starts.get(age);
    }

    /** Years in a closed group; the open group has none and is refused. */
    public int width(int age) {
        if (age == open()) {
            throw new IllegalArgumentException("AgeGroups.width: got the open group " + label(age));
        }
        return starts.get(age + 1) - starts.get(age);
    }

    /** Years in every closed group where they are all alike, else 0. */
    public int uniformWidth() {
        int first = width(0);
        for (int age = 1; age < open(); age++) {
            if (width(age) != first) {
                return 0;
            }
        }
        return first;
    }

    /** The group that holds an exact age of 0 or more years. */
    public int indexOf(int exactAge) {
        if (exactAge < 0) {
            throw new IllegalArgumentException("AgeGroups: got age " + exactAge + ", expected 0 or more years");
        }
        int age = open();
        while (starts.get(age) > exactAge) {
            age--;
        }
        return age;
    }

    /** A group as people write it: {@code 0}, {@code 1-4}, {@code 85+}. */
    public String label(int age) {
        int start = start(age);
        if (age == open()) {
            return start + "+";
        }
        int last = starts.get(age + 1) - 1;
        return last == start ? Integer.toString(start) : start + "-" + last;
    }
}
