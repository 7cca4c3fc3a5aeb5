package org.kapok.demand.scorecard;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.kapok.core.CellSpace;
import org.kapok.demand.Demand;
import org.kapok.demand.DemandPath;
import org.kapok.demand.Provision;
import org.kapok.demand.Supply;
import org.kapok.projection.Projection;
import org.kapok.projection.target.Measure;

/** What indicators are computed from: people, what they need, and what there is. Nothing is said of what is not known. */
public interface Evidence {
    /** The evidence of a projection, the demand of its people and a supply. */
    static Evidence of(Projection projection, Optional<Demand> demand, Optional<Supply> supply) {
        return new ProjectionEvidence(projection, demand, supply);
    }

    /** The cells of the people. */
    CellSpace space();

    /** The first reference date. */
    LocalDate firstDate();

    /** The last reference date. */
    LocalDate lastDate();

    /**
     * A measure of the people.
     *
     * @param area the id of a region or group, {@link Supply#WHOLE_AREA} for the whole place
     * @param date from the first to the last reference date
     * @param fromAge the first exact age
     * @param toAge the last exact age, included; {@link org.kapok.core.Selection#OPEN} for no upper end
     */
    OptionalDouble projected(Measure measure, String area, LocalDate date, int fromAge, int toAge);

    /** The demand for a service at the reference date of a year. */
    OptionalDouble demand(String service, DemandPath path, String area, int year);

    /** Pupils or children of a stage of school at the reference date of a year. */
    OptionalDouble schooled(String service, DemandPath path, String area, int year, Quantity.Schooled.Count count);

    /** What there is of services, where it is stated. */
    Optional<Supply> supply();

    /** The provisions of a service. */
    default Stream<Provision> provisions(String service) {
        return supply().stream().flatMap(all -> all.of(service).stream());
    }

    /** What there is of a service at a date, once it is known. */
    default OptionalDouble supply(String service, String area, LocalDate date) {
        boolean known = supply().isPresent() && supply().get().isKnown(service, date);
        if (!known || !area.equals(Supply.WHOLE_AREA) && !supply().get().isByRegion(service)) {
            return OptionalDouble.empty();
        }
        if (area.equals(Supply.WHOLE_AREA)) {
            return OptionalDouble.of(supply().get().unitsAt(service, area, date));
        }
        double units = 0;
        for (int region : space().regionsIn(area)) {
            units += supply().get()
                    .unitsAt(service, space().regions().get(region).id(), date);
        }
        return OptionalDouble.of(units);
    }
}
