package org.kapok.report.html;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;
import org.kapok.core.AgeGroups;
import org.kapok.core.CellSpace;
import org.kapok.core.Population;
import org.kapok.core.Selection;
import org.kapok.core.Sex;
import org.kapok.core.Status;
import org.kapok.projection.Projection;

/**
 * People by date, region, status, sex and age, as fine as a page can carry: single ages, or else groups of five years, or
 * else at every fifth date, or else of the whole place alone.
 */
final class PyramidData {
    private static final int MOST_CELLS = 250_000;
    private static final int GROUP = 5; // years
    private static final double MANY = 100_000; // persons, of whom no fractions are shown

    private final Projection projection;
    private final CellSpace space;
    private final int ageStep;
    private final int dateStep;
    private final boolean byRegion;

    PyramidData(Projection projection, ShownRegions shown) {
        this.projection = projection;
        this.space = projection.space();
        AgeGroups ages = space.ages();
        boolean grouped = ages.uniformWidth() < GROUP && ages.count() > GROUP && cells(1, 1, true) > MOST_CELLS;
        ageStep = grouped ? GROUP : 1;
        dateStep = cells(ageStep, 1, true) > MOST_CELLS ? GROUP : 1;
        byRegion = shown.areAll() && cells(ageStep, dateStep, true) <= MOST_CELLS;
    }

    private long cells(int ages, int dates, boolean regions) {
        return (long) space.profiles()
                / (regions ? 1 : space.regions().size())
                * (space.ages().count() / ages + 1)
                * (projection.dates().size() / dates + 1);
    }

    ObjectNode node() {
        ObjectNode node = Json.object();
        ArrayNode starts = node.putArray("ages");
        groups().forEach(age -> starts.add(space.ages().start(age)));
        List<Integer> dates = dates();
        ArrayNode shown = node.putArray("dates");
        dates.forEach(shown::add);
        node.put("byRegion", byRegion);
        ArrayNode byDate = node.putArray("persons");
        dates.forEach(date -> putRegions(projection.at(date), byDate.addArray()));
        return node;
    }

    /** The positions of the first ages of the groups shown. */
    private IntStream groups() {
        return IntStream.range(0, space.ages().count()).filter(age -> age % ageStep == 0);
    }

    private List<Integer> dates() {
        int last = projection.dates().size() - 1;
        return IntStream.rangeClosed(0, last)
                .filter(date -> date % dateStep == 0 || date == last)
                .boxed()
                .toList();
    }

    private void putRegions(Population population, ArrayNode byRegionNode) {
        int decimals = population.total(Selection.residents()) >= MANY ? 0 : 2;
        int regions = byRegion ? space.regions().size() : 1;
        for (int region = 0; region < regions; region++) {
            ArrayNode byStatus = byRegionNode.addArray();
            for (Status status : space.statuses()) {
                ArrayNode bySex = byStatus.addArray();
                for (Sex sex : Sex.values()) {
                    putAges(
                            ages(
                                    population,
                                    region,
                                    Selection.status(status.id()).of(sex)),
                            decimals,
                            bySex.addArray());
                }
            }
        }
    }

    private double[] ages(Population population, int region, Selection people) {
        if (byRegion) {
            return population.byAge(region, people);
        }
        double[] all = new double[space.ages().count()];
        for (int each = 0; each < space.regions().size(); each++) {
            double[] own = population.byAge(each, people);
            for (int age = 0; age < all.length; age++) {
                all[age] += own[age];
            }
        }
        return all;
    }

    private void putAges(double[] persons, int decimals, ArrayNode ages) {
        for (int first = 0; first < persons.length; first += ageStep) {
            double sum = 0;
            for (int age = first; age < Math.min(first + ageStep, persons.length); age++) {
                sum += persons[age];
            }
            ages.add(Json.number(sum, decimals));
        }
    }
}
