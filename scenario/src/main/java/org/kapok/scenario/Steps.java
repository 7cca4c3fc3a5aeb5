package org.kapok.scenario;

import java.util.OptionalInt;

/**
 * The steps of a projection by the year of the population after each.
 *
 * @param first the year of the base population
 * @param last the year of the last
 * @param width of a step, years
 */
record Steps(int first, int last, int width) {
    /** How many there are. */
    int count() {
        return (last - first) / width;
    }

    /** How many steps lead to a year; nothing where none ends in it. */
    OptionalInt to(int year) {
        boolean ends = year > first && year <= last && (year - first) % width == 0;
        return ends ? OptionalInt.of((year - first) / width) : OptionalInt.empty();
    }

    /** The year after a step, from 0 on. */
    int yearAfter(int step) {
        return first + (step + 1) * width;
    }
}
