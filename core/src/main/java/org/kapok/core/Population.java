package org.kapok.core;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/** Persons by region, status, sex and age at one date. Persons may be fractional. */
public final class Population {
    private static final List<String> AXES = List.of(Axis.REGION, Axis.STATUS, Axis.SEX, Axis.AGE);

    private final CellSpace space;
    private final LocalDate date;
    private final double[] persons; // in the order of CellSpace

    private Population(CellSpace space, LocalDate date, double[] persons) {
        this.space = Objects.requireNonNull(space, "space");
        this.date = Objects.requireNonNull(date, "date");
        this.persons = persons;
    }

    /**
     * A population of the given counts.
     *
     * @param persons one finite count of 0 or more a cell, in the order of {@link CellSpace}; copied
     */
    public static Population of(CellSpace space, LocalDate date, double... persons) {
        if (persons.length != space.size()) {
            throw new IllegalArgumentException(
                    "Population.persons: got " + persons.length + " cells, expected " + space.size());
        }
        for (int cell = 0; cell < persons.length; cell++) {
            if (!(persons[cell] >= 0) || Double.isInfinite(persons[cell])) {
                throw new IllegalArgumentException("Population.persons, "
                        + Cube.of(space.axes(), persons).describe(cell) + ": got " + persons[cell]
                        + ", expected a finite count of 0 or more");
            }
        }
        return new Population(space, date, persons.clone());
    }

    /** The cells. */
    public CellSpace space() {
        return space;
    }

    /** The date the persons are counted at. */
    public LocalDate date() {
        return date;
    }

    /** The persons as a cube over region, status, sex and age. */
    public Cube toCube() {
        return Cube.of(space.axes(), persons);
    }

    /** The persons of one cell. */
    public double persons(int region, int status, Sex sex, int age) {
        return persons[
                space.profile(region, status, sex)
                        + Objects.checkIndex(age, space.ages().count())];
    }

    /** Copies all cells into {@code target}, in the order of {@link CellSpace}; the door for kernels. */
    public void copyTo(double[] target) {
        System.arraycopy(persons, 0, target, 0, persons.length);
    }

    /** The selected persons of all regions. */
    public double total(Selection selection) {
        return sum(byRegion(selection));
    }

    /**
     * The selected persons of an area.
     *
     * @param area the id of a region or group; empty for all regions
     */
    public double total(Selection selection, String area) {
        double sum = 0;
        for (int region : space.regionsIn(area)) {
            sum += sum(byAge(region, selection));
        }
        return sum;
    }

    /** The selected persons by region, shape [region]. */
    public double[] byRegion(Selection selection) {
        double[] sums = new double[space.regions().size()];
        for (int region = 0; region < sums.length; region++) {
            sums[region] = sum(byAge(region, selection));
        }
        return sums;
    }

    /**
     * The sum of persons times a weight by region, shape [region].
     *
     * @param weights over all axes of the cells, in the order of {@link CellSpace#axes}
     */
    public double[] weighted(Cube weights) {
        int[] sizes = {
            space.regions().size(),
            space.statuses().size(),
            Sex.values().length,
            space.ages().count()
        };
        boolean fits = weights.axes().size() == sizes.length;
        for (int axis = 0; fits && axis < sizes.length; axis++) {
            fits = weights.axes().get(axis).name().equals(AXES.get(axis))
                    && weights.axes().get(axis).size() == sizes[axis];
        }
        if (!fits) {
            throw new IllegalArgumentException(
                    "Population.weighted: got weights over " + weights.axes() + ", expected " + space.axes());
        }
        double[] sums = new double[space.regions().size()];
        int cells = persons.length / sums.length;
        for (int region = 0; region < sums.length; region++) {
            sums[region] = weights.dot(persons, region * cells, cells);
        }
        return sums;
    }

    /** The selected persons of a region by age group, shape [age]; groups outside the band are 0. */
    public double[] byAge(int region, Selection selection) {
        int[] band = selection.groupsOf(space.ages());
        double[] sums = new double[space.ages().count()];
        for (int status = 0; status < space.statuses().size(); status++) {
            if (!selection.statuses().test(space.statuses().get(status))) {
                continue;
            }
            for (Sex sex : selection.sexes()) {
                int profile = space.profile(region, status, sex);
                for (int age = band[0]; age <= band[1]; age++) {
                    sums[age] += persons[profile + age];
                }
            }
        }
        return sums;
    }

    /**
     * The population at a date between this one and a later one, each cell changing evenly by the day.
     *
     * @param later a population of the same cells at a later date
     * @param when a date from this population's to the later one's
     */
    public Population towards(Population later, LocalDate when) {
        long days = date.until(later.date, ChronoUnit.DAYS);
        long gone = date.until(when, ChronoUnit.DAYS);
        if (!space.equals(later.space) || days <= 0 || gone < 0 || gone > days) {
            throw new IllegalArgumentException("Population.towards: got " + when + ", expected a date from " + date
                    + " to " + later.date + " and the same cells");
        }
        double share = (double) gone / days;
        double[] between = new double[persons.length];
        for (int cell = 0; cell < between.length; cell++) {
            between[cell] = persons[cell] + share * (later.persons[cell] - persons[cell]);
        }
        return new Population(space, when, between);
    }

    // Streams may add in another order on another JDK; a loop does not.
    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
