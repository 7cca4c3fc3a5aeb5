package org.kapok.scenario;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
 * @param ofPeople the ids of services that tell of the people themselves, such as households, and are not provided
 */
public record Provisioning(
        Optional<Services> services,
        Optional<Supply> supply,
        Optional<Indicators> indicators,
        List<CatalogueEntry> catalogue,
        Set<String> ofPeople) {
    public Provisioning {
        Objects.requireNonNull(services, "services");
        Objects.requireNonNull(supply, "supply");
        Objects.requireNonNull(indicators, "indicators");
        catalogue = List.copyOf(catalogue);
        ofPeople = Set.copyOf(ofPeople);
    }
}
