package org.kapok.projection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.kapok.core.Axis;
import org.kapok.core.Cube;
import org.kapok.core.Selection;

/**
 * How far projected persons are from expected or observed ones.
 *
 * @param years the errors of each year, 1 or more
 */
public record Evaluation(List<YearErrors> years) {
    /** Cells of fewer expected persons are not searched for the largest relative error, where nothing else is said. */
    public static final double MIN_CELL = 1000;

    public Evaluation {
        years = List.copyOf(years);
        if (years.isEmpty()) {
            throw new IllegalArgumentException("Evaluation.years: got none, expected 1 or more");
        }
    }

    /**
     * Expected and projected persons of a year or of one of its cells.
     *
     * @param at the labels of the cell by axis, in the order of the axes; none for all cells together
     * @param expected persons expected or observed, 0 or more
     * @param projected persons projected
     */
    public record Difference(Map<String, String> at, double expected, double projected) {
        public Difference {
            at = Collections.unmodifiableMap(new LinkedHashMap<>(at));
        }

        /** Projected less expected persons. */
        public double error() {
            return projected - expected;
        }

        /** The error per expected person, 0.01 for one percent; empty where nobody is expected. */
        public Optional<Double> relativeError() {
            return expected == 0 ? Optional.empty() : Optional.of(error() / expected);
        }
    }

    /**
     * The errors of one year.
     *
     * @param year the year of the population's date
     * @param total all cells together; more than 0 persons are expected
     * @param cells how many cells were compared
     * @param zeroCells how many of them nobody was expected in; {@code mape} leaves them out
     * @param mape the mean absolute percentage error of the cells, as a share: 0.02 for two percent
     * @param weightedApe the absolute percentage errors weighted by expected persons, as a share: the sum of absolute
     *     errors of all cells per expected person
     * @param largest the cell with the largest error in persons, the first of several
     * @param largestRelative the cell with the largest relative error among those of enough expected persons, the first
     *     of several; empty where no cell has enough
     */
    public record YearErrors(
            int year,
            Difference total,
            int cells,
            int zeroCells,
            double mape,
            double weightedApe,
            Difference largest,
            Optional<Difference> largestRelative) {
        public YearErrors {
            Objects.requireNonNull(total, "total");
            Objects.requireNonNull(largest, "largest");
            Objects.requireNonNull(largestRelative, "largestRelative");
        }
    }

    /**
     * Compares a projection with expected persons, residents where these do not vary by status.
     *
     * @param expected persons by year and any of region, status, sex and age, in the cells of {@link ExpectedCells}, the
     *     last age group open
     * @param minCell the least expected persons of a cell that is searched for the largest relative error
     */
    public static Evaluation of(Projection projection, Cube expected, double minCell) {
        ExpectedCells cells = new ExpectedCells(projection.space(), expected.axes(), Selection.OPEN);
        return of(cells.sum(projection.populations()), expected, minCell);
    }

    /**
     * Compares projected with expected persons, cell by cell.
     *
     * <p>MAPE is the mean of {@code |projected - expected| / expected} over the cells where somebody is expected: Rayer
     * (2007), Population forecast accuracy: does the choice of summary measure of error matter?, Population Research and
     * Policy Review 26. It gives a cell of ten people the weight of one of a million; weighting each cell by its persons
     * does not: Wilson and Rowe (2011), The forecast accuracy of local government area population projections, Australasian
     * Journal of Regional Studies 17.
     *
     * @param projected persons, year being the first axis
     * @param expected persons over the same axes, some in every year
     * @param minCell the least expected persons of a cell that is searched for the largest relative error
     */
    public static Evaluation of(Cube projected, Cube expected, double minCell) {
        if (!projected.axes().equals(expected.axes())
                || expected.axes().isEmpty()
                || !expected.axes().get(0).name().equals(Axis.YEAR)) {
            throw new IllegalArgumentException(
                    "Evaluation: got " + projected + " and " + expected + ", expected the same axes, year first");
        }
        if (!(minCell >= 0)) {
            throw new IllegalArgumentException("Evaluation.minCell: got " + minCell + ", expected 0 or more persons");
        }
        requireCounts("projected", projected);
        requireCounts("expected", expected);
        List<YearErrors> years = new ArrayList<>();
        for (String year : expected.axis(Axis.YEAR).labels()) {
            years.add(errors(
                    Integer.parseInt(year),
                    projected.select(Axis.YEAR, year),
                    expected.select(Axis.YEAR, year),
                    minCell));
        }
        return new Evaluation(years);
    }

    private static YearErrors errors(int year, Cube projected, Cube expected, double minCell) {
        Difference total = new Difference(Map.of(), expected.total(), projected.total());
        if (total.expected() == 0) {
            throw new IllegalArgumentException(
                    "Evaluation.expected, year " + year + ": got nobody, expected some persons");
        }
        double[] wanted = expected.toArray();
        double[] errors = projected.toArray();
        double[] relative = new double[wanted.length];
        int zeroCells = 0;
        double sumOfErrors = 0;
        double sumOfRelative = 0;
        for (int cell = 0; cell < wanted.length; cell++) {
            errors[cell] = Math.abs(errors[cell] - wanted[cell]);
            sumOfErrors += errors[cell];
            if (wanted[cell] == 0) {
                zeroCells++;
            } else {
                relative[cell] = errors[cell] / wanted[cell];
                sumOfRelative += relative[cell];
            }
        }
        return new YearErrors(
                year,
                total,
                wanted.length,
                zeroCells,
                sumOfRelative / (wanted.length - zeroCells),
                sumOfErrors / total.expected(),
                largest(errors, wanted, 0)
                        .map(cell -> difference(projected, expected, cell))
                        .orElseThrow(),
                largest(relative, wanted, Math.max(minCell, Double.MIN_VALUE))
                        .map(cell -> difference(projected, expected, cell)));
    }

    /** The first cell with the largest error among those of at least so many expected persons. */
    private static Optional<Integer> largest(double[] errors, double[] expected, double least) {
        int largest = -1;
        for (int cell = 0; cell < errors.length; cell++) {
            if (expected[cell] >= least && (largest < 0 || errors[cell] > errors[largest])) {
                largest = cell;
            }
        }
        return largest < 0 ? Optional.empty() : Optional.of(largest);
    }

    private static Difference difference(Cube projected, Cube expected, int cell) {
        Map<String, String> at = new LinkedHashMap<>();
        int rest = expected.size();
        int within = cell;
        for (Axis axis : expected.axes()) {
            rest /= axis.size();
            at.put(axis.name(), axis.labels().get(within / rest));
            within %= rest;
        }
        return new Difference(at, expected.toArray()[cell], projected.toArray()[cell]);
    }

    private static void requireCounts(String name, Cube persons) {
        double[] values = persons.toArray();
        for (int cell = 0; cell < values.length; cell++) {
            if (!(values[cell] >= 0) || Double.isInfinite(values[cell])) {
                throw new IllegalArgumentException("Evaluation." + name + ", " + persons.describe(cell) + ": got "
                        + values[cell] + ", expected a finite count of 0 or more");
            }
        }
    }
}
