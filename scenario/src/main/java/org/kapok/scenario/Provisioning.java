package org.kapok.scenario;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.kapok.demand.Services;
import org.kapok.demand.Supply;
import org.kapok.demand.scorecard.Indicators;

/**
 * What a place provides for its people and what its plan wants.
 *
 * @param services services and their norms; none where the scenario is about people only
 * @param supply what is supplied of them
 * @param indicators the indicators of a plan
 * @param catalogue what every norm and need rests on
 * @param sources what the ids of sources stand for, as people cite it
 */
public record Provisioning(
        Optional<Services> services,
        Optional<Supply> supply,
        Optional<Indicators> indicators,
        List<CatalogueEntry> catalogue,
        Map<String, String> sources) {
    public Provisioning {
        Objects.requireNonNull(services, "services");
        Objects.requireNonNull(supply, "supply");
        Objects.requireNonNull(indicators, "indicators");
        catalogue = List.copyOf(catalogue);
        sources = Map.copyOf(sources);
    }
}
