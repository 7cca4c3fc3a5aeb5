package org.kapok.demand;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kapok.core.Selection;
import org.kapok.projection.Projection;

/**
 * Why the need of a service differs from its norm, by year and region.
 *
 * <p>With g the growth of residents since the base date, {@code need(P, p, o)} the need of the people of year P under the
 * participation of year p and the occupancy of year o, and base year b:
 *
 * <pre>
 *   need - norm = (need(b) - norm(b)) g                        they differed at the base already
 *               + need(t, b, b) - need(b) g                    ages, sexes and statuses changed
 *               + need(t, t, b) - need(t, b, b)                participation changed
 *               + need(t, t, t) - need(t, t, b)                occupancy changed
 *               - (norm(t, b) - norm(b) g)                     the people whom the norm counts grew otherwise
 *               - (norm(t, t) - norm(t, b))                    the standard changed
 * </pre>
 *
 * @param rows by year, service and region; services with both paths only
 */
public record Explanation(List<Row> rows) {
    public Explanation {
        rows = List.copyOf(rows);
    }

    /** Compares norm and need of every service that has both. */
    public static Explanation of(Services services, Projection projection) {
        List<Row> rows = new ArrayList<>();
        double[] residents = projection.at(0).byRegion(Selection.residents());
        int base = projection.dates().get(0).getYear();
        Map<Demand.Of, double[]> atBase = services.of(People.of(projection.at(0)), base, base);
        for (int date = 0; date < projection.dates().size(); date++) {
            People people = People.of(projection.at(date));
            int year = people.date().getYear();
            double[] growth = people.count(Selection.residents());
            for (int region = 0; region < growth.length; region++) {
                growth[region] = residents[region] > 0 ? growth[region] / residents[region] : 1;
            }
            Evaluations all = new Evaluations(
                    atBase,
                    services.of(people, base, base),
                    services.of(people, year, base),
                    services.of(people, year, year));
            for (Service service : services.all()) {
                for (int region = 0; service.need().isPresent() && region < growth.length; region++) {
                    String id = projection.space().regions().get(region).id();
                    rows.add(all.row(year, service.id(), id, region, growth[region]));
                }
            }
        }
        return new Explanation(rows);
    }

    /** Demand of the base date; then of one date with everything, occupancy alone and nothing as at the base. */
    private record Evaluations(
            Map<Demand.Of, double[]> base,
            Map<Demand.Of, double[]> held,
            Map<Demand.Of, double[]> used,
            Map<Demand.Of, double[]> whole) {
        Row row(int year, String service, String id, int region, double growth) {
            Demand.Of norm = new Demand.Of(service, DemandPath.NORM);
            Demand.Of need = new Demand.Of(service, DemandPath.NEED);
            double needed = base.get(need)[region] * growth;
            double planned = base.get(norm)[region] * growth;
            Parts parts = new Parts(
                    needed - planned,
                    held.get(need)[region] - needed,
                    used.get(need)[region] - held.get(need)[region],
                    whole.get(need)[region] - used.get(need)[region],
                    planned - held.get(norm)[region],
                    held.get(norm)[region] - whole.get(norm)[region]);
            return new Row(year, service, id, whole.get(norm)[region], whole.get(need)[region], parts);
        }
    }

    /**
     * The difference of a service in a region and year.
     *
     * @param year the year of the reference date
     * @param service the id of the service
     * @param region the id of the region
     * @param norm what the plan's standard asks for
     * @param need what people use
     * @param parts what makes up {@code need - norm}
     */
    public record Row(int year, String service, String region, double norm, double need, Parts parts) {}

    /**
     * The parts of a difference, in the unit of the service; their sum is the difference.
     *
     * @param atBase the difference of the base year, grown with residents
     * @param structure of need by age, sex and status
     * @param participation by rates of use, take-up and shares
     * @param occupancy by how full units are
     * @param normPeople of the people whom the norm counts, against residents
     * @param standard by a changing standard
     */
    public record Parts(
            double atBase,
            double structure,
            double participation,
            double occupancy,
            double normPeople,
            double standard) {}
}
