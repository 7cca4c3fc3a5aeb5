package org.kapok.projection.change;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.kapok.projection.ProjectionInputs;

/**
 * Homes draw people: migration across the border becomes what fills the homes of each region.
 *
 * <p>From a trend projection, at each reference date and for each region:
 *
 * <ol>
 *   <li>the modelled size of households is shifted by what sets it apart at the base date from the size that the trend
 *       and the homes imply, so that there is no jump: {@code shifted = modelled + (implied - modelled at the base)};
 *   <li>the two are blended: {@code size = shifted + mix x (implied - shifted)};
 *   <li>residents aimed at are {@code households x size + communal}; with a share {@code c} of the trend's residents in
 *       communal establishments, and a count, {@code (households x size + count) / (1 - c)};
 *   <li>net migration needed is what is left: {@code target - start - births + deaths}, and less those who come from
 *       other regions or change status;
 *   <li>arrivals and departures are the most likely pair around the trend's with that net, see {@link GrossFlows}, and
 *       keep their patterns by sex and age: one factor each for a region and a year.
 * </ol>
 *
 * <p>Trend flows are the trend's counts, and its rates applied to the people there are by then. Steps follow each other;
 * within one, factors are sought until residents of all regions together are those aimed at, as births, deaths and moves
 * may depend on who has come. Moves between regions and changes of status keep their rates.
 *
 * <p>Where the total of a larger area is held to the trend's, its regions without housing give way: what they have in
 * the trend is multiplied by one factor for all of them, and their migration follows from that in the same way.
 *
 * @param id the name in reports
 * @param supplies the homes of each region that has them; 1 or more regions
 * @param held the larger area whose total is held
 * @see "Greater London Authority (2024), 2022-based housing-led population projections"
 */
public record Housing(String id, List<HousingSupply> supplies, HeldTotal held) implements Change {
    public Housing {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(held, "held");
        supplies = List.copyOf(supplies);
        if (supplies.isEmpty()) {
            throw new IllegalArgumentException("Housing " + id + ", supplies: got none, expected 1 or more");
        }
        Set<String> seen = new HashSet<>();
        for (HousingSupply supply : supplies) {
            if (!seen.add(supply.region())) {
                throw new IllegalArgumentException(
                        "Housing " + id + ", supplies: got region " + supply.region() + " twice");
            }
        }
    }

    @Override
    public Stage stage() {
        return Stage.HOUSING;
    }

    /** One change has all homes, as districts with homes and those that give way depend on each other. */
    @Override
    public String sets() {
        return "homes";
    }

    @Override
    public Scope scope() {
        return Scope.all();
    }

    /** The inputs in which people follow homes until the last year, see {@link #solve}. */
    @Override
    public ProjectionInputs applyTo(ProjectionInputs inputs, int lastYear) {
        return solve(inputs, lastYear).inputs();
    }

    /**
     * The inputs in which people follow homes, with factors on arrivals and departures, and the outcome of each step.
     *
     * @param inputs inputs with arrivals and departures, both above 0 in each region that is changed
     * @param lastYear the year of the last population
     */
    public HousingResult solve(ProjectionInputs inputs, int lastYear) {
        if (inputs.external().isEmpty()) {
            throw new IllegalArgumentException("Housing " + id
                    + ": got inputs without external migration, expected arrivals and departures, which homes draw");
        }
        return new HousingSteps(id, inputs, HousingTargets.of(this, inputs, lastYear)).solve();
    }
}
