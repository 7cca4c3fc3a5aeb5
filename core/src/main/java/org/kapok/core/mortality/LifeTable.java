package org.kapok.core.mortality;

import java.util.Arrays;
import java.util.Objects;
import org.kapok.core.AgeGroups;
import org.kapok.core.Sex;

/**
 * A period life table with a radix of 1.
 *
 * <p>{@code q = n m / (1 + (n - a) m)}; where the rates are so high that this reaches 1, the hazard is taken as constant
 * in the group, {@code q = 1 - exp(-n m)}, and {@code a} follows from it. {@code L = n l(next) + a d}. The open group
 * closes with {@code L = l / m}, {@code a = e = 1 / m}.
 *
 * <p>Ages are single years, or 0, 1-4, 5-9, ... (abridged), up to any open age; other groups need {@link #ofMxAx}. With
 * single years {@code a} is 0.5 above age 0. Abridged, {@code a} is 2.5 at 5-9 and 10-14 and Greville's from 15 on, at
 * least 0.97 from 45 on, and 2.5 where rates of 0 leave it without a value; {@link GroupAx} has other choices.
 *
 * @see "Preston, Heuveline and Guillot (2001), Demography: Measuring and Modeling Population Processes, ch. 3"
 */
public final class LifeTable {
    private static final int MAX_ITERATIONS = 200;

    private final AgeGroups ages;
    private final AxRule rule;
    private final double[] mx;
    private final double[] ax;
    private final double[] qx;
    private final double[] lx;
    private final double[] Lx;
    private final double[] Tx;

    private LifeTable(AgeGroups ages, AxRule rule, double[] mx, double[] ax) {
        this.ages = ages;
        this.rule = rule;
        this.mx = mx;
        this.ax = ax;
        int count = ages.count();
        int open = ages.open();
        qx = new double[count];
        lx = new double[count];
        Lx = new double[count];
        Tx = new double[count];
        lx[0] = 1;
        for (int age = 0; age < open; age++) {
            double n = ages.width(age);
            qx[age] = n * mx[age] / (1 + (n - ax[age]) * mx[age]);
            if (!(qx[age] < 1)) {
                qx[age] = -StrictMath.expm1(-n * mx[age]);
                ax[age] = n + 1 / mx[age] - n / qx[age];
            }
            lx[age + 1] = lx[age] * (1 - qx[age]);
            Lx[age] = n * lx[age + 1] + ax[age] * lx[age] * qx[age];
        }
        qx[open] = 1;
        Lx[open] = lx[open] / mx[open];
        Tx[open] = Lx[open];
        for (int age = open - 1; age >= 0; age--) {
            Tx[age] = Tx[age + 1] + Lx[age];
        }
    }

    /**
     * The life table of death rates.
     *
     * @param mx deaths per person-year, shape [age], finite, 0 or more; above 0 in the open group
     */
    public static LifeTable ofMx(AgeGroups ages, double[] mx, Sex sex, A0Rule a0Rule) {
        return ofMx(ages, mx, sex, a0Rule, GrevilleEnd.REPEATED_SLOPE);
    }

    /** As {@link #ofMx(AgeGroups, double[], Sex, A0Rule)}, with a choice that only abridged ages feel. */
    public static LifeTable ofMx(AgeGroups ages, double[] mx, Sex sex, A0Rule a0Rule, GrevilleEnd end) {
        return ofRule(ages, mx, standard(ages, sex, a0Rule, GroupAx.GREVILLE, end));
    }

    /** As {@link #ofMx(AgeGroups, double[], Sex, A0Rule)}, with another choice that only abridged ages feel. */
    public static LifeTable ofMx(AgeGroups ages, double[] mx, Sex sex, A0Rule a0Rule, GroupAx groupAx) {
        return ofRule(ages, mx, standard(ages, sex, a0Rule, groupAx, GrevilleEnd.REPEATED_SLOPE));
    }

    /** The life table of death rates of both sexes together; {@code srb}, males born per female, weights the rule. */
    public static LifeTable ofMxBothSexes(AgeGroups ages, double[] mx, double srb, A0Rule a0Rule) {
        checkStandardAges(ages);
        Objects.requireNonNull(a0Rule, "a0Rule");
        double maleShare = srb / (1 + srb);
        if (!(maleShare >= 0 && maleShare < 1)) {
            throw new IllegalArgumentException("LifeTable.srb: got " + srb + ", expected 0 or more, finite");
        }
        return ofRule(ages, mx, new AxRule.Standard(a0Rule, maleShare, GroupAx.GREVILLE, GrevilleEnd.REPEATED_SLOPE));
    }

    /**
     * The life table of death rates with {@code ax} given, on any ages.
     *
     * @param ax years, shape [age], above 0 and at most the width of the group; that of the open group is not read
     */
    public static LifeTable ofMxAx(AgeGroups ages, double[] mx, double[] ax) {
        checkLength(ages, "ax", ax);
        for (int age = 0; age < ages.open(); age++) {
            check(ax[age] > 0 && ax[age] <= ages.width(age), ages, "ax", age, ax[age], "above 0, within the group");
        }
        return ofRule(ages, mx, AxRule.given(ages, ax));
    }

    /**
     * The life table of death probabilities. Rates and {@code ax} are found together, so that {@link #ofMx} of the
     * rates is the same table.
     *
     * @param qx shape [age], 0 to below 1; 1 in the open group
     * @param openEx life expectancy at the start of the open group, years
     */
    public static LifeTable ofQx(AgeGroups ages, double[] qx, double openEx, Sex sex, A0Rule a0Rule) {
        AxRule rule = standard(ages, sex, a0Rule, GroupAx.GREVILLE, GrevilleEnd.REPEATED_SLOPE);
        checkLength(ages, "qx", qx);
        for (int age = 0; age < ages.open(); age++) {
            check(qx[age] >= 0 && qx[age] < 1, ages, "qx", age, qx[age], "0 to below 1");
        }
        check(qx[ages.open()] == 1, ages, "qx", ages.open(), qx[ages.open()], "1");
        return ofQx(ages, rule, qx, openMx(openEx));
    }

    /**
     * The life table of survivors, of any radix; otherwise as {@link #ofQx}.
     *
     * @param lx survivors to the start of each group, shape [age], above 0, never rising
     * @param openEx life expectancy at the start of the open group, years
     */
    public static LifeTable ofLx(AgeGroups ages, double[] lx, double openEx, Sex sex, A0Rule a0Rule) {
        AxRule rule = standard(ages, sex, a0Rule, GroupAx.GREVILLE, GrevilleEnd.REPEATED_SLOPE);
        checkLength(ages, "lx", lx);
        for (int age = 0; age < ages.count(); age++) {
            double highest = age == 0 ? Double.MAX_VALUE : lx[age - 1];
            check(lx[age] > 0 && lx[age] <= highest, ages, "lx", age, lx[age], "above 0, never rising");
        }
        return ofQx(ages, rule, probabilities(lx), openMx(openEx));
    }

    /** The table with other rates on the same ages, {@code ax} found in the same way. */
    LifeTable withMx(double[] otherMx) {
        return ofRule(ages, otherMx, rule);
    }

    /** The table with other survivors on the same ages, {@code ax} found in the same way. */
    LifeTable withLx(double[] otherLx, double openMx) {
        return ofQx(ages, rule, probabilities(otherLx), openMx);
    }

    /** A table on single years, {@code ax} found in the same way. */
    LifeTable onSingleYears(double[] singleMx) {
        return ofRule(AgeGroups.singleYears(singleMx.length - 1), singleMx, rule);
    }

    /**
     * The same table closed at a younger age: the open group takes all person-years above it, so {@code e0} and every
     * other value below it stay.
     *
     * @param exactAge the first age of one of the groups, above 0
     */
    public LifeTable withOpenAge(int exactAge) {
        int open = ages.starts().indexOf(exactAge);
        if (open < 1) {
            throw new IllegalArgumentException(
                    "LifeTable.withOpenAge: got " + exactAge + ", expected one of " + ages.starts() + " above 0");
        }
        AgeGroups fewer = new AgeGroups(ages.starts().subList(0, open + 1));
        double[] fewerMx = Arrays.copyOf(mx, open + 1);
        double[] fewerAx = Arrays.copyOf(ax, open + 1);
        fewerMx[open] = lx[open] / Tx[open];
        fewerAx[open] = Tx[open] / lx[open];
        return new LifeTable(fewer, rule, fewerMx, fewerAx);
    }

    /**
     * The same table on wider groups, an abridged one of single years for instance: survivors, person-years and life
     * expectancies at their starts stay, rates and {@code ax} follow from them, and {@code ax} are held from then on.
     *
     * @param groups each starting where a group of this table does, the first at its first
     */
    public LifeTable joinedTo(AgeGroups groups) {
        if (groups.start(0) != ages.start(0) || !ages.starts().containsAll(groups.starts())) {
            throw new IllegalArgumentException("LifeTable.joinedTo: got groups from " + groups.starts()
                    + ", expected starts among " + ages.starts() + ", the first of them included");
        }
        double[] joinedMx = new double[groups.count()];
        double[] joinedAx = new double[groups.count()];
        for (int group = 0; group < groups.open(); group++) {
            int start = ages.starts().indexOf(groups.start(group));
            int next = ages.starts().indexOf(groups.start(group + 1));
            double years = 0;
            for (int age = start; age < next; age++) {
                years += Lx[age];
            }
            double deaths = lx[start] - lx[next];
            double width = groups.width(group);
            joinedMx[group] = deaths / years;
            joinedAx[group] = deaths > 0 ? (years - width * lx[next]) / deaths : 0.5 * width;
        }
        int open = ages.starts().indexOf(groups.start(groups.open()));
        joinedMx[groups.open()] = lx[open] / Tx[open];
        joinedAx[groups.open()] = Tx[open] / lx[open];
        return new LifeTable(groups, AxRule.given(groups, joinedAx), joinedMx, joinedAx);
    }

    public AgeGroups ages() {
        return ages;
    }

    /** Deaths per person-year. */
    public double mx(int age) {
        return mx[age];
    }

    /** Deaths per person-year, shape [age]. */
    public double[] mx() {
        return mx.clone();
    }

    /** Mean years lived in the group by those who die in it. */
    public double ax(int age) {
        return ax[age];
    }

    /** Probability of dying in the group, 1 in the open one. */
    public double qx(int age) {
        return qx[age];
    }

    /** Survivors to the start of the group, of 1 born. */
    public double lx(int age) {
        return lx[age];
    }

    /** Deaths in the group, of 1 born. */
    public double dx(int age) {
        return lx[age] * qx[age];
    }

    /** Person-years lived in the group, of 1 born. */
    public double Lx(int age) {
        return Lx[age];
    }

    /** Person-years lived from the start of the group on, of 1 born. */
    public double Tx(int age) {
        return Tx[age];
    }

    /** Life expectancy at the start of the group, years. */
    public double ex(int age) {
        return Tx[age] / lx[age];
    }

    /** Life expectancy at birth, years. */
    public double e0() {
        return Tx[0];
    }

    /** What this table says of a population that ages by one group at a time. */
    public StationaryPopulation stationaryPopulation() {
        return StationaryPopulation.of(this);
    }

    /** As {@link StationaryPopulation#survivalRatios()}. */
    public double[] survivalRatios() {
        return stationaryPopulation().survivalRatios();
    }

    private static LifeTable ofRule(AgeGroups ages, double[] mx, AxRule rule) {
        checkLength(ages, "mx", mx);
        for (int age = 0; age < ages.count(); age++) {
            check(mx[age] >= 0 && mx[age] < Double.POSITIVE_INFINITY, ages, "mx", age, mx[age], "0 or more, finite");
        }
        check(mx[ages.open()] > 0, ages, "mx", ages.open(), mx[ages.open()], "above 0");
        double[] copy = mx.clone();
        return new LifeTable(ages, rule, copy, rule.ax(ages, copy));
    }

    /** Repeats {@code m = q / (n - (n - a) q)} and the rule for {@code a} until both hold. */
    private static LifeTable ofQx(AgeGroups ages, AxRule rule, double[] qx, double openMx) {
        double[] mx = new double[ages.count()];
        double[] ax = new double[ages.count()];
        mx[ages.open()] = openMx;
        for (int age = 0; age < ages.open(); age++) {
            ax[age] = 0.5 * ages.width(age);
        }
        double change = 1;
        for (int i = 0; i < MAX_ITERATIONS && change > 1e-15; i++) {
            for (int age = 0; age < ages.open(); age++) {
                double n = ages.width(age);
                mx[age] = qx[age] / (n - (n - ax[age]) * qx[age]);
            }
            double[] before = ax;
            ax = rule.ax(ages, mx);
            change = i == 0 ? 1 : 0;
            for (int age = 0; age < ages.open(); age++) {
                change = Math.max(change, Math.abs(ax[age] - before[age]));
            }
        }
        return new LifeTable(ages, rule, mx, ax);
    }

    private static double[] probabilities(double[] lx) {
        double[] qx = new double[lx.length];
        for (int age = 0; age < lx.length - 1; age++) {
            qx[age] = 1 - lx[age + 1] / lx[age];
        }
        qx[lx.length - 1] = 1;
        return qx;
    }

    private static double openMx(double openEx) {
        if (!(openEx > 0 && openEx < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("LifeTable.openEx: got " + openEx + ", expected above 0, finite");
        }
        return 1 / openEx;
    }

    private static AxRule standard(AgeGroups ages, Sex sex, A0Rule a0Rule, GroupAx groupAx, GrevilleEnd end) {
        checkStandardAges(ages);
        Objects.requireNonNull(sex, "sex");
        Objects.requireNonNull(a0Rule, "a0Rule");
        Objects.requireNonNull(groupAx, "groupAx");
        Objects.requireNonNull(end, "end");
        return new AxRule.Standard(a0Rule, sex == Sex.MALE ? 1 : 0, groupAx, end);
    }

    private static void checkStandardAges(AgeGroups ages) {
        if (ages.uniformWidth() != 1 && !StationaryPopulation.isAbridged(ages)) {
            throw new IllegalArgumentException("LifeTable.ages: got " + ages.starts()
                    + ", expected single years or 0, 1, 5, 10, ... up to 20 or more; other ages need ax");
        }
    }

    private static void checkLength(AgeGroups ages, String name, double[] values) {
        if (values.length != ages.count()) {
            throw new IllegalArgumentException("LifeTable." + name + ": got " + values.length + " values, expected "
                    + ages.count() + ", one per age group");
        }
    }

    private static void check(boolean ok, AgeGroups ages, String name, int age, double got, String expected) {
        if (!ok) {
            throw new IllegalArgumentException(
                    "LifeTable." + name + ", age " + ages.label(age) + ": got " + got + ", expected " + expected);
        }
    }
}
