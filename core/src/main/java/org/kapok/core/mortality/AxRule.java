package org.kapok.core.mortality;

import java.util.Arrays;
import org.kapok.core.AgeGroups;
import org.kapok.core.Sex;

/** How {@code ax} follows from the death rates; the open group's is {@code 1 / m} under every rule. */
interface AxRule {
    /** {@code ax} of closed groups, years, with any value in the open one. */
    double[] closedAx(AgeGroups ages, double[] mx);

    /** {@code ax} of all groups, years. */
    default double[] ax(AgeGroups ages, double[] mx) {
        double[] ax = closedAx(ages, mx);
        ax[ages.open()] = 1 / mx[ages.open()];
        return ax;
    }

    /**
     * {@code ax} that are given. A table closed at a younger age takes those below it; a table on single years instead
     * takes {@code a0} and 0.5 above.
     */
    static AxRule given(AgeGroups givenAges, double[] givenAx) {
        double[] kept = givenAx.clone();
        return (ages, mx) -> {
            int count = ages.count();
            boolean same = count <= kept.length
                    && ages.starts().equals(givenAges.starts().subList(0, count));
            return same ? Arrays.copyOf(kept, count) : singleYears(ages, kept[0]);
        };
    }

    private static double[] singleYears(AgeGroups ages, double a0) {
        double[] ax = new double[ages.count()];
        Arrays.fill(ax, 0.5);
        ax[0] = a0;
        return ax;
    }

    /**
     * Infants and ages 1-4 by an {@link A0Rule}, single years at their middle, groups of five years by {@link GroupAx}.
     *
     * @param maleShare 1 for males, 0 for females, the share of boys at birth for both sexes
     */
    record Standard(A0Rule a0Rule, double maleShare, GroupAx groupAx, GrevilleEnd end) implements AxRule {
        private static final int FLOOR_FROM = 45;
        private static final double FLOOR = 0.97; // of the United Nations' life tables, kept by MortCast

        @Override
        public double[] closedAx(AgeGroups ages, double[] mx) {
            double a0 = mixed(a0Rule.a0(mx[0], Sex.MALE), a0Rule.a0(mx[0], Sex.FEMALE));
            if (ages.uniformWidth() == 1) {
                return singleYears(ages, a0);
            }
            double[] ax = new double[ages.count()];
            ax[0] = a0;
            ax[1] = mixed(a0Rule.a1(mx[0], Sex.MALE), a0Rule.a1(mx[0], Sex.FEMALE));
            for (int age = 2; age < ages.open(); age++) {
                ax[age] = ages.start(age) < grevilleFrom() ? 2.5 : greville(ages, mx, age);
            }
            return ax;
        }

        private int grevilleFrom() {
            return switch (groupAx) {
                case GREVILLE -> 15;
                case GREVILLE_FROM_5 -> 5;
                case MIDDLE -> Integer.MAX_VALUE;
            };
        }

        private double mixed(double male, double female) {
            return maleShare * male + (1 - maleShare) * female;
        }

        /** Greville's {@code a = 2.5 - (25 / 12) (m - k)}, k the slope of ln m; 2.5 where that leaves the group. */
        private double greville(AgeGroups ages, double[] mx, int age) {
            boolean last = age == ages.open() - 1;
            int middle = last && end == GrevilleEnd.REPEATED_SLOPE ? age - 1 : age;
            double perYear = ages.start(middle) == 5 ? 1 / 9.5 : 0.1; // between the middles of the groups beside it
            double k = perYear * StrictMath.log(mx[middle + 1] / mx[middle - 1]);
            double a = 2.5 - 25.0 / 12 * (mx[age] - k);
            if (ages.start(age) >= FLOOR_FROM) {
                a = Math.max(a, FLOOR); // NaN, of two rates of 0, stays NaN
            }
            return a > 0 && a < 5 ? a : 2.5;
        }
    }
}
