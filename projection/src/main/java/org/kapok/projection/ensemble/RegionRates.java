package org.kapok.projection.ensemble;

import java.util.ArrayList;
import java.util.List;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.core.Sex;
import org.kapok.projection.Convention;
import org.kapok.projection.ExternalMigration;
import org.kapok.projection.ProjectionInputs;
import org.kapok.projection.StatusTransition;
import org.kapok.projection.internal.BoundTable;

/** The tables of a projection of regions as rows, per step rather than per year. */
final class RegionRates {
    final boolean even;
    final RateRows dying;
    final RateRows bearing; // births per woman at either end of a step
    final RateRows leaving;
    final RateRows share;
    final RateRows come; // half of the net migrants where half joins at each end, arrivals otherwise
    final RateRows comeRate;
    final RateRows goRate;
    final List<Change> changes = new ArrayList<>();
    final BoundTable srb;
    final BoundTable newborns;

    private final boolean[] mothers; // by age reached

    /** A change of status. */
    record Change(int from, int to, RateRows rate) {}

    RegionRates(ProjectionInputs inputs, Axis flowYears) {
        CellSpace space = inputs.base().space();
        even = inputs.convention().migration() == Convention.Migration.EVEN;
        double years = space.ages().uniformWidth();
        List<Axis> axes = new ArrayList<>(space.axes());
        axes.add(0, flowYears);
        Cube none = Cube.of(List.of(), 0);
        dying = new RateRows("survival", inputs.survival().map(ratio -> 1 - ratio), axes);
        bearing = new RateRows("asfr", inputs.asfr().map(rate -> 0.5 * years * rate), axes);
        Cube out = inputs.internal().map(each -> each.outRate()).orElse(none);
        leaving = new RateRows("outRate", out.map(rate -> years * rate), axes);
        Cube part = inputs.internal().map(each -> each.destinationShare()).orElse(none);
        share = new RateRows("destinationShare", part, axes);
        ExternalMigration external = inputs.external().orElseGet(() -> ExternalMigration.counts(none, none));
        double joining = even ? 0.5 * years : years;
        Cube arrivals = external.arrivals().map(count -> joining * count);
        Cube departures = even ? external.departures().map(count -> joining * count) : none;
        come = new RateRows("external", arrivals, departures, axes);
        comeRate = new RateRows("external.arrivalRate", external.arrivalRate().map(rate -> years * rate), axes);
        goRate = new RateRows("external.departureRate", external.departureRate().map(rate -> years * rate), axes);
        for (StatusTransition each : inputs.transitions()) {
            RateRows rate = new RateRows("transition " + each.id(), each.rate().map(value -> years * value), axes);
            changes.add(new Change(space.statusIndex(each.from()), space.statusIndex(each.to()), rate));
        }
        srb = BoundTable.bind("srb", inputs.srb(), axes);
        List<Axis> own = new ArrayList<>(axes);
        own.set(4, inputs.newbornStatus().axis(ProjectionInputs.CHILD_STATUS));
        newborns = BoundTable.bind("newbornStatus", inputs.newbornStatus(), own);
        mothers = mothers(BoundTable.bind("asfr", inputs.asfr(), axes), axes);
    }

    /** The ages reached at which women of some region, status and year give birth. */
    private static boolean[] mothers(BoundTable asfr, List<Axis> axes) {
        boolean[] fertile = new boolean[axes.get(4).size()];
        for (int at = 0; at < asfr.values.length; at++) {
            fertile[at % fertile.length] |= asfr.values[at] != 0;
        }
        boolean[] mothers = new boolean[fertile.length];
        for (int age = 1; age < mothers.length; age++) {
            mothers[age] = fertile[age] || fertile[age - 1];
        }
        return mothers;
    }

    /** Whether women who reach an age may give birth in the step. */
    boolean bears(int age) {
        return mothers[age];
    }

    /** Births, per birth to mothers of a status, that are of a status and sex, times the factor of fertility. */
    double born(int year, int region, int mother, int child, int sex, double factor) {
        double males = srb.values[srb.at(year, region, mother, Sex.FEMALE.ordinal())];
        double given = newborns.values[newborns.at(year, 0, mother, 0) + child];
        return factor * given * (sex == Sex.FEMALE.ordinal() ? 1 : males) / (1 + males);
    }

    /** Makes ready the rates of a step. */
    void fill(int year, RegionFactors now) {
        dying.fill(year);
        bearing.fill(year);
        leaving.fill(year);
        comeRate.fill(year);
        goRate.fill(year);
        share.fill(year);
        for (int i = 0; i < changes.size(); i++) {
            changes.get(i).rate.fill(year);
        }
        if (even && now.arrivals() != now.departures()) {
            come.fill(year, now.arrivals(), now.departures());
        } else {
            come.fill(year);
        }
    }

    /** What the rows of those who come are still to be multiplied with. */
    double comeTimes(RegionFactors now) {
        return even && now.arrivals() != now.departures() ? 1 : now.arrivals();
    }
}
