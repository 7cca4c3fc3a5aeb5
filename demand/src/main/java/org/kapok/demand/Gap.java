package org.kapok.demand;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What is missing of each service and what is over, by area, path and year.
 *
 * <p>Places too many in one region do not serve another: where supply is given by region, the row of the whole area
 * holds the sum of the shortages and, apart from it, the sum of the surpluses.
 *
 * @param rows by service, path, year and area, the whole area last; services without supply have none
 */
public record Gap(List<Row> rows) {
    private static final double ROUNDING = 1e-9; // of a number

    public Gap {
        rows = List.copyOf(rows);
    }

    /** Demand against supply in an area, the id of a region or {@link Supply#WHOLE_AREA}. */
    public Balance at(String service, String area, DemandPath path, int year) {
        return rowsOf(service, area, path).stream()
                .filter(row -> row.year() == year)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Gap: got year " + year + ", expected one of "
                        + rowsOf(service, area, path).stream().map(Row::year).toList()))
                .balance();
    }

    /** The first year that something is missing in an area, by any amount; empty where nothing ever is. */
    public OptionalInt firstShortage(String service, String area, DemandPath path) {
        return rowsOf(service, area, path).stream()
                .filter(row -> row.balance().shortage() > 0)
                .mapToInt(Row::year)
                .min();
    }

    /** When each area is short of each service, in the order of the rows; areas that never are left out. */
    public List<Shortage> shortages() {
        Map<List<Object>, Shortage> found = new LinkedHashMap<>();
        for (Row row : rows) {
            double missing = row.balance().shortage();
            if (missing > 0) {
                Shortage now = new Shortage(row.service(), row.area(), row.path(), row.year(), row.year(), missing);
                found.merge(List.of(row.service(), row.path(), row.area()), now, Shortage::and);
            }
        }
        return List.copyOf(found.values());
    }

    /** The services whose supply in the whole area stays as it is at the first date at which it is known. */
    public Set<String> heldServices() {
        Map<String, Double> first = new LinkedHashMap<>();
        Set<String> changing = new HashSet<>();
        for (Row row : rows) {
            if (row.area().equals(Supply.WHOLE_AREA)) {
                double supply = row.balance().supply();
                Double before = first.putIfAbsent(row.service(), supply);
                if (before != null && Math.abs(supply - before) > ROUNDING * Math.abs(before)) {
                    changing.add(row.service());
                }
            }
        }
        Set<String> held = new LinkedHashSet<>(first.keySet());
        held.removeAll(changing);
        return Collections.unmodifiableSet(held);
    }

    private List<Row> rowsOf(String service, String area, DemandPath path) {
        List<Row> found = rows.stream()
                .filter(row -> row.service().equals(service) && row.area().equals(area) && row.path() == path)
                .toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException("Gap: got the " + path.label() + " of " + service + " in "
                    + (area.equals(Supply.WHOLE_AREA) ? "the whole area" : area)
                    + ", which has no supply or no demand to compare");
        }
        return found;
    }

    /**
     * The gap of a service in an area and year.
     *
     * @param service the id of the service
     * @param area the id of a region, or {@link Supply#WHOLE_AREA}
     * @param path how demand was found
     * @param year the year of the reference date
     * @param balance demand against supply
     * @param allocated whether the supply of regions is a total divided by a rule
     */
    public record Row(String service, String area, DemandPath path, int year, Balance balance, boolean allocated) {
        public Row {
            Objects.requireNonNull(service, "service");
            Objects.requireNonNull(area, "area");
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(balance, "balance");
        }
    }

    /**
     * When an area is short of a service.
     *
     * @param service the id of the service
     * @param area the id of a region, or {@link Supply#WHOLE_AREA}
     * @param path how demand was found
     * @param first the first year
     * @param worst the first year whose shortage is the largest, to a billionth, so that rounding does not decide
     * @param most the largest shortage, in the unit of the service
     */
    public record Shortage(String service, String area, DemandPath path, int first, int worst, double most) {
        private Shortage and(Shortage later) {
            boolean worse = later.most > most * (1 + ROUNDING);
            return new Shortage(service, area, path, first, worse ? later.worst : worst, Math.max(most, later.most));
        }
    }

    /**
     * Demand against supply, in the unit of the service. In one place either the shortage or the surplus is 0; in a sum
     * over places neither need be.
     *
     * @param demand what people should have
     * @param supply what there is
     * @param shortage demand without supply
     * @param surplus supply without demand
     */
    public record Balance(double demand, double supply, double shortage, double surplus) {
        /** Demand over supply: 1 where both are the same, above 1 where places are short; empty without supply. */
        public OptionalDouble utilisation() {
            return supply > 0 ? OptionalDouble.of(demand / supply) : OptionalDouble.empty();
        }

        /** The balance of one place: {@code shortage = max(0, demand - supply)}, surplus the other way round. */
        static Balance between(double demand, double supply) {
            return new Balance(demand, supply, Math.max(0, demand - supply), Math.max(0, supply - demand));
        }

        /** The sum over two places, shortages and surpluses each for themselves. */
        Balance plus(Balance other) {
            return new Balance(
                    demand + other.demand, supply + other.supply, shortage + other.shortage, surplus + other.surplus);
        }
    }
}
