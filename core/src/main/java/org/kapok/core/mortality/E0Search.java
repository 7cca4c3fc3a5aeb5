package org.kapok.core.mortality;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/** Finds the shift of mortality at which the life expectancy at birth is a given one. */
final class E0Search {
    /** Half the width of the search, in log odds or log rates: mortality times or over some 3 million. */
    static final double BOUND = 15;

    private static final int MAX_EVALUATIONS = 500;
    private static final int DOUBLINGS = 10;

    private E0Search() {}

    /** The shift at which {@code e0Of}, falling, gives {@code e0}, to 1e-12 years. */
    static double solve(double e0, DoubleUnaryOperator e0Of) {
        double lowest = e0Of.applyAsDouble(BOUND);
        double highest = e0Of.applyAsDouble(-BOUND);
        if (!(e0 >= lowest && e0 <= highest)) {
            throw outOfReach(e0, lowest, highest);
        }
        return solver().solve(MAX_EVALUATIONS, shift -> e0Of.applyAsDouble(shift) - e0, -BOUND, BOUND, 0);
    }

    /**
     * The shift nearest to 0, at most {@code reach} from it, at which {@code e0Of} gives {@code e0}. It goes outwards by
     * doubled steps, so {@code e0Of} need fall only between 0 and the shift.
     */
    static double solveOutwards(double e0, DoubleUnaryOperator e0Of, double reach) {
        double extreme = e0Of.applyAsDouble(0);
        double sign = e0 > extreme ? -1 : 1;
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
        throw outOfReach(e0, Math.min(extreme, other), Math.max(extreme, other));
    }

    /** The shift from {@code low} to {@code high}, with values on both sides of {@code e0}, that gives it. */
    static double between(double e0, DoubleUnaryOperator e0Of, double low, double high) {
        return solver().solve(MAX_EVALUATIONS, shift -> e0Of.applyAsDouble(shift) - e0, low, high);
    }

    /** Life expectancy of both sexes together, weighted by births; {@code srb} is males born per female. */
    static double bothSexes(LifeTable female, LifeTable male, double srb) {
        return (srb * male.e0() + female.e0()) / (1 + srb);
    }

    private static BrentSolver solver() {
        return new BrentSolver(1e-16, 1e-16, 1e-12);
    }

    private static IllegalArgumentException outOfReach(double e0, double lowest, double highest) {
        return new IllegalArgumentException(
                "e0: got " + e0 + ", expected " + lowest + " to " + highest + " years with this standard");
    }
}
