package org.kapok.core.graduation;

import java.util.Arrays;
import org.kapok.core.AgeGroups;

/**
 * Rates by single years from events in age groups, such as deaths, births or moves.
 *
 * <p>Groups need not be alike, and a few events will do: the curve is as smooth as they leave it.
 */
public final class RateGraduation {
    private RateGraduation() {}

    /**
     * The penalised composite link model with exposures: a smooth curve of log rates under which the events of each
     * group are likely counts.
     *
     * <p>Groups keep their events only as closely as chance warrants, all that are fitted together keep their sum. An
     * open group that is not divided has no part in the curve; its rate is events over exposure.
     *
     * @param events finite counts of 0 or more, not all of them 0, shape [age] of {@code from}
     * @param from the ages of the events; each starts where one of {@code to} starts
     * @param exposures finite person-years of 0 or more, above 0 where there are events, shape [age] of {@code to}; where
     *     they are known by groups alone, {@link Graduation} splits them
     * @param to single years
     * @return per person-year, above 0, shape [age] of {@code to}; in an open group not divided 0 without events and NaN
     *     without exposure
     * @see "Rizzi, Gampe and Eilers (2015), Efficient estimation of smooth distributions from coarsely grouped data,
     *     American Journal of Epidemiology 182(2)"
     */
    public static double[] compositeLink(double[] events, AgeGroups from, double[] exposures, AgeGroups to) {
        requireGroups(from, to);
        requireCounts("events", events, from);
        requireCounts("exposures", exposures, to);
        int open = to.start(to.open());
        boolean divided = open > from.start(from.open());
        int groups = divided ? from.count() : from.open();
        double[] fitted = Arrays.copyOf(events, groups);
        requireExposure(fitted, from, exposures);
        if (!(Arrays.stream(fitted).sum() > 0)) {
            throw new IllegalArgumentException(
                    "RateGraduation.compositeLink, events: got none in any group to fit, expected some");
        }
        double[] rates = CompositeLink.of(fitted, from, Arrays.copyOf(exposures, divided ? open + 1 : open))
                .best("RateGraduation.compositeLink");
        if (!divided) {
            rates = Arrays.copyOf(rates, open + 1);
            rates[open] = events[from.open()] / exposures[open];
        }
        return rates;
    }

    private static void requireGroups(AgeGroups from, AgeGroups to) {
        boolean starts = to.uniformWidth() == 1 && to.starts().containsAll(from.starts());
        if (!starts || from.open() < 2) {
            throw new IllegalArgumentException(
                    "RateGraduation.compositeLink: got groups from " + from.starts() + " to " + to.starts()
                            + ", expected two or more closed groups, and single years up to their open one or on");
        }
    }

    private static void requireCounts(String name, double[] counts, AgeGroups ages) {
        if (counts.length != ages.count()) {
            throw new IllegalArgumentException("RateGraduation.compositeLink, " + name + ": got " + counts.length
                    + " numbers, expected " + ages.count());
        }
        for (int age = 0; age < counts.length; age++) {
            if (!(counts[age] >= 0 && counts[age] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("RateGraduation.compositeLink, " + name + " at age "
                        + ages.label(age) + ": got " + counts[age] + ", expected a finite number of 0 or more");
            }
        }
    }

    /** Two or more groups need exposure, and so does every group with events. */
    private static void requireExposure(double[] events, AgeGroups from, double[] exposures) {
        double[] sums = new double[from.count()];
        for (int exactAge = 0; exactAge < exposures.length; exactAge++) {
            sums[from.indexOf(exactAge)] += exposures[exactAge];
        }
        int exposed = 0;
        for (int age = 0; age < events.length; age++) {
            exposed += sums[age] > 0 ? 1 : 0;
            if (events[age] > 0 && !(sums[age] > 0)) {
                throw new IllegalArgumentException("RateGraduation.compositeLink, age " + from.label(age) + ": got "
                        + events[age] + " events without exposure, expected person-years above 0");
            }
        }
        if (exposed < 2) {
            throw new IllegalArgumentException("RateGraduation.compositeLink, exposures: got " + exposed
                    + " groups with person-years, expected two or more");
        }
    }
}
