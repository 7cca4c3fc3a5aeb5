package org.kapok.demand;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.kapok.core.Region;

/** Demand by service, path, year and region, in the unit of each service. */
public final class Demand {
    private final List<Service> services;
    private final List<Region> regions;
    private final List<LocalDate> dates;
    private final List<Integer> years;
    private final Map<Key, double[]> values; // shape [region]

    Demand(List<Service> services, List<Region> regions, List<LocalDate> dates, Map<Key, double[]> values) {
        this.services = List.copyOf(services);
        this.regions = List.copyOf(regions);
        this.dates = List.copyOf(dates);
        this.years = dates.stream().map(LocalDate::getYear).toList();
        this.values = Map.copyOf(values);
    }

    /** The services in the order of the catalogue. */
    public List<Service> services() {
        return services;
    }

    /** The regions in the order of results. */
    public List<Region> regions() {
        return regions;
    }

    /** The reference dates, ascending. */
    public List<LocalDate> dates() {
        return dates;
    }

    /** The years of the reference dates, ascending. */
    public List<Integer> years() {
        return years;
    }

    /** The paths that a service has: the norm, and the need where there is a model of it. */
    public List<DemandPath> paths(String service) {
        Service known = service(service);
        return Arrays.stream(DemandPath.values())
                .filter(path -> known.model(path).isPresent())
                .toList();
    }

    /** The demand by region, shape [region]. A need that the service has no model of is refused. */
    public double[] at(String service, DemandPath path, int year) {
        if (!paths(service).contains(path)) {
            throw new IllegalArgumentException("Demand: got the " + path.label() + " of " + service
                    + ", expected one of its paths " + paths(service));
        }
        if (!years.contains(year)) {
            throw new IllegalArgumentException("Demand: got year " + year + ", expected one of " + years);
        }
        return values.get(new Key(new Of(service, path), year)).clone();
    }

    /** The demand of all regions, see {@link #at}. */
    public double total(String service, DemandPath path, int year) {
        double sum = 0;
        for (double value : at(service, path, year)) {
            sum += value;
        }
        return sum;
    }

    private Service service(String id) {
        return services.stream()
                .filter(service -> service.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Demand: got service " + id + ", expected one of "
                        + services.stream().map(Service::id).toList()));
    }

    /**
     * A service on one of its paths.
     *
     * @param service the id of the service
     * @param path how demand is found
     */
    public record Of(String service, DemandPath path) {}

    record Key(Of of, int year) {}
}
