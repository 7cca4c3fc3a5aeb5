package org.kapok.demand.siting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.kapok.core.Region;
import org.kapok.demand.DemandPath;
import org.kapok.demand.Gap;

/** What is missing of one service by year and region, and how much each place counts. */
public final class Shortfall {
    private final List<Region> regions;
    private final List<Integer> years;
    private final double[][] demand; // [year][region]
    private final double[][] supply; // [year][region]
    private final double[] weights; // [region]

    private Shortfall(
            List<Region> regions, List<Integer> years, double[][] demand, double[][] supply, double[] weights) {
        this.regions = List.copyOf(regions);
        this.years = List.copyOf(years);
        this.demand = demand;
        this.supply = supply;
        this.weights = weights;
    }

    /**
     * Demand and supply of a service, every region counting alike.
     *
     * @param years ascending, 1 or more
     * @param demand 0 or more, shape [year][region]; copied
     * @param supply 0 or more, shape [year][region]; copied
     */
    public static Shortfall of(List<Region> regions, List<Integer> years, double[][] demand, double[][] supply) {
        if (years.isEmpty() || regions.isEmpty()) {
            throw new IllegalArgumentException("Shortfall: got " + years.size() + " years and " + regions.size()
                    + " regions, expected 1 or more of each");
        }
        for (int year = 1; year < years.size(); year++) {
            if (years.get(year) <= years.get(year - 1)) {
                throw new IllegalArgumentException("Shortfall.years: got " + years + ", expected ascending years");
            }
        }
        double[] alike = new double[regions.size()];
        Arrays.fill(alike, 1);
        return new Shortfall(
                regions,
                years,
                copy("demand", demand, years.size(), regions),
                copy("supply", supply, years.size(), regions),
                alike);
    }

    /**
     * The shortfall of a service as a gap has it, from a year on.
     *
     * @param regions the regions of the place, for each of which the service is supplied
     */
    public static Shortfall of(Gap gap, String service, DemandPath path, List<Region> regions, int from) {
        List<Integer> years = gap.rows().stream()
                .filter(row -> row.service().equals(service) && row.path() == path && row.year() >= from)
                .map(Gap.Row::year)
                .distinct()
                .sorted()
                .toList();
        boolean byRegion = gap.rows().stream()
                .anyMatch(row -> row.service().equals(service) && !row.area().isEmpty());
        if (years.isEmpty() || !byRegion) {
            throw new IllegalArgumentException("Shortfall of " + service + ", " + path.label() + ", from " + from
                    + ": got no supply by region, expected it stated by region or allocated");
        }
        double[][] demand = new double[years.size()][regions.size()];
        double[][] supply = new double[years.size()][regions.size()];
        for (int year = 0; year < demand.length; year++) {
            for (int region = 0; region < regions.size(); region++) {
                Gap.Balance balance = gap.at(service, regions.get(region).id(), path, years.get(year));
                demand[year][region] = balance.demand();
                supply[year][region] = balance.supply();
            }
        }
        return of(regions, years, demand, supply);
    }

    /**
     * The same with other weights.
     *
     * @param perRegion how much a unit missing in each region counts, 0 or more, above 0 somewhere
     */
    public Shortfall weighted(List<Double> perRegion) {
        if (perRegion.size() != regions.size()) {
            throw new IllegalArgumentException(
                    "Shortfall.weights: got " + perRegion.size() + ", expected " + regions.size() + ", one per region");
        }
        double[] own = new double[regions.size()];
        double sum = 0;
        for (int region = 0; region < own.length; region++) {
            own[region] = requireCount(
                    Objects.requireNonNull(perRegion.get(region)),
                    "weights, " + regions.get(region).id());
            sum += own[region];
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException("Shortfall.weights: got only 0, expected one above 0");
        }
        return new Shortfall(regions, years, demand, supply, own);
    }

    /** The regions. */
    public List<Region> regions() {
        return regions;
    }

    /** The years, ascending. */
    public List<Integer> years() {
        return years;
    }

    double weight(int region) {
        return weights[region];
    }

    double demand(int year, int region) {
        return demand[year][region];
    }

    /** Demand less supply; below 0 where there is more than is asked for. */
    double missing(int year, int region) {
        return demand[year][region] - supply[year][region];
    }

    int region(String id) {
        List<String> ids = regions.stream().map(Region::id).toList();
        if (!ids.contains(id)) {
            throw new IllegalArgumentException("Siting: got region " + id + ", expected one of " + ids);
        }
        return ids.indexOf(id);
    }

    /** The groups of regions, each with the positions of its own; a region without a group has none. */
    List<List<Integer>> groups() {
        List<String> names = regions.stream()
                .map(Region::group)
                .distinct()
                .filter(name -> !name.isEmpty())
                .toList();
        List<List<Integer>> groups = new ArrayList<>();
        for (String name : names) {
            List<Integer> own = new ArrayList<>();
            for (int region = 0; region < regions.size(); region++) {
                if (regions.get(region).group().equals(name)) {
                    own.add(region);
                }
            }
            groups.add(own);
        }
        return groups;
    }

    double demandOf(List<Integer> group) {
        double sum = 0;
        for (int year = 0; year < years.size(); year++) {
            for (int region : group) {
                sum += demand[year][region];
            }
        }
        return sum;
    }

    private static double[][] copy(String what, double[][] values, int years, List<Region> regions) {
        double[][] copy = new double[values.length][];
        for (int year = 0; year < values.length; year++) {
            copy[year] = values[year].clone();
            if (values.length != years || copy[year].length != regions.size()) {
                throw new IllegalArgumentException("Shortfall." + what + ": got " + values.length + " years of "
                        + copy[year].length + " regions, expected " + years + " of " + regions.size());
            }
            for (int region = 0; region < regions.size(); region++) {
                requireCount(
                        copy[year][region], what + ", " + regions.get(region).id());
            }
        }
        return copy;
    }

    private static double requireCount(double value, String what) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("Shortfall." + what + ": got " + value + ", expected 0 or more, finite");
        }
        return value;
    }
}
