package org.kapok.benchmarks;

import org.kapok.core.Sex;

/** The closed formulas of the workloads. Cells are region, status, sex, age. */
final class Formulas {
    /** First ages of the bands that W1 counts, and the end. */
    static final int[] BANDS = {0, 6, 18, 25, 40, 60, 65, 80, 101};

    private Formulas() {}

    static double persons(int[] at) {
        int r = at[0];
        int s = sex(at);
        int a = at[3];
        return (1 + 0.1 * (r % 11))
                * (at[1] == 1 ? 0.25 : 1)
                * 1000
                * (a <= 65 ? 1 : Math.exp(-0.07 * (a - 65)))
                * (1 + 0.1 * ((7 * a + 3 * r + s) % 5));
    }

    static double dying(int[] at) {
        int a = at[3];
        double q0 = a == 0 ? 0.003 : 0.0003 + 0.00003 * Math.exp(0.09 * a);
        return q0 * (1 + 0.02 * (at[0] % 7 - 3)) * (at[1] == 1 ? 0.9 : 1) * (sex(at) == 1 ? 0.9 : 1.2);
    }

    static double migrants(int[] at) {
        return persons(at) * (18 <= at[3] && at[3] <= 40 ? 0.01 : -0.002);
    }

    static double leaving(int r, int h, int a) {
        return (0.02 + 0.06 * Math.exp(-(a - 25) * (a - 25) / 200.0)) * (1 + 0.05 * (r % 4)) * (h == 1 ? 1.5 : 1);
    }

    static double fertility(int r, int h, int a) {
        return a < 15 || a > 49
                ? 0
                : 0.11 * Math.exp(-(a - 30) * (a - 30) / 72.0) * (1 + 0.01 * (r % 5)) * (h == 1 ? 1.2 : 1);
    }

    static double conversion(int r, int a) {
        return (0.03 + 0.02 * Math.exp(-(a - 30) * (a - 30) / 400.0)) * (1 + 0.1 * (r % 3));
    }

    /** The i-th of a sequence of numbers from 0 to below 1 (SplitMix64). */
    static double uniform(long i) {
        long z = (i + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
    }

    /** Of a destination, to be divided by the sum over all. */
    static double weight(int r, int a) {
        return (1 + 0.1 * (r % 11)) * (1 + ((3 * r + a / 10) % 11) / 10.0);
    }

    /** The formulas count males first. */
    private static int sex(int[] at) {
        return Sex.values()[at[2]] == Sex.MALE ? 0 : 1;
    }
}
