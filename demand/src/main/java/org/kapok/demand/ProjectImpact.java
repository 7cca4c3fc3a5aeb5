package org.kapok.demand;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.core.Population;

/**
 * What new homes in one region ask of every service there.
 *
 * <p>The homes bring {@code homes x occupied x people per home} people of the region's own mix of status, sex and age,
 * or of another mix; demand is computed with and without them. A service is flagged where its utilisation, demand over
 * supply, rises by 0.05 or more and reaches 1 or more.
 *
 * @param region the id of the region
 * @param date when they are lived in
 * @param people who moves in
 * @param rows by service and path
 * @see "City of New York (2021), CEQR Technical Manual, ch. 6, Community facilities"
 */
public record ProjectImpact(String region, LocalDate date, double people, List<Row> rows) {
    /** The rise of utilisation that matters. */
    private static final double RISE = 0.05;

    public ProjectImpact {
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(date, "date");
        rows = List.copyOf(rows);
    }

    /**
     * The impact of homes.
     *
     * @param population the people without them, at the date
     * @param mix the proportions of who moves in, over status, sex and age, 0 or more
     */
    public static ProjectImpact of(Homes homes, Population population, Cube mix, Services services, Supply supply) {
        CellSpace space = population.space();
        int region = space.axes().get(0).indexOf(homes.region());
        Population with = with(homes, population, mix, region);
        Map<Demand.Of, double[]> before = services.demandOf(population);
        Map<Demand.Of, double[]> after = services.demandOf(with);
        List<Row> rows = new ArrayList<>();
        for (Service service : services.all()) {
            OptionalDouble units = supply.isByRegion(service.id())
                    ? OptionalDouble.of(supply.unitsAt(service.id(), homes.region(), population.date()))
                    : OptionalDouble.empty();
            for (DemandPath path : DemandPath.values()) {
                if (service.model(path).isPresent()) {
                    Demand.Of of = new Demand.Of(service.id(), path);
                    rows.add(new Row(service.id(), path, before.get(of)[region], after.get(of)[region], units));
                }
            }
        }
        return new ProjectImpact(homes.region(), population.date(), homes.people(), rows);
    }

    /** The mix of the people of a region, over status, sex and age. */
    public static Cube mixOf(Population population, String region) {
        return population.toCube().select(Axis.REGION, region);
    }

    private static Population with(Homes homes, Population population, Cube mix, int region) {
        double[] persons = new double[population.space().size()];
        population.copyTo(persons);
        double[] parts = mix.toArray();
        double all = mix.total();
        int cells = persons.length / population.space().regions().size();
        if (parts.length != cells || !(all > 0)) {
            throw new IllegalArgumentException("ProjectImpact.mix: got " + parts.length + " cells that add up to " + all
                    + ", expected " + cells + " with people in them");
        }
        for (int cell = 0; cell < cells; cell++) {
            persons[region * cells + cell] += homes.people() * parts[cell] / all;
        }
        return Population.of(population.space(), population.date(), persons);
    }

    /**
     * New homes.
     *
     * @param region the id of the region
     * @param homes how many, above 0
     * @param occupied the share that is lived in, above 0, to 1
     * @param size people per home, above 0
     */
    public record Homes(String region, double homes, double occupied, double size) {
        public Homes {
            Objects.requireNonNull(region, "region");
            Ratio.requirePer(homes, "Homes.homes");
            Ratio.requirePer(size, "Homes.size");
            if (!(occupied > 0 && occupied <= 1)) {
                throw new IllegalArgumentException("Homes.occupied: got " + occupied + ", expected above 0, to 1");
            }
        }

        /** Who moves in, persons. */
        public double people() {
            return homes * occupied * size;
        }
    }

    /**
     * The impact on a service.
     *
     * @param service the id of the service
     * @param path how demand is found
     * @param before demand in the region without the homes
     * @param after demand with them
     * @param supply what is open there; none where supply is not known by region
     */
    public record Row(String service, DemandPath path, double before, double after, OptionalDouble supply) {
        public Row {
            Objects.requireNonNull(supply, "supply");
        }

        /** The rise of utilisation, where there is supply. */
        public OptionalDouble rise() {
            return hasSupply() ? OptionalDouble.of((after - before) / supply.getAsDouble()) : OptionalDouble.empty();
        }

        /** Whether the homes overload the service: utilisation up by 0.05 or more, and at 1 or more. */
        public boolean flagged() {
            return hasSupply() && rise().getAsDouble() >= RISE && after / supply.getAsDouble() >= 1;
        }

        private boolean hasSupply() {
            return supply.isPresent() && supply.getAsDouble() > 0;
        }
    }
}
