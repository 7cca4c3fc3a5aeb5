package org.kapok.core;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A named axis and the labels along it, such as {@code sex} with {@code female}, {@code male}.
 *
 * @param name the name, also the column of tables
 * @param labels the labels in order, each once, 1 or more
 */
public record Axis(String name, List<String> labels) {
    /** Names of the axes that every projection has. */
    public static final String YEAR = "year";

    public static final String REGION = "region";
    public static final String STATUS = "status";
    public static final String SEX = "sex";
    public static final String AGE = "age";

    public Axis {
        Objects.requireNonNull(name, "name");
        labels = List.copyOf(labels);
        if (labels.isEmpty()) {
            throw new IllegalArgumentException("Axis " + name + ": got no labels, expected 1 or more");
        }
        Set<String> seen = new HashSet<>();
        for (String label : labels) {
            if (!seen.add(label)) {
                throw new IllegalArgumentException("Axis " + name + ": got label " + label + " twice");
            }
        }
    }

    /** The axis of years from {@code first} to {@code last}, both included. */
    public static Axis years(int first, int last) {
        return new Axis(
                YEAR,
                IntStream.rangeClosed(first, last).mapToObj(Integer::toString).toList());
    }

    /** The axis of regions, labelled by id. */
    public static Axis regions(List<Region> regions) {
        return new Axis(REGION, regions.stream().map(Region::id).toList());
    }

    /** The axis of statuses, labelled by id. */
    public static Axis statuses(List<Status> statuses) {
        return new Axis(STATUS, statuses.stream().map(Status::id).toList());
    }

    /** The axis of both sexes. */
    public static Axis sexes() {
        return new Axis(SEX, Sex.labels());
    }

    /** The axis of ages, labelled by the first exact age of each group. */
    public static Axis ages(AgeGroups ages) {
        return new Axis(AGE, ages.starts().stream().map(String::valueOf).toList());
    }

    /** The number of labels. */
    public int size() {
        return labels.size();
    }

    /** The position of a label. */
    public int indexOf(String label) {
        int index = labels.indexOf(label);
        if (index < 0) {
            throw new IllegalArgumentException("Axis " + name + ": got " + label + ", expected one of " + labels);
        }
        return index;
    }
}
