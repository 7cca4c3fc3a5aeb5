package org.kapok.projection.change;

import java.util.List;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.core.Population;
import org.kapok.core.Selection;
import org.kapok.core.Sex;
import org.kapok.projection.CohortComponent;
import org.kapok.projection.Projection;
import org.kapok.projection.ProjectionInputs;

/** The residents that homes ask for at each reference date, made from a trend projection. Arrays are [date][region]. */
final class HousingTargets {
    private final Housing housing;
    private final Projection trend;
    private final CellSpace space;
    private final boolean[] changed;
    private final double[][] residents;
    private final double[][] targets;
    private final double[][] households;
    private final double[][] sizes;

    private HousingTargets(Housing housing, Projection trend) {
        this.housing = housing;
        this.trend = trend;
        space = trend.space();
        int dates = trend.dates().size();
        int regions = space.regions().size();
        changed = new boolean[regions];
        residents = new double[dates][];
        for (int date = 0; date < dates; date++) {
            residents[date] = trend.at(date).byRegion(Selection.residents());
        }
        targets = new double[dates][regions];
        households = new double[dates][regions];
        sizes = new double[dates][regions];
    }

    static HousingTargets of(Housing housing, ProjectionInputs inputs, int lastYear) {
        HousingTargets targets = new HousingTargets(housing, CohortComponent.project(inputs, lastYear));
        Axis regions = Axis.regions(targets.space.regions());
        for (HousingSupply supply : housing.supplies()) {
            if (!regions.labels().contains(supply.region())) {
                throw new IllegalArgumentException("Housing " + housing.id() + ", supplies: got region "
                        + supply.region() + ", expected one of " + regions.labels());
            }
            targets.follow(supply, regions.indexOf(supply.region()));
        }
        targets.hold(housing.held());
        targets.requirePeople();
        return targets;
    }

    /** The trend projection. */
    Projection trend() {
        return trend;
    }

    /** Whether a region is to reach what is aimed at; all others are left to their rates. */
    boolean changes(int region) {
        return changed[region];
    }

    /** Residents aimed at. */
    double target(int date, int region) {
        return targets[date][region];
    }

    /** What housing made of a region by a date. */
    HousingOutcome outcome(int date, int region, GrossFlows flows, GrossFlows trendFlows) {
        return new HousingOutcome(
                space.regions().get(region),
                trend.dates().get(date),
                households[date][region],
                sizes[date][region],
                residents[date][region],
                targets[date][region],
                flows.net(),
                flows.in(),
                flows.out(),
                trendFlows.in(),
                trendFlows.out());
    }

    private void follow(HousingSupply supply, int region) {
        int first = trend.dates().get(0).getYear();
        int width = space.ages().uniformWidth();
        double[] supplied = supply.households(trend.flowYears(), first, width);
        changed[region] = true;
        double shift = 0;
        for (int date = 0; date < supplied.length; date++) {
            int year = first + date * width;
            double all = residents[date][region];
            Cube people = supply.communal().lessShare(year, people(trend.at(date), region));
            double count = supply.communal().countIn(year);
            double inHouseholds = people.total() - count;
            if (!(inHouseholds > 0)) {
                throw new IllegalArgumentException("Housing " + housing.id() + ", region " + supply.region() + ", "
                        + year + ": got " + inHouseholds + " people in households of " + all
                        + " residents, expected more than 0");
            }
            double modelled = supply.size().in(year, people);
            double implied = inHouseholds / supplied[date];
            shift = date == 0 ? implied - modelled : shift;
            double shifted = modelled + shift;
            double size = shifted + supply.mix() * (implied - shifted);
            households[date][region] = supplied[date];
            sizes[date][region] = size;
            // people.total() / all is 1 less the share of residents who are communal
            targets[date][region] = (supplied[date] * size + count) * all / people.total();
        }
    }

    /** Residents of a region by sex and age. */
    private Cube people(Population population, int region) {
        double[][] bySex = new double[Sex.values().length][];
        for (Sex sex : Sex.values()) {
            bySex[sex.ordinal()] =
                    population.byAge(region, Selection.residents().of(sex));
        }
        return Cube.generate(List.of(Axis.sexes(), Axis.ages(space.ages())), at -> bySex[at[0]][at[1]]);
    }

    /** Lets the regions of the larger area that have no housing give way, all by the same factor. */
    private void hold(HeldTotal held) {
        List<Integer> area = held.regions(space);
        List<Integer> others = area.stream().filter(region -> !changed[region]).toList();
        if (!area.isEmpty() && others.isEmpty()) {
            throw new IllegalArgumentException("Housing " + housing.id() + ", held: got housing in every region of "
                    + held + ", expected one without, to give way");
        }
        for (int date = 0; date < targets.length && !area.isEmpty(); date++) {
            double left = 0;
            double own = 0;
            for (int region : area) {
                left += residents[date][region] - (changed[region] ? targets[date][region] : 0);
                own += changed[region] ? 0 : residents[date][region];
            }
            for (int region : others) {
                targets[date][region] = residents[date][region] * left / own;
            }
        }
        others.forEach(region -> changed[region] = true);
    }

    private void requirePeople() {
        for (int date = 0; date < targets.length; date++) {
            for (int region = 0; region < changed.length; region++) {
                if (changed[region] && !(targets[date][region] >= 0 && targets[date][region] <= Double.MAX_VALUE)) {
                    throw new IllegalArgumentException("Housing " + housing.id() + ", region "
                            + space.regions().get(region).id() + ", "
                            + trend.dates().get(date).getYear() + ": got a target of " + targets[date][region]
                            + " residents, expected 0 or more");
                }
            }
        }
    }
}
