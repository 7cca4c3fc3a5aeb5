package org.kapok.projection.ensemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.projection.Convention;
import org.kapok.projection.Convention.Migration;
import org.kapok.projection.ExternalMigration;
import org.kapok.projection.ProjectionInputs;
import org.kapok.projection.StatusTransition;
import org.kapok.projection.internal.BoundTable;

/** The inputs of an ensemble bound to its steps, once for all draws: per step rather than per year. */
final class LaneRates {
    final CellSpace space;
    final boolean even;
    final boolean closed; // nobody moves and nobody changes status
    final double[] base;
    final BoundTable dying;
    final BoundTable bearing; // births per woman at either end of a step
    final int firstLate; // the first age of late births
    final BoundTable srb;
    final BoundTable newborns;
    final BoundTable net; // half of the net migrants, where half joins at each end
    final BoundTable come;
    final BoundTable comeRate;
    final BoundTable goRate;
    final BoundTable leaving;
    final BoundTable share;
    final List<Change> changes = new ArrayList<>();

    /** A change of status, with its table bound. */
    record Change(int from, int to, BoundTable rate) {}

    LaneRates(ProjectionInputs inputs, Axis flowYears) {
        space = inputs.base().space();
        even = inputs.convention().migration() == Migration.EVEN;
        base = new double[space.size()];
        inputs.base().copyTo(base);
        double years = space.ages().uniformWidth();
        List<Axis> axes = new ArrayList<>(space.axes());
        axes.add(0, flowYears);
        dying = BoundTable.bind("survival", inputs.survival().map(ratio -> 1 - ratio), axes);
        bearing = BoundTable.bind("asfr", inputs.asfr().map(rate -> 0.5 * years * rate), axes);
        firstLate = FertilityTiming.firstLate(inputs);
        srb = BoundTable.bind("srb", inputs.srb(), axes);
        List<Axis> own = new ArrayList<>(axes);
        own.set(4, inputs.newbornStatus().axis(ProjectionInputs.CHILD_STATUS));
        newborns = BoundTable.bind("newbornStatus", inputs.newbornStatus(), own);
        Cube none = Cube.of(List.of(), 0);
        ExternalMigration external = inputs.external().orElseGet(() -> ExternalMigration.counts(none, none));
        net = BoundTable.bind("external", net(external).map(people -> 0.5 * years * people), axes);
        DoubleUnaryOperator perStep = rate -> years * rate;
        come = BoundTable.bind("external.arrivals", external.arrivals().map(perStep), axes);
        comeRate =
                BoundTable.bind("external.arrivalRate", external.arrivalRate().map(perStep), axes);
        goRate = BoundTable.bind(
                "external.departureRate", external.departureRate().map(perStep), axes);
        Cube out = inputs.internal().map(each -> each.outRate()).orElse(none);
        leaving = BoundTable.bind("outRate", out.map(perStep), axes);
        Cube destinations =
                inputs.internal().map(each -> each.destinationShare()).orElse(none);
        share = BoundTable.bind("destinationShare", destinations, axes);
        for (StatusTransition each : inputs.transitions()) {
            BoundTable rate =
                    BoundTable.bind("transition " + each.id(), each.rate().map(perStep), axes);
            changes.add(new Change(space.statusIndex(each.from()), space.statusIndex(each.to()), rate));
        }
        closed = inputs.external().isEmpty() && inputs.internal().isEmpty() && changes.isEmpty();
    }

    /** Arrivals less departures; the inputs have one of them a cell. */
    private static Cube net(ExternalMigration external) {
        List<Axis> union = new ArrayList<>(external.arrivals().axes());
        external.departures().axes().stream()
                .filter(axis -> !union.contains(axis))
                .forEach(union::add);
        double[] net = external.arrivals().along(union).toArray();
        double[] departures = external.departures().along(union).toArray();
        for (int cell = 0; cell < net.length; cell++) {
            net[cell] -= departures[cell];
        }
        return Cube.of(union, net);
    }

    /** Refuses what this loop does not do; a single projection does it all. */
    static void require(ProjectionInputs inputs) {
        Convention convention = inputs.convention();
        boolean known = convention.births() == Convention.Births.PRESENT
                && convention.openAge() == Convention.OpenAge.POOLED
                && (convention.migration() == Migration.EVEN
                        || convention.migration() == Migration.END && convention.rates() == Convention.Rates.SURVIVORS);
        if (!known) {
            throw new IllegalArgumentException("Ensemble: got convention " + convention.id() + ", expected "
                    + Convention.UN_WPP_2024.id() + " or " + Convention.UN_EVEN.id());
        }
        boolean pooled = inputs.internal()
                .map(each -> !each.destinationShare().has("origin")
                        && !each.destinationShare().has("corridor"))
                .orElse(true);
        boolean counted = inputs.external()
                .map(each -> convention.migration() == Migration.EVEN
                        ? isNothing(each.arrivalRate()) && isNothing(each.departureRate())
                        : isNothing(each.departures()))
                .orElse(true);
        boolean free = inputs.births().isEmpty()
                && inputs.transitions().stream().allMatch(each -> each.quota().isEmpty());
        if (!pooled || !counted || !free) {
            throw new IllegalArgumentException("Ensemble: got "
                    + (!pooled
                            ? "moves by origin and destination, expected a pool of moves"
                            : !counted
                                    ? "external migration that its convention limits to the people there are, expected"
                                            + " counts where half joins at each end and departure rates otherwise"
                                    : "births or changes of status of a fixed number, expected rates"));
        }
    }

    private static boolean isNothing(Cube cube) {
        return Arrays.stream(cube.toArray()).allMatch(value -> value == 0);
    }
}
