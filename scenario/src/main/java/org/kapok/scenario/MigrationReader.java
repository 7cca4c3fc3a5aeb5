package org.kapok.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kapok.core.Axis;
import org.kapok.core.Cube;
import org.kapok.projection.ExternalMigration;
import org.kapok.projection.InternalMigration;
import org.kapok.scenario.table.Problems;

/** Reads movement across the outer border and between regions. */
final class MigrationReader {
    private static final List<String> GROSS = List.of("arrivals", "arrival_rate", "departures", "departure_rate");
    private static final List<String> NET = List.of("net", "net_rate", "net_total");
    private static final String EXTERNAL = "external";
    private static final String SHARES = "destination_share";

    private final Layers layers;
    private final List<Axis> axes; // year first
    private final Problems problems;
    private final QuantityReader quantities;

    MigrationReader(Layers layers, List<Axis> axes, Problems problems) {
        this.layers = layers;
        this.axes = List.copyOf(axes);
        this.problems = problems;
        this.quantities = new QuantityReader(layers, axes, problems);
    }

    /** Arrivals and departures in the one form that is stated. */
    Optional<ExternalMigration> external() {
        Optional<Layers.Found> stated = layers.optional(EXTERNAL);
        if (stated.isEmpty()) {
            return Optional.empty();
        }
        List<String> gross = stated(GROSS);
        List<String> net = stated(NET);
        if (gross.isEmpty() == net.isEmpty() || net.size() > 1) {
            List<String> both = new ArrayList<>(gross);
            both.addAll(net);
            stated.get()
                    .value()
                    .report("got " + (both.isEmpty() ? "none" : both) + ", expected any of " + GROSS + ", or one of "
                            + NET);
            return Optional.of(ExternalMigration.net(Cube.of(List.of(), 0)));
        }
        if (!net.isEmpty()) {
            return Optional.of(net(net.get(0)));
        }
        return Optional.of(new ExternalMigration(
                gross("arrivals"), gross("arrival_rate"), gross("departures"), gross("departure_rate")));
    }

    private ExternalMigration net(String key) {
        int before = problems.count();
        Cube numbers = quantities.signed().read(EXTERNAL, key);
        if (key.equals("net")) {
            return ExternalMigration.net(numbers);
        }
        if (key.equals("net_rate")) {
            return ExternalMigration.netRate(numbers);
        }
        Cube schedule = quantities.signed().read(EXTERNAL, "schedule");
        if (problems.count() > before) {
            return ExternalMigration.net(Cube.of(List.of(), 0));
        }
        try {
            return ExternalMigration.netSpread(numbers, schedule);
        } catch (IllegalArgumentException e) {
            layers.at(EXTERNAL, "schedule").value().report(e.getMessage());
            return ExternalMigration.net(Cube.of(List.of(), 0));
        }
    }

    private Cube gross(String key) {
        return layers.optional(EXTERNAL, key).isPresent() ? quantities.read(EXTERNAL, key) : Cube.of(List.of(), 0);
    }

    private List<String> stated(List<String> keys) {
        return keys.stream()
                .filter(key -> layers.optional(EXTERNAL, key).isPresent())
                .toList();
    }

    /** Moves between regions: shares of a pool, or, in a table with a column of origins, by origin. */
    Optional<InternalMigration> internal() {
        return layers.optional("internal").map(found -> {
            List<Axis> byOrigin = new ArrayList<>(axes);
            byOrigin.add(1, new Axis(InternalMigration.ORIGIN, axes.get(1).labels()));
            Cube shares = new QuantityReader(layers, byOrigin, problems)
                    .sparse(InternalMigration.ORIGIN)
                    .read("internal", SHARES);
            return new InternalMigration(quantities.read("internal", "out_rate"), shares);
        });
    }
}
