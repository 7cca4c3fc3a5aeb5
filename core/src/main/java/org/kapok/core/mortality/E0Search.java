package org.kapok.core.mortality;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/** Finds the shift of mortality at which the life expectancy at birth is a given one. */
final class E0Search {
    /** How far to search, in log odds or log rates: mortality times or over some 3 million. */
    static final double REACH = 15;

    private static final int DOUBLINGS = 10;
    private static final int MAX_EVALUATIONS = 500;

    private E0Search() {}

    /** The shift at which {@code e0Of}, falling, gives {@code e0}, to 1e-12 years. */
    static double solve(double e0, DoubleUnaryOperator e0Of) {
        return solve(e0, e0Of, REACH);
    }

    /**
     * As {@link #solve(double, DoubleUnaryOperator)}, at most {@code reach} from 0. The search goes outwards by doubled
     * steps, so {@code e0Of} need fall only between 0 and the shift.
     */
    static double solve(double e0, DoubleUnaryOperator e0Of, double reach) {
        double atZero = e0Of.applyAsDouble(0);
        double sign = e0 > atZero ? -1 : 1;
        double extreme = atZero;
        double inner = 0;
        for (int i = DOUBLINGS; i >= 0; i--) {
            double outer = sign * reach / (1 << i);
            double value = e0Of.applyAsDouble(outer);
            if (sign * (value - e0) <= 0) {
                return between(e0, e0Of, Math.min(inner, outer), Math.max(inner, outer));
            }
            extreme = sign > 0 ? Math.min(extreme, value) : Math.max(extreme, value);
            inner = outer;
        }
        double other = e0Of.applyAsDouble(-sign * reach);
        throw new IllegalArgumentException("e0: got " + e0 + ", expected " + Math.min(extreme, other) + " to "
                + Math.max(extreme, other) + " years with this standard");
    }

    /** The shift from {@code low} to {@code high} at which {@code e0Of}, on both sides of it there, gives {@code e0}. */
    static double between(double e0, DoubleUnaryOperator e0Of, double low, double high) {
        return new BrentSolver(1e-16, 1e-16, 1e-12)
                .solve(MAX_EVALUATIONS, shift -> e0Of.applyAsDouble(shift) - e0, low, high);
    }

    /** Life expectancy of both sexes together, weighted by births; {@code srb} is males born per female. */
    static double bothSexes(LifeTable female, LifeTable male, double srb) {
        return (srb * male.e0() + female.e0()) / (1 + srb);
    }
}
