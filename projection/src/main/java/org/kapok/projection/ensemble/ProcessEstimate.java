package org.kapok.projection.ensemble;

import java.util.function.DoubleSupplier;

/** A process estimated from the values of past years, with what these leave open. */
public sealed interface ProcessEstimate permits AutoregressionEstimate, ArmaEstimate {
    /** The process of the most likely numbers. */
    FactorProcess likeliest();

    /** The standard error of phi. */
    double phiError();

    /** The standard error of theta; 0 where shocks come once. */
    double thetaError();

    /** Degrees of freedom of sd, 1 or more. */
    int degrees();

    /**
     * A process with numbers drawn from what the past leaves open.
     *
     * @param normals independent standard normal numbers, taken one after another
     */
    FactorProcess drawn(DoubleSupplier normals);
}
