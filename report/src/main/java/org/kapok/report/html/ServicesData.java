package org.kapok.report.html;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.kapok.core.Region;
import org.kapok.demand.Demand;
import org.kapok.demand.DemandPath;
import org.kapok.demand.Explanation;
import org.kapok.demand.Gap;
import org.kapok.demand.Service;
import org.kapok.scenario.CatalogueEntry;
import org.kapok.scenario.EnsembleRun;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioRun;

/** What people need of each service, what there is and what is missing, by path, area and date. */
final class ServicesData {
    private final ScenarioRun run;
    private final Scenario scenario;
    private final Optional<EnsembleRun> ensemble;
    private final List<String> areas; // whose numbers are carried
    private final Set<String> held; // services whose supply stays as it is

    ServicesData(ScenarioRun run, Optional<EnsembleRun> ensemble, ShownRegions shown) {
        this.run = run;
        this.scenario = run.scenario();
        this.ensemble = ensemble;
        this.areas = shown.areas(run.projection().space());
        this.held = run.gap().map(Gap::heldServices).orElse(Set.of());
    }

    /** A list of services; empty where the scenario has none. */
    ArrayNode node() {
        ArrayNode services = Json.array();
        run.demand().ifPresent(demand -> {
            Map<String, ObjectNode> explained = explained();
            for (Service service : demand.services()) {
                ObjectNode node = services.addObject();
                put(service, demand, node);
                if (explained.containsKey(service.id())) {
                    node.set("explained", explained.get(service.id()));
                }
            }
        });
        return services;
    }

    private void put(Service service, Demand demand, ObjectNode node) {
        String id = service.id();
        node.put("id", id);
        node.set("title", Json.text(scenario.titleOf("service", id)));
        node.set("unit", Json.text(scenario.units().get(id)));
        String domain =
                catalogue(id, DemandPath.NORM).map(CatalogueEntry::domain).orElse("");
        if (!domain.isEmpty()) {
            node.put("domain", domain).set("domainTitle", Json.text(scenario.titleOf("domain", domain)));
        }
        if (scenario.provisioning().ofPeople().contains(id)) {
            node.put("people", true);
        }
        if (held.contains(id)) {
            node.put("held", true);
        }
        ObjectNode paths = node.putObject("paths");
        for (DemandPath path : demand.paths(id)) {
            ObjectNode own = paths.putObject(path.label());
            catalogue(id, path)
                    .ifPresent(entry -> own.put("model", entry.model()).put("source", entry.source()));
            putDemand(id, path, demand, own.putObject("demand"));
            run.gap().ifPresent(gap -> putGap(id, path, gap, demand, own));
            ensemble.ifPresent(drawn -> putSpread(id, path, drawn, own));
        }
    }

    /** By service that has both, what makes up need less norm in the whole place, by part and date. */
    private Map<String, ObjectNode> explained() {
        Map<String, Map<String, double[]>> sums = new LinkedHashMap<>();
        int first = run.projection().dates().get(0).getYear();
        int width = run.projection().space().ages().uniformWidth();
        for (Explanation.Row row : Explanation.of(scenario.services().orElseThrow(), run.projection())
                .rows()) {
            Map<String, double[]> own = sums.computeIfAbsent(row.service(), id -> new LinkedHashMap<>());
            int date = (row.year() - first) / width;
            Explanation.Parts parts = row.parts();
            add(own, "at_base", date, parts.atBase());
            add(own, "structure", date, parts.structure());
            add(own, "participation", date, parts.participation());
            add(own, "occupancy", date, parts.occupancy());
            add(own, "norm_people", date, parts.normPeople());
            add(own, "standard", date, parts.standard());
        }
        Map<String, ObjectNode> nodes = new LinkedHashMap<>();
        sums.forEach((service, parts) -> {
            ObjectNode node = Json.object();
            parts.forEach((part, units) -> node.set(part, Json.numbers(units)));
            nodes.put(service, node);
        });
        return nodes;
    }

    private void add(Map<String, double[]> parts, String part, int date, double units) {
        int dates = run.projection().dates().size();
        parts.computeIfAbsent(part, each -> new double[dates])[date] += units;
    }

    private Optional<CatalogueEntry> catalogue(String service, DemandPath path) {
        return scenario.provisioning().catalogue().stream()
                .filter(entry -> entry.service().equals(service) && entry.path() == path)
                .findFirst();
    }

    private void putDemand(String service, DemandPath path, Demand demand, ObjectNode byArea) {
        ArrayNode whole = byArea.putArray("");
        demand.years().forEach(year -> whole.add(Json.number(demand.total(service, path, year))));
        List<Region> regions = demand.regions();
        for (String area : areas.subList(1, areas.size())) {
            ArrayNode units = byArea.putArray(area);
            for (int year : demand.years()) {
                double[] own = demand.at(service, path, year);
                units.add(Json.number(IntStream.range(0, own.length)
                        .filter(region -> regions.get(region).id().equals(area)
                                || regions.get(region).group().equals(area))
                        .mapToDouble(region -> own[region])
                        .sum()));
            }
        }
    }

    /** Supply, shortage and surplus by area and date; nothing at dates at which supply is not known. */
    private void putGap(String service, DemandPath path, Gap gap, Demand demand, ObjectNode node) {
        for (Gap.Row row : gap.rows()) {
            if (row.service().equals(service) && row.path() == path && areas.contains(row.area())) {
                int date = demand.years().indexOf(row.year());
                ObjectNode own = node.withObjectProperty("gap").withObjectProperty(row.area());
                put(own, "supply", date, demand, row.balance().supply());
                put(own, "shortage", date, demand, row.balance().shortage());
                put(own, "surplus", date, demand, row.balance().surplus());
                if (row.allocated()) {
                    node.put("allocated", true);
                }
            }
        }
    }

    private static void put(ObjectNode node, String key, int date, Demand demand, double value) {
        ArrayNode values = node.withArrayProperty(key);
        while (values.size() < demand.years().size()) {
            values.addNull();
        }
        values.set(date, Json.number(value));
    }

    /** How the demand of the whole place spreads over draws, and how likely it exceeds supply, after each step. */
    private static void putSpread(String service, DemandPath path, EnsembleRun drawn, ObjectNode node) {
        drawn.services().ifPresent(services -> {
            int position = services.of().indexOf(new Demand.Of(service, path));
            int whole = services.areas().indexOf("");
            if (position < 0 || whole < 0) {
                return;
            }
            ArrayNode spread = node.putArray("spread");
            ArrayNode short_ = node.putArray("chanceShort");
            for (int step = 0; step < drawn.steps(); step++) {
                spread.add(Spreads.quantiles(drawn.serviceSpread(position, whole, step)));
                boolean known = drawn.supply(position, whole, step).isPresent();
                short_.add(known ? Json.number(drawn.chanceShort(position, whole, step)) : null);
            }
        });
    }
}
