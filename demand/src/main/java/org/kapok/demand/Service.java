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
 */
public record Service(String id, String unit, ServiceModel norm, Optional<ServiceModel> need) {
    public Service {
        Objects.requireNonNull(norm, "norm");
        Objects.requireNonNull(need, "need");
        if (id.isBlank()) {
            throw new IllegalArgumentException("Service.id: got a blank, expected a name");
        }
        if (unit.isBlank()) {
            throw new IllegalArgumentException("Service.unit, " + id + ": got a blank, expected a unit");
        }
    }

    /** The model of a path; a need may have none. */
    public Optional<ServiceModel> model(DemandPath path) {
        return path == DemandPath.NORM ? Optional.of(norm) : need;
    }
}
