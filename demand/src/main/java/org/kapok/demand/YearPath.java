package org.kapok.demand;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A value that varies by calendar year: linear between the years given, held flat before the first and after the last.
 *
 * @param values finite values by year, 1 or more; copied
 */
public record YearPath(SortedMap<Integer, Double> values) {
    public YearPath {
        values = Collections.unmodifiableSortedMap(new TreeMap<>((Map<Integer, Double>) values));
        if (values.isEmpty()) {
            throw new IllegalArgumentException("YearPath.values: got none, expected 1 or more years");
        }
        values.forEach((year, value) -> {
            if (!Double.isFinite(Objects.requireNonNull(value, "value"))) {
                throw new IllegalArgumentException(
                        "YearPath.values, year " + year + ": got " + value + ", expected a finite value");
            }
        });
    }

    /** The same value in every year. */
    public static YearPath constant(double value) {
        return new YearPath(new TreeMap<>(Map.of(0, value)));
    }

    /** The value in a year. */
    public double at(int year) {
        if (year <= values.firstKey()) {
            return values.get(values.firstKey());
        }
        if (year >= values.lastKey()) {
            return values.get(values.lastKey());
        }
        int from = values.headMap(year + 1).lastKey();
        int to = values.tailMap(year + 1).firstKey();
        double share = (double) (year - from) / (to - from);
        return values.get(from) + share * (values.get(to) - values.get(from));
    }

    /** Refuses a value outside {@code least} to {@code most}; values between years given then lie inside as well. */
    void requireBetween(double least, double most, String what) {
        values.forEach((year, value) -> {
            if (value < least || value > most) {
                boolean positive = least == Double.MIN_NORMAL;
                String range = most == Double.MAX_VALUE
                        ? positive ? "above 0" : least + " or more"
                        : positive ? "above 0, to " + most : least + " to " + most;
                throw new IllegalArgumentException(what + ", year " + year + ": got " + value + ", expected " + range);
            }
        });
    }
}
