package org.kapok.demand;

import java.util.Objects;
import java.util.Optional;

/**
 * A service that people need.
 *
 * @param id the name in tables
 * @param unit what is counted, such as places or beds
 * @param norm demand by the standard of a plan
 * @param need demand by use, where there is a model of it
 * @param space what a unit takes to build
 */
public record Service(String id, String unit, ServiceModel norm, Optional<ServiceModel> need, Space space) {
    public Service {
        Objects.requireNonNull(norm, "norm");
        Objects.requireNonNull(need, "need");
        Objects.requireNonNull(space, "space");
        if (id.isBlank()) {
            throw new IllegalArgumentException("Service.id: got a blank, expected a name");
        }
        if (unit.isBlank()) {
            throw new IllegalArgumentException("Service.unit, " + id + ": got a blank, expected a unit");
        }
    }

    /** A service whose units take no known space. */
    public Service(String id, String unit, ServiceModel norm, Optional<ServiceModel> need) {
        this(id, unit, norm, need, new Space(0, 0));
    }

    /** The model of a path; a need may have none. */
    public Optional<ServiceModel> model(DemandPath path) {
        return path == DemandPath.NORM ? Optional.of(norm) : need;
    }

    /**
     * What a unit takes to build; 0 where it is not known.
     *
     * @param land square metres of land per unit, 0 or more
     * @param floor square metres of floor per unit, 0 or more
     */
    public record Space(double land, double floor) {
        public Space {
            if (!(land >= 0 && floor >= 0) || Double.isInfinite(land + floor)) {
                throw new IllegalArgumentException("Service.space: got " + land + " m² of land and " + floor
                        + " m² of floor per unit, expected 0 or more");
            }
        }
    }
}
