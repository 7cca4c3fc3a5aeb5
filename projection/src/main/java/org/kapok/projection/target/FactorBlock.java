package org.kapok.projection.target;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kapok.core.AgeGroups;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.core.Region;
import org.kapok.core.Sex;

/**
 * The factors of one free flow. Its parameters are logarithms of factors: for each unit and year one for each knot, the
 * knots running fastest.
 *
 * <p>The cost of a change is the Poisson deviance of the changed flow against the trend's: summed over cells with
 * {@code b} persons on trend and logarithm {@code t} of their factor, half of it is {@code b (e^t (t - 1) + 1)}. Its
 * least under a given net flow is the closed form by which gross flows are re-solved jointly.
 *
 * @see "Greater London Authority (2024), 2022-based housing-led population projections"
 */
final class FactorBlock {
    final FreeFlow flow;
    final int years;
    private final int knots;
    private final CellSpace space;
    private final int[] units; // [region][status][sex]: the unit, -1 where the flow is not free
    private final List<String> unitNames;
    private final int[] lower; // [age]: the knot below
    private final double[] upperShare; // [age]: the share of the knot above
    private final double[] trend; // [unit][year][age]: persons

    FactorBlock(FreeFlow flow, CellSpace space, Cube trendFlow) {
        this.flow = flow;
        this.space = space;
        this.years = trendFlow.axis(Axis.YEAR).size();
        this.knots = Math.max(1, flow.ages().size());
        AgeGroups ages = space.ages();
        lower = new int[ages.count()];
        upperShare = new double[ages.count()];
        for (int age = 0; age < lower.length; age++) {
            layKnots(age, ages.start(age));
        }
        Map<String, Integer> named = new LinkedHashMap<>();
        units = new int[space.profiles()];
        for (int profile = 0; profile < units.length; profile++) {
            String unit = unit(profile);
            units[profile] = unit == null ? -1 : named.computeIfAbsent(unit, any -> named.size());
        }
        unitNames = List.copyOf(named.keySet());
        trend = new double[unitNames.size() * years * ages.count()];
        gather(trendFlow);
    }

    private void layKnots(int age, int start) {
        List<Integer> at = flow.ages();
        while (lower[age] + 1 < at.size() && start >= at.get(lower[age] + 1)) {
            lower[age]++;
        }
        if (lower[age] + 1 < at.size() && start > at.get(lower[age])) {
            double width = at.get(lower[age] + 1) - at.get(lower[age]);
            upperShare[age] = (start - at.get(lower[age])) / width;
        }
    }

    private String unit(int profile) {
        int statuses = space.statuses().size();
        String status = space.statuses().get(profile / 2 % statuses).id();
        if (!flow.statuses().isEmpty() && !flow.statuses().contains(status)) {
            return null;
        }
        Region region = space.regions().get(profile / 2 / statuses);
        List<String> names = new ArrayList<>();
        for (String by : flow.by()) {
            names.add(
                    switch (by) {
                        case FreeFlow.GROUP -> region.group();
                        case Axis.REGION -> region.id();
                        case Axis.STATUS -> status;
                        default -> Sex.values()[profile % 2].label();
                    });
        }
        return String.join(" ", names);
    }

    /** Adds up the trend's persons by unit, year and age; axes that the flow lacks count at their first label. */
    private void gather(Cube trendFlow) {
        List<Axis> axes = trendFlow.axes();
        int[] position = new int[5];
        List<String> all = List.of(Axis.YEAR, Axis.REGION, Axis.STATUS, Axis.SEX, Axis.AGE);
        double[] persons = trendFlow.toArray();
        for (int cell = 0; cell < persons.length; cell++) {
            int rest = cell;
            Arrays.fill(position, 0);
            for (int i = axes.size() - 1; i >= 0; i--) {
                position[all.indexOf(axes.get(i).name())] = rest % axes.get(i).size();
                rest /= axes.get(i).size();
            }
            int unit = units[(position[1] * space.statuses().size() + position[2]) * 2 + position[3]];
            if (unit >= 0) {
                trend[(unit * years + position[0]) * lower.length + position[4]] += persons[cell];
            }
        }
    }

    /** The number of parameters. */
    int size() {
        return unitNames.size() * years * knots;
    }

    /** The step whose flows a parameter changes. */
    int step(int parameter) {
        return parameter / knots % years;
    }

    /** Persons of the trend in all cells. */
    double trend() {
        double sum = 0;
        for (double persons : trend) {
            sum += persons;
        }
        return sum;
    }

    /** Half the deviance. */
    double deviance(double[] parameters, int first) {
        double sum = 0;
        for (int row = 0; row < trend.length; row++) {
            int age = row % lower.length;
            double log = logFactor(parameters, first + row / lower.length * knots + lower[age], upperShare[age]);
            sum += trend[row] * (StrictMath.exp(log) * (log - 1) + 1);
        }
        return sum;
    }

    /** Adds the gradient and the curvature of half the deviance, by stiffness; parameters start at {@code first}. */
    void addCost(double[] parameters, int first, double scale, double[] gradient, double[][] curvature) {
        int ages = lower.length;
        for (int row = 0; row < trend.length; row++) {
            double persons = trend[row] * flow.stiffness() * scale;
            if (persons == 0) {
                continue;
            }
            int age = row % ages;
            int below = first + row / ages * knots + lower[age];
            double share = upperShare[age];
            double log = logFactor(parameters, below, share);
            double factor = StrictMath.exp(log);
            add(below, share, persons * factor * log, persons * factor, gradient, curvature);
        }
    }

    private static void add(
            int below, double share, double slope, double bend, double[] gradient, double[][] curvature) {
        gradient[below] += (1 - share) * slope;
        curvature[below][below] += (1 - share) * (1 - share) * bend;
        if (share > 0) {
            gradient[below + 1] += share * slope;
            curvature[below + 1][below + 1] += share * share * bend;
            curvature[below][below + 1] += share * (1 - share) * bend;
            curvature[below + 1][below] += share * (1 - share) * bend;
        }
    }

    private static double logFactor(double[] parameters, int below, double share) {
        return share == 0 ? parameters[below] : (1 - share) * parameters[below] + share * parameters[below + 1];
    }

    /** Adds the gradient and the curvature of the cost of changes from year to year. */
    void addRoughness(double[] parameters, int first, double scale, double[] gradient, double[][] curvature) {
        for (int later = knots; later < size(); later++) {
            if (later / knots % years == 0) {
                continue; // the first year of a unit
            }
            double weight = scale * flow.stiffness() * (atKnot(later) + atKnot(later - knots)) / 2;
            int i = first + later;
            int j = i - knots;
            double change = parameters[i] - parameters[j];
            gradient[i] += weight * change;
            gradient[j] -= weight * change;
            curvature[i][i] += weight;
            curvature[j][j] += weight;
            curvature[i][j] -= weight;
            curvature[j][i] -= weight;
        }
    }

    /** Persons of the trend that a parameter acts on. */
    double atKnot(int parameter) {
        int row = parameter / knots;
        int knot = parameter % knots;
        double sum = 0;
        for (int age = 0; age < lower.length; age++) {
            double share = lower[age] == knot ? 1 - upperShare[age] : lower[age] + 1 == knot ? upperShare[age] : 0;
            sum += share * trend[row * lower.length + age];
        }
        return sum;
    }

    /** The factors of parameters that start at {@code first}; in years after those solved, what is left of the last. */
    Cube factor(double[] parameters, int first, Axis flowYears, FreeFlows settings) {
        List<Axis> cells = space.axes();
        List<Axis> axes = new ArrayList<>(List.of(flowYears));
        boolean byRegion = flow.by().contains(FreeFlow.GROUP) || flow.by().contains(Axis.REGION);
        boolean byStatus = flow.by().contains(Axis.STATUS) || !flow.statuses().isEmpty();
        int[] at = {axes.size(), 0, 0, 0};
        at[0] = byRegion ? put(axes, cells.get(0)) : -1;
        at[1] = byStatus ? put(axes, cells.get(1)) : -1;
        at[2] = flow.by().contains(Axis.SEX) ? put(axes, cells.get(2)) : -1;
        at[3] = knots > 1 ? put(axes, cells.get(3)) : -1;
        return Cube.generate(axes, index -> {
            int region = at[0] < 0 ? 0 : index[at[0]];
            int status = at[1] < 0 ? 0 : index[at[1]];
            int unit = units[(region * space.statuses().size() + status) * 2 + (at[2] < 0 ? 0 : index[at[2]])];
            if (unit < 0) {
                return 1;
            }
            int age = at[3] < 0 ? 0 : index[at[3]];
            int year = Math.min(index[0], years - 1);
            double left = index[0] < years ? 1 : settings.left(index[0] - years + 1);
            int below = first + (unit * years + year) * knots + lower[age];
            double log = left * logFactor(parameters, below, upperShare[age]);
            return log == 0 ? 1 : StrictMath.exp(log);
        });
    }

    private static int put(List<Axis> axes, Axis axis) {
        axes.add(axis);
        return axes.size() - 1;
    }
}
