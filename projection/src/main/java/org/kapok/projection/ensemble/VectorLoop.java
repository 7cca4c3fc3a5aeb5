package org.kapok.projection.ensemble;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.kapok.core.CellSpace;
import org.kapok.core.Sex;

/**
 * The steps of as many draws as a register holds: their people stay in the cache from step to step, sums over ages in
 * registers. The operations of each draw and their order are those of {@link RowLoop}, and so are the bits.
 */
final class VectorLoop implements LaneLoop {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int WIDTH = SPECIES.length();
    private static final int FEMALE = Sex.FEMALE.ordinal();
    private static final int SEXES = 2;

    private final CellSpace space;
    private final int ages;
    private final int statuses;
    private final int regions;
    private final LaneRates rates;
    private final VectorTally tally;
    private final LaneFactors factors;
    private final VectorAging aging;
    private final VectorArrival arrival;
    private final double[] people; // cell x lane
    private final double[] pool; // profile x age x lane
    private final double[] bornTo; // region x mother's status x lane
    private int lane; // of the block, its first

    VectorLoop(LaneRates rates, LaneTally tally, LaneFactors factors) {
        this.space = rates.space;
        this.ages = space.ages().count();
        this.statuses = space.statuses().size();
        this.regions = space.regions().size();
        this.rates = rates;
        this.tally = new VectorTally(tally);
        this.factors = factors;
        this.pool = new double[statuses * SEXES * ages * WIDTH];
        this.bornTo = new double[regions * statuses * WIDTH];
        this.people = new double[space.size() * WIDTH];
        this.aging = new VectorAging(rates, this.tally, factors, people, pool, bornTo);
        this.arrival = new VectorArrival(rates, this.tally, factors, people, pool, aging.runs());
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public double[] value(int count) {
        return tally.value(count);
    }

    @Override
    public double[][] people(double[][] rows) {
        for (int cell = 0; cell < rows.length; cell++) {
            System.arraycopy(people, cell * WIDTH, rows[cell], lane, WIDTH);
        }
        return rows;
    }

    @Override
    public void start(int firstLane) {
        lane = firstLane;
        tally.next();
        for (int cell = 0; cell < rates.base.length; cell++) {
            DoubleVector here = DoubleVector.broadcast(SPECIES, rates.base[cell]);
            here.intoArray(people, cell * WIDTH);
            DoubleVector.fromArray(SPECIES, tally.people(), tally.at(cell))
                    .add(here)
                    .intoArray(tally.people(), tally.at(cell));
        }
    }

    @Override
    public void step(int year) {
        tally.next();
        Arrays.fill(pool, 0);
        Arrays.fill(bornTo, 0);
        for (int status = 0; status < statuses; status++) {
            for (int sex = 0; sex < SEXES; sex++) {
                for (int region = 0; region < regions; region++) {
                    aging.enter(lane, region, status, sex);
                    if (rates.even) {
                        aging.even(year);
                    } else {
                        aging.end(year);
                    }
                }
            }
        }
        for (int region = 0; region < regions; region++) {
            bear(year, region);
        }
        for (int sex = 0; sex < SEXES; sex++) {
            for (int region = 0; region < regions; region++) {
                arrival.arrive(year, lane, region, sex);
            }
        }
    }

    /** Gives newborns their status, and lets them go through the stages that are over for all others. */
    private void bear(int year, int region) {
        for (int mother = 0; mother < statuses; mother++) {
            int at = (region * statuses + mother) * WIDTH;
            DoubleVector.fromArray(SPECIES, bornTo, at)
                    .mul(DoubleVector.fromArray(SPECIES, factors.fertility[region], lane))
                    .intoArray(bornTo, at);
        }
        for (int child = 0; child < statuses; child++) {
            for (int sex = 0; sex < SEXES; sex++) {
                DoubleVector born = DoubleVector.zero(SPECIES);
                for (int mother = 0; mother < statuses; mother++) {
                    double males = rates.srb.values[rates.srb.at(year, region, mother, FEMALE)];
                    double part = (sex == FEMALE ? 1 : males) / (1 + males);
                    double given = rates.newborns.values[rates.newborns.at(year, 0, mother, 0) + child];
                    born = born.add(DoubleVector.fromArray(SPECIES, bornTo, (region * statuses + mother) * WIDTH)
                            .mul(part * given));
                }
                int birthsAt = (region * statuses + child) * WIDTH;
                DoubleVector.fromArray(SPECIES, tally.births, birthsAt)
                        .add(born)
                        .intoArray(tally.births, birthsAt);
                born.intoArray(people, space.profile(region, child, Sex.values()[sex]) * WIDTH);
                aging.enter(lane, region, child, sex);
                aging.newborns(year);
            }
        }
    }
}
