package org.kapok.scenario;

import java.util.Objects;
import org.kapok.projection.target.Measure;

/**
 * A flow of past years.
 *
 * @param measure what flowed
 * @param area the id of a region or group, empty for the whole place
 * @param from the first calendar year
 * @param to the last calendar year, included
 * @param perYear the mean of these years, persons per year
 * @param source where it is published, or from what it was derived
 */
public record RecordedFlow(Measure measure, String area, int from, int to, double perYear, String source) {
    public RecordedFlow {
        Objects.requireNonNull(measure, "measure");
        Objects.requireNonNull(area, "area");
        Objects.requireNonNull(source, "source");
        if (to < from || !Double.isFinite(perYear)) {
            throw new IllegalArgumentException("RecordedFlow of " + measure.id() + ": got " + perYear + " from " + from
                    + " to " + to + ", expected a number, and years in order");
        }
    }
}
