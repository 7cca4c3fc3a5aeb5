package org.kapok.core.quality;

import java.util.Arrays;
import org.kapok.core.AgeGroups;

/**
 * How smoothly counts in five-year groups run by age and by sex: the United Nations age-sex accuracy index and its parts.
 *
 * <p>By the usual reading, an index below 20 is accurate, 20 to 40 inaccurate, above 40 highly inaccurate. Real waves of
 * births, deaths and migration raise it too.
 *
 * @param maleAgeRatioScore mean distance of male age ratios from 100, see {@link #ageRatioScore}
 * @param femaleAgeRatioScore the same of females
 * @param sexRatioScore mean change of the sex ratio from group to group, see {@link #sexRatioScore}
 * @param persons males and females of all ages, the open group included
 * @see "United Nations (1955), Methods of appraisal of quality of basic data for population estimates, Manual II"
 */
public record AgeSexAccuracy(
        double maleAgeRatioScore, double femaleAgeRatioScore, double sexRatioScore, double persons) {
    private static final int WIDTH = 5;
    private static final double SMALL_POPULATION = 1e6;

    /**
     * The scores of the closed groups that start from one age to another.
     *
     * @param males finite counts above 0, shape [age]
     * @param females finite counts above 0, shape [age]
     * @param ages groups of five years
     * @param from first exact age of the first group, such as 0 or 10
     * @param to first exact age of the last group, below the open one, such as 65
     */
    public static AgeSexAccuracy of(double[] males, double[] females, AgeGroups ages, int from, int to) {
        return new AgeSexAccuracy(
                ageRatioScore(males, ages, from, to),
                ageRatioScore(females, ages, from, to),
                sexRatioScore(males, females, ages, from, to),
                Arrays.stream(males).sum() + Arrays.stream(females).sum());
    }

    /** The index: three times the sex ratio score, and both age ratio scores. */
    public double index() {
        return 3 * sexRatioScore + maleAgeRatioScore + femaleAgeRatioScore;
    }

    /**
     * The index less what chance alone adds in a population under a million: {@code 3500 / sqrt(persons) - 3.5}.
     *
     * @return {@link #index()} itself from a million persons on
     */
    public double correctedIndex() {
        return persons < SMALL_POPULATION ? index() - 3500 / Math.sqrt(persons) + 3.5 : index();
    }

    /**
     * The mean distance from 100 of age ratios: 100 times a group over the mean of the two groups beside it.
     *
     * @param persons finite counts above 0, shape [age]
     * @return per cent, 0 where each group is the mean of its neighbours
     * @see "United Nations (1955), Manual II, ch. 3"
     */
    public static double ageRatioScore(double[] persons, AgeGroups ages, int from, int to) {
        requireGroups(ages, from, to);
        requireCounts("persons", persons, ages, from, to);
        double distance = 0;
        int first = from / WIDTH + 1;
        int last = to / WIDTH - 1;
        for (int age = first; age <= last; age++) {
            distance += Math.abs(200 * persons[age] / (persons[age - 1] + persons[age + 1]) - 100);
        }
        return distance / (last - first + 1);
    }

    /**
     * The mean change, either way, of males per 100 females from one group to the next.
     *
     * @return males per 100 females
     * @see "United Nations (1955), Manual II, ch. 3"
     */
    public static double sexRatioScore(double[] males, double[] females, AgeGroups ages, int from, int to) {
        requireGroups(ages, from, to);
        requireCounts("males", males, ages, from, to);
        requireCounts("females", females, ages, from, to);
        double change = 0;
        int first = from / WIDTH + 1;
        int last = to / WIDTH;
        for (int age = first; age <= last; age++) {
            change += 100 * Math.abs(males[age] / females[age] - males[age - 1] / females[age - 1]);
        }
        return change / (last - first + 1);
    }

    private static void requireGroups(AgeGroups ages, int from, int to) {
        if (ages.uniformWidth() != WIDTH) {
            throw new IllegalArgumentException(
                    "AgeSexAccuracy: got groups " + ages.starts() + ", expected groups of five years");
        }
        boolean starts = ages.starts().contains(from) && ages.starts().contains(to);
        if (!starts || to >= ages.start(ages.open()) || to - from < 2 * WIDTH) {
            throw new IllegalArgumentException("AgeSexAccuracy: got ages " + from + " to " + to
                    + ", expected starts of three or more closed groups of " + ages.starts());
        }
    }

    private static void requireCounts(String name, double[] persons, AgeGroups ages, int from, int to) {
        if (persons.length != ages.count()) {
            throw new IllegalArgumentException(
                    "AgeSexAccuracy." + name + ": got " + persons.length + " counts, expected " + ages.count());
        }
        for (int age = from / WIDTH; age <= to / WIDTH; age++) {
            if (!(persons[age] > 0 && persons[age] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("AgeSexAccuracy." + name + ", age " + ages.label(age) + ": got "
                        + persons[age] + ", expected a finite count above 0");
            }
        }
    }
}
