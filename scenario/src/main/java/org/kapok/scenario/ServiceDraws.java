package org.kapok.scenario;

import java.util.ArrayList;
import java.util.List;
import org.kapok.core.Population;
import org.kapok.demand.Demand;
import org.kapok.demand.DemandPath;
import org.kapok.demand.Service;
import org.kapok.demand.Services;
import org.kapok.projection.ensemble.Watcher;

/** The demand of the whole place for every service in every draw and step, 8 bytes each. */
public final class ServiceDraws implements Watcher {
    private final Services services;
    private final List<Demand.Of> of = new ArrayList<>();
    private final double[][][] totals; // [service and path][step][draw]

    ServiceDraws(Services services, int steps, int draws) {
        this.services = services;
        for (Service service : services.all()) {
            for (DemandPath path : DemandPath.values()) {
                if (service.model(path).isPresent()) {
                    of.add(new Demand.Of(service.id(), path));
                }
            }
        }
        totals = new double[of.size()][steps][draws];
    }

    @Override
    public void see(int draw, int step, Population people) {
        var demand = services.demandOf(people);
        for (int i = 0; i < totals.length; i++) {
            double sum = 0;
            for (double region : demand.get(of.get(i))) {
                sum += region;
            }
            totals[i][step][draw] = sum;
        }
    }

    /** The services and paths, in the order of the catalogue. */
    public List<Demand.Of> of() {
        return List.copyOf(of);
    }

    /** The demand of all draws after a step. */
    public double[] draws(int position, int step) {
        return totals[position][step].clone();
    }
}
