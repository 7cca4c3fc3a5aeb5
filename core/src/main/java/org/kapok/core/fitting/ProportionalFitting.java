package org.kapok.core.fitting;

import java.util.List;
import org.kapok.core.Cube;

/**
 * Iterative proportional fitting: the table nearest to a seed that adds up to given totals.
 *
 * <p>The margins are met in turn, in the order given: the cells of each constraint are multiplied by target over sum.
 * After a turn the margin is exact and earlier ones are not quite; so the margin that must be exact comes last. A cell
 * of 0 stays 0, and among cells that share every constraint, proportions stay those of the seed. The result minimises
 * the relative entropy to the seed among all tables that meet the totals.
 *
 * @see "Deming and Stephan (1940), On a least squares adjustment of a sampled frequency table when the expected marginal
 *     totals are known, Annals of Mathematical Statistics 11(4)"
 */
public final class ProportionalFitting {
    private ProportionalFitting() {}

    /**
     * When to stop.
     *
     * @param tolerance the largest deviation of a sum from its target, relative to the target
     * @param maxIterations the most rounds over all margins, 1 or more
     */
    public record Settings(double tolerance, int maxIterations) {
        public Settings {
            if (!(tolerance > 0 && tolerance < 1)) {
                throw new IllegalArgumentException(
                        "Settings.tolerance: got " + tolerance + ", expected 0 to 1, neither");
            }
            if (maxIterations < 1) {
                throw new IllegalArgumentException(
                        "Settings.maxIterations: got " + maxIterations + ", expected 1 or more");
            }
        }

        /** A billionth, far below one person in any country, and enough rounds for slow tables. */
        public static Settings standard() {
            return new Settings(1e-9, 10_000);
        }
    }

    /**
     * How far a margin was missed.
     *
     * @param margin the name of the margin
     * @param relative the largest deviation relative to a target
     * @param relativeAt the constraint where that is
     * @param absolute the largest deviation, in the unit of the cells
     * @param absoluteAt the constraint where that is
     */
    public record Deviation(String margin, double relative, String relativeAt, double absolute, String absoluteAt) {}

    /**
     * A fitted table and how well it fits.
     *
     * @param fitted the table
     * @param iterations the rounds over all margins
     * @param converged whether every deviation is within the tolerance
     * @param deviations one a margin, in their order
     */
    public record Fit(Cube fitted, int iterations, boolean converged, List<Deviation> deviations) {
        public Fit {
            deviations = List.copyOf(deviations);
        }
    }

    /**
     * Fits a seed to totals.
     *
     * @param seed the first guess, 0 or more in each cell
     * @param margins the totals, the one that must be exact last; 1 or more
     * @throws IllegalArgumentException if the totals cannot be met whatever the number of rounds: a negative number, a
     *     positive total of cells that are all 0, or totals of the same cells that differ; lists all of them
     */
    public static Fit fit(Cube seed, List<Margin> margins, Settings settings) {
        double[] values = seed.toArray();
        MarginChecks.require(seed, margins, settings.tolerance());

        int iterations = 0;
        boolean converged = false;
        List<Deviation> deviations = List.of();
        while (!converged && iterations < settings.maxIterations()) {
            margins.forEach(margin -> scale(values, margin));
            iterations++;
            deviations = margins.stream().map(m -> deviation(m, values)).toList();
            converged = deviations.stream().allMatch(d -> d.relative() <= settings.tolerance());
        }
        return new Fit(Cube.of(seed.axes(), values), iterations, converged, deviations);
    }

    private static void scale(double[] values, Margin margin) {
        double[] factors = margin.sums(values);
        for (int k = 0; k < factors.length; k++) {
            factors[k] = margin.target(k) == 0 ? 0 : margin.target(k) / factors[k];
        }
        for (int cell = 0; cell < values.length; cell++) {
            int constraint = margin.constraintOf(cell);
            if (constraint >= 0) {
                values[cell] *= factors[constraint];
            }
        }
    }

    private static Deviation deviation(Margin margin, double[] values) {
        double[] sums = margin.sums(values);
        double relative = 0;
        double absolute = 0;
        int relativeAt = 0;
        int absoluteAt = 0;
        for (int k = 0; k < sums.length; k++) {
            double gap = Math.abs(sums[k] - margin.target(k));
            if (gap > absolute) {
                absolute = gap;
                absoluteAt = k;
            }
            if (gap > relative * margin.target(k)) {
                relative = gap / margin.target(k);
                relativeAt = k;
            }
        }
        return new Deviation(margin.name(), relative, margin.label(relativeAt), absolute, margin.label(absoluteAt));
    }
}
