package org.kapok.projection.ensemble;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.kapok.core.CellSpace;
import org.kapok.core.Sex;

/**
 * The steps of as many draws as a register holds, so that all of their people stay in the cache and sums over ages in
 * registers. The operations of each draw and their order are those of {@link RowLoop}, and so are the bits.
 */
final class VectorLoop implements LaneLoop {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int FEMALE = Sex.FEMALE.ordinal();
    private static final Sex[] BOTH = Sex.values(); // asked for once, as every call copies them
    private static final int SEXES = 2;

    /** How many draws. */
    static final int LANES = SPECIES.length();

    private final CellSpace space;
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

    VectorLoop(LaneRates rates, LaneTally tally, LaneFactors factors) {
        this.space = rates.space;
        this.statuses = space.statuses().size();
        this.regions = space.regions().size();
        this.rates = rates;
        this.tally = new VectorTally(tally, regions * statuses, factors.steps());
        this.factors = factors;
        this.people = new double[space.size() * LANES];
        this.pool = new double[statuses * SEXES * space.ages().count() * LANES];
        this.bornTo = new double[regions * statuses * LANES];
        this.aging = new VectorAging(rates, this.tally, factors, people, pool, bornTo);
        this.arrival = new VectorArrival(rates, this.tally, factors, people, pool, aging.runs());
    }

    @Override
    public void count(Block block, int lane, int step) {
        tally.keep(step, lane / LANES);
    }

    @Override
    public void end(Block block) {
        tally.handOver(block);
    }

    @Override
    public void start() {
        tally.next();
        for (int cell = 0; cell < rates.base.length; cell++) {
            DoubleVector all = DoubleVector.broadcast(SPECIES, rates.base[cell]);
            all.intoArray(people, cell * LANES);
            DoubleVector.fromArray(SPECIES, tally.people(), tally.at(cell))
                    .add(all)
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
                    aging.enter(region, status, sex);
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
                arrival.arrive(year, region, sex);
            }
        }
    }

    /** Gives newborns their status, and lets them go through the stages that are over for all others. */
    private void bear(int year, int region) {
        for (int mother = 0; mother < statuses; mother++) {
            int at = (region * statuses + mother) * LANES;
            DoubleVector.fromArray(SPECIES, bornTo, at)
                    .mul(DoubleVector.fromArray(SPECIES, factors.fertility[region], 0))
                    .intoArray(bornTo, at);
        }
        for (int child = 0; child < statuses; child++) {
            for (int sex = 0; sex < SEXES; sex++) {
                DoubleVector born = DoubleVector.zero(SPECIES);
                for (int mother = 0; mother < statuses; mother++) {
                    double males = rates.srb.values[rates.srb.at(year, region, mother, FEMALE)];
                    double part = (sex == FEMALE ? 1 : males) / (1 + males);
                    double given = rates.newborns.values[rates.newborns.at(year, 0, mother, 0) + child];
                    born = born.add(DoubleVector.fromArray(SPECIES, bornTo, (region * statuses + mother) * LANES)
                            .mul(part * given));
                }
                int bornAt = (region * statuses + child) * LANES;
                DoubleVector.fromArray(SPECIES, tally.births, bornAt).add(born).intoArray(tally.births, bornAt);
                born.intoArray(people, space.profile(region, child, BOTH[sex]) * LANES);
                aging.enter(region, child, sex);
                aging.newborns(year);
            }
        }
    }
}
