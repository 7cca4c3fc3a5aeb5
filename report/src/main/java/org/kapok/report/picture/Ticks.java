package org.kapok.report.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * Round numbers along an axis.
 *
 * @param first the first of them
 * @param step from one to the next
 * @param count how many, 2 or more
 */
record Ticks(double first, double step, int count) {
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};

    /** Round numbers that enclose a range, about so many. */
    static Ticks around(double least, double most, int about) {
        double span = most > least ? most - least : Math.max(1, Math.abs(most));
        double raw = span / about;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double step = 10 * power;
        for (int i = ROUND.length - 1; i >= 0; i--) {
            if (ROUND[i] * power >= raw * (1 - 1e-9)) {
                step = ROUND[i] * power;
            }
        }
        double first = Math.floor(least / step + 1e-9) * step;
        int count = (int) Math.round(Math.ceil((most - first) / step - 1e-9)) + 1;
        return new Ticks(first, step, Math.max(2, count));
    }

    double last() {
        return at(count - 1);
    }

    double at(int position) {
        return first + position * step;
    }

    /** All of them. */
    List<Double> all() {
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(at(i));
        }
        return all;
    }

    /** How many decimals tell them apart. */
    int decimals() {
        int decimals = 0;
        double scaled = step;
        while (decimals < 6 && Math.abs(scaled - Math.rint(scaled)) > 1e-6 * scaled) {
            scaled *= 10;
            decimals++;
        }
        return decimals;
    }
}
