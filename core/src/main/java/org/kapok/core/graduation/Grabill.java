package org.kapok.core.graduation;

import org.kapok.core.AgeGroups;

/**
 * Grabill's weighted moving average of Sprague's formula for inner groups, led over into Sprague's at both ends.
 *
 * <p>Grabill published no coefficients for the outer two groups. There the inner ones apply with the groups beyond the
 * ends as 0, and weigh {@code exp(k - 10.1)} in the {@code k}-th year from the end, Sprague's the rest; the persons this
 * loses or gains are spread over all years in proportion, by the same weights (Riffe et al., DemoTools).
 *
 * @see "Shryock and Siegel (1973), The Methods and Materials of Demography, appendix C"
 */
final class Grabill {
    private static final int WIDTH = 5;

    /** A row for each single year; columns: two groups before, the group itself, two groups after. */
    private static final double[][] INNER = {
        {.0111, .0816, .0826, .0256, -.0009},
        {.0049, .0673, .0903, .0377, -.0002},
        {.0015, .0519, .0932, .0519, .0015},
        {-.0002, .0377, .0903, .0673, .0049},
        {-.0009, .0256, .0826, .0816, .0111}
    };

    private Grabill() {}

    /** The formula before any scaling to totals; the open group is left out and kept as it is. */
    static double[] split(double[] counts, AgeGroups from) {
        double[] sprague = OsculatoryTable.SPRAGUE.split(counts, from);
        double[] fives = OsculatoryTable.fiveYears(counts, from);
        int years = WIDTH * fives.length;
        double[] single = sprague.clone();
        double[] weights = new double[years];
        double lost = 0;
        double weighted = 0;
        for (int x = 0; x < years; x++) {
            int fromEnd = Math.min(x, years - 1 - x) + 1;
            weights[x] = fromEnd <= 2 * WIDTH ? StrictMath.exp(fromEnd - 10.1) : 1;
            single[x] = weights[x] * inner(fives, x) + (1 - weights[x]) * sprague[x];
            lost += sprague[x] - single[x];
            weighted += weights[x] * single[x];
        }
        for (int x = 0; x < years; x++) {
            single[x] += lost * weights[x] * single[x] / weighted;
        }
        return single;
    }

    private static double inner(double[] fives, int exactAge) {
        double[] row = INNER[exactAge % WIDTH];
        int group = exactAge / WIDTH;
        double sum = 0;
        for (int k = Math.max(0, 2 - group); k < Math.min(row.length, fives.length + 2 - group); k++) {
            sum += row[k] * fives[group - 2 + k];
        }
        return sum;
    }
}
