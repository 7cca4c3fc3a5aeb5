package org.kapok.core.graduation;

import java.util.Arrays;
import org.kapok.core.AgeGroups;

/** The standard's single years times a smooth ratio, scaled to each group's total. */
final class StandardSplit {
    private final double[] standard; // [exact age], the last one open

    StandardSplit(double[] standard, AgeGroups ages) {
        if (ages.uniformWidth() != 1 || standard.length != ages.count()) {
            throw new IllegalArgumentException("Graduation.byStandard: got " + standard.length + " counts by ages "
                    + ages.starts() + ", expected one for each single year");
        }
        for (int age = 0; age < standard.length; age++) {
            if (!(standard[age] >= 0 && standard[age] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("Graduation.byStandard, standard at age " + ages.label(age)
                        + ": got " + standard[age] + ", expected a finite count of 0 or more");
            }
        }
        this.standard = standard.clone();
    }

    double[] split(double[] counts, AgeGroups from, int open) {
        double[] single = standardTo(open);
        double[] meanAges = new double[counts.length];
        double[] ratios = new double[counts.length];
        int known = 0;
        for (int age = 0; age < counts.length; age++) {
            int end = age == from.open() ? open + 1 : from.start(age + 1);
            double sum = 0;
            double years = 0;
            for (int exactAge = from.start(age); exactAge < end; exactAge++) {
                sum += single[exactAge];
                years += single[exactAge] * (exactAge + 0.5);
            }
            if (sum > 0) {
                meanAges[known] = years / sum;
                ratios[known] = counts[age] / sum;
                known++;
            } else if (counts[age] > 0) {
                throw new IllegalArgumentException("Graduation.byStandard, age " + from.label(age) + ": got "
                        + counts[age] + ", but the standard has nobody there");
            }
        }
        if (known > 0) {
            MonotoneSpline ratio =
                    MonotoneSpline.harmonic(Arrays.copyOf(meanAges, known), Arrays.copyOf(ratios, known));
            for (int exactAge = 0; exactAge <= open; exactAge++) {
                single[exactAge] *= ratio.at(exactAge + 0.5);
            }
        }
        GroupTotals.keep(single, counts, from);
        return single;
    }

    /** The standard with its ages from {@code open} on added up. */
    private double[] standardTo(int open) {
        if (open >= standard.length) {
            throw new IllegalArgumentException("Graduation.byStandard: got ages up to " + open
                    + "+ to split into, expected at most " + (standard.length - 1) + "+, the standard's own");
        }
        double[] result = Arrays.copyOf(standard, open + 1);
        for (int exactAge = open + 1; exactAge < standard.length; exactAge++) {
            result[open] += standard[exactAge];
        }
        return result;
    }
}
