package org.kapok.core.smoothing;

import org.kapok.core.AgeGroups;

/**
 * A way to smooth counts by age whose reported ages are crowded on some digits.
 *
 * <p>Groups of five years: {@link #carrierFarrag()}, {@link #karupKingNewton()}, {@link #arriaga()}, {@link #strong()}
 * split ten-year groups, which heaping on digits 0 and 5 leaves nearly right, and {@link #unitedNations()} and {@link
 * #zigzag} work on the groups of five. Single years: {@link #spencer15()} and {@link #spencer21()}. {@link
 * #movingAverage} takes either. The open group stays as reported in all of them, and so do groups too near an end for a
 * formula to reach them.
 *
 * <p>Only {@link #carrierFarrag()} and {@link #zigzag} cannot give a negative count. The others are linear, and where
 * counts fall so steeply that one of their results is negative, it is refused by its age.
 */
public final class Smoothing {
    /** Smooths the closed groups; formulas without regard to signs. */
    @FunctionalInterface
    interface Formula {
        double[] smooth(double[] counts, AgeGroups ages);
    }

    private final String name;
    private final boolean keepsTotal;
    private final int width; // of the groups taken, 0 for any
    private final Formula formula;

    private Smoothing(String name, boolean keepsTotal, int width, Formula formula) {
        this.name = name;
        this.keepsTotal = keepsTotal;
        this.width = width;
        this.formula = formula;
    }

    /**
     * Ten-year groups split so that neighbouring halves stand in the ratio of a geometric curve; each keeps its total.
     *
     * <p>The older half is {@code V / (1 + (previous / next)^(1/4))}. The first and last ten-year groups stay as reported.
     *
     * @see "Carrier and Farrag (1959), The reduction of errors in census populations for statistically underdeveloped
     *     countries, Population Studies 12(3)"
     */
    public static Smoothing carrierFarrag() {
        return fives("carrierFarrag", true, TenYearSplit::carrierFarrag);
    }

    /**
     * Ten-year groups split by a quadratic through three of them; each keeps its total.
     *
     * <p>The younger half is {@code V / 2 + (previous - next) / 16}. The first and last ten-year groups stay as reported.
     *
     * @see "Arriaga, Johnson and Jamison (1994), Population Analysis with Microcomputers, vol. I, U.S. Bureau of the
     *     Census"
     */
    public static Smoothing karupKingNewton() {
        return fives("karupKingNewton", true, TenYearSplit::karupKingNewton);
    }

    /**
     * Ten-year groups split by a polynomial through three of them, the first and last included; each keeps its total.
     *
     * <p>The older half is {@code (-previous + 11 V + 2 next) / 24}; at the ends, the half at the inside is {@code (8 V +
     * 5 V' - V'') / 24} with the next two groups inwards.
     *
     * @see "Arriaga, Johnson and Jamison (1994), Population Analysis with Microcomputers, vol. I, U.S. Bureau of the
     *     Census"
     */
    public static Smoothing arriaga() {
        return fives("arriaga", true, TenYearSplit::arriaga);
    }

    /**
     * Ten-year groups averaged with weights 1, 2, 1, scaled to their sum, then split as in {@link #arriaga()}.
     *
     * <p>The first and last ten-year groups keep their totals, those between only their sum.
     *
     * @see "Arriaga, Johnson and Jamison (1994), Population Analysis with Microcomputers, vol. I, U.S. Bureau of the
     *     Census"
     */
    public static Smoothing strong() {
        return fives("strong", true, TenYearSplit::strong);
    }

    /**
     * A weighted average of five groups: {@code (-1, 4, 10, 4, -1) / 16}; totals move a little.
     *
     * @see "Carrier and Farrag (1959), The reduction of errors in census populations for statistically underdeveloped
     *     countries, Population Studies 12(3)"
     */
    public static Smoothing unitedNations() {
        return fives("unitedNations", false, new WeightedAverage(16, -1, 4, 10, 4, -1)::smooth);
    }

    /**
     * Every second group gives (or takes) half a share of itself to each neighbour; the shares are those that make the
     * groups smoothest. The total stays.
     *
     * @param from first exact age of the first group that takes part, such as 40
     * @param to first exact age of the last one, ten years later or a multiple of it, such as 80; the groups that give
     *     start at {@code from + 5}, {@code from + 15}, ..., {@code to - 5}
     * @see "Feeney (2013), Removing 'zigzag' from age data"
     */
    public static Smoothing zigzag(int from, int to) {
        return fives("zigzag", true, new Zigzag(from, to)::smooth);
    }

    /**
     * Means of {@code terms} neighbouring groups of one width, single years or more; totals move a little.
     *
     * @param terms groups in the mean, odd and 3 or more
     * @see "Arriaga, Johnson and Jamison (1994), Population Analysis with Microcomputers, vol. I, U.S. Bureau of the
     *     Census"
     */
    public static Smoothing movingAverage(int terms) {
        return new Smoothing("movingAverage", false, 0, WeightedAverage.plain(terms)::smooth);
    }

    /**
     * Spencer's formula of 15 single years, which leaves cubics as they are; totals move a little.
     *
     * @see "Spencer (1904), On the graduation of the rates of sickness and mortality, Journal of the Institute of
     *     Actuaries 38"
     */
    public static Smoothing spencer15() {
        WeightedAverage average = new WeightedAverage(320, -3, -6, -5, 3, 21, 46, 67, 74, 67, 46, 21, 3, -5, -6, -3);
        return new Smoothing("spencer15", false, 1, average::smooth);
    }

    /**
     * Spencer's formula of 21 single years, which leaves cubics as they are; totals move a little.
     *
     * @see "Spencer (1904), On the graduation of the rates of sickness and mortality, Journal of the Institute of
     *     Actuaries 38"
     */
    public static Smoothing spencer21() {
        WeightedAverage average = new WeightedAverage(
                350, -1, -3, -5, -5, -2, 6, 18, 33, 47, 57, 60, 57, 47, 33, 18, 6, -2, -5, -5, -3, -1);
        return new Smoothing("spencer21", false, 1, average::smooth);
    }

    private static Smoothing fives(String name, boolean keepsTotal, Formula formula) {
        return new Smoothing(name, keepsTotal, 5, formula);
    }

    /** Whether the smoothed counts add up to the reported ones. */
    public boolean keepsTotal() {
        return keepsTotal;
    }

    /**
     * Smooths one age profile.
     *
     * @param counts finite counts of 0 or more, shape [age]
     * @param ages groups of the width this way takes
     * @return shape [age], each 0 or more
     * @throws IllegalArgumentException where the groups or counts are not as said, or a smoothed count is negative
     */
    public double[] smooth(double[] counts, AgeGroups ages) {
        boolean fits = width == 0 ? ages.uniformWidth() > 0 : ages.uniformWidth() == width;
        if (!fits) {
            throw new IllegalArgumentException(this + ": got groups " + ages.starts() + ", expected groups of "
                    + (width == 0 ? "one width" : width == 1 ? "single years" : width + " years"));
        }
        if (counts.length != ages.count()) {
            throw new IllegalArgumentException(this + ": got " + counts.length + " counts, expected " + ages.count());
        }
        for (int age = 0; age < counts.length; age++) {
            if (!(counts[age] >= 0 && counts[age] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(this + ", age " + ages.label(age) + ": got " + counts[age]
                        + ", expected a finite count of 0 or more");
            }
        }
        double[] smoothed = formula.smooth(counts, ages);
        for (int age = 0; age < smoothed.length; age++) {
            if (!(smoothed[age] >= 0)) {
                throw new IllegalArgumentException(this + ", age " + ages.label(age) + ": got counts so uneven that "
                        + "they smooth to " + smoothed[age] + ", expected counts that smooth to 0 or more");
            }
        }
        return smoothed;
    }

    @Override
    public String toString() {
        return "Smoothing." + name;
    }
}
