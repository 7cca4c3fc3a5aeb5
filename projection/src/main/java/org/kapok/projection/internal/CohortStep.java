package org.kapok.projection.internal;

/**
 * One step of one profile, operation by operation, on plain arrays.
 *
 * <p>Every array is [profile][age] unless it says otherwise; {@code at} is where the profile starts, and ages run from
 * {@code from} up to, not including, {@code to}. Nothing is allocated and nothing is checked: inputs come from valid
 * values.
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
     * @param s survival ratios by the group survived into, from {@code sAt} on
     * @param incumbents survival ratio of those already in the open group
     * @param end filled with survivors, nobody in the first group
     * @param deaths filled with deaths by the group reached, none in the first group
     */
    public static void survive(
            double[] start, double[] s, int sAt, double incumbents, double[] end, double[] deaths, int at, int ages) {
        int open = ages - 1;
        end[at] = 0;
        deaths[at] = 0;
        for (int x = 1; x < ages; x++) {
            double survivors = start[at + x - 1] * s[sAt + x];
            end[at + x] = survivors;
            deaths[at + x] = start[at + x - 1] - survivors;
        }
        double stayers = start[at + open] * incumbents;
        end[at + open] += stayers;
        deaths[at + open] += start[at + open] - stayers;
    }

    /** Fills {@code cohort} with people at the start by the group they reach; nobody in the first group. */
    public static void shift(double[] start, double[] cohort, int at, int ages) {
        cohort[at] = 0;
        System.arraycopy(start, at, cohort, at + 1, ages - 1);
        cohort[at + ages - 1] += start[at + ages - 1];
    }

    /**
     * Births of a step: rates times the mean of two counts of women.
     *
     * @param asfr births per woman per year, from {@code asfrAt} on
     * @param byMother filled with births of both sexes in {@code years} years by the mother's age, from
     *     {@code motherAt} on
     * @return births of both sexes
     */
    public static double births(
            double[] womenStart,
            double[] womenEnd,
            int at,
            double[] asfr,
            int asfrAt,
            double[] byMother,
            int motherAt,
            int ages,
            double years) {
        double births = 0;
        for (int x = 0; x < ages; x++) {
            double own = 0.5 * years * asfr[asfrAt + x] * (womenStart[at + x] + womenEnd[at + x]);
            byMother[motherAt + x] = own;
            births += own;
        }
        return births;
    }

    /** Lets newborns die on the way to the end of the step; {@code s} as in {@link #survive}. */
    public static void bear(double newborns, double[] s, int sAt, double[] end, double[] deaths, int at) {
        double survivors = newborns * s[sAt];
        end[at] += survivors;
        deaths[at] += newborns - survivors;
    }

    /**
     * Counts who moves: a rate times the people exposed.
     *
     * @param rate per person per year, from {@code rateAt} on
     * @param moving filled with persons who move in {@code years} years
     */
    public static void count(
            double[] people, int at, double[] rate, int rateAt, double[] moving, int from, int to, double years) {
        for (int x = from; x < to; x++) {
            moving[at + x] = years * rate[rateAt + x] * people[at + x];
        }
    }

    /** Adds {@code factor} times the flows of a profile to its people. */
    public static void add(double[] flow, int flowAt, double factor, double[] people, int at, int from, int to) {
        for (int x = from; x < to; x++) {
            people[at + x] += factor * flow[flowAt + x];
        }
    }

    /**
     * Lets a flow join in the middle of the step ({@code sign} 1), or leave ({@code sign} -1): it takes the mortality
     * still to bear with it.
     *
     * @param share the share of the step's mortality that is still to bear
     */
    public static void join(
            double[] flow,
            int flowAt,
            double sign,
            double[] s,
            int sAt,
            double share,
            double[] people,
            double[] deaths,
            int at,
            int from,
            int to) {
        for (int x = from; x < to; x++) {
            double moved = sign * flow[flowAt + x];
            double dead = share * (1 - s[sAt + x]) * moved;
            deaths[at + x] += dead;
            people[at + x] += moved - dead;
        }
    }

    /** Keeps departures to the people there are; {@code withheld} is filled with what could not leave. */
    public static void limit(double[] people, double[] departures, double[] withheld, int at, int from, int to) {
        for (int x = from; x < to; x++) {
            double able = Math.min(departures[at + x], people[at + x]);
            withheld[at + x] = departures[at + x] - able;
            departures[at + x] = able;
        }
    }

    /** Adds to {@code arriving} the share of those who left that goes to a region. */
    public static void receive(
            double[] leaving, int leavingAt, double[] share, int shareAt, double[] arriving, int at, int from, int to) {
        for (int x = from; x < to; x++) {
            arriving[at + x] += leaving[leavingAt + x] * share[shareAt + x];
        }
    }
}
