package org.kapok.demand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Grade progression ratios, or the cohort survival of schools: pupils of a grade per pupil of the grade before, a year
 * earlier.
 *
 * <p>Pupils by year and grade have shape [year][grade], consecutive years in order, each with the grades in order from
 * the one of entry. A ratio above 1 holds those who move here, repeat a grade or change school: ratios must not be used
 * together with migration of the same children, which {@link SchoolCohort} takes from a projection.
 *
 * @param ratios into each grade after the first, 1 or more of them, each 0 or more
 * @see "Webster (1970), The cohort-survival ratio method in the projection of school attendance, Journal of Experimental
 *     Education 39(1)"
 */
public record GradeProgression(List<Double> ratios) {
    /** What one ratio is made of those of several years. */
    public enum Average {
        MEAN {
            @Override
            double of(double[] yearly) {
                double sum = 0;
                for (double ratio : yearly) {
                    sum += ratio;
                }
                return sum / yearly.length;
            }
        },
        GEOMETRIC {
            @Override
            double of(double[] yearly) {
                double product = 1;
                for (double ratio : yearly) {
                    product *= ratio;
                }
                return StrictMath.pow(product, 1.0 / yearly.length);
            }
        },
        MEDIAN {
            @Override
            double of(double[] yearly) {
                double[] sorted = Arrays.stream(yearly).sorted().toArray();
                int half = sorted.length / 2;
                return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
            }
        },
        /** The ratio of the last two years alone. */
        LAST {
            @Override
            double of(double[] yearly) {
                return yearly[yearly.length - 1];
            }
        };

        abstract double of(double[] yearly);
    }

    public GradeProgression {
        ratios = List.copyOf(ratios);
        if (ratios.isEmpty()) {
            throw new IllegalArgumentException("GradeProgression.ratios: got none, expected 1 or more");
        }
        for (int i = 0; i < ratios.size(); i++) {
            if (!(ratios.get(i) >= 0 && ratios.get(i) < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("GradeProgression.ratios, into grade " + (i + 2) + ": got "
                        + ratios.get(i) + ", expected 0 or more, finite");
            }
        }
    }

    /**
     * The ratios of past years, each year counting alike.
     *
     * @param pupils 2 or more years of 2 or more grades; 0 or more, above 0 in each grade that another follows
     */
    public static GradeProgression of(double[][] pupils, Average average) {
        return new GradeProgression(
                yearlyRatios(pupils).stream().map(average::of).toList());
    }

    /**
     * The ratios of past years as a weighted mean.
     *
     * @param pupils as for {@link #of}
     * @param weights of each pair of consecutive years, in order, such as more for the recent; 0 or more, above 0
     *     somewhere
     */
    public static GradeProgression weighted(double[][] pupils, double[] weights) {
        List<double[]> yearly = yearlyRatios(pupils);
        if (weights.length != pupils.length - 1) {
            throw new IllegalArgumentException("GradeProgression.weights: got " + weights.length + ", expected "
                    + (pupils.length - 1) + ", one per pair of consecutive years");
        }
        double total = 0;
        for (double weight : weights) {
            if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "GradeProgression.weights: got " + weight + ", expected 0 or more, finite");
            }
            total += weight;
        }
        if (!(total > 0)) {
            throw new IllegalArgumentException("GradeProgression.weights: got only 0, expected one above 0");
        }
        List<Double> ratios = new ArrayList<>();
        for (double[] ofGrade : yearly) {
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * ofGrade[i];
            }
            ratios.add(sum / total);
        }
        return new GradeProgression(ratios);
    }

    /**
     * Pupils of the years after.
     *
     * @param last pupils of the last known year, shape [grade], one more than there are ratios
     * @param entry pupils of the first grade in each year projected
     * @return shape [year][grade], the years of {@code entry}
     */
    public double[][] project(double[] last, double[] entry) {
        if (last.length != ratios.size() + 1) {
            throw new IllegalArgumentException("GradeProgression.project: got " + last.length + " grades, expected "
                    + (ratios.size() + 1) + ", one more than ratios");
        }
        requireCounts("last", last);
        requireCounts("entry", entry);
        double[][] pupils = new double[entry.length][last.length];
        double[] before = last;
        for (int year = 0; year < entry.length; year++) {
            pupils[year][0] = entry[year];
            for (int grade = 1; grade < last.length; grade++) {
                pupils[year][grade] = before[grade - 1] * ratios.get(grade - 1);
            }
            before = pupils[year];
        }
        return pupils;
    }

    /** The ratios of each pair of consecutive years, one array per grade after the first. */
    private static List<double[]> yearlyRatios(double[][] pupils) {
        if (pupils.length < 2 || pupils[0].length < 2) {
            throw new IllegalArgumentException("GradeProgression.pupils: got " + pupils.length
                    + " years, expected 2 or more, of 2 or more grades");
        }
        for (int year = 0; year < pupils.length; year++) {
            if (pupils[year].length != pupils[0].length) {
                throw new IllegalArgumentException("GradeProgression.pupils, year " + (year + 1) + ": got "
                        + pupils[year].length + " grades, expected " + pupils[0].length + ", as in the first year");
            }
            requireCounts("pupils, year " + (year + 1), pupils[year]);
        }
        List<double[]> yearly = new ArrayList<>();
        for (int grade = 1; grade < pupils[0].length; grade++) {
            double[] ratios = new double[pupils.length - 1];
            for (int year = 0; year < ratios.length; year++) {
                if (pupils[year][grade - 1] == 0) {
                    throw new IllegalArgumentException("GradeProgression.pupils, year " + (year + 1) + ", grade "
                            + grade + ": got 0 pupils, expected some who can progress");
                }
                ratios[year] = pupils[year + 1][grade] / pupils[year][grade - 1];
            }
            yearly.add(ratios);
        }
        return yearly;
    }

    private static void requireCounts(String what, double[] pupils) {
        for (int i = 0; i < pupils.length; i++) {
            if (!(pupils[i] >= 0 && pupils[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("GradeProgression." + what + ", value " + (i + 1) + ": got "
                        + pupils[i] + ", expected 0 or more, finite");
            }
        }
    }
}
