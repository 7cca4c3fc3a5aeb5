package org.kapok.demand;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.kapok.core.Population;

/**
 * A share of another service, such as nursing beds among all beds for the elderly.
 *
 * @param service the id of the other service
 * @param share 0 to 1
 */
public record ShareOf(String service, YearPath share) implements ServiceModel {
    public ShareOf {
        Objects.requireNonNull(service, "service");
        share.requireBetween(0, 1, "ShareOf.share");
    }

    @Override
    public double[] byRegion(Population population, Function<String, double[]> demandOf) {
        double[] demand = demandOf.apply(service).clone();
        double part = share.at(population.date().getYear());
        for (int region = 0; region < demand.length; region++) {
            demand[region] *= part;
        }
        return demand;
    }

    @Override
    public List<String> references() {
        return List.of(service);
    }
}
