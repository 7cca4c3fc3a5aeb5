package org.kapok.demand;

import java.util.Locale;

/** The two ways to say how much of a service a population should have, shown side by side. */
public enum DemandPath {
    /** By the standard of a plan, most often per thousand people. */
    NORM,
    /** By use, as people of each age and status are expected to use it. */
    NEED;

    /** The name in tables, in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
