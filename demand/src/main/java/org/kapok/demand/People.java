package org.kapok.demand;

import java.time.LocalDate;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.core.Population;
import org.kapok.core.Selection;

/**
 * The people that services serve, as sums: of one population, or of many with the same cells and date at once.
 *
 * <p>Sums come by region and, within a region, by population: that of population i of n in region r is at {@code r n + i}.
 * What is computed element by element is right for one population and for many.
 */
public interface People {
    /** The cells. */
    CellSpace space();

    /** The date. */
    LocalDate date();

    /** How many populations, 1 or more. */
    int populations();

    /** The selected persons, shape [region x population]; the caller may change it. */
    double[] count(Selection people);

    /** The sum of persons times a weight over all axes of the cells, shape [region x population]; as {@link #count}. */
    double[] weighted(Cube weights);

    /** The sum of selected persons times the weight of their age group, shape [age]; as {@link #count}. */
    double[] weighted(Selection people, double[] byAge);

    /** Zeros in the shape of a sum. */
    default double[] nothing() {
        return new double[space().regions().size() * populations()];
    }

    /** The sums of one population. */
    static People of(Population population) {
        return new OnePopulation(population);
    }
}
