package org.kapok.projection.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.core.Population;
import org.kapok.core.Selection;
import org.kapok.core.Status;
import org.kapok.projection.CohortComponent;
import org.kapok.projection.Component;
import org.kapok.projection.Projection;
import org.kapok.projection.Projection.Flow;
import org.kapok.projection.ProjectionInputs;

/** Finds the factors on arrivals and departures that lead to {@link HousingTargets}, step after step. */
final class HousingSteps {
    private static final double CLOSE = 1e-12; // of all people and migrants concerned; targets hold to 1e-9
    private static final int ROUNDS = 500; // each takes the rest down by the share who move on or die, 0.1 as a rule
    private static final Component ARRIVALS = new Component(Component.Kind.ARRIVALS, "");
    private static final Component DEPARTURES = new Component(Component.Kind.DEPARTURES, "");

    private final String name;
    private final ProjectionInputs inputs;
    private final HousingTargets targets;
    private final CellSpace space;
    private final int regions;

    HousingSteps(String id, ProjectionInputs inputs, HousingTargets targets) {
        this.name = "Housing " + id;
        this.inputs = inputs;
        this.targets = targets;
        space = inputs.base().space();
        regions = space.regions().size();
    }

    /** A step, and the factors that made it what it is; shape [region]. */
    private record Solved(Projection step, double[] up, double[] down, GrossFlows[] trend, GrossFlows[] flows) {}

    HousingResult solve() {
        Axis years = targets.trend().flowYears();
        double[][] up = new double[years.size()][];
        double[][] down = new double[years.size()][];
        List<HousingOutcome> outcomes = new ArrayList<>();
        Population people = inputs.base();
        for (int step = 0; step < years.size(); step++) {
            Solved solved = solve(people, step);
            up[step] = solved.up;
            down[step] = solved.down;
            for (int region = 0; region < regions; region++) {
                if (targets.changes(region)) {
                    outcomes.add(targets.outcome(step + 1, region, solved.flows[region], solved.trend[region]));
                }
            }
            double[] persons = new double[space.size()];
            solved.step.at(1).copyTo(persons);
            people = Population.of(space, targets.trend().dates().get(step + 1), persons);
        }
        return new HousingResult(scaled(inputs, years, up, down), outcomes);
    }

    /** Seeks the factors of one step, from those of the trend on: what is still missing is added to the net. */
    private Solved solve(Population people, int step) {
        ProjectionInputs from = inputs.withBase(people);
        Axis year =
                new Axis(Axis.YEAR, List.of(targets.trend().flowYears().labels().get(step)));
        double[] up = ones();
        double[] down = ones();
        Projection projection = project(from);
        GrossFlows[] trend = flows(projection);
        requireFlows(trend, year);
        for (int round = 0; round < ROUNDS; round++) {
            GrossFlows[] flows = flows(projection);
            double[] residents = projection.at(1).byRegion(Selection.residents());
            boolean close = true;
            for (int region = 0; region < regions; region++) {
                if (!targets.changes(region)) {
                    continue;
                }
                double target = targets.target(step + 1, region);
                double missing = target - residents[region];
                GrossFlows wanted = trend[region].withNet(flows[region].net() + missing);
                double within = CLOSE * (target + flows[region].in() + flows[region].out());
                close &= Math.abs(missing) <= within && Math.abs(wanted.in() - flows[region].in()) <= within;
                up[region] *= wanted.in() / flows[region].in();
                down[region] *= wanted.out() / flows[region].out();
            }
            projection = project(from, year, up, down);
            if (close) {
                return new Solved(projection, up, down, trend, flows(projection));
            }
        }
        throw new IllegalArgumentException(name + ", year " + year.labels().get(0)
                + ": got no factors on arrivals and departures that lead to the targets after " + ROUNDS
                + " rounds, expected some; too many who come move on or die in the step");
    }

    private Projection project(ProjectionInputs from) {
        int width = space.ages().uniformWidth();
        return CohortComponent.project(from, from.base().date().getYear() + width);
    }

    /** Arrivals and departures of residents by region. */
    private GrossFlows[] flows(Projection step) {
        double[] in = ofResidents(step.flows(Flow.ARRIVALS));
        double[] out = ofResidents(step.flows(Flow.DEPARTURES));
        GrossFlows[] flows = new GrossFlows[regions];
        for (int region = 0; region < regions; region++) {
            flows[region] = new GrossFlows(in[region], out[region]);
        }
        return flows;
    }

    private double[] ofResidents(Cube flow) {
        double[] persons = flow.toArray(); // of one year, in the order of the cells
        double[] sums = new double[regions];
        int ofStatus = persons.length / regions / space.statuses().size();
        for (int cell = 0; cell < persons.length; cell++) {
            int status = cell / ofStatus % space.statuses().size();
            sums[cell / ofStatus / space.statuses().size()] +=
                    space.statuses().get(status).resident() ? persons[cell] : 0;
        }
        return sums;
    }

    private void requireFlows(GrossFlows[] trend, Axis year) {
        for (int region = 0; region < regions; region++) {
            if (targets.changes(region) && !(trend[region].in() > 0 && trend[region].out() > 0)) {
                throw new IllegalArgumentException(
                        name + ", region " + space.regions().get(region).id() + ", year "
                                + year.labels().get(0) + ": got " + trend[region].in() + " arrivals and "
                                + trend[region].out() + " departures in the trend, expected both above 0");
            }
        }
    }

    /** A step with factors on arrivals and departures, shape [region]. */
    private Projection project(ProjectionInputs from, Axis year, double[] up, double[] down) {
        try {
            return project(scaled(from, year, new double[][] {up}, new double[][] {down}));
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException(
                    name + ", year " + year.labels().get(0) + ": got a target that migration cannot reach; "
                            + refused.getMessage(),
                    refused);
        }
    }

    /** Inputs with factors on the arrivals and departures of residents, shape [year][region]. */
    private ProjectionInputs scaled(ProjectionInputs from, Axis years, double[][] up, double[][] down) {
        return DEPARTURES.scale(ARRIVALS.scale(from, factors(years, up)), factors(years, down));
    }

    private Cube factors(Axis years, double[][] factors) {
        List<Axis> axes = space.axes();
        if (space.statuses().stream().allMatch(Status::resident)) {
            return Cube.generate(List.of(years, axes.get(0)), at -> factors[at[0]][at[1]]);
        }
        return Cube.generate(List.of(years, axes.get(0), axes.get(1)), at -> {
            boolean resident = space.statuses().get(at[2]).resident();
            return resident ? factors[at[0]][at[1]] : 1;
        });
    }

    private double[] ones() {
        double[] ones = new double[regions];
        Arrays.fill(ones, 1);
        return ones;
    }
}
