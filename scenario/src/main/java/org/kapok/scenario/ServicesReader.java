package org.kapok.scenario;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.demand.CarePathway;
import org.kapok.demand.DemandPath;
import org.kapok.demand.Service;
import org.kapok.demand.ServiceModel;
import org.kapok.demand.Services;
import org.kapok.demand.YearPath;
import org.kapok.scenario.table.JsonCursor;
import org.kapok.scenario.table.Problems;
import org.kapok.scenario.table.Range;

/** Reads services with their norms and needs. */
final class ServicesReader {
    private static final Range SPACE = Range.atLeast(0, "m² per unit");

    private final Layers layers;
    private final CellSpace space;
    private final Problems problems;
    private final List<String> sources;
    private final Map<String, Text> titles = new LinkedHashMap<>();
    private final Map<String, Text> units = new LinkedHashMap<>();
    private final List<CatalogueEntry> catalogue = new ArrayList<>();
    private final Set<String> domainsOfPeople = new HashSet<>();
    private final Set<String> ofPeople = new HashSet<>();

    /** A reader of services whose sources are among these ids. */
    ServicesReader(Layers layers, CellSpace space, List<String> sources, Problems problems) {
        this.layers = layers;
        this.space = space;
        this.sources = List.copyOf(sources);
        this.problems = problems;
    }

    /** What services and domains are called, by kind and id. */
    Map<String, Text> titles() {
        return titles;
    }

    /** What services are counted in, by id. */
    Map<String, Text> units() {
        return units;
    }

    /** What every norm and need rests on. */
    List<CatalogueEntry> catalogue() {
        return catalogue;
    }

    /** The ids of services in domains of people. */
    Set<String> ofPeople() {
        return ofPeople;
    }

    Optional<Services> read(Layers.Found found) {
        Path file = layers.file(found);
        int before = problems.count();
        List<Service> services = new ArrayList<>();
        Optional<JsonCursor> whole = JsonCursor.read(file, problems);
        whole.ifPresent(root -> {
            List<String> domains = domains(root);
            ModelReader models = new ModelReader(layers, found.layer(), space, problems, tables(root, found.layer()));
            for (JsonCursor item : root.at("services").items()) {
                service(item, domains, models).ifPresent(services::add);
            }
            root.done();
        });
        if (units.remove("") != null && layers.standIns().of(false, true)) {
            units.clear(); // a service without a name may be any that others name
            units.put("??", new Text("", ""));
        }
        if (problems.count() > before) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Services(services));
        } catch (IllegalArgumentException e) { // what a type refuses although each number is in range
            refused(whole.orElseThrow().at("services"), e.getMessage()).report(e.getMessage());
            return Optional.empty();
        }
    }

    /** The norm or need that a message is about, such as {@code Services, norm of beds: ...}, or the list. */
    private static JsonCursor refused(JsonCursor list, String message) {
        for (JsonCursor item : list.items()) {
            for (DemandPath path : DemandPath.values()) {
                String named =
                        "Services, " + path.label() + " of " + item.at("id").text() + ":";
                if (message.startsWith(named)) {
                    return item.at(path.label());
                }
            }
        }
        return list;
    }

    private List<String> domains(JsonCursor root) {
        List<String> domains = new ArrayList<>();
        root.optional("domains")
                .ifPresent(list -> list.items().forEach(item -> {
                    String id = item.at("id").text();
                    titles.put("domain/" + id, ScenarioFolder.text(item.at("title")));
                    domains.add(id);
                    if (item.optional("people").map(JsonCursor::flag).orElse(false)) {
                        domainsOfPeople.add(id);
                    }
                }));
        return domains.contains("") ? layers.standIns().of(domains, List.of("??")) : domains;
    }

    private ModelReader.Tables tables(JsonCursor root, int layer) {
        MonthDay cutOff = root.optional("cut_off").map(ServicesReader::monthDay).orElse(MonthDay.of(8, 31));
        int before = problems.count();
        Map<String, Cube> read = root.optional("rates")
                .map(name -> new RatesReader(space, problems).read(layers.file(layer, name.text())))
                .orElse(Map.of());
        Map<String, Cube> rates = problems.count() == before
                ? read
                : layers.standIns().of(read, Map.of("??", Cube.of(List.of(), 0).along(space.axes())));
        Map<String, Optional<CarePathway>> pathways = new LinkedHashMap<>();
        root.optional("pathways")
                .ifPresent(list ->
                        list.items().forEach(item -> pathways.put(item.at("id").text(), pathway(item, rates))));
        return new ModelReader.Tables(cutOff, rates, pathways);
    }

    private Optional<CarePathway> pathway(JsonCursor item, Map<String, Cube> rates) {
        int before = problems.count();
        item.at("id").text();
        Map<String, Cube> prevalence = new LinkedHashMap<>();
        item.at("levels").members().forEach((level, rate) -> {
            if (!rates.containsKey(rate.text())) {
                rate.report("got rate \"" + rate.text() + "\", expected one of " + List.copyOf(rates.keySet()));
            } else {
                prevalence.put(level, rates.get(rate.text()));
            }
        });
        Map<String, Map<String, YearPath>> settings = new LinkedHashMap<>();
        item.at("settings").members().forEach((setting, shares) -> {
            Map<String, YearPath> byLevel = new LinkedHashMap<>();
            shares.members().forEach((level, share) -> byLevel.put(level, QuantityReader.path(share, Range.share())));
            settings.put(setting, byLevel);
        });
        source(item);
        if (problems.count() > before) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CarePathway(prevalence, settings));
        } catch (IllegalArgumentException e) {
            item.report(e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Service> service(JsonCursor item, List<String> domains, ModelReader models) {
        String id = item.at("id").text();
        if (titles.containsKey("service/" + id)) {
            item.report("got service \"" + id + "\" twice, expected each once");
        }
        titles.put("service/" + id, ScenarioFolder.text(item.at("title")));
        units.put(id, ScenarioFolder.text(item.at("unit")));
        String domain = domains.isEmpty()
                ? item.optional("domain").map(JsonCursor::text).orElse("")
                : item.at("domain").oneOf(domains);
        if (domainsOfPeople.contains(domain)) {
            ofPeople.add(id);
        }
        double land = item.optional("land").map(value -> value.number(SPACE)).orElse(0.0);
        double floor = item.optional("floor").map(value -> value.number(SPACE)).orElse(0.0);
        Optional<ServiceModel> norm = model(item.at("norm"), models, id, domain, DemandPath.NORM);
        Optional<ServiceModel> need =
                item.optional("need").flatMap(value -> model(value, models, id, domain, DemandPath.NEED));
        if (norm.isEmpty() || id.isEmpty() || units.get(id).en().isEmpty() || !(land + floor >= 0)) {
            return Optional.empty();
        }
        return Optional.of(new Service(id, units.get(id).en(), norm.get(), need, new Service.Space(land, floor)));
    }

    private Optional<ServiceModel> model(
            JsonCursor value, ModelReader models, String service, String domain, DemandPath path) {
        Optional<ServiceModel> model = models.read(value);
        String kind = value.at("model").text();
        boolean derived = kind.equals("sum");
        String source = derived && value.optional("source").isEmpty() ? "" : source(value);
        catalogue.add(new CatalogueEntry(service, domain, path, kind, source));
        return model;
    }

    /** Where a figure is from: one of the scenario's sources, such as "assumption", where it lists any. */
    private String source(JsonCursor value) {
        if (sources.isEmpty()) {
            return value.optional("source").map(JsonCursor::text).orElse("");
        }
        return value.at("source").oneOf(sources);
    }

    static MonthDay monthDay(JsonCursor value) {
        String text = value.text();
        try {
            return text.isEmpty() ? MonthDay.of(1, 1) : MonthDay.parse("--" + text);
        } catch (DateTimeException e) {
            value.report("got \"" + text + "\", expected month and day such as \"08-31\"");
            return MonthDay.of(1, 1);
        }
    }
}
