package org.kapok.demand;

import java.util.Objects;
import java.util.function.Function;

/**
 * What demand is computed for: people, and the years whose participation and occupancy hold. The three belong together
 * in a forecast; apart, they show what each contributes to a change.
 *
 * @param people the people to serve
 * @param participation the year whose standards, rates of use and shares hold
 * @param occupancy the year whose occupancy holds
 * @param demandOf the demand in the same situation for each of the services in {@link ServiceModel#references}, shape
 *     [region x population] as in {@link People}
 */
public record Situation(People people, int participation, int occupancy, Function<String, double[]> demandOf) {
    public Situation {
        Objects.requireNonNull(people, "people");
        Objects.requireNonNull(demandOf, "demandOf");
    }

    /** The situation at the date of the people. */
    static Situation of(People people, Function<String, double[]> demandOf) {
        int year = people.date().getYear();
        return new Situation(people, year, year, demandOf);
    }
}
