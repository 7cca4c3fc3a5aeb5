package org.kapok.demand;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kapok.core.Population;
import org.kapok.projection.Projection;

/**
 * The services of a place.
 *
 * <p>A model that refers to other services takes their demand on its own path: a share in a norm is a share of the
 * other norm, a share in a need of the other need.
 *
 * @param all the services in the order of reports, each id once; no model refers to an unknown service, in a circle, or
 *     from a need to a service without one
 */
public record Services(List<Service> all) {
    public Services {
        all = List.copyOf(all);
        Set<String> ids = new HashSet<>();
        for (Service service : all) {
            if (!ids.add(service.id())) {
                throw new IllegalArgumentException("Services: got service " + service.id() + " twice");
            }
        }
        for (DemandPath path : DemandPath.values()) {
            requireKnownReferences(all, path);
            inOrderOfReference(all, path);
        }
    }

    /** The demand at every reference date, each named by its year. */
    public Demand demandOf(Projection projection) {
        Map<Demand.Key, double[]> values = new HashMap<>();
        List<Integer> years = new ArrayList<>();
        for (int date = 0; date < projection.dates().size(); date++) {
            Population population = projection.at(date);
            years.add(population.date().getYear());
            for (DemandPath path : DemandPath.values()) {
                for (Service service : inOrderOfReference(all, path)) {
                    Demand.Key key =
                            new Demand.Key(service.id(), path, population.date().getYear());
                    values.put(key, evaluate(key, service.model(path).orElseThrow(), population, values));
                }
            }
        }
        return new Demand(all, projection.space().regions(), years, values);
    }

    private static double[] evaluate(
            Demand.Key key, ServiceModel model, Population population, Map<Demand.Key, double[]> known) {
        try {
            return model.byRegion(population, id -> known.get(new Demand.Key(id, key.path(), key.year())));
        } catch (IllegalArgumentException wrong) { // a model knows neither its service nor its path
            throw new IllegalArgumentException(
                    "Services, " + key.path().label() + " of " + key.service() + ", " + key.year() + ": "
                            + wrong.getMessage(),
                    wrong);
        }
    }

    private static void requireKnownReferences(List<Service> all, DemandPath path) {
        for (Service service : onPath(all, path)) {
            for (String id : service.model(path).orElseThrow().references()) {
                String where = "Services, " + path.label() + " of " + service.id() + ": got a reference to " + id;
                if (all.stream().noneMatch(other -> other.id().equals(id))) {
                    throw new IllegalArgumentException(where + ", expected one of "
                            + all.stream().map(Service::id).toList());
                }
                if (onPath(all, path).stream().noneMatch(other -> other.id().equals(id))) {
                    throw new IllegalArgumentException(where + ", which has no " + path.label());
                }
            }
        }
    }

    /** The services that have the path, each after those that it refers to. */
    private static List<Service> inOrderOfReference(List<Service> all, DemandPath path) {
        List<Service> waiting = new ArrayList<>(onPath(all, path));
        List<Service> ordered = new ArrayList<>();
        Set<String> done = new HashSet<>();
        while (!waiting.isEmpty()) {
            List<Service> ready = waiting.stream()
                    .filter(service ->
                            done.containsAll(service.model(path).orElseThrow().references()))
                    .toList();
            if (ready.isEmpty()) {
                throw new IllegalArgumentException("Services, " + path.label() + ": got references in a circle among "
                        + waiting.stream().map(Service::id).toList());
            }
            ordered.addAll(ready);
            waiting.removeAll(ready);
            ready.forEach(service -> done.add(service.id()));
        }
        return ordered;
    }

    private static List<Service> onPath(List<Service> all, DemandPath path) {
        return all.stream().filter(service -> service.model(path).isPresent()).toList();
    }
}
