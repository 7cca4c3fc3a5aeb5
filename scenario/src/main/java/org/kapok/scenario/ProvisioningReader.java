package org.kapok.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kapok.core.CellSpace;
import org.kapok.core.Population;
import org.kapok.core.Selection;
import org.kapok.demand.Services;
import org.kapok.demand.Supply;
import org.kapok.demand.scorecard.Indicators;
import org.kapok.projection.target.Measure;
import org.kapok.scenario.table.Problems;
import org.kapok.scenario.table.RecordTable;
import org.kapok.scenario.table.Row;

/** Reads services, supply and indicators; what has problems is of no use afterwards. */
final class ProvisioningReader {
    private final Layers layers;
    private final Problems problems;
    private final Optional<Services> services;
    private final Optional<Supply> supply;
    private final Map<String, Selection> allocation;
    private final Optional<Indicators> indicators;
    private final List<CatalogueEntry> catalogue;
    private final Set<String> ofPeople;
    private final Map<String, Text> titles = new HashMap<>();
    private final Map<String, Text> units = new HashMap<>();

    ProvisioningReader(Layers layers, CellSpace space, List<Measure> measures, Problems problems) {
        this.layers = layers;
        this.problems = problems;
        ServicesReader reader = new ServicesReader(layers, space, sources(), problems);
        this.services = layers.optional("services").flatMap(reader::read);
        this.catalogue = reader.catalogue();
        this.ofPeople = reader.ofPeople();
        SupplyReader supplies = new SupplyReader(space, reader.units(), problems);
        this.supply = supplies.read(layers);
        this.allocation = supplies.allocation(layers);
        List<String> ids = List.copyOf(reader.units().keySet());
        IndicatorsReader judged = new IndicatorsReader(layers, measures, ids, problems);
        this.indicators = judged.read();
        titles.putAll(reader.titles());
        titles.putAll(judged.titles());
        units.putAll(reader.units());
        units.putAll(judged.units());
    }

    /** What services, domains and indicators are called and what sources are, by kind and id. */
    Map<String, Text> titles() {
        return titles;
    }

    /** What services and indicators are counted in. */
    Map<String, Text> units() {
        return units;
    }

    /** What was read, totals allocated by the people of the base date where the scenario asks for it. */
    Provisioning provisioning(Population base) {
        Optional<Supply> divided = supply;
        for (Map.Entry<String, Selection> rule : allocation.entrySet()) {
            divided = divided.map(all -> all.allocated(rule.getKey(), base, rule.getValue()));
        }
        return new Provisioning(services, divided, indicators, catalogue, ofPeople);
    }

    /** The ids of all sources, those of the scenarios that it extends as well; the nearest citation of an id stands. */
    private List<String> sources() {
        List<String> ids = new ArrayList<>();
        for (Layers.Found found : layers.all("sources")) {
            for (Row row :
                    RecordTable.read(layers.file(found), List.of("id", "citation"), List.of("citation_zh"), problems)) {
                String id = row.text("id");
                String citation = row.text("citation");
                ids.add(id);
                String chinese = row.optionalText("citation_zh").orElse(citation);
                titles.putIfAbsent("source/" + id, new Text(citation, chinese));
            }
        }
        return ids;
    }
}
