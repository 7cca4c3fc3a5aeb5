package org.kapok.core.fertility;

import java.util.List;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.kapok.core.AgeGroups;

/**
 * A curve of fertility by exact age, which a mean and a standard deviation of the age at childbearing determine.
 *
 * <p>The densities below hold m and s, its own mean and standard deviation, and leave out a constant factor. Of each the
 * ages 15 to below 50 are taken.
 *
 * @see "Hoem, Madsen, Nielsen, Ohlsen, Hansen and Rennermalm (1981), Experiments in modelling recent Danish fertility
 *     curves, Demography 18(2), which compares them"
 */
public enum FertilityCurve {
    /** Gamma, from age 15: {@code (x - 15)^(b - 1) exp(-(x - 15) / c)} with {@code b c = m - 15}, {@code b c^2 = s^2}. */
    GAMMA {
        @Override
        UnivariateFunction logDensity(double m, double s) {
            double c = s * s / (m - FIRST);
            double b = (m - FIRST) / c;
            return x -> (b - 1) * StrictMath.log((x - FIRST) / (m - FIRST)) - (x - m) / c;
        }
    },
    /**
     * Hadwiger's curve, from age 0: {@code x^(-3/2) exp(-H^2 (m / x + x / m - 2))} with {@code H^2 = (m / s)^2 / 2}.
     *
     * @see "Hadwiger (1940), Eine analytische Reproduktionsfunktion fuer biologische Gesamtheiten, Skandinavisk
     *     Aktuarietidskrift 23; Gilje (1969), Fitting curves to age-specific fertility rates, Statistisk Tidskrift 7(2)"
     */
    HADWIGER {
        @Override
        UnivariateFunction logDensity(double m, double s) {
            double h2 = m / s * (m / s) / 2;
            return x -> -1.5 * StrictMath.log(x / m) - h2 * (m / x + x / m - 2);
        }
    },
    /**
     * Beta, 15 to 50: {@code (x - 15)^(a - 1) (50 - x)^(b - 1)} with {@code a = u k}, {@code b = (1 - u) k},
     * {@code u = (m - 15) / 35} and {@code k = u (1 - u) (35 / s)^2 - 1}.
     *
     * @see "Romaniuk (1973), A three parameter model for birth projections, Population Studies 27(3)"
     */
    BETA {
        @Override
        UnivariateFunction logDensity(double m, double s) {
            double width = END - FIRST;
            double u = (m - FIRST) / width;
            double k = u * (1 - u) * (width / s) * (width / s) - 1;
            double a = u * k;
            double b = (1 - u) * k;
            return a > 0 && b > 0
                    ? x -> (a - 1) * StrictMath.log((x - FIRST) / (m - FIRST))
                            + (b - 1) * StrictMath.log((END - x) / (END - m))
                    : x -> Double.NaN;
        }
    };

    private static final int FIRST = 15;
    private static final int END = 50;

    /** Nodes of the quadrature over each year of age. */
    private static final int NODES = 10;

    private static final double TOLERANCE = 1e-11;
    private static final int MOST_STEPS = 2_000;

    /** The logarithm of the density at an exact age, but for a constant; near 0 at the mean, so that it cannot overflow. */
    abstract UnivariateFunction logDensity(double m, double s);

    /**
     * Rates whose total, mean age and standard deviation are the ones asked for, as {@link FertilityRates} counts them
     * on its axis: m and s of the curve are moved until they are.
     *
     * @param ages groups with a boundary at 15 and at 50
     * @param tfr children per woman, above 0
     * @param meanAge mean age at childbearing, years, met to 1e-10
     * @param standardDeviation of the age at childbearing, years, met to 1e-10; most observed ones are 4 to 8
     */
    public FertilityRates rates(AgeGroups ages, double tfr, double meanAge, double standardDeviation) {
        if (!ages.starts().containsAll(List.of(FIRST, END))) {
            throw new IllegalArgumentException("FertilityCurve.ages: got " + ages.starts()
                    + ", expected groups that start at " + FIRST + " and at " + END);
        }
        if (!(meanAge > FIRST && meanAge < END)) {
            throw new IllegalArgumentException("FertilityCurve.meanAge: got " + meanAge + ", expected between " + FIRST
                    + " and " + END + " years");
        }
        if (!(standardDeviation > 0)) {
            throw new IllegalArgumentException(
                    "FertilityCurve.standardDeviation: got " + standardDeviation + ", expected above 0 years");
        }
        double m = meanAge;
        double s = standardDeviation;
        for (int step = 0; step < MOST_STEPS && m > FIRST && m < END && s > 0; step++) {
            double[] pattern = pattern(ages, m, s);
            if (pattern == null) {
                break;
            }
            FertilityRates rates = FertilityRates.ofPattern(ages, tfr, pattern);
            double older = meanAge - rates.meanAge();
            double wider = standardDeviation / rates.standardDeviation();
            if (Math.abs(older) < TOLERANCE && Math.abs(wider - 1) < TOLERANCE) {
                return rates;
            }
            m += older;
            s *= wider;
        }
        throw new IllegalArgumentException("FertilityCurve." + name() + ": got mean age " + meanAge
                + " and standard deviation " + standardDeviation + ", which no such curve between " + FIRST + " and "
                + END
                + " years of age has");
    }

    /** Mean density by group; null where m and s make no curve. */
    private double[] pattern(AgeGroups ages, double m, double s) {
        UnivariateFunction log = logDensity(m, s);
        GaussIntegratorFactory factory = new GaussIntegratorFactory();
        double[] pattern = new double[ages.count()];
        double sum = 0;
        for (int exactAge = FIRST; exactAge < END; exactAge++) {
            GaussIntegrator year = factory.legendre(NODES, exactAge, exactAge + 1);
            int age = ages.indexOf(exactAge);
            double density = year.integrate(x -> StrictMath.exp(log.value(x)));
            pattern[age] += density / ages.width(age);
            sum += density;
        }
        return sum > 0 && sum < Double.POSITIVE_INFINITY ? pattern : null;
    }
}
