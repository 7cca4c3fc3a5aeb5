package org.kapok.demand.scorecard;

import java.util.Locale;

/** How an indicator stands in a year. */
public enum Verdict {
    /** The target is reached, early or in its year. */
    MET,
    /** The value is where the straight way from the baseline to the target asks it to be. */
    ON_TRACK,
    /** The value falls short of that, but by no more than the tolerance. */
    AT_RISK,
    /** The value falls short by more. */
    OFF_TRACK,
    /** Nothing in the scenario says what the value will be. */
    NOT_PROJECTABLE;

    /** The name in tables, in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
