package org.kapok.core.fertility;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.kapok.core.AgeGroups;

/**
 * Fertility rates by birth order: births of each order per year and woman of any parity. They add up to the rates of all
 * orders. Orders count from 1; the last one holds all higher orders too, such as 3 for third and later births.
 *
 * @see "Preston, Heuveline and Guillot (2001), Demography: Measuring and Modeling Population Processes, ch. 5"
 */
public final class FertilityByOrder {
    private final AgeGroups ages;
    private final double[][] asfr; // [order - 1][age]

    private FertilityByOrder(AgeGroups ages, double[][] asfr) {
        this.ages = ages;
        this.asfr = asfr;
    }

    /**
     * The rates of each order.
     *
     * @param asfr births of the order per woman-year, shape [order - 1][age], finite, 0 or more; 0 in the open group,
     *     above 0 somewhere
     */
    public static FertilityByOrder of(AgeGroups ages, double[][] asfr) {
        requireShape("asfr", ages, asfr);
        double[][] copy = new double[asfr.length][];
        for (int k = 0; k < asfr.length; k++) {
            copy[k] = asfr[k].clone();
            for (int age = 0; age < copy[k].length; age++) {
                if (!(copy[k][age] >= 0 && copy[k][age] < Double.POSITIVE_INFINITY)) {
                    throw new IllegalArgumentException("FertilityByOrder.asfr, order " + (k + 1) + ", age "
                            + ages.label(age) + ": got " + copy[k][age] + ", expected 0 or more, finite");
                }
            }
        }
        FertilityByOrder rates = new FertilityByOrder(ages, copy);
        rates.total(); // refuses rates that are 0 throughout, or not in the open group
        return rates;
    }

    /**
     * The rates of all orders, parted by the orders of the births.
     *
     * @param shares share of the births of a woman of the age that are of the order, shape [order - 1][age], 0 to 1; they
     *     add up to 1 at each age with births
     */
    public static FertilityByOrder ofShares(FertilityRates total, double[][] shares) {
        AgeGroups ages = total.ages();
        requireShape("shares", ages, shares);
        requireSharesAddUp(total, shares);
        double[][] asfr = new double[shares.length][ages.count()];
        for (int k = 0; k < shares.length; k++) {
            for (int age = 0; age < ages.open(); age++) {
                asfr[k][age] = shares[k][age] * total.asfr(age);
            }
        }
        return of(ages, asfr);
    }

    /**
     * The rates of women by parity, the number of children they have: the births of order k are those of women of parity
     * k - 1, the last order those of all higher parities.
     *
     * @param women share of women of the age who are of the parity, shape [parity][age], 0 to 1, at most 1 in all
     * @param rates births per year and woman of the parity, shape [parity][age], as for {@link #of}
     */
    public static FertilityByOrder ofParities(AgeGroups ages, double[][] women, double[][] rates) {
        requireShape("women", ages, women);
        requireShape("rates", ages, rates);
        if (women.length != rates.length) {
            throw new IllegalArgumentException("FertilityByOrder.women: got " + women.length
                    + " parities, expected as many as of rates, " + rates.length);
        }
        double[][] asfr = new double[rates.length][ages.count()];
        for (int age = 0; age < ages.count(); age++) {
            double sum = 0;
            for (int parity = 0; parity < rates.length; parity++) {
                sum += requireShare("women, parity " + parity, ages, age, women[parity][age]);
                asfr[parity][age] = women[parity][age] * rates[parity][age];
            }
            if (sum > 1 + 1e-9) {
                throw new IllegalArgumentException("FertilityByOrder.women, age " + ages.label(age)
                        + ": got shares of parities that add up to " + sum + ", expected 1 or less");
            }
        }
        return of(ages, asfr);
    }

    public AgeGroups ages() {
        return ages;
    }

    /** The highest order, which holds those above it too. */
    public int orders() {
        return asfr.length;
    }

    /** Births of the order per woman-year, shape [age]. */
    public double[] asfr(int order) {
        return asfr[order - 1].clone();
    }

    /** Births of the order per woman at the rates of all ages. */
    public double tfr(int order) {
        double tfr = 0;
        for (int age = 0; age < ages.open(); age++) {
            tfr += ages.width(age) * asfr[order - 1][age];
        }
        return tfr;
    }

    /** The rates of all orders together. */
    public FertilityRates total() {
        double[] total = new double[ages.count()];
        for (double[] ofOrder : asfr) {
            for (int age = 0; age < total.length; age++) {
                total[age] += ofOrder[age];
            }
        }
        return FertilityRates.of(ages, total);
    }

    /**
     * The rates with those of an order and all higher ones raised by one factor, as by a policy that allows a third
     * child: more women go on to that order, and of them as many as before to each next one.
     *
     * @param order 1 to {@link #orders}
     * @param factor 0 or more; it may not raise the births of the order per woman above those of the order before, which
     *     an order that holds higher ones too cannot show
     */
    public FertilityByOrder withUplift(int order, double factor) {
        double[] factors = new double[ages.count()];
        Arrays.fill(factors, factor);
        return withUplift(order, factors);
    }

    /**
     * The same with a factor by age, as where older women answer less to a policy.
     *
     * @param factors shape [age], each 0 or more
     */
    public FertilityByOrder withUplift(int order, double[] factors) {
        if (order < 1 || order > orders()) {
            throw new IllegalArgumentException(
                    "FertilityByOrder.withUplift: got order " + order + ", expected 1 to " + orders());
        }
        if (factors.length != ages.count()) {
            throw new IllegalArgumentException("FertilityByOrder.withUplift: got " + factors.length
                    + " factors, expected " + ages.count() + ", one per age group");
        }
        double[][] raised = new double[orders()][];
        for (int k = 0; k < raised.length; k++) {
            double[] ofOrder = asfr[k];
            raised[k] = k < order - 1
                    ? ofOrder
                    : IntStream.range(0, ofOrder.length)
                            .mapToDouble(age -> ofOrder[age] * requireFactor(age, factors[age]))
                            .toArray();
        }
        FertilityByOrder rates = of(ages, raised);
        if (order > 1 && order < orders() && rates.tfr(order) > tfr(order) && rates.tfr(order) > rates.tfr(order - 1)) {
            throw new IllegalArgumentException("FertilityByOrder.withUplift, order " + order + ": got "
                    + rates.tfr(order) + " births per woman, expected at most those of the order before, "
                    + rates.tfr(order - 1));
        }
        return rates;
    }

    private double requireFactor(int age, double factor) {
        if (!(factor >= 0 && factor < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("FertilityByOrder.withUplift, age " + ages.label(age) + ": got factor "
                    + factor + ", expected 0 or more, finite");
        }
        return factor;
    }

    private static void requireShape(String what, AgeGroups ages, double[][] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("FertilityByOrder." + what + ": got none, expected 1 or more orders");
        }
        for (double[] ofOrder : values) {
            if (ofOrder.length != ages.count()) {
                throw new IllegalArgumentException("FertilityByOrder." + what + ": got " + ofOrder.length
                        + " values, expected " + ages.count() + ", one per age group");
            }
        }
    }

    private static void requireSharesAddUp(FertilityRates total, double[][] shares) {
        AgeGroups ages = total.ages();
        for (int age = 0; age < ages.open(); age++) {
            double sum = 0;
            for (int k = 0; k < shares.length; k++) {
                sum += requireShare("shares, order " + (k + 1), ages, age, shares[k][age]);
            }
            if (total.asfr(age) > 0 && Math.abs(sum - 1) > 1e-9) {
                throw new IllegalArgumentException("FertilityByOrder.shares, age " + ages.label(age) + ": got a sum of "
                        + sum + " over orders, expected 1");
            }
        }
    }

    private static double requireShare(String what, AgeGroups ages, int age, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "FertilityByOrder." + what + ", age " + ages.label(age) + ": got " + share + ", expected 0 to 1");
        }
        return share;
    }
}
