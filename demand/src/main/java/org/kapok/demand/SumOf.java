package org.kapok.demand;

import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.kapok.core.Population;

/**
 * The sum of other services, such as basic education of all its stages.
 *
 * @param services the ids of the other services, 1 or more, each once
 */
public record SumOf(List<String> services) implements ServiceModel {
    public SumOf {
        services = List.copyOf(services);
        if (services.isEmpty() || new HashSet<>(services).size() < services.size()) {
            throw new IllegalArgumentException(
                    "SumOf.services: got " + services + ", expected 1 or more services, each once");
        }
    }

    @Override
    public double[] byRegion(Population population, Function<String, double[]> demandOf) {
        double[] demand = new double[population.space().regions().size()];
        for (String service : services) {
            double[] part = demandOf.apply(service);
            for (int region = 0; region < demand.length; region++) {
                demand[region] += part[region];
            }
        }
        return demand;
    }

    @Override
    public List<String> references() {
        return services;
    }
}
