package org.kapok.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kapok.core.AgeGroups;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.core.Sex;
import org.kapok.core.mortality.A0Rule;
import org.kapok.core.mortality.BrassRelational;
import org.kapok.core.mortality.LifeTable;
import org.kapok.demand.YearPath;
import org.kapok.scenario.table.Range;

/**
 * Survival ratios from mx: by life tables with Andreev and Kingkade's a0, as the UN makes them, after the rates were
 * moved to a path of life expectancy by Brass's relational model where a scenario states one.
 */
final class SurvivalReader {
    private final Layers layers;
    private final QuantityReader quantities;
    private final CellSpace space;

    SurvivalReader(Layers layers, QuantityReader quantities, CellSpace space) {
        this.layers = layers;
        this.quantities = quantities;
        this.space = space;
    }

    /** Survival ratios over the axes of {@code mx}, sex, age and, with a path of life expectancy, year. */
    Cube read(Cube mx, Cube srb) {
        Optional<YearPath> path = layers.optional("mortality", "life_expectancy")
                .map(found -> QuantityReader.path(found.value(), new Range(20, 120, "years")));
        if (path.isPresent()
                && srb.axes().stream().anyMatch(axis -> !axis.name().equals(Axis.YEAR))) {
            layers.at("mortality", "life_expectancy")
                    .value()
                    .report("got a path for both sexes together, expected a sex_ratio_at_birth that varies by year at"
                            + " most");
            return Cube.of(List.of(), 1);
        }
        List<Axis> axes = new ArrayList<>();
        for (Axis axis : quantities.axes()) {
            boolean needed = axis.name().equals(Axis.SEX) || axis.name().equals(Axis.AGE);
            if (mx.has(axis.name()) || needed || path.isPresent() && axis.name().equals(Axis.YEAR)) {
                axes.add(axis);
            }
        }
        AgeGroups ages = space.ages();
        double[] rates = mx.along(axes).toArray();
        double[] survival = new double[rates.length];
        int both = 2 * ages.count();
        boolean byYear = axes.get(0).name().equals(Axis.YEAR);
        int perYear = byYear ? rates.length / axes.get(0).size() : rates.length;
        double[] ratios = byYear ? srb.along(List.of(axes.get(0))).toArray() : new double[1];
        for (int at = 0; at < rates.length; at += both) {
            List<LifeTable> tables = List.of(table(rates, at, Sex.FEMALE), table(rates, at + ages.count(), Sex.MALE));
            if (path.isPresent()) {
                int year = at / perYear;
                double e0 = path.get().at(Integer.parseInt(axes.get(0).labels().get(year)));
                BrassRelational level = BrassRelational.scaleTo(e0, tables.get(0), tables.get(1), ratios[year]);
                tables = List.of(level.applyTo(tables.get(0)), level.applyTo(tables.get(1)));
            }
            for (int sex = 0; sex < 2; sex++) {
                double[] s = tables.get(sex).survivalRatios();
                System.arraycopy(s, 0, survival, at + sex * s.length, s.length);
            }
        }
        return Cube.of(axes, survival);
    }

    private LifeTable table(double[] rates, int at, Sex sex) {
        double[] mx = new double[space.ages().count()];
        System.arraycopy(rates, at, mx, 0, mx.length);
        return LifeTable.ofMx(space.ages(), mx, sex, A0Rule.ANDREEV_KINGKADE);
    }
}
