package org.kapok.core.graduation;

import java.util.List;
import java.util.Objects;
import org.kapok.core.AgeGroups;
import org.kapok.core.Axis;
import org.kapok.core.Cube;

/**
 * A way to split counts in age groups into single years or finer groups, each group keeping its total.
 *
 * <p>Every way works on single years and adds them up to the groups wanted. {@link #uniform()}, {@link #monotone()},
 * {@link #byStandard} and {@link #compositeLink()} take groups of any width and never give a negative count; {@link
 * #sprague()}, {@link #beersOrdinary()}, {@link #beersModified()} and {@link #grabill()} are formulas for five-year groups
 * and can give negative counts where counts fall steeply, as near the oldest ages. Only {@link #byStandard} and {@link #compositeLink()} divide an open group.
 */
public final class Graduation {
    /** Splits {@code counts} by {@code from} into {@code open + 1} ages, the last one open. */
    @FunctionalInterface
    private interface SingleYears {
        double[] split(double[] counts, AgeGroups from, int open);
    }

    private final String name;
    private final boolean dividesOpenGroup;
    private final SingleYears singleYears;

    private Graduation(String name, boolean dividesOpenGroup, SingleYears singleYears) {
        this.name = name;
        this.dividesOpenGroup = dividesOpenGroup;
        this.singleYears = singleYears;
    }

    /** Each single year of a group gets the same count. */
    public static Graduation uniform() {
        return new Graduation("uniform", false, (counts, from, open) -> {
            double[] result = new double[open + 1];
            for (int exactAge = 0; exactAge <= open; exactAge++) {
                int group = from.indexOf(exactAge);
                result[exactAge] = group == from.open() ? counts[group] : counts[group] / from.width(group);
            }
            return result;
        });
    }

    /**
     * Differences of a monotone spline through the cumulated counts.
     *
     * @see "Hyman (1983), Accurate monotonicity preserving cubic interpolation, SIAM Journal on Scientific and
     *     Statistical Computing 4(4)"
     */
    public static Graduation monotone() {
        return new Graduation("monotone", false, Graduation::splitMonotone);
    }

    /**
     * The single years of a standard population times a smooth ratio of the counts to it.
     *
     * <p>The ratio of a group stands at the mean age of the standard in the group and runs smoothly between; then each
     * group is scaled to its total. So a national cohort size, such as a birth peak, shows in a district's single years,
     * and the standard divides the open group.
     *
     * @param standard counts of the standard, 0 or more, shape [age]; copied
     * @param ages single years, up to the open group wanted or beyond
     */
    public static Graduation byStandard(double[] standard, AgeGroups ages) {
        StandardSplit split = new StandardSplit(standard, ages);
        return new Graduation("byStandard", true, split::split);
    }

    /**
     * Sprague's fifth-difference interpolation of five-year groups.
     *
     * <p>Ages 0 and 1-4, where given apart, are added up first and then scaled to their own totals.
     *
     * @see "Sprague (1880), Explanation of a new formula for interpolation, Journal of the Institute of Actuaries 22"
     */
    public static Graduation sprague() {
        return new Graduation("sprague", false, (counts, from, open) -> {
            double[] single = OsculatoryTable.SPRAGUE.split(counts, from);
            GroupTotals.keep(single, counts, from);
            return single;
        });
    }

    /**
     * Beers' ordinary formula for five-year groups, minimum fifth differences.
     *
     * <p>Where age 0 and ages 1-4 are given apart, both are kept and ages 2 to 8 follow Johnson's adjustment.
     *
     * @see "Beers (1945), Modified-interpolation formulas that minimize fourth differences, Record of the American
     *     Institute of Actuaries 34; Stover and Kirmeyer (2008), DemProj version 4, for the adjustment"
     */
    public static Graduation beersOrdinary() {
        return new Graduation(
                "beersOrdinary", false, (counts, from, open) -> beers(OsculatoryTable.BEERS_ORDINARY, counts, from));
    }

    /**
     * Beers' modified formula for five-year groups, minimum fourth differences, scaled to keep each total.
     *
     * <p>The formula itself also smooths from group to group; the scaling takes that part back. Ages 0 and 1-4 apart as
     * in {@link #beersOrdinary()}.
     *
     * @see "Beers (1945), Modified-interpolation formulas that minimize fourth differences, Record of the American
     *     Institute of Actuaries 34"
     */
    public static Graduation beersModified() {
        return new Graduation(
                "beersModified", false, (counts, from, open) -> beers(OsculatoryTable.BEERS_MODIFIED, counts, from));
    }

    /**
     * Grabill's formula for five-year groups, scaled to keep each total.
     *
     * <p>The formula smooths more from group to group than any other here; the scaling takes that part back. The outer
     * two groups at each end lead over into {@link #sprague()}. Ages 0 and 1-4 apart as there.
     *
     * @see "Shryock and Siegel (1973), The Methods and Materials of Demography, appendix C"
     */
    public static Graduation grabill() {
        return new Graduation("grabill", false, (counts, from, open) -> {
            double[] single = Grabill.split(counts, from);
            GroupTotals.keep(single, counts, from);
            return single;
        });
    }

    /**
     * The penalised composite link model: a smooth curve on the log scale, then scaled to keep each total.
     *
     * <p>An open group is divided up to the open age wanted by running the curve on; one that is not divided has no part
     * in the curve.
     *
     * @see "Rizzi, Gampe and Eilers (2015), Efficient estimation of smooth distributions from coarsely grouped data,
     *     American Journal of Epidemiology 182(2)"
     */
    public static Graduation compositeLink() {
        return new Graduation("compositeLink", true, CompositeLink::split);
    }

    /**
     * Splits one age profile.
     *
     * @param counts finite counts of 0 or more, shape [age] of {@code from}
     * @param from the ages of the counts
     * @param to the ages wanted; every group of {@code from} starts where one of them starts
     * @return shape [age] of {@code to}
     */
    public double[] split(double[] counts, AgeGroups from, AgeGroups to) {
        requireCounts(counts, from);
        if (!to.starts().containsAll(from.starts())) {
            throw new IllegalArgumentException("Graduation." + name + ": got groups from " + from.starts() + " to "
                    + to.starts() + ", expected every start of the first among the second");
        }
        int open = to.start(to.open());
        if (open > from.start(from.open()) && !dividesOpenGroup) {
            throw new IllegalArgumentException("Graduation." + name + ": got the open group " + from.label(from.open())
                    + " to divide up to " + open + "+, expected one of byStandard, compositeLink");
        }
        double[] single = singleYears.split(counts, from, open);
        double[] result = new double[to.count()];
        for (int exactAge = 0; exactAge <= open; exactAge++) {
            result[to.indexOf(exactAge)] += single[exactAge];
        }
        return result;
    }

    /**
     * Splits every age profile of a cube.
     *
     * @param counts with an age axis of {@code from}, and any others
     * @return the same axes, ages replaced by {@code to}
     */
    public Cube split(Cube counts, AgeGroups from, AgeGroups to) {
        List<Axis> axes = counts.axes().stream()
                .map(axis -> axis.name().equals(Axis.AGE) ? Axis.ages(to) : axis)
                .toList();
        if (!counts.axis(Axis.AGE).equals(Axis.ages(from))) {
            throw new IllegalArgumentException("Graduation." + name + ": got ages "
                    + counts.axis(Axis.AGE).labels() + ", expected " + from.starts());
        }
        int position = counts.axes().indexOf(Axis.ages(from));
        int inner = 1;
        for (Axis axis : counts.axes().subList(position + 1, axes.size())) {
            inner *= axis.size();
        }
        double[] values = counts.toArray();
        double[] result = new double[values.length / from.count() * to.count()];
        double[] profile = new double[from.count()];
        for (int k = 0; k < values.length / from.count(); k++) {
            int start = k / inner * inner * from.count() + k % inner;
            for (int age = 0; age < profile.length; age++) {
                profile[age] = values[start + age * inner];
            }
            double[] split = split(profile, from, to);
            int target = k / inner * inner * to.count() + k % inner;
            for (int age = 0; age < split.length; age++) {
                result[target + age * inner] = split[age];
            }
        }
        return Cube.of(axes, result);
    }

    @Override
    public String toString() {
        return "Graduation." + name;
    }

    private static double[] splitMonotone(double[] counts, AgeGroups from, int open) {
        double[] starts = from.starts().stream().mapToDouble(x -> x).toArray();
        double[] cumulated = new double[starts.length];
        for (int age = 1; age < starts.length; age++) {
            cumulated[age] = cumulated[age - 1] + counts[age - 1];
        }
        MonotoneSpline spline = MonotoneSpline.hyman(starts, cumulated);
        double[] result = new double[open + 1];
        for (int exactAge = 0; exactAge < open; exactAge++) {
            // Rounding alone can leave a difference just below 0 where the spline is flat.
            result[exactAge] = Math.max(0, spline.at(exactAge + 1.0) - spline.at(exactAge));
        }
        result[open] = counts[from.open()];
        return result;
    }

    private static double[] beers(OsculatoryTable table, double[] counts, AgeGroups from) {
        double[] single = table.split(counts, from);
        if (from.start(1) == 1) {
            JohnsonAdjustment.apply(counts[0], counts[1], single);
        }
        GroupTotals.keep(single, counts, from);
        return single;
    }

    private void requireCounts(double[] counts, AgeGroups from) {
        Objects.requireNonNull(from, "from");
        if (counts.length != from.count()) {
            throw new IllegalArgumentException(
                    "Graduation." + name + ": got " + counts.length + " counts, expected " + from.count());
        }
        for (int age = 0; age < counts.length; age++) {
            if (!(counts[age] >= 0 && counts[age] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("Graduation." + name + ", age " + from.label(age) + ": got "
                        + counts[age] + ", expected a finite count of 0 or more");
            }
        }
    }
}
