package org.kapok.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.kapok.core.CellSpace;
import org.kapok.core.Population;
import org.kapok.core.Selection;
import org.kapok.core.Status;

/**
 * A way to count people: residents (常住), registered (户籍), or one status.
 *
 * @param id {@code resident}, {@code registered} or {@code status:} and the id of a status
 * @param selection the people it counts
 */
public record Measure(String id, Selection selection) {
    /** The id of residents. */
    public static final String RESIDENT = "resident";

    /** The id of registered people, wherever they live. */
    public static final String REGISTERED = "registered";

    /** What tells the status of registered people who are present from the measure of all registered people. */
    private static final String STATUS_PREFIX = "status:";

    public Measure {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(selection, "selection");
    }

    /** Every measure of some cells: residents, registered, then {@code status:ID} for each status. */
    public static List<Measure> of(CellSpace space) {
        List<Measure> measures = new ArrayList<>();
        measures.add(new Measure(RESIDENT, Selection.residents()));
        measures.add(new Measure(REGISTERED, Selection.registered()));
        for (Status status : space.statuses()) {
            measures.add(new Measure(STATUS_PREFIX + status.id(), Selection.status(status.id())));
        }
        return List.copyOf(measures);
    }

    /** Selected people of a region, a group, or everywhere where the area is empty. */
    static double in(Population population, String area, Selection selection) {
        if (area.isEmpty()) {
            return population.total(selection);
        }
        if (population.space().groups().contains(area)) {
            return population.total(selection, area);
        }
        List<String> regions =
                population.space().regions().stream().map(region -> region.id()).toList();
        return population.byRegion(selection)[regions.indexOf(area)];
    }
}
