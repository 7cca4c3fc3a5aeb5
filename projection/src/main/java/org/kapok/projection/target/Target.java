package org.kapok.projection.target;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.kapok.core.Selection;
import org.kapok.projection.Projection;

/**
 * A wanted value of a measure, or of its share of another.
 *
 * @param measure the measure
 * @param area the id of a region or group, empty for the whole place
 * @param date the date it is wanted for; of a flow, the year is
 * @param fromAge the first exact age that counts, years
 * @param toAge the last exact age, included; {@link Selection#OPEN} for no upper end
 * @param shareOf the measure, of all ages, that the value is a share of; empty where it is a number of its own
 * @param value the wanted value: persons, a share, years of life
 * @param tolerance how far off it may be, as a share of the value: the standard deviation of a soft target; 0 for a hard
 *     one, which must hold
 * @param weight how much a miss of it counts, above 0, where hard targets cannot all hold
 * @param source where it is published
 */
public record Target(
        Measure measure,
        String area,
        LocalDate date,
        int fromAge,
        int toAge,
        Optional<Measure> shareOf,
        double value,
        double tolerance,
        double weight,
        String source) {
    /** Hard targets hold to this share of the wanted value. */
    public static final double MET = 1e-6;

    public Target {
        Objects.requireNonNull(measure, "measure");
        Objects.requireNonNull(area, "area");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(shareOf, "shareOf");
        Objects.requireNonNull(source, "source");
        if ((fromAge != 0 || toAge != Selection.OPEN) && !measure.hasAges()) {
            throw new IllegalArgumentException("Target of " + measure.id() + ": got ages " + fromAge + " to " + toAge
                    + ", expected all ages, as it is not told by age");
        }
        if (!Double.isFinite(value) || value < 0 && measure.kind() != Measure.Kind.NET_MIGRATION) {
            throw new IllegalArgumentException(
                    "Target of " + measure.id() + ": got value " + value + ", expected 0 or more");
        }
        if (!(tolerance >= 0) || !(weight > 0)) {
            throw new IllegalArgumentException("Target of " + measure.id() + ": got tolerance " + tolerance
                    + " and weight " + weight + ", expected 0 or more, and more than 0");
        }
    }

    /** A hard target for all ages of a measure. */
    public static Target of(Measure measure, String area, LocalDate date, double value) {
        return new Target(measure, area, date, 0, Selection.OPEN, Optional.empty(), value, 0, 1, "");
    }

    /** The value that a projection reaches. */
    public double reachedBy(Projection projection) {
        double value = measure.in(projection, area, date, fromAge, toAge);
        return shareOf.map(whole -> value / whole.in(projection, area, date, 0, Selection.OPEN))
                .orElse(value);
    }

    /** Whether it must hold. */
    public boolean hard() {
        return tolerance == 0;
    }

    /** How far a value is off, as a share of the wanted one; off a wanted 0, as it is. */
    public double miss(double reached) {
        return (reached - value) / scale();
    }

    /** Whether a value is as good as the wanted one: a hard target's to a millionth, a soft one's within its tolerance. */
    public boolean metBy(double reached) {
        return Math.abs(miss(reached)) <= Math.max(MET, tolerance);
    }

    /** What is wanted, as messages name it: {@code resident of central aged 65+ as a share of resident on 2025-12-31}. */
    String name() {
        String ages = fromAge == 0 && toAge == Selection.OPEN
                ? ""
                : " aged " + fromAge + (toAge == Selection.OPEN ? "+" : "-" + toAge);
        return measure.id() + (area.isEmpty() ? "" : " of " + area) + ages
                + shareOf.map(whole -> " as a share of " + whole.id()).orElse("") + " on " + date;
    }

    /** What misses are measured by. */
    double scale() {
        return value == 0 ? 1 : Math.abs(value);
    }
}
