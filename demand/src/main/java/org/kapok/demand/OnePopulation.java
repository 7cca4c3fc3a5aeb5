package org.kapok.demand;

import java.time.LocalDate;
import java.util.Objects;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.core.Population;
import org.kapok.core.Selection;

/** The sums of one population. */
record OnePopulation(Population population) implements People {
    OnePopulation {
        Objects.requireNonNull(population, "population");
    }

    @Override
    public CellSpace space() {
        return population.space();
    }

    @Override
    public LocalDate date() {
        return population.date();
    }

    @Override
    public int populations() {
        return 1;
    }

    @Override
    public double[] count(Selection people) {
        return population.byRegion(people);
    }

    @Override
    public double[] weighted(Cube weights) {
        return population.weighted(weights);
    }

    @Override
    public double[] weighted(Selection people, double[] byAge) {
        double[] sums = nothing();
        for (int region = 0; region < sums.length; region++) {
            double[] persons = population.byAge(region, people);
            for (int age = 0; age < persons.length; age++) {
                sums[region] += persons[age] * byAge[age];
            }
        }
        return sums;
    }
}
