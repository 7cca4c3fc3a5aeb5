package org.kapok.scenario;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kapok.projection.target.Measure;

/**
 * A flow that a solution needs, against the trend and the record.
 *
 * @param measure the flow
 * @param area the id of a region or group, empty for the whole place
 * @param ages the ages that count
 * @param from the first year of flows
 * @param to the last year of flows; of a step of one year, the same
 * @param needed persons per year (years of life, for life expectancy) by the solution, mean of these years
 * @param trend the same on trend
 * @param past the best and the worst five years; none where there is no record
 */
public record Need(
        Measure measure,
        String area,
        AgeBand ages,
        int from,
        int to,
        double needed,
        double trend,
        Optional<FlowRecord.Extremes> past) {
    public Need {
        Objects.requireNonNull(measure, "measure");
        Objects.requireNonNull(area, "area");
        Objects.requireNonNull(ages, "ages");
        Objects.requireNonNull(past, "past");
    }

    /**
     * How far it is off what five years on record have seen, in its own unit: above the best of them, or, below 0, under the
     * worst; 0 between them, and empty where there is no record.
     */
    public OptionalDouble offRecord() {
        return past.map(extremes ->
                        OptionalDouble.of(Math.max(0, needed - extremes.high()) - Math.max(0, extremes.low() - needed)))
                .orElse(OptionalDouble.empty());
    }

    /** How believable it is. */
    public Grade grade() {
        return past.map(extremes -> Grade.of(needed, extremes)).orElseGet(() -> Grade.of(needed, trend));
    }
}
