package org.kapok.core.migration;

import java.util.Objects;
import org.kapok.core.AgeGroups;
import org.kapok.core.Sex;
import org.kapok.core.migration.RogersCastro.Peak;
import org.kapok.core.migration.RogersCastro.Slope;

/**
 * The net migration families of the United Nations Population Division: who moves where families do, where mostly women
 * work abroad and where mostly men do.
 *
 * <p>Each is a {@link RogersCastro} schedule of 7 parameters by sex and direction, in migrants per migrant of both sexes,
 * up to the age of 120. The parameters, to 8 digits, are those that give the schedules by single age of the R package
 * DemoTools, which were fitted to the five-year profiles of the United Nations. Gains and losses were fitted apart: they
 * differ by no more than 0.1 % of the highest age.
 *
 * @see "United Nations Population Division, Migration age profiles (look-up table), in R package DemoTools 01.13.87,
 *     mig_un_families"
 * @see "Rogers and Castro (1981), Model migration schedules, IIASA RR-81-30"
 */
public enum UnMigrationFamily {
    /** Couples with children: as many of either sex. */
    FAMILY(
            new Pair(
                    schedule(0.0079503898, 0.16599694, 0.047325982, 0.094882614, 19.746737, 0.19726595, 9.4909794e-05),
                    schedule(0.0079449645, 0.16579513, 0.043268044, 0.086960124, 19.726005, 0.19812904, 1.1746197e-04)),
            new Pair(
                    schedule(0.0079454916, 0.16570516, 0.047328997, 0.094938269, 19.751439, 0.19714768, 9.8171473e-05),
                    schedule(0.0079579539, 0.16606326, 0.043260781, 0.086818806, 19.72419, 0.1980729, 1.1445428e-04))),
    /** Labour migration in which nearly two thirds are female. */
    FEMALE_LABOUR(
            new Pair(
                    schedule(0.010232391, 0.16517584, 0.061054887, 0.094926031, 19.75461, 0.19701658, 1.2664229e-04),
                    schedule(0.010403233, 0.16512295, 0.027683534, 0.086967057, 19.734054, 0.19812411, 7.5045882e-05)),
            new Pair(
                    schedule(0.010248162, 0.16554408, 0.061070887, 0.094929598, 19.754311, 0.19712458, 1.2139511e-04),
                    schedule(0.010399675, 0.16510776, 0.027691136, 0.086986591, 19.737377, 0.19797289, 7.5886147e-05))),
    /** Labour migration in which nearly two thirds are male. */
    MALE_LABOUR(
            new Pair(
                    schedule(0.0054866344, 0.16571738, 0.032626812, 0.09489042, 19.750293, 0.19712439, 6.6027733e-05),
                    schedule(0.0052396467, 0.16772006, 0.060067504, 0.087047244, 19.741102, 0.19766555, 1.6575451e-04)),
            new Pair(
                    schedule(0.0054805284, 0.16532476, 0.032637465, 0.094888195, 19.751367, 0.19719528, 6.5747725e-05),
                    schedule(
                            0.0052667129, 0.16785852, 0.060002887, 0.086949296, 19.733013, 0.19786957, 1.6384767e-04)));

    private static final int OLDEST = 120;

    private final Pair gain;
    private final Pair loss;

    UnMigrationFamily(Pair gain, Pair loss) {
        this.gain = gain;
        this.loss = loss;
    }

    /** The schedule of one sex where migration is a gain, before it is scaled to 1 over both sexes. */
    public RogersCastro ofGain(Sex sex) {
        return gain.of(sex);
    }

    /** The schedule of one sex where migration is a loss, as the migrants who leave, before it is scaled to 1. */
    public RogersCastro ofLoss(Sex sex) {
        return loss.of(sex);
    }

    /**
     * Net migrants by sex and age, which add up to {@code total}.
     *
     * @param total net migrants of both sexes, below 0 for a loss
     * @param ages a closed group holds the schedule at each of its exact ages, the open group that up to age 120, where
     *     it must not start later
     * @return shape [sex][age], persons
     */
    public double[][] netMigrants(double total, AgeGroups ages) {
        Objects.requireNonNull(ages, "ages");
        if (!Double.isFinite(total)) {
            throw new IllegalArgumentException(
                    "UnMigrationFamily.total: got " + total + ", expected a finite number of migrants");
        }
        if (ages.start(ages.open()) > OLDEST) {
            throw new IllegalArgumentException("UnMigrationFamily.ages: got open group " + ages.label(ages.open())
                    + ", expected one that starts at " + OLDEST + " or earlier");
        }
        double[][] net = new double[Sex.values().length][ages.count()];
        double sum = 0;
        for (Sex sex : Sex.values()) {
            RogersCastro schedule = total < 0 ? ofLoss(sex) : ofGain(sex);
            for (int exactAge = 0; exactAge <= OLDEST; exactAge++) {
                double migrants = schedule.at(exactAge);
                net[sex.ordinal()][ages.indexOf(exactAge)] += migrants;
                sum += migrants;
            }
        }
        for (double[] ofSex : net) {
            for (int age = 0; age < ofSex.length; age++) {
                ofSex[age] *= total / sum;
            }
        }
        return net;
    }

    private static RogersCastro schedule(double... p) {
        return new RogersCastro(new Slope(p[0], p[1]), new Peak(p[2], p[3], p[4], p[5]), Peak.NONE, Slope.NONE, p[6]);
    }

    private record Pair(RogersCastro female, RogersCastro male) {
        RogersCastro of(Sex sex) {
            return sex == Sex.FEMALE ? female : male;
        }
    }
}
