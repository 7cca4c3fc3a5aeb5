package org.kapok.demand;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kapok.core.Region;
import org.kapok.demand.Gap.Balance;

/**
 * What there is of each service and what is to come: a stock and the changes to it.
 *
 * <p>The supply of a year is the sum of all changes up to it, each times its delivered share. The first change of a
 * service is its stock; before that year its supply is not known and there is no gap. A service is supplied either by
 * region, a region without changes having none, or for the whole area.
 *
 * @param changes in any order; no supply falls below 0
 */
public record Supply(List<Change> changes) {
    /** In place of a region's id: the whole area. */
    public static final String WHOLE_AREA = "";

    public Supply {
        changes = List.copyOf(changes);
        byService(changes).values().forEach(own -> {
            requireOneKindOfArea(own);
            own.forEach(change -> requireNotBelowZero(own, change));
        });
    }

    /** What is missing and what is over, for every service that has supply. */
    public Gap gapTo(Demand demand) {
        Map<String, List<Change>> supplied = byService(changes);
        supplied.values().forEach(own -> requireKnown(own, demand));
        List<Gap.Row> rows = new ArrayList<>();
        for (Service service : demand.services()) {
            List<Change> own = supplied.getOrDefault(service.id(), List.of());
            for (DemandPath path : demand.paths(service.id())) {
                for (int year : demand.years()) {
                    if (own.stream().anyMatch(change -> change.year() <= year)) {
                        rows.addAll(rows(own, demand, path, year));
                    }
                }
            }
        }
        return new Gap(rows);
    }

    /** The rows of one service: its regions and then their sum, or the whole area alone. */
    private static List<Gap.Row> rows(List<Change> own, Demand demand, DemandPath path, int year) {
        String service = own.get(0).service();
        List<Gap.Row> rows = new ArrayList<>();
        Balance all = Balance.between(0, 0);
        if (own.get(0).region().equals(WHOLE_AREA)) {
            all = Balance.between(demand.total(service, path, year), units(own, WHOLE_AREA, year));
        } else {
            double[] demanded = demand.at(service, path, year);
            for (int region = 0; region < demanded.length; region++) {
                String id = demand.regions().get(region).id();
                Balance balance = Balance.between(demanded[region], units(own, id, year));
                rows.add(new Gap.Row(service, id, path, year, balance));
                all = all.plus(balance);
            }
        }
        rows.add(new Gap.Row(service, WHOLE_AREA, path, year, all));
        return rows;
    }

    /** The supply of a region or the whole area; a sum that only rounding takes below 0 is 0. */
    private static double units(List<Change> own, String region, int year) {
        double sum = 0;
        double gross = 0;
        for (Change change : own) {
            if (change.region().equals(region) && change.year() <= year) {
                sum += change.units() * change.delivered();
                gross += Math.abs(change.units());
            }
        }
        return sum < 0 && sum > -1e-12 * gross ? 0 : sum;
    }

    private static void requireOneKindOfArea(List<Change> own) {
        long whole = own.stream()
                .filter(change -> change.region().equals(WHOLE_AREA))
                .count();
        if (whole > 0 && whole < own.size()) {
            throw new IllegalArgumentException("Supply of " + own.get(0).service() + ": got changes by region and "
                    + "changes for the whole area, expected one of the two");
        }
    }

    private static void requireNotBelowZero(List<Change> own, Change change) {
        double units = units(own, change.region(), change.year());
        if (units < 0) {
            throw new IllegalArgumentException("Supply of " + change.service() + where(change.region()) + ", "
                    + change.year() + ": got " + units + " after all changes up to that year, expected 0 or more");
        }
    }

    private static void requireKnown(List<Change> own, Demand demand) {
        demand.paths(own.get(0).service()); // refuses an unknown service
        List<String> regions = demand.regions().stream().map(Region::id).toList();
        for (Change change : own) {
            if (!change.region().equals(WHOLE_AREA) && !regions.contains(change.region())) {
                throw new IllegalArgumentException("Supply of " + change.service() + ": got region " + change.region()
                        + ", expected one of " + regions);
            }
        }
    }

    private static String where(String region) {
        return region.equals(WHOLE_AREA) ? "" : " in " + region;
    }

    private static Map<String, List<Change>> byService(List<Change> changes) {
        Map<String, List<Change>> byService = new LinkedHashMap<>();
        for (Change change : changes) {
            byService.computeIfAbsent(change.service(), id -> new ArrayList<>()).add(change);
        }
        return byService;
    }

    /**
     * A stock, an opening or a closure.
     *
     * @param service the id of the service
     * @param region the id of the region, or {@link Supply#WHOLE_AREA}
     * @param year the first year that has the change
     * @param units what is added, or taken away where negative, in the unit of the service
     * @param delivered the share of the units that comes about, 0 to 1; 1 for a stock
     */
    public record Change(String service, String region, int year, double units, double delivered) {
        public Change {
            Objects.requireNonNull(service, "service");
            Objects.requireNonNull(region, "region");
            String where = "Supply of " + service + where(region) + ", " + year;
            if (!Double.isFinite(units)) {
                throw new IllegalArgumentException(where + ", units: got " + units + ", expected a finite number");
            }
            if (!(delivered >= 0 && delivered <= 1)) {
                throw new IllegalArgumentException(where + ", delivered: got " + delivered + ", expected 0 to 1");
            }
        }
    }
}
