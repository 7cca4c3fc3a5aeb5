package org.kapok.scenario;

/**
 * What stands in for parts of a scenario that cannot be read, so that the rest can be checked: one of two values that
 * differ in all that others refer to. What is told whichever of the two stands in does not come of it.
 */
final class StandIns {
    private final boolean other;
    private boolean used;

    private StandIns(boolean other) {
        this.other = other;
    }

    /** The first of two values. */
    static StandIns one() {
        return new StandIns(false);
    }

    /** The second of two values. */
    static StandIns other() {
        return new StandIns(true);
    }

    /** A value in place of one that cannot be read. */
    <T> T of(T first, T second) {
        used = true;
        return other ? second : first;
    }

    /** Whether anything stands in. */
    boolean used() {
        return used;
    }
}
