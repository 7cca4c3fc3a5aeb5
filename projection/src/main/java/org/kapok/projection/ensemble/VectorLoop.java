package org.kapok.projection.ensemble;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.kapok.core.CellSpace;
import org.kapok.core.Sex;
import org.kapok.projection.internal.LaneStep;

/**
 * The steps of a block of draws, as many draws at a time as a register holds: a group of draws stays in the cache, sums over
 * ages in registers. The operations of each draw and their order are those of {@link RowLoop}, and so are the bits.
 */
final class VectorLoop implements LaneLoop {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int WIDTH = SPECIES.length();
    private static final int GROUPS = LaneStep.LANES / WIDTH;
    private static final int FEMALE = Sex.FEMALE.ordinal();
    private static final Sex[] BOTH = Sex.values(); // asked for once, as every call copies them
    private static final int SEXES = 2;

    private final CellSpace space;
    private final int ages;
    private final int statuses;
    private final int regions;
    private final LaneRates rates;
    private final LaneTally.Rows tally;
    private final LaneFactors factors;
    private final VectorAging aging;
    private final VectorArrival arrival;
    private final double[][] groups = new double[GROUPS][]; // cell x lane
    private final double[] pool; // profile x age x lane
    private final double[] bornTo; // region x mother's status x lane
    private double[][] rows = new double[0][];

    VectorLoop(LaneRates rates, LaneTally tally, LaneFactors factors) {
        this.space = rates.space;
        this.ages = space.ages().count();
        this.statuses = space.statuses().size();
        this.regions = space.regions().size();
        this.rates = rates;
        this.tally = tally.rows(LaneStep.LANES);
        this.factors = factors;
        this.pool = new double[statuses * SEXES * ages * WIDTH];
        this.bornTo = new double[regions * statuses * WIDTH];
        Arrays.setAll(groups, group -> new double[space.size() * WIDTH]);
        this.aging = new VectorAging(rates, this.tally, factors, pool, bornTo);
        this.arrival = new VectorArrival(rates, this.tally, factors, pool, aging.runs());
    }

    @Override
    public LaneTally.Rows tally() {
        return tally;
    }

    @Override
    public double[][] people() {
        if (rows.length == 0) {
            rows = new double[space.size()][LaneStep.LANES];
        }
        for (int cell = 0; cell < rows.length; cell++) {
            for (int group = 0; group < GROUPS; group++) {
                System.arraycopy(groups[group], cell * WIDTH, rows[cell], group * WIDTH, WIDTH);
            }
        }
        return rows;
    }

    @Override
    public void start() {
        tally.next();
        for (double[] people : groups) {
            for (int cell = 0; cell < rates.base.length; cell++) {
                Arrays.fill(people, cell * WIDTH, (cell + 1) * WIDTH, rates.base[cell]);
            }
        }
        for (int cell = 0; cell < rates.base.length; cell++) {
            double[] sum = tally.of(cell);
            for (int lane = 0; lane < sum.length; lane++) {
                sum[lane] += rates.base[cell];
            }
        }
    }

    @Override
    public void step(int year) {
        tally.next();
        for (int group = 0; group < GROUPS; group++) {
            step(year, groups[group], group * WIDTH);
        }
    }

    private void step(int year, double[] people, int lane) {
        Arrays.fill(pool, 0);
        Arrays.fill(bornTo, 0);
        for (int status = 0; status < statuses; status++) {
            for (int sex = 0; sex < SEXES; sex++) {
                for (int region = 0; region < regions; region++) {
                    aging.enter(people, lane, region, status, sex);
                    if (rates.even) {
                        aging.even(year);
                    } else {
                        aging.end(year);
                    }
                }
            }
        }
        for (int region = 0; region < regions; region++) {
            bear(year, people, lane, region);
        }
        for (int sex = 0; sex < SEXES; sex++) {
            for (int region = 0; region < regions; region++) {
                arrival.arrive(year, people, lane, region, sex);
            }
        }
    }

    /** Gives newborns their status, and lets them go through the stages that are over for all others. */
    private void bear(int year, double[] people, int lane, int region) {
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
                double[] births = tally.births(region, child);
                DoubleVector.fromArray(SPECIES, births, lane).add(born).intoArray(births, lane);
                born.intoArray(people, space.profile(region, child, BOTH[sex]) * WIDTH);
                aging.enter(people, lane, region, child, sex);
                aging.newborns(year);
            }
        }
    }
}
