package org.kapok.demand;

import java.util.List;

/**
 * What leaves a stock year by year after it opened: staff who resign or retire, homes that are pulled down.
 *
 * @param yearly the share that leaves in the first year, the second and so on, each 0 to 1; the last holds for all years
 *     after
 */
public record Attrition(List<Double> yearly) {
    public Attrition {
        yearly = List.copyOf(yearly);
        if (yearly.isEmpty()) {
            throw new IllegalArgumentException("Attrition.yearly: got none, expected 1 or more shares");
        }
        for (double share : yearly) {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("Attrition.yearly: got " + share + ", expected 0 to 1");
            }
        }
    }

    /** Nothing leaves. */
    public static Attrition none() {
        return constant(0);
    }

    /** The same share leaves every year. */
    public static Attrition constant(double share) {
        return new Attrition(List.of(share));
    }

    /** The share that is left after so many years, the part of a year counting evenly within it. */
    double left(double years) {
        double left = 1;
        int whole = (int) years;
        for (int year = 0; year < whole && left > 0; year++) {
            left *= 1 - in(year);
        }
        return left * (1 - in(whole) * (years - whole));
    }

    private double in(int year) {
        return yearly.get(Math.min(year, yearly.size() - 1));
    }
}
