package org.kapok.core.mortality;

import org.kapok.core.AgeGroups;

/**
 * The stationary population of a life table on groups of equal width: what a projection step takes from mortality.
 *
 * <p>Ages 0 and 1-4 of an abridged table are joined to 0-4; a step is as long as a group is wide.
 */
public final class StationaryPopulation {
    private final AgeGroups ages;
    private final double[] lx;
    private final double[] Lx;
    private final double openMx;

    StationaryPopulation(AgeGroups ages, double[] lx, double[] Lx, double openMx) {
        this.ages = ages;
        this.lx = lx;
        this.Lx = Lx;
        this.openMx = openMx;
    }

    static StationaryPopulation of(LifeTable table) {
        AgeGroups ages = table.ages();
        boolean abridged = isAbridged(ages);
        if (!abridged && ages.uniformWidth() == 0) {
            throw new IllegalArgumentException("StationaryPopulation.ages: got " + ages.starts()
                    + ", expected groups of equal width, or 0, 1-4 and then five years");
        }
        AgeGroups steps = abridged ? AgeGroups.fiveYears(ages.start(ages.open())) : ages;
        double[] lx = new double[steps.count()];
        double[] Lx = new double[steps.count()];
        for (int age = 0; age < ages.count(); age++) {
            int step = steps.indexOf(ages.start(age));
            Lx[step] += table.Lx(age);
            if (ages.start(age) == steps.start(step)) {
                lx[step] = table.lx(age);
            }
        }
        return new StationaryPopulation(steps, lx, Lx, table.mx(ages.open()));
    }

    static boolean isAbridged(AgeGroups ages) {
        int open = ages.start(ages.open());
        return open % 5 == 0 && open >= 20 && ages.equals(AgeGroups.abridged(open));
    }

    /** The groups of equal width. */
    public AgeGroups ages() {
        return ages;
    }

    /** Person-years lived in a group, of 1 born. */
    public double Lx(int age) {
        return Lx[age];
    }

    /**
     * Survival ratios for one step of n years: {@code s[x] = Lx[x] / Lx[x - 1]}.
     *
     * <p>{@code s[0] = Lx[0] / (n l0)} takes births into the first group; {@code s[open] = Tx[open] / Tx[open - 1]}
     * applies to the last two groups together.
     *
     * @return shape [age], by the group survived into; dimensionless, each 0 to 1
     * @see "Preston, Heuveline and Guillot (2001), Demography: Measuring and Modeling Population Processes, ch. 6"
     */
    public double[] survivalRatios() {
        int open = ages.open();
        double[] s = new double[ages.count()];
        s[0] = Lx[0] / (ages.width(0) * lx[0]);
        for (int age = 1; age < open; age++) {
            s[age] = Lx[age] / Lx[age - 1];
        }
        s[open] = Lx[open] / (Lx[open - 1] + Lx[open]);
        return s;
    }

    /**
     * The last survival ratio apart for entrants and incumbents: {@code L / Lx[open - 1]}, L the person-years of the
     * first n years of the open group, and {@code T(open + n) / T(open)}. The hazard in the open group is constant at
     * its rate. Of a stationary population both together leave as many as the pooled ratio.
     */
    public OpenAgeSurvival openAgeSurvival() {
        int open = ages.open();
        double incumbents = StrictMath.exp(-ages.width(0) * openMx);
        return new OpenAgeSurvival(Lx[open] * (1 - incumbents) / Lx[open - 1], incumbents);
    }

    /**
     * Separation factors: of the deaths over a step among those who were in group x at its start, the share that occurs
     * in group x; the rest occurs in the next one. {@code k[x] = (Lx - n l(x+1)) / (Lx - L(x+1))}.
     *
     * <p>{@code k[open - 1] = (Lx - n l(open)) / Lx} is for the last two groups together, as the pooled survival ratio;
     * {@code k[open]} is 1. A group without deaths has 0.5.
     *
     * @return shape [age], by the group at the start of the step; dimensionless, each 0 to 1
     */
    public double[] separationFactors() {
        int open = ages.open();
        double[] k = new double[ages.count()];
        for (int age = 0; age < open; age++) {
            double inGroup = Lx[age] - ages.width(0) * lx[age + 1];
            double all = age == open - 1 ? Lx[age] : Lx[age] - Lx[age + 1];
            k[age] = all > 0 ? inGroup / all : 0.5;
        }
        k[open] = 1;
        return k;
    }

    /**
     * Deaths by the age at death, from those by the age that the dead would have reached at the end of the step.
     *
     * @param cohortDeaths deaths in one step by the group reached, of newborns in the first, shape [age]; as many as
     *     {@link org.kapok.core.AgeGroups#count}
     * @return deaths by group of age at death, shape [age]; their sum is that of {@code cohortDeaths}
     * @see "Preston, Heuveline and Guillot (2001), Demography: Measuring and Modeling Population Processes, ch. 2 and 6"
     */
    public double[] deathsByAge(double[] cohortDeaths) {
        if (cohortDeaths.length != ages.count()) {
            throw new IllegalArgumentException("StationaryPopulation.cohortDeaths: got " + cohortDeaths.length
                    + " groups, expected " + ages.count());
        }
        double[] k = separationFactors();
        double[] deaths = new double[cohortDeaths.length];
        deaths[0] = cohortDeaths[0];
        for (int age = 1; age < deaths.length; age++) {
            deaths[age - 1] += k[age - 1] * cohortDeaths[age];
            deaths[age] = (1 - k[age - 1]) * cohortDeaths[age];
        }
        return deaths;
    }
}
