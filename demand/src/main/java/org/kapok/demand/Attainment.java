package org.kapok.demand;

import java.util.Objects;
import org.kapok.core.AgeGroups;
import org.kapok.core.Selection;
import org.kapok.core.Sex;

/**
 * What people have learned, by cohort: {@code sum(persons x value of their year of birth)}. Schooling ends early in life,
 * so a cohort keeps its value and a population changes as old cohorts leave and young ones come.
 *
 * <p>The value is a share, such as of those with a degree, or a mean, such as years of schooling; divided by the people
 * it gives the share or mean of a population. Who moves in is taken to have the value of their cohort here. People of one
 * completed age were born in two calendar years; the value is read between them, at the middle of the births.
 *
 * @param people who is counted
 * @param female the value of women by year of birth
 * @param male the value of men by year of birth
 * @see "Lutz, Butz and KC (2014), World Population and Human Capital in the Twenty-First Century, ch. 2"
 */
public record Attainment(Selection people, YearPath female, YearPath male) implements ServiceModel {
    public Attainment {
        Objects.requireNonNull(people, "people");
        female.requireBetween(0, Double.MAX_VALUE, "Attainment.female");
        male.requireBetween(0, Double.MAX_VALUE, "Attainment.male");
    }

    @Override
    public double[] byRegion(Situation situation) {
        AgeGroups ages = situation.people().space().ages();
        double[] sums = situation.people().nothing();
        for (Sex sex : people.sexes()) {
            double[] values = new double[ages.count()];
            for (int age = 0; age < values.length; age++) {
                values[age] = cohort(sex == Sex.FEMALE ? female : male, situation, ages, age);
            }
            double[] part = situation.people().weighted(people.of(sex), values);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += part[i];
            }
        }
        return sums;
    }

    /** The value of an age group: that of the mean birthday of the group, its open end taken as one year wide. */
    private static double cohort(YearPath values, Situation situation, AgeGroups ages, int age) {
        double width = age == ages.open() ? 1 : ages.width(age);
        double date = situation.people().date().getYear()
                + (situation.people().date().getDayOfYear() - 1.0)
                        / situation.people().date().lengthOfYear();
        double born = date - ages.start(age) - width / 2; // 2020.5 is the middle of 2020
        int year = (int) Math.floor(born - 0.5);
        double share = born - 0.5 - year;
        return (1 - share) * values.at(year) + share * values.at(year + 1);
    }
}
