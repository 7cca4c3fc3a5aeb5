package org.kapok.demand;

import java.util.List;
import java.util.Objects;

/**
 * So many units per so many units of another service: {@code demand = other x value / per}. Classes are pupils over the
 * size of a class, teachers so many per class, nursing beds a share of all beds for the elderly.
 *
 * @param service the id of the other service
 * @param per the number of its units that the value is stated for, above 0
 * @param value units for that many, 0 or more
 */
public record PerUnit(String service, double per, YearPath value) implements ServiceModel {
    public PerUnit {
        Objects.requireNonNull(service, "service");
        Ratio.requirePer(per, "PerUnit.per");
        value.requireBetween(0, Double.MAX_VALUE, "PerUnit.value");
    }

    @Override
    public double[] byRegion(Situation situation) {
        double[] demand = situation.demandOf().apply(service).clone();
        double units = value.at(situation.participation());
        for (int i = 0; i < demand.length; i++) {
            demand[i] = demand[i] * units / per;
        }
        return demand;
    }

    @Override
    public List<String> references() {
        return List.of(service);
    }
}
