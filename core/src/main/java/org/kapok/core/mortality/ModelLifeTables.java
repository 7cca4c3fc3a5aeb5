package org.kapok.core.mortality;

import java.util.List;

/**
 * A family of model life tables of one sex by rising life expectancy at birth, with those between them by
 * {@link MortalityBlend} of the neighbours.
 *
 * <p>The tables are the caller's: none are shipped.
 *
 * @param tables 2 or more, on the same ages, each of a higher life expectancy at birth than the one before
 */
public record ModelLifeTables(List<LifeTable> tables) {
    public ModelLifeTables {
        tables = List.copyOf(tables);
        if (tables.size() < 2) {
            throw new IllegalArgumentException("ModelLifeTables.tables: got " + tables.size() + ", expected 2 or more");
        }
        for (int i = 1; i < tables.size(); i++) {
            if (!(tables.get(i).e0() > tables.get(i - 1).e0())) {
                throw new IllegalArgumentException("ModelLifeTables.tables: got life expectancy "
                        + tables.get(i).e0() + " after " + tables.get(i - 1).e0() + ", expected a higher one");
            }
        }
    }

    /** The table of a life expectancy at birth, to 1e-9 years, between the lowest and the highest of the family. */
    public LifeTable at(double e0) {
        double lowest = tables.get(0).e0();
        double highest = tables.get(tables.size() - 1).e0();
        if (!(e0 >= lowest && e0 <= highest)) {
            throw new IllegalArgumentException(
                    "ModelLifeTables.e0: got " + e0 + ", expected " + lowest + " to " + highest + " years");
        }
        int upper = 1;
        while (tables.get(upper).e0() < e0) {
            upper++;
        }
        MortalityBlend blend = new MortalityBlend(tables.get(upper - 1), tables.get(upper));
        return blend.at(blend.weightOf(e0));
    }
}
