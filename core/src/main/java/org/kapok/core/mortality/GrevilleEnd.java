package org.kapok.core.mortality;

/** Which slope of the death rates Greville's formula takes in the last closed group of an abridged life table. */
public enum GrevilleEnd {
    /** The slope of the group before it, as MortCast does: the open group's rate is no five-year rate. */
    REPEATED_SLOPE,

    /** The slope from the group before it to the open group, as World Population Prospects 2019 did. */
    OPEN_RATE
}
