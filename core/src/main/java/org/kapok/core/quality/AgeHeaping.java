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

    /**
     * Bachi's index: the share of persons who would have to report another last digit, each digit measured over spans
     * it starts or ends in turn.
     *
     * <p>The share of a digit is the mean of its shares in two spans of whole decades one year apart. The first starts
     * within five years of {@code from} at the digit itself or the digit five away, so that falling numbers by age weigh
     * alike on all ten.
     *
     * @param from first age, as 23
     * @param to last age, 4 years more than whole decades after {@code from}, as 77
     * @return per cent, 0 without heaping to 90 where all ages end in one digit
     * @see "Bachi (1951), The tendency to round off age returns: measurement and correction, Bulletin of the
     *     International Statistical Institute 33(4)"
     */
    public static double bachi(double[] persons, int from, int to) {
        requireAges(persons, from, to);
        if (to - from < DIGITS + 4 || (to - from - 4) % DIGITS != 0) {
            throw new IllegalArgumentException("AgeHeaping.bachi: got ages " + from + " to " + to
                    + ", expected a last age one or more decades and 4 years after the first, as 23 to 77");
        }
        double distance = 0;
        for (int digit = 0; digit < DIGITS; digit++) {
            int start = from + Math.floorMod(digit - from, 5);
            int end = start + to - from - 5;
            double share = (share(persons, start, end, digit) + share(persons, start + 1, end + 1, digit)) / 2;
            distance += Math.abs(share - 1.0 / DIGITS);
        }
        return 100 * distance / 2;
    }

    /**
     * Coale and Li's index of one digit at high ages: the mean ratio of persons at ages ending in it to a moving average
     * taken twice.
     *
     * @param from first age
     * @param to last age
     * @param terms ages in the moving average, odd and 3 or more, such as 5
     * @param digit the last digit, 0 to 9
     * @return 1 without heaping, or a little more where the curve of ages bends down
     * @see "Coale and Li (1991), The effect of age misreporting in China on the calculation of mortality rates at very
     *     high ages, Demography 28(2)"
     */
    public static double coaleLi(double[] persons, int from, int to, int terms, int digit) {
        if (terms < 3 || terms % 2 == 0) {
            throw new IllegalArgumentException(
                    "AgeHeaping.coaleLi: got an average of " + terms + " ages, expected an odd number of 3 or more");
        }
        requireAges(persons, from, to);
        int half = terms / 2;
        double ratios = 0;
        int ages = 0;
        for (int x = from + Math.floorMod(digit - from, DIGITS); x <= to; x += DIGITS) {
            requireAges(persons, x - 2 * half, x + 2 * half);
            double reference = 0;
            for (int y = x - half; y <= x + half; y++) {
                reference += sum(persons, y - half, y + half);
            }
            ratios += persons[x] * terms * terms / reference;
            ages++;
        }
        if (ages == 0) {
            throw new IllegalArgumentException("AgeHeaping.coaleLi: got ages " + from + " to " + to
                    + ", expected one or more with last digit " + digit);
        }
        return ratios / ages;
    }

    /** The share of persons from one age to another whose age ends in {@code digit}. */
    private static double share(double[] persons, int from, int to, int digit) {
        double heaped = 0;
        for (int x = from + Math.floorMod(digit - from, DIGITS); x <= to; x += DIGITS) {
            heaped += persons[x];
        }
        return heaped / sum(persons, from, to);
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
