package org.kapok.demand;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kapok.core.CellSpace;
import org.kapok.projection.ensemble.Block;
import org.kapok.projection.ensemble.Derived;
import org.kapok.projection.ensemble.Futures;

/**
 * The demand for every service in every draw of an ensemble.
 *
 * <p>Models compute it from the same sums as for one population. Which sums they ask for does not depend on the people, so
 * one evaluation per step finds them out beforehand.
 */
public final class DrawnDemand implements Derived {
    private final Services services;
    private final CellSpace space;
    private final List<LocalDate> dates;
    private final List<Demand.Of> of = new ArrayList<>();
    private final List<AskedSums> asked = new ArrayList<>(); // by step
    private final int areas;
    private final List<VaryingUse> varying;
    private final Futures factors;

    /**
     * The demand after the steps of an ensemble.
     *
     * @param dates the dates of the people after each step
     * @param byRegion whether the demand of each region is told as well as that of the whole place
     */
    public DrawnDemand(Services services, CellSpace space, List<LocalDate> dates, boolean byRegion) {
        this.services = services;
        this.space = space;
        this.dates = List.copyOf(dates);
        this.varying = List.of();
        this.factors = (draw, none) -> {};
        this.areas = byRegion ? space.regions().size() + 1 : 1;
        for (Service service : services.all()) {
            for (DemandPath path : DemandPath.values()) {
                if (service.model(path).isPresent()) {
                    of.add(new Demand.Of(service.id(), path));
                }
            }
        }
        for (LocalDate date : this.dates) {
            AskedSums sums = new AskedSums(space, date);
            services.demandOf(sums);
            asked.add(sums);
        }
    }

    private DrawnDemand(DrawnDemand plain, List<VaryingUse> varying, Futures factors) {
        this.services = plain.services;
        this.space = plain.space;
        this.dates = plain.dates;
        this.areas = plain.areas;
        this.of.addAll(plain.of);
        this.asked.addAll(plain.asked);
        this.varying = List.copyOf(varying);
        this.factors = factors;
    }

    /**
     * The same with uses that differ between draws: the demand for some services is multiplied, and what refers to them
     * follows.
     *
     * @param which in the order of the components of the factors; several of one service multiply each other
     * @param futures the factors of every draw
     */
    public DrawnDemand varying(List<VaryingUse> which, Futures futures) {
        for (VaryingUse each : which) {
            if (!services.have(each)) {
                throw new IllegalArgumentException(
                        "DrawnDemand: got " + each + ", expected a service on a path whose model has the parameter");
            }
        }
        return new DrawnDemand(this, which, futures);
    }

    /** The services and paths, in the order of the catalogue. */
    public List<Demand.Of> of() {
        return List.copyOf(of);
    }

    /** The areas that demand is told of: {@link Supply#WHOLE_AREA}, then the regions where they are told. */
    public List<String> areas() {
        List<String> ids = new ArrayList<>(List.of(Supply.WHOLE_AREA));
        space.regions().stream()
                .filter(region -> areas > 1)
                .map(region -> region.id())
                .forEach(ids::add);
        return ids;
    }

    /** Which of the derived numbers is the demand of a service and path in an area. */
    public int number(int position, int area) {
        return position * areas + area;
    }

    private Map<Demand.Of, double[]> factors(int step, int firstDraw) {
        Map<Demand.Of, double[]> rows = new HashMap<>();
        double[][] draw = new double[varying.size()][dates.size()];
        for (VaryingUse each : varying) {
            double[] ones = new double[Block.DRAWS];
            Arrays.fill(ones, 1);
            rows.put(each.of(), ones);
        }
        for (int lane = 0; !varying.isEmpty() && lane < Block.DRAWS; lane++) {
            factors.fill(firstDraw + lane, draw);
            for (int i = 0; i < draw.length; i++) {
                rows.get(varying.get(i).of())[lane] *= varying.get(i).onDemand(draw[i][step]);
            }
        }
        return rows;
    }

    @Override
    public int size() {
        return of.size() * areas;
    }

    @Override
    public double[][] weights(int step) {
        return asked.get(step).weights();
    }

    @Override
    public void fill(int step, int firstDraw, double[][][] sums, double[][] results) {
        Map<Demand.Of, double[]> demand =
                services.demandOf(asked.get(step).answeredBy(sums, Block.DRAWS), factors(step, firstDraw));
        for (int position = 0; position < of.size(); position++) {
            double[] byRegion = demand.get(of.get(position));
            double[] whole = results[number(position, 0)];
            System.arraycopy(byRegion, 0, whole, 0, Block.DRAWS);
            for (int region = 1; region < byRegion.length / Block.DRAWS; region++) {
                for (int lane = 0; lane < Block.DRAWS; lane++) {
                    whole[lane] += byRegion[region * Block.DRAWS + lane];
                }
            }
            for (int area = 1; area < areas; area++) {
                System.arraycopy(byRegion, (area - 1) * Block.DRAWS, results[number(position, area)], 0, Block.DRAWS);
            }
        }
    }
}
