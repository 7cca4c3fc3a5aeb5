package org.kapok.core.quality;

import java.util.Set;

/** Indices of age heaping: how far people's stated ages crowd on some last digits. */
public final class AgeHeaping {
    private static final int DIGITS = 10;

    private AgeHeaping() {}

    /**
     * Whipple's index: persons at ages with the given last digits over their expected share of all.
     *
     * <p>The denominator runs two years beyond the first and last ages with digits of {@code digits}, as 23 to 62 for
     * digits 0 and 5 from 25 to 60.
     *
     * @param persons by single years
     * @param from first age of the numerator, 2 or more
     * @param to last age of the numerator
     * @param digits last digits counted, such as 0 and 5
     * @return 1 without heaping; 5 where everyone's age ends in 0 or 5, if both are counted
     * @see "Shryock and Siegel (1973), The Methods and Materials of Demography, ch. 8"
     */
    public static double whipple(double[] persons, int from, int to, Set<Integer> digits) {
        requireAges(persons, from - 2, to + 2);
        double heaped = 0;
        for (int x = from; x <= to; x++) {
            heaped += digits.contains(x % DIGITS) ? persons[x] : 0;
        }
        return heaped * DIGITS / digits.size() / sum(persons, from - 2, to + 2);
    }

    /**
     * Noumbissi's index of one digit: persons at ages ending in it over a fifth of those within two years of each.
     *
     * @param from first age, 2 or more
     * @param to last age
     * @param digit the last digit, 0 to 9
     * @return 1 without heaping
     * @see "Noumbissi (1992), L'indice de Whipple modifié, Population 47(4)"
     */
    public static double noumbissi(double[] persons, int from, int to, int digit) {
        requireAges(persons, from - 2, to + 2);
        double heaped = 0;
        double around = 0;
        for (int x = from; x <= to; x++) {
            if (x % DIGITS == digit) {
                heaped += persons[x];
                around += sum(persons, x - 2, x + 2);
            }
        }
        return 5 * heaped / around;
    }

    /**
     * Spoorenberg's total: the distance of Noumbissi's indices from 1, added up over the ten digits.
     *
     * @return 0 without heaping
     * @see "Spoorenberg (2007), Quality of age reporting: extension and application of the modified Whipple's index,
     *     Population-E 62(4)"
     */
    public static double spoorenberg(double[] persons, int from, int to) {
        double total = 0;
        for (int digit = 0; digit < DIGITS; digit++) {
            total += Math.abs(1 - noumbissi(persons, from, to, digit));
        }
        return total;
    }

    /**
     * Myers' blended index: the share of persons who would have to report another last digit.
     *
     * @param from first age, whose last digit is 0
     * @param to last age, whose last digit is 9
     * @return per cent, 0 without heaping to 90 where all ages end in one digit
     * @see "Myers (1940), Errors and bias in the reporting of ages in census data, Transactions of the Actuarial Society
     *     of America 41"
     */
    public static double myers(double[] persons, int from, int to) {
        requireAges(persons, from, to);
        if (from % DIGITS != 0 || to % DIGITS != DIGITS - 1 || to - from < 2 * DIGITS - 1) {
            throw new IllegalArgumentException("AgeHeaping.myers: got ages " + from + " to " + to
                    + ", expected two or more whole decades, as 10 to 89");
        }
        double[] blended = new double[DIGITS];
        double all = 0;
        for (int x = from; x <= to; x++) {
            int digit = x % DIGITS;
            // Ten spans start at the ten digits in turn: each leaves out the head of the first decade or the last's
            // tail.
            double weight = x < from + DIGITS ? digit + 1 : x > to - DIGITS ? DIGITS - 1 - digit : DIGITS;
            blended[digit] += weight * persons[x];
            all += weight * persons[x];
        }
        double distance = 0;
        for (double digit : blended) {
            distance += Math.abs(digit / all - 1.0 / DIGITS);
        }
        return 100 * distance / 2;
    }

    private static void requireAges(double[] persons, int from, int to) {
        if (from < 0 || to < from || to >= persons.length) {
            throw new IllegalArgumentException(
                    "AgeHeaping: got ages " + from + " to " + to + ", expected some of 0 to " + (persons.length - 1));
        }
    }

    private static double sum(double[] persons, int from, int to) {
        double sum = 0;
        for (int x = from; x <= to; x++) {
            sum += persons[x];
        }
        return sum;
    }
}
