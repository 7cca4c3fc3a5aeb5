package org.kapok.demand;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kapok.core.Population;
import org.kapok.core.Region;
import org.kapok.core.Selection;
import org.kapok.demand.Gap.Balance;

/**
 * What there is of each service and what is to come.
 *
 * <p>The supply of a date is the sum of all provisions that are open on it. Before the first of a service has opened,
 * its supply is not known and there is no gap. A service is supplied either by region, a region without provisions
 * having none, or for the whole area.
 *
 * @param provisions in any order
 */
public record Supply(List<Provision> provisions) {
    /** In place of a region's id: the whole area. */
    public static final String WHOLE_AREA = "";

    public Supply {
        provisions = List.copyOf(provisions);
        byService(provisions).values().forEach(Supply::requireOneKindOfArea);
    }

    /**
     * The supply with the provisions of one service, given for the whole area, divided among regions in proportion to
     * people; each part is marked {@link Provision.Origin#ALLOCATED}. A declared rule, not a count.
     *
     * @param people who shows a region's part
     */
    public Supply allocated(String service, Population population, Selection people) {
        double[] persons = population.byRegion(people);
        double all = population.total(people);
        if (!(all > 0)) {
            throw new IllegalArgumentException(
                    "Supply of " + service + ": got nobody to allocate it by, expected people");
        }
        List<Provision> divided = new ArrayList<>();
        boolean found = false;
        for (Provision provision : provisions) {
            if (!provision.service().equals(service) || !provision.area().equals(WHOLE_AREA)) {
                divided.add(provision);
                continue;
            }
            found = true;
            for (int region = 0; region < persons.length; region++) {
                String id = population.space().regions().get(region).id();
                divided.add(provision.allocated(id, persons[region] / all));
            }
        }
        if (!found) {
            throw new IllegalArgumentException(
                    "Supply of " + service + ": got nothing for the whole area, expected a total to allocate");
        }
        return new Supply(divided);
    }

    /** What is missing and what is over, for every service that has supply. */
    public Gap gapTo(Demand demand) {
        byService(provisions).values().forEach(own -> requireKnown(own, demand));
        List<Gap.Row> rows = new ArrayList<>();
        for (Service service : demand.services()) {
            for (DemandPath path : demand.paths(service.id())) {
                for (LocalDate date : demand.dates()) {
                    if (isKnown(service.id(), date)) {
                        rows.addAll(rows(service.id(), demand, path, date));
                    }
                }
            }
        }
        return new Gap(rows);
    }

    /**
     * What is open at a date, in the unit of the service.
     *
     * @param area the id of a region, or {@link #WHOLE_AREA} for all provisions of the service
     */
    public double unitsAt(String service, String area, LocalDate date) {
        double units = 0;
        for (Provision provision : of(service)) {
            if (area.equals(WHOLE_AREA) || provision.area().equals(area)) {
                units += provision.unitsAt(date);
            }
        }
        return units;
    }

    /** The provisions of one service. */
    public List<Provision> of(String service) {
        return provisions.stream()
                .filter(each -> each.service().equals(service))
                .toList();
    }

    /** Whether the supply of a service is known at a date: one of its provisions has opened by then. */
    public boolean isKnown(String service, LocalDate date) {
        return of(service).stream().anyMatch(each -> !each.open().from().isAfter(date));
    }

    /** Whether a service has provisions, and each for a region. */
    public boolean isByRegion(String service) {
        List<Provision> own = of(service);
        return !own.isEmpty() && !own.get(0).area().equals(WHOLE_AREA);
    }

    /** The rows of one service: its regions and then their sum, or the whole area alone. */
    private List<Gap.Row> rows(String service, Demand demand, DemandPath path, LocalDate date) {
        int year = date.getYear();
        boolean allocated = of(service).stream().anyMatch(each -> each.origin() == Provision.Origin.ALLOCATED);
        List<Gap.Row> rows = new ArrayList<>();
        Balance all = Balance.between(0, 0);
        if (isByRegion(service)) {
            double[] demanded = demand.at(service, path, year);
            for (int region = 0; region < demanded.length; region++) {
                String id = demand.regions().get(region).id();
                Balance balance = Balance.between(demanded[region], unitsAt(service, id, date));
                rows.add(new Gap.Row(service, id, path, year, balance, allocated));
                all = all.plus(balance);
            }
        } else {
            all = Balance.between(demand.total(service, path, year), unitsAt(service, WHOLE_AREA, date));
        }
        rows.add(new Gap.Row(service, WHOLE_AREA, path, year, all, allocated));
        return rows;
    }

    private static void requireOneKindOfArea(List<Provision> own) {
        long whole = own.stream().filter(each -> each.area().equals(WHOLE_AREA)).count();
        if (whole > 0 && whole < own.size()) {
            throw new IllegalArgumentException("Supply of " + own.get(0).service() + ": got rows by region and "
                    + "rows for the whole area, expected one of the two");
        }
    }

    private static void requireKnown(List<Provision> own, Demand demand) {
        demand.paths(own.get(0).service()); // refuses an unknown service
        List<String> regions = demand.regions().stream().map(Region::id).toList();
        for (Provision provision : own) {
            if (!provision.area().equals(WHOLE_AREA) && !regions.contains(provision.area())) {
                throw new IllegalArgumentException("Supply of " + provision.service() + ": got region "
                        + provision.area() + ", expected one of " + regions);
            }
        }
    }

    private static Map<String, List<Provision>> byService(List<Provision> provisions) {
        Map<String, List<Provision>> byService = new LinkedHashMap<>();
        for (Provision provision : provisions) {
            byService
                    .computeIfAbsent(provision.service(), id -> new ArrayList<>())
                    .add(provision);
        }
        return byService;
    }
}
