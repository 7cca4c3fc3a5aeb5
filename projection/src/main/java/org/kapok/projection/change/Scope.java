package org.kapok.projection.change;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.kapok.core.Axis;
import org.kapok.core.Cube;
import org.kapok.projection.CohortComponent;
import org.kapok.projection.ProjectionInputs;

/**
 * The people and years that a change is about.
 *
 * @param regions ids of regions or groups; empty for all
 * @param statuses ids; empty for all
 * @param from the first year of flows
 * @param to the last year of flows, included
 */
public record Scope(List<String> regions, List<String> statuses, int from, int to) {
    private static final int EVER = 9999;

    public Scope {
        regions = List.copyOf(regions);
        statuses = List.copyOf(statuses);
        if (to < from) {
            throw new IllegalArgumentException("Scope: got years " + from + " to " + to + ", expected them in order");
        }
    }

    /** Everybody, in all years. */
    public static Scope all() {
        return new Scope(List.of(), List.of(), 0, EVER);
    }

    /** Everybody, from a year on. */
    public static Scope since(int year) {
        return new Scope(List.of(), List.of(), year, EVER);
    }

    /** The same people, in these years only. */
    public Scope in(int from, int to) {
        return new Scope(regions, statuses, from, to);
    }

    /** The people of these regions or groups only, in the same years. */
    public Scope of(String... regions) {
        return new Scope(List.of(regions), statuses, from, to);
    }

    /** The years of flows until the last population. */
    static Axis years(ProjectionInputs inputs, int lastYear) {
        return CohortComponent.flowYears(
                inputs.base().date(), lastYear, inputs.base().space().ages().uniformWidth());
    }

    /** Refuses regions, statuses and years that there are not. */
    void check(String id, ProjectionInputs inputs, int lastYear) {
        List<Axis> cells = inputs.base().space().axes();
        List<String> areas = new ArrayList<>(inputs.base().space().groups());
        areas.addAll(cells.get(0).labels());
        require(id, "region", regions, areas);
        require(id, "status", statuses, cells.get(1).labels());
        List<String> years = years(inputs, lastYear).labels();
        if (years.stream().noneMatch(year -> covers(Integer.parseInt(year)))) {
            throw new IllegalArgumentException("Change " + id + ": got years " + from + " to " + to
                    + ", expected some from " + years.get(0) + " to " + years.get(years.size() - 1));
        }
    }

    private static void require(String id, String axis, List<String> wanted, List<String> known) {
        for (String label : wanted) {
            if (!known.contains(label)) {
                throw new IllegalArgumentException(
                        "Change " + id + ": got " + axis + " " + label + ", expected one of " + known);
            }
        }
    }

    private boolean covers(int year) {
        return year >= from && year <= to;
    }

    private boolean covers(ProjectionInputs inputs, int region) {
        var its = inputs.base().space().regions().get(region);
        return regions.isEmpty() || regions.contains(its.id()) || regions.contains(its.group());
    }

    /** Whether some people are in both in some year. */
    boolean overlaps(Scope other, ProjectionInputs inputs) {
        boolean sameYear = from <= other.to && other.from <= to;
        boolean sameStatus =
                statuses.isEmpty() || other.statuses.isEmpty() || !Collections.disjoint(statuses, other.statuses);
        boolean sameRegion = false;
        for (int region = 0; region < inputs.base().space().regions().size(); region++) {
            sameRegion |= covers(inputs, region) && other.covers(inputs, region);
        }
        return sameYear && sameStatus && sameRegion;
    }

    /**
     * Numbers within the scope, another outside it; over years, over region and status where the scope needs them, and
     * over the axes of the numbers.
     */
    Cube within(Cube inside, double outside, ProjectionInputs inputs, int lastYear) {
        return within(inside, Cube.of(List.of(), outside), inputs, lastYear);
    }

    /** One table within the scope, another outside it, over the axes that either needs; years first. */
    Cube within(Cube inside, Cube outside, ProjectionInputs inputs, int lastYear) {
        List<Axis> cells = inputs.base().space().axes();
        Axis years = years(inputs, lastYear);
        Cube in = ofYears(inside, years);
        Cube out = ofYears(outside, years);
        List<Axis> axes = new ArrayList<>(List.of(years));
        for (Axis axis : cells) {
            boolean scoped = axis.name().equals(Axis.REGION) && !regions.isEmpty()
                    || axis.name().equals(Axis.STATUS) && !statuses.isEmpty();
            if (scoped || in.has(axis.name()) || out.has(axis.name())) {
                axes.add(axis);
            }
        }
        Cube all = in.along(axes);
        Cube rest = out.along(axes);
        int region = axes.indexOf(cells.get(0));
        int status = axes.indexOf(cells.get(1));
        return Cube.generate(axes, at -> {
            boolean covered = covers(Integer.parseInt(years.labels().get(at[0])))
                    && (region < 0 || covers(inputs, at[region]))
                    && (status < 0
                            || statuses.isEmpty()
                            || statuses.contains(cells.get(1).labels().get(at[status])));
            return covered ? all.at(at) : rest.at(at);
        });
    }

    /** A table at these years, where it has others too. */
    private static Cube ofYears(Cube table, Axis years) {
        return !table.has(Axis.YEAR) || table.axis(Axis.YEAR).equals(years) ? table : table.ofLabels(years);
    }
}
