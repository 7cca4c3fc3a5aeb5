package org.kapok.projection.internal;

/**
 * One step of one profile, operation by operation, on plain arrays.
 *
 * <p>Every array is [profile][age] unless it says otherwise; {@code at} is where the profile starts, {@code ages} its
 * length. Nothing is allocated and nothing is checked: inputs come from valid values.
 *
 * <p>Source of the algebra: United Nations, bayesPop routine CCM and ccmppWPP {@code project_ccmpp_z_by_z}; Preston,
 * Heuveline and Guillot (2001), Demography, ch. 6.
 */
public final class CohortStep {
    private CohortStep() {}

    /**
     * Ages people by one group and lets them die. Newborns are added later.
     *
     * @param start people at the start
     * @param s survival ratios by the group survived into, from {@code sAt} on; the open one is pooled
     * @param end filled with survivors, nobody in the first group
     * @param deaths filled with deaths by the group reached, none in the first group
     */
    public static void survive(double[] start, double[] s, int sAt, double[] end, double[] deaths, int at, int ages) {
        int open = ages - 1;
        end[at] = 0;
        deaths[at] = 0;
        for (int x = 1; x < open; x++) {
            double survivors = start[at + x - 1] * s[sAt + x];
            end[at + x] = survivors;
            deaths[at + x] = start[at + x - 1] - survivors;
        }
        double entering = start[at + open - 1] + start[at + open];
        end[at + open] = entering * s[sAt + open];
        deaths[at + open] = entering - end[at + open];
    }

    /**
     * Births of a step: rates times the mean of the women of an age at its start and at its end.
     *
     * @param asfr births per woman per year, from {@code asfrAt} on
     * @return births of both sexes in {@code years} years
     */
    public static double births(
            double[] womenStart, double[] womenEnd, int at, double[] asfr, int asfrAt, int ages, double years) {
        double births = 0;
        for (int x = 0; x < ages; x++) {
            births += asfr[asfrAt + x] * (womenStart[at + x] + womenEnd[at + x]);
        }
        return 0.5 * years * births;
    }

    /** Lets newborns die on the way to the end of the step; {@code s} as in {@link #survive}. */
    public static void bear(double newborns, double[] s, int sAt, double[] end, double[] deaths, int at) {
        double survivors = newborns * s[sAt];
        end[at] += survivors;
        deaths[at] += newborns - survivors;
    }

    /**
     * Counts who leaves: a rate times the people exposed.
     *
     * @param rate per person per year, from {@code rateAt} on
     * @param leaving filled with persons who leave in {@code years} years
     */
    public static void leave(
            double[] people, int at, double[] rate, int rateAt, double[] leaving, int ages, double years) {
        for (int x = 0; x < ages; x++) {
            leaving[at + x] = years * rate[rateAt + x] * people[at + x];
        }
    }

    /** Adds {@code factor} times the flows of a profile to its people. */
    public static void add(double[] flow, int flowAt, double factor, double[] people, int at, int ages) {
        for (int x = 0; x < ages; x++) {
            people[at + x] += factor * flow[flowAt + x];
        }
    }

    /** Fills {@code target} with {@code factor} times {@code source}. */
    public static void scale(double[] source, int sourceAt, double factor, double[] target, int at, int ages) {
        for (int x = 0; x < ages; x++) {
            target[at + x] = factor * source[sourceAt + x];
        }
    }

    /** Fills {@code arriving} with the share of the pool that a region receives. */
    public static void receive(
            double[] pool, int poolAt, double[] share, int shareAt, double[] arriving, int at, int ages) {
        for (int x = 0; x < ages; x++) {
            arriving[at + x] = pool[poolAt + x] * share[shareAt + x];
        }
    }
}
