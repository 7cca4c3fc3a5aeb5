package org.kapok.projection.change;

import java.util.List;
import java.util.Objects;
import org.kapok.core.Axis;
import org.kapok.core.Cube;

/**
 * The homes of a region and how they are lived in.
 *
 * @param region the region
 * @param stock dwellings at the base date, above 0
 * @param completions dwellings added per year, less those lost, by the year of flows at most
 * @param occupied the share of dwellings with a household, above 0 and up to 1, by the year of populations at most
 * @param size the modelled size of a household
 * @param communal who lives in no household
 * @param mix how far household sizes follow the trend projection, 0 to 1: with 0 people follow homes at the modelled
 *     size; with 1 homes move nobody
 */
public record HousingSupply(
        String region,
        double stock,
        Cube completions,
        Cube occupied,
        HouseholdSize size,
        Communal communal,
        double mix) {
    public HousingSupply {
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(completions, "completions");
        Objects.requireNonNull(occupied, "occupied");
        Objects.requireNonNull(size, "size");
        Objects.requireNonNull(communal, "communal");
        String at = "HousingSupply of region " + region + ", ";
        if (!(stock > 0 && stock <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(at + "stock: got " + stock + ", expected a finite count above 0");
        }
        if (!(mix >= 0 && mix <= 1)) {
            throw new IllegalArgumentException(at + "mix: got " + mix + ", expected 0 to 1");
        }
        List<String> years = List.of(Axis.YEAR);
        TableChecks.within(at + "completions", completions, years, -Double.MAX_VALUE, Double.MAX_VALUE);
        TableChecks.within(at + "occupied", occupied, years, Double.MIN_VALUE, 1);
    }

    /**
     * Households that the homes hold at each reference date: dwellings by then times the share occupied.
     *
     * @param flowYears the years of the steps
     * @param firstYear the year of the base date
     * @param width years in a step
     * @return one count a date, the base date first
     */
    double[] households(Axis flowYears, int firstYear, int width) {
        double[] households = new double[flowYears.size() + 1];
        double dwellings = stock;
        for (int date = 0; date < households.length; date++) {
            String year = Integer.toString(firstYear + date * width);
            if (date > 0) {
                String flowYear = flowYears.labels().get(date - 1);
                dwellings += width
                        * TableChecks.inYear(at("completions"), completions, flowYear)
                                .at();
            }
            if (!(dwellings > 0)) {
                throw new IllegalArgumentException(
                        at("completions") + ": got " + dwellings + " dwellings in " + year + ", expected more than 0");
            }
            households[date] = dwellings
                    * TableChecks.inYear(at("occupied"), occupied, year).at();
        }
        return households;
    }

    private String at(String table) {
        return "HousingSupply of region " + region + ", " + table;
    }
}
