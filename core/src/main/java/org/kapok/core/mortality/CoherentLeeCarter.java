package org.kapok.core.mortality;

import java.util.List;
import org.kapok.core.Sex;

/**
 * The model of Li and Lee for two sexes: {@code ln m(x, t, s) = a(x, s) + B(x) K(t) + b(x, s) k(t, s)}. The common
 * factor B K moves both sexes alike; the deviations k of a sex return to a level, so that the sexes do not drift apart.
 *
 * <p>The common factor is found in the mean of both sexes' logarithms less their means over time; with
 * {@link LeeCarterFactor#AGE_SUMS}, B is the mean of the sexes' own patterns, as MortCast's. The deviation is the first
 * singular product of what is left, its pattern b of length 1.
 *
 * @see "Li and Lee (2005), Coherent mortality forecasts for a group of populations: an extension of the Lee-Carter
 *     method, Demography 42"
 */
public final class CoherentLeeCarter {
    private final LeeCarter female;
    private final LeeCarter male;
    private final LeeCarterFactor.Product femaleDeviation;
    private final LeeCarterFactor.Product maleDeviation;

    private CoherentLeeCarter(
            LeeCarter female,
            LeeCarter male,
            LeeCarterFactor.Product femaleDeviation,
            LeeCarterFactor.Product maleDeviation) {
        this.female = female;
        this.male = male;
        this.femaleDeviation = femaleDeviation;
        this.maleDeviation = maleDeviation;
    }

    /**
     * The model nearest to the rates of life tables of females and males, as {@link LeeCarter#fit}.
     *
     * @param females by time, at equal steps
     * @param males at the same times, on the same ages
     */
    public static CoherentLeeCarter fit(List<LifeTable> females, List<LifeTable> males, LeeCarterFactor method) {
        if (females.size() != males.size() || !sameAges(females, males)) {
            throw new IllegalArgumentException("CoherentLeeCarter.males: got " + males.size() + " tables, expected "
                    + females.size() + " on the ages of the females");
        }
        double[][] ofFemales = LeeCarter.logMx(females);
        double[][] ofMales = LeeCarter.logMx(males);
        double[] femaleA = LeeCarter.means(ofFemales);
        double[] maleA = LeeCarter.means(ofMales);
        double[][] femaleCentred = LeeCarter.less(ofFemales, femaleA);
        double[][] maleCentred = LeeCarter.less(ofMales, maleA);
        LeeCarterFactor.Product common = method.common(femaleCentred, maleCentred);
        return new CoherentLeeCarter(
                new LeeCarter(last(females), femaleA, common, e0(females)),
                new LeeCarter(last(males), maleA, common, e0(males)),
                deviation(femaleCentred, common),
                deviation(maleCentred, common));
    }

    private static LifeTable last(List<LifeTable> tables) {
        return tables.get(tables.size() - 1);
    }

    private static boolean sameAges(List<LifeTable> females, List<LifeTable> males) {
        return males.isEmpty() || males.get(0).ages().equals(females.get(0).ages());
    }

    private static double[] e0(List<LifeTable> tables) {
        return tables.stream().mapToDouble(LifeTable::e0).toArray();
    }

    private static LeeCarterFactor.Product deviation(double[][] centred, LeeCarterFactor.Product common) {
        double[][] rest = new double[centred.length][];
        for (int time = 0; time < rest.length; time++) {
            rest[time] = centred[time].clone();
            for (int age = 0; age < rest[time].length; age++) {
                rest[time][age] -= common.b()[age] * common.k()[time];
            }
        }
        return LeeCarterFactor.unitLength(rest);
    }

    /**
     * The model of one sex without its deviation: its own a, the common B, and K. {@link LeeCarter#kOf} then gives it
     * an index of its own, which is how life expectancies projected by sex are turned into rates.
     */
    public LeeCarter common(Sex sex) {
        return sex == Sex.FEMALE ? female : male;
    }

    /** Pattern of a sex's deviation, shape [age]. */
    public double[] deviationB(Sex sex) {
        return deviation(sex).b().clone();
    }

    /** Index of a sex's deviation at the times of the tables. */
    public double[] deviationK(Sex sex) {
        return deviation(sex).k().clone();
    }

    private LeeCarterFactor.Product deviation(Sex sex) {
        return sex == Sex.FEMALE ? femaleDeviation : maleDeviation;
    }

    /**
     * The autoregression that a sex's deviation is taken for. There is none where it does not return to a level; the
     * random walk without drift that may stand for it leaves the last deviation as it is, see {@link #at}.
     */
    public Autoregression deviationProcess(Sex sex) {
        return Autoregression.fit(deviation(sex).k());
    }

    /** The life table of a sex at a common index and an index of its deviation. */
    public LifeTable at(Sex sex, double index, double deviationIndex) {
        return common(sex).at(index, deviation(sex).b(), deviationIndex);
    }

    /**
     * The common index at which life expectancy at birth of both sexes together is {@code e0}, to 1e-9 years, the
     * deviations being 0.
     *
     * @param e0 {@code (srb e0m + e0f) / (1 + srb)}, years
     * @param srb males born per female born
     */
    public double kOf(double e0, double srb) {
        return E0Search.solveOutwards(
                e0, index -> E0Search.bothSexes(female.at(index), male.at(index), srb), female.reach());
    }

    /** The model with B turned towards its ultimate pattern; see {@link LeeCarterRotation}. */
    public CoherentLeeCarter rotated(LeeCarterRotation rotation, double atE0) {
        return new CoherentLeeCarter(
                female.rotated(rotation, atE0), male.rotated(rotation, atE0), femaleDeviation, maleDeviation);
    }

    /** The random walk with drift that K is taken for. */
    public RandomWalk randomWalk() {
        return female.randomWalk();
    }

    /** The life table of a sex on the central paths of K and of its deviation, {@code steps} after the last table. */
    public LifeTable forecast(Sex sex, int steps) {
        return at(sex, randomWalk().mean(steps), deviationProcess(sex).mean(steps));
    }
}
