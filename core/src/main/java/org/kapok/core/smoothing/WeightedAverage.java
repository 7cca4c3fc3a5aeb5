package org.kapok.core.smoothing;

import java.util.Arrays;
import org.kapok.core.AgeGroups;

/** A symmetric weighted average of neighbouring closed groups. */
final class WeightedAverage {
    private final double divisor;
    private final double[] weights; // odd in number

    WeightedAverage(double divisor, double... weights) {
        this.divisor = divisor;
        this.weights = weights;
    }

    static WeightedAverage plain(int terms) {
        if (terms < 3 || terms % 2 == 0) {
            throw new IllegalArgumentException(
                    "Smoothing.movingAverage: got " + terms + " terms, expected an odd number of 3 or more");
        }
        double[] weights = new double[terms];
        Arrays.fill(weights, 1);
        return new WeightedAverage(terms, weights);
    }

    /** Averages where the weights do not reach past the first or last closed group, reported counts elsewhere. */
    double[] smooth(double[] counts, AgeGroups ages) {
        double[] result = counts.clone();
        int reach = weights.length / 2;
        for (int age = reach; age + reach < ages.open(); age++) {
            double sum = 0;
            for (int k = 0; k < weights.length; k++) {
                sum += weights[k] * counts[age - reach + k];
            }
            result[age] = sum / divisor;
        }
        return result;
    }
}
