package org.kapok.projection.ensemble;

import java.util.Arrays;
import java.util.function.DoubleSupplier;

/**
 * An autoregression estimated from a history, with how sure its numbers are.
 *
 * <p>Of the logarithms y of a series of consecutive years, the regression y[t] = c + phi y[t-1] + sd e[t] gives the values of
 * phi and c that are most likely given the first year; where that phi is not from 0 to 1, the most likely one of these is the
 * nearer end. sd is the standard deviation of what is left, over the years less the two numbers estimated. The level and the
 * drift of the past are not taken over: the path of the inputs stays the median.
 *
 * <p>Given the history, sd^2 is its estimate times {@code degrees} over a chi-squared number of as many degrees, and phi is
 * normal around its estimate with the standard deviation {@code sd x phiSpread}, within 0 to 1.
 *
 * @param phi the most likely value, 0 to 1
 * @param sd the standard deviation of a step, 0 or more
 * @param phiSpread the standard error of phi per unit of sd
 * @param degrees of freedom, 1 or more
 * @see "Hamilton (1994), Time Series Analysis, sections 5.2 and 8.1; Zellner (1971), An Introduction to Bayesian Inference in
 *     Econometrics, section 3.2"
 */
public record AutoregressionEstimate(double phi, double sd, double phiSpread, int degrees) implements ProcessEstimate {
    /** The fewest years that are estimated from. */
    public static final int LEAST = 6;

    private static final int TRIES = 1000;

    public AutoregressionEstimate {
        if (!(phi >= 0 && phi <= 1) || !(sd >= 0) || !(phiSpread >= 0) || degrees < 1) {
            throw new IllegalArgumentException("AutoregressionEstimate: got phi " + phi + ", sd " + sd + ", phiSpread "
                    + phiSpread + " and " + degrees + " degrees, expected 0 to 1, 0 or more twice and 1 or more");
        }
    }

    /**
     * The process of a series.
     *
     * @param history the values of consecutive years, {@value #LEAST} or more, each above 0
     */
    public static AutoregressionEstimate of(double[] history) {
        if (history.length < LEAST || !Arrays.stream(history).allMatch(value -> value > 0 && value < 1e300)) {
            throw new IllegalArgumentException("AutoregressionEstimate.history: got " + Arrays.toString(history)
                    + ", expected the values of " + LEAST + " or more consecutive years, each above 0");
        }
        int pairs = history.length - 1;
        double[] y = Arrays.stream(history).map(StrictMath::log).toArray();
        double meanBefore = 0;
        double meanAfter = 0;
        for (int t = 0; t < pairs; t++) {
            meanBefore += y[t] / pairs;
            meanAfter += y[t + 1] / pairs;
        }
        double squares = 0;
        double products = 0;
        for (int t = 0; t < pairs; t++) {
            squares += (y[t] - meanBefore) * (y[t] - meanBefore);
            products += (y[t] - meanBefore) * (y[t + 1] - meanAfter);
        }
        double phi = squares > 0 ? Math.min(1, Math.max(0, products / squares)) : 0;
        double rest = 0;
        for (int t = 0; t < pairs; t++) {
            double off = y[t + 1] - meanAfter - phi * (y[t] - meanBefore);
            rest += off * off;
        }
        double spread = squares > 0 ? 1 / Math.sqrt(squares) : 0;
        return new AutoregressionEstimate(phi, Math.sqrt(rest / (pairs - 2)), spread, pairs - 2);
    }

    @Override
    public FactorProcess likeliest() {
        return FactorProcess.aroundPath(phi, sd);
    }

    @Override
    public double phiError() {
        return sd * phiSpread;
    }

    @Override
    public double thetaError() {
        return 0;
    }

    @Override
    public FactorProcess drawn(DoubleSupplier normals) {
        double chi = chiSquared(degrees, normals);
        double ownSd = sd * Math.sqrt(degrees / chi);
        for (int i = 0; i < TRIES; i++) {
            double own = phi + ownSd * phiSpread * normals.getAsDouble();
            if (own >= 0 && own <= 1) {
                return FactorProcess.aroundPath(own, ownSd);
            }
        }
        throw new IllegalStateException(
                "AutoregressionEstimate: got no phi from 0 to 1 in " + TRIES + " draws of " + this);
    }

    /** A chi-squared number of so many degrees of freedom, from as many normals. */
    static double chiSquared(int degrees, DoubleSupplier normals) {
        double chi = 0;
        for (int i = 0; i < degrees; i++) {
            double z = normals.getAsDouble();
            chi += z * z;
        }
        return chi;
    }
}
