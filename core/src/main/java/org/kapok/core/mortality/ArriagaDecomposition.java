package org.kapok.core.mortality;

/**
 * What each age group contributes to a difference in life expectancy at birth.
 *
 * @see "Arriaga (1984), Measuring and explaining the change in life expectancies, Demography 21"
 */
public final class ArriagaDecomposition {
    private ArriagaDecomposition() {}

    /** Years by age group, shape [age], on the ages of both tables; they sum to {@code to.e0() - from.e0()}. */
    public static double[] contributions(LifeTable from, LifeTable to) {
        if (!from.ages().equals(to.ages())) {
            throw new IllegalArgumentException(
                    "ArriagaDecomposition.to: got ages " + to.ages().starts() + ", expected those of the other table "
                            + from.ages().starts());
        }
        int open = from.ages().open();
        double[] years = new double[open + 1];
        for (int age = 0; age < open; age++) {
            double l = from.lx(age);
            double within = l * (to.Lx(age) / to.lx(age) - from.Lx(age) / from.lx(age));
            double above = to.Tx(age + 1) * (l / to.lx(age) - from.lx(age + 1) / to.lx(age + 1));
            years[age] = within + above;
        }
        years[open] = from.lx(open) * (to.ex(open) - from.ex(open));
        return years;
    }
}
