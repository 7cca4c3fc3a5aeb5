package org.kapok.demand;

import java.util.HashSet;
import java.util.List;

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
    public double[] byRegion(Situation situation) {
        double[] demand = situation.people().nothing();
        for (String service : services) {
            double[] part = situation.demandOf().apply(service);
            for (int i = 0; i < demand.length; i++) {
                demand[i] += part[i];
            }
        }
        return demand;
    }

    @Override
    public List<String> references() {
        return services;
    }
}
