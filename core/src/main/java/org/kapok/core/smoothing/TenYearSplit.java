package org.kapok.core.smoothing;

import org.kapok.core.AgeGroups;

/**
 * Five-year groups from ten-year groups, by formulas that use the ten-year groups beside them.
 *
 * <p>A five-year group between the last whole ten-year group and the open group stays as reported.
 */
final class TenYearSplit {
    private TenYearSplit() {}

    static double[] carrierFarrag(double[] counts, AgeGroups ages) {
        double[] tens = tens(counts, ages);
        double[] result = counts.clone();
        for (int ten = 1; ten + 1 < tens.length; ten++) {
            double older = StrictMath.sqrt(StrictMath.sqrt(tens[ten + 1]));
            double younger = StrictMath.sqrt(StrictMath.sqrt(tens[ten - 1]));
            if (tens[ten] > 0 && younger + older == 0) {
                throw new IllegalArgumentException("Smoothing.carrierFarrag, age " + 10 * ten + "-" + (10 * ten + 9)
                        + ": got " + tens[ten] + " between two ten-year groups of 0, expected one of these above 0");
            }
            // V / (1 + (previous / next)^(1/4)), written so that an empty neighbour is no division by 0
            put(result, ten, tens[ten], tens[ten] == 0 ? 0 : tens[ten] * older / (younger + older));
        }
        return result;
    }

    static double[] karupKingNewton(double[] counts, AgeGroups ages) {
        double[] tens = tens(counts, ages);
        double[] result = counts.clone();
        for (int ten = 1; ten + 1 < tens.length; ten++) {
            put(result, ten, tens[ten], tens[ten] / 2 - (tens[ten - 1] - tens[ten + 1]) / 16);
        }
        return result;
    }

    static double[] arriaga(double[] counts, AgeGroups ages) {
        return arriaga(counts, tens(counts, ages));
    }

    static double[] strong(double[] counts, AgeGroups ages) {
        double[] tens = tens(counts, ages);
        double[] smoothed = tens.clone();
        double sum = 0;
        double smoothedSum = 0;
        for (int ten = 1; ten + 1 < tens.length; ten++) {
            smoothed[ten] = (tens[ten - 1] + 2 * tens[ten] + tens[ten + 1]) / 4;
            sum += tens[ten];
            smoothedSum += smoothed[ten];
        }
        for (int ten = 1; ten + 1 < tens.length; ten++) {
            smoothed[ten] *= smoothedSum > 0 ? sum / smoothedSum : 1;
        }
        return arriaga(counts, smoothed);
    }

    private static double[] arriaga(double[] counts, double[] tens) {
        double[] result = counts.clone();
        int last = tens.length - 1;
        put(result, 0, tens[0], (8 * tens[0] + 5 * tens[1] - tens[2]) / 24);
        for (int ten = 1; ten < last; ten++) {
            put(result, ten, tens[ten], (-tens[ten - 1] + 11 * tens[ten] + 2 * tens[ten + 1]) / 24);
        }
        put(result, last, tens[last], tens[last] - (8 * tens[last] + 5 * tens[last - 1] - tens[last - 2]) / 24);
        return result;
    }

    /** Whole ten-year groups below the open group. */
    private static double[] tens(double[] counts, AgeGroups ages) {
        double[] tens = new double[ages.open() / 2];
        if (tens.length < 3) {
            throw new IllegalArgumentException("Smoothing: got " + ages.open()
                    + " closed groups of five years, expected 6 or more, which make three of ten years");
        }
        for (int ten = 0; ten < tens.length; ten++) {
            tens[ten] = counts[2 * ten] + counts[2 * ten + 1];
        }
        return tens;
    }

    private static void put(double[] fives, int ten, double total, double olderHalf) {
        fives[2 * ten] = total - olderHalf;
        fives[2 * ten + 1] = olderHalf;
    }
}
