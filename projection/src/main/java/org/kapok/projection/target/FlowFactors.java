package org.kapok.projection.target;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.projection.Component;
import org.kapok.projection.Projection;
import org.kapok.projection.Projection.Flow;
import org.kapok.projection.ProjectionInputs;
import org.kapok.projection.StatusTransition;

/** All parameters of a solution: the logarithms of the factors of every free flow, their limits and what they cost. */
final class FlowFactors {
    /** The change of all free flows that costs as much as a soft target missed by its tolerance. */
    static final double UNIT = 0.1;

    private final FreeFlows settings;
    private final List<FactorBlock> blocks = new ArrayList<>();
    private final List<Integer> firsts = new ArrayList<>();
    private final int size;
    private final double scale;

    /** Parameters for the steps of a projection on trend. */
    FlowFactors(FreeFlows settings, Projection trend) {
        this.settings = settings;
        int first = 0;
        double persons = 0;
        for (FreeFlow flow : settings.flows()) {
            FactorBlock block = new FactorBlock(flow, trend.space(), trendFlow(flow.component(), trend));
            blocks.add(block);
            firsts.add(first);
            first += block.size();
            persons += block.trend();
        }
        size = first;
        if (!(persons > 0)) {
            throw new IllegalArgumentException("FreeFlows: got flows of nobody on trend, expected some people");
        }
        scale = 1 / (UNIT * UNIT * persons);
    }

    /** Persons of a component on trend, by year of flows and any of region, status, sex and age. */
    private static Cube trendFlow(Component component, Projection trend) {
        return switch (component.kind()) {
            case FERTILITY -> trend.birthsByMother();
            case MORTALITY -> trend.flows(Flow.DEATHS);
            case ARRIVALS -> trend.flows(Flow.ARRIVALS);
            case DEPARTURES -> trend.flows(Flow.DEPARTURES);
            case MOVES -> trend.flows(Flow.MOVES_OUT);
            case TRANSITION -> trend.transitions(component.transition());
            case RURAL_SHARE -> ruralResidents(trend);
        };
    }

    private static Cube ruralResidents(Projection trend) {
        CellSpace space = trend.space();
        List<Axis> cells = space.axes().subList(0, 2);
        Cube people = trend.populations().sumOver(Axis.AGE).sumOver(Axis.SEX);
        Cube shares = trend.inputs().ruralShare().orElseThrow();
        List<Axis> axes = new ArrayList<>(people.axes());
        Cube share = (shares.has(Axis.YEAR) ? shares.ofLabels(axes.get(0)) : shares).along(axes);
        axes.set(0, trend.flowYears());
        return Cube.generate(axes, index -> {
            boolean resident = space.statuses().get(index[2]).resident();
            int date = index[0] + 1;
            return resident ? people.at(date, index[1], index[2]) * share.at(date, index[1], index[2]) : 0;
        });
    }

    int size() {
        return size;
    }

    /** Whether each parameter acts on anybody. */
    boolean[] acting() {
        boolean[] acting = new boolean[size];
        for (int b = 0; b < blocks.size(); b++) {
            for (int i = 0; i < blocks.get(b).size(); i++) {
                acting[firsts.get(b) + i] = blocks.get(b).atKnot(i) > 0;
            }
        }
        return acting;
    }

    /** The logarithms of the least factors, or of the greatest, which no rate may exceed. */
    double[] limits(boolean greatest, ProjectionInputs inputs) {
        double[] limits = new double[size];
        for (int b = 0; b < blocks.size(); b++) {
            FreeFlow flow = blocks.get(b).flow;
            double limit = greatest ? Math.min(flow.most(), mostOf(flow.component(), inputs)) : flow.least();
            Arrays.fill(limits, firsts.get(b), firsts.get(b) + blocks.get(b).size(), StrictMath.log(limit));
        }
        return limits;
    }

    /** The factor at which a rate would take everybody. */
    private static double mostOf(Component component, ProjectionInputs inputs) {
        double everybody = 1.0 / inputs.base().space().ages().uniformWidth();
        return switch (component.kind()) {
            case DEPARTURES ->
                everybody / largest(inputs.external().orElseThrow().departureRate());
            case MOVES -> everybody / largest(inputs.internal().orElseThrow().outRate());
            case TRANSITION -> everybody / largestLeaving(component, inputs.transitions());
            case RURAL_SHARE -> 1 / largest(inputs.ruralShare().orElseThrow());
            default -> Double.POSITIVE_INFINITY;
        };
    }

    private static double largestLeaving(Component component, List<StatusTransition> transitions) {
        String from = "";
        for (StatusTransition transition : transitions) {
            from = transition.id().equals(component.transition()) ? transition.from() : from;
        }
        double sum = 0;
        for (StatusTransition transition : transitions) {
            sum += transition.from().equals(from) ? largest(transition.rate()) : 0;
        }
        return sum;
    }

    private static double largest(Cube cube) {
        return Arrays.stream(cube.toArray()).max().orElse(0);
    }

    /** Adds the gradient and the curvature of what a change costs. */
    void addCost(double[] parameters, double[] gradient, double[][] curvature) {
        for (int b = 0; b < blocks.size(); b++) {
            int first = firsts.get(b);
            blocks.get(b).addCost(parameters, first, scale, gradient, curvature);
            blocks.get(b).addRoughness(parameters, first, scale * settings.smoothness(), gradient, curvature);
        }
    }

    /** How much flows change, see {@link Solution#change}: the root of the mean squared logarithm, for small changes. */
    double change(double[] parameters) {
        double deviance = 0;
        for (int b = 0; b < blocks.size(); b++) {
            deviance += blocks.get(b).deviance(parameters, firsts.get(b));
        }
        return Math.sqrt(2 * deviance * scale) * UNIT;
    }

    /** The factors over some years of flows, those after the last solved included; one for each component. */
    List<Factor> factors(double[] parameters, Axis flowYears) {
        Map<Component, Cube> factors = new LinkedHashMap<>();
        for (int b = 0; b < blocks.size(); b++) {
            Cube factor = blocks.get(b).factor(parameters, firsts.get(b), flowYears, settings);
            factors.merge(blocks.get(b).flow.component(), factor, Cube::times);
        }
        List<Factor> all = new ArrayList<>();
        factors.forEach((component, factor) -> all.add(new Factor(component, factor)));
        return all;
    }

    /** The factor of the free flow that a parameter is of, with only this parameter off 0. */
    Factor bump(int parameter, double by, Axis flowYears) {
        int b = block(parameter);
        double[] one = new double[size];
        one[parameter] = by;
        return new Factor(
                blocks.get(b).flow.component(), blocks.get(b).factor(one, firsts.get(b), flowYears, settings));
    }

    /** The step whose flows a parameter changes. */
    int step(int parameter) {
        int b = block(parameter);
        return blocks.get(b).step(parameter - firsts.get(b));
    }

    private int block(int parameter) {
        int b = 0;
        while (b + 1 < firsts.size() && firsts.get(b + 1) <= parameter) {
            b++;
        }
        return b;
    }
}
