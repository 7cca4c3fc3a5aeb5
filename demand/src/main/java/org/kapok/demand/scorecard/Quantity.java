package org.kapok.demand.scorecard;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kapok.demand.DemandPath;
import org.kapok.demand.Provision;
import org.kapok.demand.Supply;
import org.kapok.projection.target.Measure;

/** A number that an indicator is made of. The set is closed, so a scenario file can name each kind. */
public sealed interface Quantity {
    /**
     * The value at a date.
     *
     * @param area the id of a region or group, {@link Supply#WHOLE_AREA} for the whole place
     * @return nothing where the evidence does not say
     */
    OptionalDouble in(Evidence evidence, String area, LocalDate date);

    /**
     * The last year for which more is stated than that nothing changes.
     *
     * @return {@link Integer#MAX_VALUE} where a model says what changes
     */
    default int knownTo(Evidence evidence) {
        return Integer.MAX_VALUE;
    }

    /**
     * Whether it is what there is of a service, and which; supply is what a plan can add to.
     *
     * @return the id of the service, or nothing
     */
    default Optional<String> supplied() {
        return Optional.empty();
    }

    /**
     * A measure of the projection.
     *
     * @param measure what is counted
     * @param fromAge the first exact age
     * @param toAge the last exact age, included; {@link org.kapok.core.Selection#OPEN} for no upper end
     */
    record Projected(Measure measure, int fromAge, int toAge) implements Quantity {
        public Projected {
            Objects.requireNonNull(measure, "measure");
        }

        @Override
        public OptionalDouble in(Evidence evidence, String area, LocalDate date) {
            LocalDate last = evidence.lastDate();
            return date.isAfter(last) || date.isBefore(evidence.firstDate())
                    ? OptionalDouble.empty()
                    : evidence.projected(measure, area, date, fromAge, toAge);
        }
    }

    /**
     * The demand for a service at the reference date of the year.
     *
     * @param service the id of the service
     * @param path how it is found
     */
    record Demanded(String service, DemandPath path) implements Quantity {
        @Override
        public OptionalDouble in(Evidence evidence, String area, LocalDate date) {
            return evidence.demand(service, path, area, date.getYear());
        }
    }

    /**
     * What there is of a service.
     *
     * @param service the id of the service
     */
    record Supplied(String service) implements Quantity {
        @Override
        public OptionalDouble in(Evidence evidence, String area, LocalDate date) {
            return evidence.supply(service, area, date);
        }

        @Override
        public int knownTo(Evidence evidence) {
            return evidence.provisions(service)
                    .mapToInt(each -> each.open().from().getYear())
                    .max()
                    .orElse(0);
        }

        @Override
        public Optional<String> supplied() {
            return Optional.of(service);
        }
    }

    /**
     * What opens of a service after the end of a year, closures not taken off.
     *
     * @param service the id of the service
     * @param since the last year that does not count
     */
    record Added(String service, int since) implements Quantity {
        @Override
        public OptionalDouble in(Evidence evidence, String area, LocalDate date) {
            if (evidence.supply(service, area, date).isEmpty()) {
                return OptionalDouble.empty();
            }
            double units = 0;
            for (Provision each : evidence.provisions(service).toList()) {
                boolean counts = each.open().from().getYear() > since
                        && !each.open().from().isAfter(date);
                if (counts && (area.equals(Supply.WHOLE_AREA) || each.area().equals(area))) {
                    units += each.units().capacity() * each.units().delivered();
                }
            }
            return OptionalDouble.of(units);
        }

        @Override
        public int knownTo(Evidence evidence) {
            return new Supplied(service).knownTo(evidence);
        }
    }

    /**
     * Pupils or children of a service that is modelled as a stage of school, where they live.
     *
     * @param service the id of the service
     * @param path whose attendance holds
     * @param count which of them
     */
    record Schooled(String service, DemandPath path, Count count) implements Quantity {
        /** Who is counted. */
        public enum Count {
            /** Everybody in school. */
            PUPILS,
            /** Pupils of the official ages. */
            PUPILS_OF_AGE,
            /** Resident children of the official ages, in school or not. */
            CHILDREN
        }

        @Override
        public OptionalDouble in(Evidence evidence, String area, LocalDate date) {
            return evidence.schooled(service, path, area, date.getYear(), count);
        }
    }
}
