package org.kapok.core.mortality;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/** Finds the shift of mortality at which the life expectancy at birth is a given one. */
final class E0Search {
    /** Half the width of the search, in log odds or log rates: mortality times or over some 3 million. */
    private static final double BOUND = 15;

    private static final int MAX_EVALUATIONS = 500;

    private E0Search() {}

    /** The shift at which {@code e0Of}, falling, gives {@code e0}, to 1e-12 years. */
    static double solve(double e0, DoubleUnaryOperator e0Of) {
        double lowest = e0Of.applyAsDouble(BOUND);
        double highest = e0Of.applyAsDouble(-BOUND);
        if (!(e0 >= lowest && e0 <= highest)) {
            throw new IllegalArgumentException(
                    "e0: got " + e0 + ", expected " + lowest + " to " + highest + " years with this standard");
        }
        return new BrentSolver(1e-16, 1e-16, 1e-12)
                .solve(MAX_EVALUATIONS, shift -> e0Of.applyAsDouble(shift) - e0, -BOUND, BOUND, 0);
    }

    /** Life expectancy of both sexes together, weighted by births; {@code srb} is males born per female. */
    static double bothSexes(LifeTable female, LifeTable male, double srb) {
        return (srb * male.e0() + female.e0()) / (1 + srb);
    }
}
