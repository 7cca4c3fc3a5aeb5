package org.kapok.demand;

import java.util.ArrayList;
import java.util.EnumMap;
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
 */
public final class Services {
    private final List<Service> all;
    private final Map<DemandPath, List<Service>> ordered = new EnumMap<>(DemandPath.class); // after what they refer to

    /**
     * The services of a place.
     *
     * @param services in the order of reports, each id once; no model refers to an unknown service, in a circle, or from
     *     a need to a service without one
     */
    public Services(List<Service> services) {
        all = List.copyOf(services);
        Set<String> ids = new HashSet<>();
        for (Service service : all) {
            if (!ids.add(service.id())) {
                throw new IllegalArgumentException("Services: got service " + service.id() + " twice");
            }
        }
        for (DemandPath path : DemandPath.values()) {
            requireKnownReferences(all, path);
            ordered.put(path, inOrderOfReference(all, path));
        }
    }

    /** The services in the order of reports. */
    public List<Service> all() {
        return all;
    }

    /** Whether there is a model that has the parameter. */
    public boolean have(VaryingUse use) {
        return all.stream()
                .filter(service -> service.id().equals(use.of().service()))
                .anyMatch(service ->
                        service.model(use.of().path()).filter(use::isOf).isPresent());
    }

    /** The demand at every reference date, each named by its year. */
    public Demand demandOf(Projection projection) {
        Map<Demand.Key, double[]> values = new HashMap<>();
        for (int date = 0; date < projection.dates().size(); date++) {
            Population population = projection.at(date);
            int year = population.date().getYear();
            of(People.of(population), year, year).forEach((of, demand) -> values.put(new Demand.Key(of, year), demand));
        }
        return new Demand(all, projection.space().regions(), projection.dates(), values);
    }

    /** The demand of one population for each service on each of its paths, shape [region]. */
    public Map<Demand.Of, double[]> demandOf(Population population) {
        return demandOf(People.of(population));
    }

    /** The demand of people for each service on each of its paths, shape [region x population] as in {@link People}. */
    Map<Demand.Of, double[]> demandOf(People people) {
        return demandOf(people, Map.of());
    }

    /**
     * The same with the demand for some services multiplied; what refers to them follows.
     *
     * @param factors shape [population]
     */
    Map<Demand.Of, double[]> demandOf(People people, Map<Demand.Of, double[]> factors) {
        int year = people.date().getYear();
        return of(people, year, year, factors);
    }

    /** The demand of people with the participation of one year and the occupancy of another. */
    Map<Demand.Of, double[]> of(People people, int participation, int occupancy) {
        return of(people, participation, occupancy, Map.of());
    }

    private Map<Demand.Of, double[]> of(
            People people, int participation, int occupancy, Map<Demand.Of, double[]> factors) {
        Map<Demand.Of, double[]> known = new HashMap<>();
        for (DemandPath path : DemandPath.values()) {
            Situation situation =
                    new Situation(people, participation, occupancy, id -> known.get(new Demand.Of(id, path)));
            for (Service service : ordered.get(path)) {
                Demand.Of of = new Demand.Of(service.id(), path);
                double[] demand = evaluate(service, path, situation);
                if (factors.containsKey(of)) {
                    double[] factor = factors.get(of);
                    for (int i = 0; i < demand.length; i++) {
                        demand[i] *= factor[i % factor.length];
                    }
                }
                known.put(of, demand);
            }
        }
        return known;
    }

    private static double[] evaluate(Service service, DemandPath path, Situation situation) {
        try {
            return service.model(path).orElseThrow().byRegion(situation);
        } catch (IllegalArgumentException wrong) { // a model knows neither its service nor its path
            throw new IllegalArgumentException(
                    "Services, " + path.label() + " of " + service.id() + ", "
                            + situation.people().date().getYear() + ": " + wrong.getMessage(),
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
