package org.kapok.scenario;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.kapok.core.Population;
import org.kapok.core.Selection;

/**
 * A wanted value: people of a measure at a date, or their share of another measure.
 *
 * @param measure the measure, see {@link Measure}
 * @param region the id of a region or group, empty for the whole place
 * @param date the date it is wanted for
 * @param fromAge the first exact age that counts, years; everybody older counts too
 * @param shareOf the measure, of all ages, that the value is a share of; empty where it is persons
 * @param value the wanted value, persons or a share
 * @param source where it is published
 */
public record Target(
        Measure measure,
        String region,
        LocalDate date,
        int fromAge,
        Optional<Measure> shareOf,
        double value,
        String source) {
    public Target {
        Objects.requireNonNull(measure, "measure");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(shareOf, "shareOf");
        Objects.requireNonNull(source, "source");
    }

    /** The value that a population reaches. */
    public double reachedBy(Population population) {
        double persons = Measure.in(population, region, measure.selection().aged(fromAge, Selection.OPEN));
        return shareOf.map(whole -> persons / Measure.in(population, region, whole.selection()))
                .orElse(persons);
    }
}
