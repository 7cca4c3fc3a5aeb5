package org.kapok.demand.scorecard;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What a plan wants of an indicator.
 *
 * <p>Between the year of the baseline and that of the target the plan asks for
 * {@code baseline + (target - baseline) x years gone / years}; without a baseline, and where the baseline already meets
 * the target, for the target itself. A cumulative total starts from 0.
 *
 * @param direction which values are wanted
 * @param baseline the value the plan starts from; none where it states none
 * @param baselineYear the year of the baseline
 * @param target the value wanted
 * @param targetYear the year it is wanted in, after {@code baselineYear}
 * @param tolerance how far from the value asked for still counts as near, in the unit of the indicator, 0 or more
 */
public record Goal(
        Direction direction,
        OptionalDouble baseline,
        int baselineYear,
        double target,
        int targetYear,
        double tolerance) {
    /** Which values are wanted. */
    public enum Direction {
        /** The target or more. */
        AT_LEAST,
        /** The target or less. */
        AT_MOST,
        /** The target, within the tolerance. */
        AROUND
    }

    public Goal {
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(baseline, "baseline");
        if (!Double.isFinite(target)) {
            throw new IllegalArgumentException("Goal.target: got " + target + ", expected a finite number");
        }
        if (targetYear <= baselineYear) {
            throw new IllegalArgumentException("Goal.targetYear: got " + targetYear + ", expected a year after "
                    + baselineYear + ", that of the baseline");
        }
        if (!(tolerance >= 0) || Double.isInfinite(tolerance)) {
            throw new IllegalArgumentException("Goal.tolerance: got " + tolerance + ", expected 0 or more, finite");
        }
    }

    /** The value that the plan asks for in a year. */
    public double askedIn(int year) {
        if (baseline.isEmpty()
                || year >= targetYear
                || direction != Direction.AROUND && reaches(baseline.getAsDouble(), target)) {
            return target;
        }
        double gone = Math.max(0, year - baselineYear) / (double) (targetYear - baselineYear);
        return baseline.getAsDouble() + gone * (target - baseline.getAsDouble());
    }

    /**
     * The change a year that leads from a value in a year to the target: 0 where the target or more is wanted and the
     * value is beyond it, or the target or less and the value is below it; nothing from the target's year on.
     */
    public OptionalDouble paceFrom(double value, int year) {
        if (year >= targetYear) {
            return OptionalDouble.empty();
        }
        double change = (target - value) / (targetYear - year);
        return OptionalDouble.of(
                switch (direction) {
                    case AT_LEAST -> Math.max(0, change);
                    case AT_MOST -> Math.min(0, change) + 0.0; // no -0
                    case AROUND -> change;
                });
    }

    /** The change a year from the baseline to a value. */
    public OptionalDouble paceTo(double value, int year) {
        return baseline.isEmpty() || year <= baselineYear
                ? OptionalDouble.empty()
                : OptionalDouble.of((value - baseline.getAsDouble()) / (year - baselineYear));
    }

    /** Whether a value of the target's year is as wanted. */
    public boolean isMetBy(double value) {
        return reaches(value, target);
    }

    /** How a value of a year stands. */
    public Verdict judge(double value, int year) {
        double asked = askedIn(year);
        if (reaches(value, asked)) {
            boolean met = year >= targetYear || direction != Direction.AROUND && reaches(value, target);
            return met ? Verdict.MET : Verdict.ON_TRACK;
        }
        double near = direction == Direction.AROUND ? 2 * tolerance : tolerance;
        return Math.abs(value - asked) <= near + rounding(asked) ? Verdict.AT_RISK : Verdict.OFF_TRACK;
    }

    private boolean reaches(double value, double asked) {
        double rounding = rounding(asked);
        return switch (direction) {
            case AT_LEAST -> value >= asked - rounding;
            case AT_MOST -> value <= asked + rounding;
            case AROUND -> Math.abs(value - asked) <= tolerance + rounding;
        };
    }

    /** What solving toward a target may leave of it: 1e-6 of the value. */
    private static double rounding(double asked) {
        return 1e-6 * Math.abs(asked);
    }
}
