package org.kapok.demand;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * Units of a service in an area from a date on: a stock, a project that will open, a class of new staff.
 *
 * @param service the id of the service
 * @param area the id of the region, or {@link Supply#WHOLE_AREA}
 * @param name what people call it, empty for a stock without a name
 * @param open when it counts
 * @param units how much of it comes about
 * @param attrition what leaves it after it opened
 * @param origin how well it is known
 */
public record Provision(
        String service, String area, String name, Open open, Units units, Attrition attrition, Origin origin) {
    /** How well a provision is known. */
    public enum Origin {
        /** As published or counted. */
        GIVEN,
        /** Assumed by the scenario. */
        ASSUMED,
        /** A total divided among regions by a rule. */
        ALLOCATED
    }

    public Provision {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(area, "area");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(open, "open");
        Objects.requireNonNull(units, "units");
        Objects.requireNonNull(attrition, "attrition");
        Objects.requireNonNull(origin, "origin");
    }

    /** A stock of so many units that stays. */
    public static Provision stock(String service, String area, LocalDate from, double units) {
        return new Provision(
                service,
                area,
                "",
                new Open(from, Optional.empty()),
                new Units(units, 1),
                Attrition.none(),
                Origin.GIVEN);
    }

    /** The part of it that a rule gives to a region. */
    Provision allocated(String region, double share) {
        return new Provision(
                service,
                region,
                name,
                open,
                new Units(units.capacity() * share, units.delivered()),
                attrition,
                Origin.ALLOCATED);
    }

    /** The units that are expected at a date; 0 before it opens and from its closing on. */
    double unitsAt(LocalDate date) {
        if (!open.holds(date)) {
            return 0;
        }
        double years = ChronoUnit.DAYS.between(open.from(), date) / 365.25;
        return units.capacity() * units.delivered() * attrition.left(years);
    }

    /**
     * When a provision counts.
     *
     * @param from the first day
     * @param closes the first day that it is gone again, after {@code from}
     */
    public record Open(LocalDate from, Optional<LocalDate> closes) {
        public Open {
            Objects.requireNonNull(from, "from");
            if (closes.isPresent() && !closes.get().isAfter(from)) {
                throw new IllegalArgumentException("Provision.open: got opening " + from + " and closing "
                        + closes.get() + ", expected the closing after the opening");
            }
        }

        boolean holds(LocalDate date) {
            return !date.isBefore(from) && closes.map(date::isBefore).orElse(true);
        }
    }

    /**
     * How much of a provision comes about.
     *
     * @param capacity in the unit of the service, 0 or more
     * @param delivered the share or probability that it comes about, 0 to 1
     */
    public record Units(double capacity, double delivered) {
        public Units {
            if (!(capacity >= 0) || Double.isInfinite(capacity)) {
                throw new IllegalArgumentException(
                        "Provision.capacity: got " + capacity + ", expected 0 or more, finite");
            }
            if (!(delivered >= 0 && delivered <= 1)) {
                throw new IllegalArgumentException("Provision.delivered: got " + delivered + ", expected 0 to 1");
            }
        }
    }
}
