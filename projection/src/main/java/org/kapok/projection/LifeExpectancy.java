package org.kapok.projection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;

/**
 * Life expectancy at birth, read back from survival ratios: with a radix of one birth a year the stationary population
 * aged {@code x} is the product of the ratios to {@code x}, and all of it together is the life expectancy.
 *
 * @see "Preston, Heuveline and Guillot (2001), Demography: Measuring and Modeling Population Processes, sections 3.10
 *     and 6.3"
 */
public final class LifeExpectancy {
    private LifeExpectancy() {}

    /**
     * Years at birth in a year of flows.
     *
     * @param year a label of the years of flows
     * @return over region, status and sex
     */
    public static Cube of(ProjectionInputs inputs, String year) {
        CellSpace space = inputs.base().space();
        return of(
                inputs, survival -> at(survival, Axis.YEAR, year), space.axes().subList(0, 3));
    }

    /**
     * The same in one region.
     *
     * @param region its id
     * @return over status and sex
     */
    public static Cube of(ProjectionInputs inputs, String year, String region) {
        CellSpace space = inputs.base().space();
        return of(
                inputs,
                survival -> at(at(survival, Axis.REGION, region), Axis.YEAR, year),
                List.of(Axis.statuses(space.statuses()), Axis.sexes()));
    }

    private static Cube of(ProjectionInputs inputs, UnaryOperator<Cube> part, List<Axis> cells) {
        Cube survival = part.apply(inputs.survival());
        List<Axis> own = new ArrayList<>();
        for (Axis axis : cells) {
            if (survival.has(axis.name())) {
                own.add(axis);
            }
        }
        Cube incumbents = inputs.openAgeSurvival().map(part).orElse(null);
        if (incumbents != null) {
            incumbents.axes().stream().filter(axis -> !own.contains(axis)).forEach(own::add);
        }
        Axis ages = Axis.ages(inputs.base().space().ages());
        List<Axis> all = new ArrayList<>(own);
        all.add(ages);
        double[] ratios = survival.along(all).toArray();
        double[] openAge = incumbents == null ? null : incumbents.along(own).toArray();
        double[] years = new double[ratios.length / ages.size()];
        double width = inputs.base().space().ages().uniformWidth();
        for (int profile = 0; profile < years.length; profile++) {
            int at = profile * ages.size();
            double open = openAge == null ? ratios[at + ages.size() - 1] : openAge[profile];
            years[profile] = width * of(Arrays.copyOfRange(ratios, at, at + ages.size()), open, 1);
        }
        return Cube.of(own, years).along(cells);
    }

    /**
     * Life expectancy at birth when every hazard is multiplied, in widths of an age group.
     *
     * @param ratios survival ratios by the age survived into, the last of those who enter the open age
     * @param incumbents the ratio of those already in it
     * @param hazards the factor on every hazard; 1 for the ratios as they are
     */
    public static double of(double[] ratios, double incumbents, double hazards) {
        double alive = 1;
        double sum = 0;
        for (int age = 0; age < ratios.length - 1; age++) {
            alive *= power(ratios[age], hazards);
            sum += alive;
        }
        // The open group is fed by the group before it and loses its dead: T = s L + i T.
        return sum + alive * power(ratios[ratios.length - 1], hazards) / (1 - power(incumbents, hazards));
    }

    /** StrictMath gives the same bits on every JDK. */
    private static double power(double ratio, double hazards) {
        return hazards == 1 ? ratio : StrictMath.pow(ratio, hazards);
    }

    private static Cube at(Cube table, String axis, String label) {
        return table.has(axis) ? table.select(axis, label) : table;
    }
}
