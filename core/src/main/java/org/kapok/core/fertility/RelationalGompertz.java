package org.kapok.core.fertility;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.exception.NoBracketingException;
import org.kapok.core.AgeGroups;

/**
 * Brass's relational model of fertility: rates whose gompits are {@code Y(x) = alpha + beta Ys(x)}, Ys those of a standard
 * and {@code Y(x) = -ln(-ln(F(x) / F))}, F(x) the births per woman up to exact age x and F the total fertility rate.
 *
 * <p>The total stays that of the standard, and ages without births there stay without.
 *
 * @param alpha location: above 0 is younger than the standard
 * @param beta above 0: above 1 is narrower than the standard
 * @see "Brass (1974), Perspectives in population prediction: illustrated by the statistics of England and Wales, Journal
 *     of the Royal Statistical Society A 137(4)"
 */
public record RelationalGompertz(double alpha, double beta) {
    /**
     * Gompits at exact ages 15, 20, ..., 45.
     *
     * @see "Booth (1984), Transforming Gompertz's function for fertility analysis: the development of a standard for the
     *     relational Gompertz function, Population Studies 38(3), table 2"
     */
    private static final double[] BOOTH = {-1.77306, -0.69130, 0.02564, 0.70000, 1.47872, 2.62602, 4.80970};

    /** Half the width of the search for alpha; and the largest beta and, over 1, the smallest. */
    private static final double BOUND = 15;

    private static final double WIDEST = 5;
    private static final int MOST_EVALUATIONS = 500;

    public RelationalGompertz {
        if (!Double.isFinite(alpha)) {
            throw new IllegalArgumentException("RelationalGompertz.alpha: got " + alpha + ", expected a finite number");
        }
        if (!(beta > 0 && beta < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("RelationalGompertz.beta: got " + beta + ", expected above 0, finite");
        }
    }

    /**
     * Booth's standard at a total fertility rate of 1, for high fertility: ages 10 to 49, mean age 28.3 years.
     *
     * @param ages groups of five years, or of single years over which the standard is smoothed, open from 50 or later
     */
    public static FertilityRates boothStandard(AgeGroups ages) {
        int width = ages.uniformWidth();
        int lastAge = ages.start(ages.open());
        if (width != 5 && width != 1 || lastAge < 50 || lastAge % 5 != 0) {
            throw new IllegalArgumentException("RelationalGompertz.boothStandard: got ages up to "
                    + ages.label(ages.open()) + ", expected single years or five-year groups, open from a multiple of 5"
                    + " that is 50 or more");
        }
        AgeGroups five = AgeGroups.fiveYears(lastAge);
        double[] asfr = new double[five.count()];
        double born = 0;
        for (int k = 0; k <= BOOTH.length; k++) {
            double up = k == BOOTH.length ? 1 : StrictMath.exp(-StrictMath.exp(-BOOTH[k]));
            asfr[2 + k] = (up - born) / 5;
            born = up;
        }
        FertilityRates standard = FertilityRates.of(five, asfr);
        return width == 5 ? standard : standard.toSingleYears();
    }

    /** The model with beta 1 that takes {@code standard} to a mean age at childbearing, years, to 1e-10. */
    public static RelationalGompertz scaleTo(double meanAge, FertilityRates standard) {
        return new RelationalGompertz(alphaOf(meanAge, 1, standard), 1);
    }

    /**
     * The model that takes {@code standard} to a mean age and a standard deviation of the age at childbearing, both in
     * years and to 1e-10.
     */
    public static RelationalGompertz scaleTo(double meanAge, double standardDeviation, FertilityRates standard) {
        double limit = StrictMath.log(WIDEST);
        double logBeta = solve("standard deviation " + standardDeviation, limit, log -> {
            double beta = StrictMath.exp(log);
            RelationalGompertz model = new RelationalGompertz(alphaOf(meanAge, beta, standard), beta);
            return model.applyTo(standard).standardDeviation() - standardDeviation;
        });
        double beta = StrictMath.exp(logBeta);
        return new RelationalGompertz(alphaOf(meanAge, beta, standard), beta);
    }

    private static double alphaOf(double meanAge, double beta, FertilityRates standard) {
        return solve(
                "mean age " + meanAge,
                BOUND * Math.max(1, beta),
                alpha -> new RelationalGompertz(alpha, beta).applyTo(standard).meanAge() - meanAge);
    }

    private static double solve(String wanted, double bound, DoubleUnaryOperator excess) {
        try {
            return new BrentSolver(1e-16, 1e-16, 1e-13)
                    .solve(MOST_EVALUATIONS, excess::applyAsDouble, -bound, bound, 0);
        } catch (NoBracketingException e) {
            throw new IllegalArgumentException(
                    "RelationalGompertz.scaleTo: got " + wanted
                            + " years, expected one that the standard reaches, off by " + e.getFLo() + " to "
                            + e.getFHi(),
                    e);
        }
    }

    /** The rates that the model makes of {@code standard}, on its axis and with its total. */
    public FertilityRates applyTo(FertilityRates standard) {
        AgeGroups ages = standard.ages();
        int last = ages.open() - 1;
        while (standard.asfr(last) == 0) {
            last--;
        }
        double tfr = standard.tfr();
        double[] asfr = new double[ages.count()];
        double bornStandard = 0;
        double born = 0;
        for (int age = 0; age <= last; age++) {
            bornStandard += ages.width(age) * standard.asfr(age);
            double up = age == last ? 1 : share(bornStandard / tfr);
            asfr[age] = standard.asfr(age) == 0 ? 0 : (up - born) / ages.width(age);
            born = up;
        }
        return FertilityRates.of(ages, asfr).withTfr(tfr);
    }

    /** Of a share of the standard's births, {@code ys = -ln(-ln share)}, the share that the model has borne by then. */
    private double share(double ofStandard) {
        double hazard = -StrictMath.log(ofStandard);
        return StrictMath.exp(-StrictMath.exp(-alpha) * StrictMath.pow(hazard, beta));
    }
}
