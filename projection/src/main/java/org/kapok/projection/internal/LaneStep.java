package org.kapok.projection.internal;

/**
 * One step of one cell for many draws at once: the operations of {@link CohortStep}, with draws as lanes.
 *
 * <p>A row holds one number for each of {@link #LANES} draws. Rates are numbers, the same for all draws; factors are rows.
 * Rows are whole arrays of one fixed length, walked with one index from 0, and every operation is a small method of its
 * own: only so does the compiler turn the loops into vector instructions. Operations that belong together are one method,
 * as a row that is read once costs half of one that is read twice; hence their many parameters. Births are added last: before
 * people are stored, JDK 17 leaves the loop to scalars, which takes more than twice as long. Nothing is allocated and nothing
 * is checked. The rows of one call are different arrays.
 */
public final class LaneStep {
    /** Draws in a row: enough to make up for the cost of a call, few enough for a city to stay in the cache. */
    public static final int LANES = 128;

    private LaneStep() {}

    /** Adds a row. */
    public static void add(double[] target, double[] row) {
        for (int l = 0; l < LANES; l++) {
            target[l] += row[l];
        }
    }

    /** Adds a row times a number. */
    public static void add(double[] target, double[] row, double times) {
        for (int l = 0; l < LANES; l++) {
            target[l] += row[l] * times;
        }
    }

    /** Multiplies by a row. */
    public static void multiply(double[] target, double[] factor) {
        for (int l = 0; l < LANES; l++) {
            target[l] *= factor[l];
        }
    }

    /** Ages people into a group of which the share {@code fm q} dies, and counts them. */
    public static void survive(double[] people, double[] fm, double q, double[] deaths, double[] sum) {
        for (int l = 0; l < LANES; l++) {
            double start = people[l];
            double dead = start * (fm[l] * q);
            double left = start - dead;
            people[l] = left;
            deaths[l] += dead;
            sum[l] += left;
        }
    }

    /** As {@link #survive} of two groups, one after the other, that are counted in the same sum. */
    public static void survivePair(
            double[] older,
            double[] younger,
            double[] fm,
            double qOlder,
            double qYounger,
            double[] deaths,
            double[] sum) {
        for (int l = 0; l < LANES; l++) {
            double olderStart = older[l];
            double youngerStart = younger[l];
            double olderDead = olderStart * (fm[l] * qOlder);
            double youngerDead = youngerStart * (fm[l] * qYounger);
            double olderLeft = olderStart - olderDead;
            double youngerLeft = youngerStart - youngerDead;
            older[l] = olderLeft;
            younger[l] = youngerLeft;
            deaths[l] = deaths[l] + olderDead + youngerDead;
            sum[l] = sum[l] + olderLeft + youngerLeft;
        }
    }

    /** As {@link #survive}, of women with births at {@code fStart} before and {@code fEnd} after. */
    public static void surviveBearing(
            double[] people,
            double[] fm,
            double q,
            double[] deaths,
            double[] sum,
            double fStart,
            double fEnd,
            double[] births) {
        for (int l = 0; l < LANES; l++) {
            double start = people[l];
            double dead = start * (fm[l] * q);
            double left = start - dead;
            people[l] = left;
            deaths[l] += dead;
            sum[l] += left;
            births[l] += start * fStart + left * fEnd;
        }
    }

    /**
     * Lets half of the migrants join, ages people, lets the other half join and some leave for other regions.
     *
     * @param f0 factor of the migrants {@code m0} of the group left
     * @param f1 factor of the migrants {@code m1} of the group reached
     * @param out rate of leaving, times the factor {@code fo}
     * @param pool to which those who leave are added
     */
    public static void even(
            double[] people,
            double[] fm,
            double q,
            double[] deaths,
            double[] f0,
            double m0,
            double[] f1,
            double m1,
            double[] fo,
            double out,
            double[] pool) {
        for (int l = 0; l < LANES; l++) {
            double start = people[l] + f0[l] * m0;
            double dead = start * (fm[l] * q);
            double left = start - dead + f1[l] * m1;
            double moved = left * (fo[l] * out);
            people[l] = left - moved;
            deaths[l] += dead;
            pool[l] += moved;
        }
    }

    /** As {@link #even}, of women with births. */
    public static void evenBearing(
            double[] people,
            double[] fm,
            double q,
            double[] deaths,
            double[] f0,
            double m0,
            double[] f1,
            double m1,
            double[] fo,
            double out,
            double[] pool,
            double fStart,
            double fEnd,
            double[] births) {
        for (int l = 0; l < LANES; l++) {
            double start = people[l] + f0[l] * m0;
            double dead = start * (fm[l] * q);
            double left = start - dead + f1[l] * m1;
            double moved = left * (fo[l] * out);
            people[l] = left - moved;
            deaths[l] += dead;
            pool[l] += moved;
            births[l] += start * fStart + left * fEnd;
        }
    }

    /**
     * Ages people, lets migrants arrive and leave at the end of the step, and some leave for other regions.
     *
     * @param arrivals of the group reached, times the factor {@code fa}
     * @param arrivalRate further arrivals per survivor
     * @param departureRate per survivor, times the factor {@code fd}
     */
    public static void end(
            double[] people,
            double[] fm,
            double q,
            double[] deaths,
            double[] fa,
            double arrivals,
            double arrivalRate,
            double[] fd,
            double departureRate,
            double[] fo,
            double out,
            double[] pool) {
        for (int l = 0; l < LANES; l++) {
            double start = people[l];
            double dead = start * (fm[l] * q);
            double left = start - dead;
            double present = left + fa[l] * (arrivals + arrivalRate * left) - left * (fd[l] * departureRate);
            double moved = present * (fo[l] * out);
            people[l] = present - moved;
            deaths[l] += dead;
            pool[l] += moved;
        }
    }

    /** As {@link #end}, of women with births: survivors count, not those who join. */
    public static void endBearing(
            double[] people,
            double[] fm,
            double q,
            double[] deaths,
            double[] fa,
            double arrivals,
            double arrivalRate,
            double[] fd,
            double departureRate,
            double[] fo,
            double out,
            double[] pool,
            double fStart,
            double fEnd,
            double[] births) {
        for (int l = 0; l < LANES; l++) {
            double start = people[l];
            double dead = start * (fm[l] * q);
            double left = start - dead;
            double present = left + fa[l] * (arrivals + arrivalRate * left) - left * (fd[l] * departureRate);
            double moved = present * (fo[l] * out);
            people[l] = present - moved;
            deaths[l] += dead;
            pool[l] += moved;
            births[l] += start * fStart + left * fEnd;
        }
    }

    /** Receives a share of a pool, and counts people. */
    public static void receive(double[] people, double[] pool, double share, double[] sum) {
        for (int l = 0; l < LANES; l++) {
            double present = people[l] + pool[l] * share;
            people[l] = present;
            sum[l] += present;
        }
    }

    /** Two statuses receive their shares, then some change from the first to the second, and both are counted. */
    public static void receiveAndChange(
            double[] from,
            double[] fromPool,
            double fromShare,
            double[] to,
            double[] toPool,
            double toShare,
            double[] fs,
            double rate,
            double[] fromSum,
            double[] toSum) {
        for (int l = 0; l < LANES; l++) {
            double present = from[l] + fromPool[l] * fromShare;
            double changed = present * (fs[l] * rate);
            double left = present - changed;
            double joined = to[l] + toPool[l] * toShare + changed;
            from[l] = left;
            to[l] = joined;
            fromSum[l] += left;
            toSum[l] += joined;
        }
    }

    /** Counts those of a status who change. */
    public static void count(double[] people, double[] fs, double rate, double[] changed) {
        for (int l = 0; l < LANES; l++) {
            changed[l] = people[l] * (fs[l] * rate);
        }
    }

    /** Takes those who change from one status to another. */
    public static void change(double[] from, double[] to, double[] changed) {
        for (int l = 0; l < LANES; l++) {
            from[l] -= changed[l];
            to[l] += changed[l];
        }
    }
}
