package org.kapok.projection.internal;

/**
 * One step of one cell for many regions at once: the operations of {@link LaneStep} with regions as lanes, so that rates are
 * rows too, and factors numbers. What holds there of rows holds here, but that rows are longer.
 */
public final class RegionStep {
    /** Regions in a row, a constant: up to a length that varies JDK 17 leaves loops to scalars. */
    public static final int LANES = 480;

    private RegionStep() {}

    /** Adds a row. */
    public static void add(double[] people, double[] row) {
        for (int l = 0; l < LANES; l++) {
            people[l] += row[l];
        }
    }

    /** Adds a row times a number. */
    public static void add(double[] people, double[] row, double times) {
        for (int l = 0; l < LANES; l++) {
            people[l] += row[l] * times;
        }
    }

    /** Adds the product of two rows. */
    public static void addProduct(double[] people, double[] row, double[] times) {
        for (int l = 0; l < LANES; l++) {
            people[l] += row[l] * times[l];
        }
    }

    /** Takes those who change from one status to another. */
    public static void change(double[] people, double[] to, double[] changed) {
        for (int l = 0; l < LANES; l++) {
            people[l] -= changed[l];
            to[l] += changed[l];
        }
    }

    /** The sum of a row: every eighth number together, as additions that wait for each other take their time. */
    public static double sum(double[] row) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        double e = 0;
        double f = 0;
        double g = 0;
        double h = 0;
        for (int l = 0; l < LANES; l += 8) {
            a += row[l];
            b += row[l + 1];
            c += row[l + 2];
            d += row[l + 3];
            e += row[l + 4];
            f += row[l + 5];
            g += row[l + 6];
            h += row[l + 7];
        }
        return a + b + (c + d) + (e + f + (g + h));
    }

    /** Receives a share of a pool that all regions share. */
    public static void receive(double[] people, double pool, double[] share) {
        for (int l = 0; l < LANES; l++) {
            people[l] += pool * share[l];
        }
    }

    /** Two statuses receive their shares, then some change from the first to the second, and both are counted. */
    public static void receiveAndChange(
            double[] people,
            double fromPool,
            double[] fromShare,
            double[] to,
            double toPool,
            double[] toShare,
            double fs,
            double[] rate,
            double[] fromSum,
            double[] toSum) {
        for (int l = 0; l < LANES; l++) {
            double present = people[l] + fromPool * fromShare[l];
            double changed = present * (fs * rate[l]);
            double left = present - changed;
            double joined = to[l] + toPool * toShare[l] + changed;
            people[l] = left;
            to[l] = joined;
            fromSum[l] += left;
            toSum[l] += joined;
        }
    }

    /** Counts those of a status who change. */
    public static void count(double[] people, double fs, double[] rate, double[] changed) {
        for (int l = 0; l < LANES; l++) {
            changed[l] = people[l] * (fs * rate[l]);
        }
    }

    /** As {@link LaneStep#even}, with the net migrants of both groups times one factor. */
    public static void even(
            double[] people,
            double fm,
            double[] q,
            double[] deaths,
            double f,
            double[] m0,
            double[] m1,
            double fo,
            double[] out,
            double[] pool) {
        for (int l = 0; l < LANES; l++) {
            double start = people[l] + f * m0[l];
            double dead = start * (fm * q[l]);
            double left = start - dead + f * m1[l];
            double moved = left * (fo * out[l]);
            people[l] = left - moved;
            deaths[l] += dead;
            pool[l] += moved;
        }
    }

    /** As {@link #even}, of women with births. */
    public static void evenBearing(
            double[] people,
            double fm,
            double[] q,
            double[] deaths,
            double f,
            double[] m0,
            double[] m1,
            double fo,
            double[] out,
            double[] pool,
            double[] fStart,
            double[] fEnd,
            double[] births) {
        for (int l = 0; l < LANES; l++) {
            double start = people[l] + f * m0[l];
            double dead = start * (fm * q[l]);
            double left = start - dead + f * m1[l];
            double moved = left * (fo * out[l]);
            people[l] = left - moved;
            deaths[l] += dead;
            pool[l] += moved;
            births[l] += start * fStart[l] + left * fEnd[l];
        }
    }

    /** As {@link LaneStep#end}. */
    public static void end(
            double[] people,
            double fm,
            double[] q,
            double[] deaths,
            double fa,
            double[] arrivals,
            double[] arrivalRate,
            double fd,
            double[] departureRate,
            double fo,
            double[] out,
            double[] pool) {
        for (int l = 0; l < LANES; l++) {
            double start = people[l];
            double dead = start * (fm * q[l]);
            double left = start - dead;
            double present = left + fa * (arrivals[l] + arrivalRate[l] * left) - left * (fd * departureRate[l]);
            double moved = present * (fo * out[l]);
            people[l] = present - moved;
            deaths[l] += dead;
            pool[l] += moved;
        }
    }

    /** Adds the births of women who survive from one group to the next: before anything else of their step. */
    public static void bear(double[] people, double fm, double[] q, double[] fStart, double[] fEnd, double[] births) {
        for (int l = 0; l < LANES; l++) {
            double start = people[l];
            double left = start - start * (fm * q[l]);
            births[l] += start * fStart[l] + left * fEnd[l];
        }
    }
}
