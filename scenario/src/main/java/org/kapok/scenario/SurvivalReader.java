package org.kapok.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kapok.core.AgeGroups;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.core.Sex;
import org.kapok.core.mortality.BrassRelational;
import org.kapok.core.mortality.LifeTable;
import org.kapok.core.mortality.OpenAgeSurvival;
import org.kapok.core.mortality.StationaryPopulation;
import org.kapok.demand.YearPath;
import org.kapok.projection.Convention;
import org.kapok.scenario.table.Range;

/**
 * Survival ratios from mx: by life tables of the scenario's convention, after the rates were moved to a path of life
 * expectancy by Brass's relational model where a scenario states one.
 */
final class SurvivalReader {
    private final Layers layers;
    private final List<Axis> allAxes; // of mx: year first, ages of the life table last
    private final AgeGroups lifeTableAges;
    private final CellSpace space;
    private final Convention convention;
    private final Optional<YearPath> lifeExpectancy;

    /** Survival ratios, and those of people already in the open age where the convention has them apart. */
    record Ratios(Cube survival, Optional<Cube> openAge) {}

    SurvivalReader(Layers layers, List<Axis> allAxes, AgeGroups lifeTableAges, CellSpace space, Convention convention) {
        this.convention = convention;
        this.layers = layers;
        this.allAxes = List.copyOf(allAxes);
        this.lifeTableAges = lifeTableAges;
        this.space = space;
        this.lifeExpectancy = layers.optional("mortality", "life_expectancy")
                .map(found -> QuantityReader.path(found.value(), new Range(20, 120, "years")));
    }

    /** Survival ratios over the axes of {@code mx}, sex, age and, with a path of life expectancy, year. */
    Ratios ratios(Cube mx, Cube srb) {
        if (lifeExpectancy.isPresent()
                && srb.axes().stream().anyMatch(axis -> !axis.name().equals(Axis.YEAR))) {
            layers.at("mortality", "life_expectancy")
                    .value()
                    .report("got a path for both sexes together, expected a sex_ratio_at_birth that varies by year at"
                            + " most");
            return new Ratios(Cube.of(List.of(), 1), Optional.empty());
        }
        List<Axis> axes = axes(mx);
        double[] rates = mx.along(axes).toArray();
        int both = Sex.values().length * lifeTableAges.count();
        int ages = space.ages().count();
        double[] survival = new double[rates.length / lifeTableAges.count() * ages];
        double[] openAge = new double[rates.length / lifeTableAges.count()];
        for (int at = 0; at < rates.length; at += both) {
            List<LifeTable> tables = tables(rates, at);
            if (lifeExpectancy.isPresent()) {
                int year = (int) ((long) at * axes.get(0).size() / rates.length);
                tables = moved(tables, axes.get(0), year, srb);
            }
            for (Sex sex : Sex.values()) {
                StationaryPopulation stationary = tables.get(sex.ordinal()).stationaryPopulation();
                double[] s = stationary.survivalRatios();
                int profile = at / lifeTableAges.count() + sex.ordinal();
                if (apart()) {
                    OpenAgeSurvival last = stationary.openAgeSurvival();
                    s[ages - 1] = last.entrants();
                    openAge[profile] = last.incumbents();
                }
                System.arraycopy(s, 0, survival, profile * ages, ages);
            }
        }
        axes.set(axes.size() - 1, Axis.ages(space.ages()));
        Cube incumbents = Cube.of(axes.subList(0, axes.size() - 1), openAge);
        return new Ratios(Cube.of(axes, survival), apart() ? Optional.of(incumbents) : Optional.empty());
    }

    private boolean apart() {
        return convention.openAge() == Convention.OpenAge.APART;
    }

    /** The axes that survival varies by. */
    private List<Axis> axes(Cube mx) {
        List<Axis> axes = new ArrayList<>();
        for (Axis axis : allAxes) {
            boolean always = axis.name().equals(Axis.SEX) || axis.name().equals(Axis.AGE);
            boolean byPath = lifeExpectancy.isPresent() && axis.name().equals(Axis.YEAR);
            if (mx.has(axis.name()) || always || byPath) {
                axes.add(axis);
            }
        }
        return axes;
    }

    /** Both sexes' tables at the life expectancy of a year. */
    private List<LifeTable> moved(List<LifeTable> tables, Axis years, int year, Cube srb) {
        double e0 =
                lifeExpectancy.orElseThrow().at(Integer.parseInt(years.labels().get(year)));
        double ratio = srb.along(List.of(years)).at(year);
        BrassRelational level = BrassRelational.scaleTo(e0, tables.get(0), tables.get(1), ratio);
        return tables.stream().map(level::applyTo).toList();
    }

    private List<LifeTable> tables(double[] rates, int at) {
        List<LifeTable> tables = new ArrayList<>();
        for (Sex sex : Sex.values()) {
            double[] mx = new double[lifeTableAges.count()];
            System.arraycopy(rates, at + sex.ordinal() * mx.length, mx, 0, mx.length);
            try {
                tables.add(LifeTable.ofMx(lifeTableAges, mx, sex, convention.a0(), convention.abridgedEnd()));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("mortality, " + sex.label() + ": " + e.getMessage(), e);
            }
        }
        return tables;
    }
}
