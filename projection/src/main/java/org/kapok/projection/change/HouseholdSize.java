package org.kapok.projection.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.kapok.core.Axis;
import org.kapok.core.Cube;

/** How many people share a household, as modelled for a region. */
public sealed interface HouseholdSize {
    /**
     * People per household at a reference date.
     *
     * @param year the year of the reference date
     * @param people people in households by sex and age; only their proportions matter
     * @return above 0
     */
    double in(int year, Cube people);

    /**
     * People over the households that they represent: {@code sum(people) / sum(people x rate)}.
     *
     * @param rates household representatives per person in a household, 0 to 1, over any of the year of populations,
     *     sex and age; ages are the first ages of the projection's groups, or of groups made of them from age 0 on
     * @see "Department for Communities and Local Government (2016), Household projections: methodology"
     */
    record Representatives(Cube rates) implements HouseholdSize {
        private static final String RATES = "Representatives.rates";

        public Representatives {
            Objects.requireNonNull(rates, "rates");
            TableChecks.within(RATES, rates, List.of(Axis.YEAR, Axis.SEX, Axis.AGE), 0, 1);
        }

        @Override
        public double in(int year, Cube people) {
            Cube own = byAge(TableChecks.inYear(RATES, rates, Integer.toString(year)), people.axis(Axis.AGE));
            double households = people.times(own).total();
            if (!(households > 0)) {
                throw new IllegalArgumentException(RATES + ", year " + year + ": got " + households + " households of "
                        + people.total() + " people, expected more than 0");
            }
            return people.total() / households;
        }

        /** The rates by the ages of people: each that of the group with the last first age not above it. */
        private static Cube byAge(Cube rates, Axis ages) {
            if (!rates.has(Axis.AGE)) {
                return rates;
            }
            Axis groups = rates.axis(Axis.AGE);
            groups.labels().forEach(ages::indexOf);
            int[] group = new int[ages.size()];
            int last = -1;
            for (int age = 0; age < group.length; age++) {
                int own = groups.labels().indexOf(ages.labels().get(age));
                if (own >= 0 && own != last + 1 || own < 0 && last < 0) {
                    throw new IllegalArgumentException(
                            RATES + ": got ages " + groups.labels() + ", expected ascending first ages from "
                                    + ages.labels().get(0) + " on");
                }
                last = Math.max(last, own);
                group[age] = last;
            }
            List<Axis> axes = new ArrayList<>(rates.axes());
            int position = axes.indexOf(groups);
            axes.set(position, ages);
            return Cube.generate(axes, index -> {
                int[] at = index.clone();
                at[position] = group[index[position]];
                return rates.at(at);
            });
        }
    }

    /**
     * A size that is given.
     *
     * @param size people per household, above 0, by the year of populations at most
     */
    record Path(Cube size) implements HouseholdSize {
        public Path {
            Objects.requireNonNull(size, "size");
            TableChecks.within("Path.size", size, List.of(Axis.YEAR), Double.MIN_VALUE, Double.MAX_VALUE);
        }

        @Override
        public double in(int year, Cube people) {
            return TableChecks.inYear("Path.size", size, Integer.toString(year)).at();
        }
    }
}
