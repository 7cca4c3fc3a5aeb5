package org.kapok.scenario.estimate;

import java.util.List;
import org.kapok.core.Axis;
import org.kapok.core.Cube;
import org.kapok.core.Population;
import org.kapok.core.Selection;
import org.kapok.core.Sex;
import org.kapok.core.mortality.LifeTable;

/**
 * Fertility by district and mother's status from the children of the census.
 *
 * <p>Children aged 0 are brought back to the births of the year before the census; registered children of
 * non-registered mothers are given back to those; the births over those expected of the women by the standard pattern
 * are the level. It is the fertility whose children live in the city: births elsewhere and children left with
 * grandparents are not in it.
 *
 * @param tfr children per woman by region and status
 * @param pattern share of the TFR by single age, adding up to 1
 * @param srb males born per female born
 */
record FertilityEstimate(Cube tfr, Cube pattern, double srb) {

    /**
     * Estimates fertility.
     *
     * @param lifeTables the life tables of the base year by sex
     */
    static FertilityEstimate of(CityFacts facts, Population base, List<LifeTable> lifeTables) {
        double[] pattern = pattern(facts);
        double crossing = facts.number("crossing_share");
        int regions = facts.regions().size();
        double[] births = new double[regions * 3];
        double[] women = new double[regions * 3];
        double[] ofSex = new double[2];
        for (int region = 0; region < regions; region++) {
            double[] children = new double[2];
            for (int status = 0; status < 2; status++) {
                for (Sex sex : Sex.values()) {
                    double born = base.persons(region, status, sex, 0)
                            / lifeTables.get(sex.ordinal()).Lx(0);
                    children[status] += born;
                    ofSex[sex.ordinal()] += born;
                }
            }
            double nonRegistered = children[BaseEstimate.NON_REGISTERED] / (1 - crossing);
            births[region * 3 + BaseEstimate.NON_REGISTERED] = nonRegistered;
            births[region * 3] = children[BaseEstimate.REGISTERED] - crossing * nonRegistered;
            if (!(births[region * 3] >= 0)) {
                throw new IllegalArgumentException("FertilityEstimate, region "
                        + facts.regions().get(region).id() + ": got " + births[region * 3]
                        + " births of registered mothers, expected 0 or more; crossing_share is too large");
            }
            for (int status = 0; status < 3; status++) {
                women[region * 3 + status] = expected(base, region, status, pattern);
            }
        }
        Cube tfr = Cube.generate(
                List.of(base.space().axes().get(0), base.space().axes().get(1)),
                index -> index[1] == BaseEstimate.AWAY
                        ? level(births, women, BaseEstimate.REGISTERED)
                        : births[index[0] * 3 + index[1]] / women[index[0] * 3 + index[1]]);
        Cube shares = Cube.of(List.of(Axis.ages(CityFacts.AGES)), pattern);
        return new FertilityEstimate(tfr, shares, ofSex[Sex.MALE.ordinal()] / ofSex[Sex.FEMALE.ordinal()]);
    }

    private static double[] pattern(CityFacts facts) {
        double[] pattern = facts.standardFertility().clone();
        double sum = BaseEstimate.sum(pattern);
        for (int age = 0; age < pattern.length; age++) {
            pattern[age] /= sum;
        }
        return pattern;
    }

    /** Births expected of the women of a region and status at a TFR of 1. */
    private static double expected(Population base, int region, int status, double[] pattern) {
        double[] women = base.byAge(
                region, Selection.status(BaseEstimate.STATUSES.get(status).id()).of(Sex.FEMALE));
        double births = 0;
        for (int age = 0; age < pattern.length; age++) {
            births += women[age] * pattern[age];
        }
        return births;
    }

    /** The level of all regions together. */
    private static double level(double[] births, double[] women, int status) {
        double born = 0;
        double expected = 0;
        for (int at = status; at < births.length; at += 3) {
            born += births[at];
            expected += women[at];
        }
        return born / expected;
    }
}
