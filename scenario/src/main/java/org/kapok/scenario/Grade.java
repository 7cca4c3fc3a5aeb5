package org.kapok.scenario;

import java.util.Locale;

/**
 * How believable a needed flow is, by what the record has seen; where there is no record, by the trend.
 *
 * <p>Off the record means above its best or below its worst five years, in shares of that figure's size.
 */
public enum Grade {
    /** Within what five years on record have seen. */
    SEEN,
    /** Off the record by a quarter at most. */
    STRETCH,
    /** Off the record by up to its own size. */
    EXCEPTIONAL,
    /** Further off the record than its own size. */
    UNSEEN,
    /** Not on record; within a tenth of the trend. */
    NEAR_TREND,
    /** Not on record; within half of the trend. */
    OFF_TREND,
    /** Not on record; further from the trend. */
    FAR_FROM_TREND;

    private static final double STRETCHED = 0.25;
    private static final double OWN_SIZE = 1;
    private static final double NEAR = 0.1;
    private static final double OFF = 0.5;

    /** The name in tables, in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The grade of a needed flow with a record. */
    static Grade of(double needed, FlowRecord.Extremes record) {
        double above = (needed - record.high()) / Math.abs(record.high());
        double below = (record.low() - needed) / Math.abs(record.low());
        double off = Math.max(needed > record.high() ? above : 0, needed < record.low() ? below : 0);
        if (off == 0) {
            return SEEN;
        }
        return off <= STRETCHED ? STRETCH : off <= OWN_SIZE ? EXCEPTIONAL : UNSEEN;
    }

    /** The grade of a needed flow without a record. */
    static Grade of(double needed, double trend) {
        double off = Math.abs(needed - trend) / Math.abs(trend);
        return off <= NEAR ? NEAR_TREND : off <= OFF ? OFF_TREND : FAR_FROM_TREND;
    }
}
