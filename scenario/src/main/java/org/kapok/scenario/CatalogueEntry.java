package org.kapok.scenario;

import java.util.Objects;
import org.kapok.demand.DemandPath;

/**
 * What a norm or a need rests on.
 *
 * @param service the id of the service
 * @param domain the id of its domain, empty where the scenario has none
 * @param path norm or need
 * @param model the kind of model
 * @param source the id of the source, {@code assumption} for one the scenario makes; empty for a mere sum
 */
public record CatalogueEntry(String service, String domain, DemandPath path, String model, String source) {
    public CatalogueEntry {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(domain, "domain");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(source, "source");
    }
}
