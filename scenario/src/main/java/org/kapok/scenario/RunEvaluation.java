package org.kapok.scenario;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.kapok.core.Axis;
import org.kapok.projection.Evaluation;
import org.kapok.projection.Evaluation.Difference;
import org.kapok.projection.Evaluation.YearErrors;
import org.kapok.projection.ExpectedCells;
import org.kapok.scenario.table.TableWriter;

/**
 * A run's people held against expected or observed ones.
 *
 * @param run the run
 * @param cells the cells compared
 * @param evaluation the errors of every common year
 * @param missing dates, or years, that are expected and not in the run
 */
public record RunEvaluation(RunPopulation run, ExpectedCells cells, Evaluation evaluation, List<String> missing) {
    private static final List<String> HEADER = List.of(
            "date",
            "part",
            Axis.REGION,
            Axis.STATUS,
            Axis.SEX,
            Axis.AGE,
            "expected",
            "projected",
            "error",
            "relative_error",
            "cells",
            "zero_cells",
            "mape",
            "weighted_ape");

    public RunEvaluation {
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(cells, "cells");
        Objects.requireNonNull(evaluation, "evaluation");
        missing = List.copyOf(missing);
    }

    /**
     * Compares a run with expected persons.
     *
     * @param run a result folder
     * @param expected another result folder, a folder with a {@code population.csv}, or such a table itself; see {@code
     *     docs/outputs.md}
     * @param ages the ages compared, whole groups of {@code expected}
     * @param minCell the least expected persons of a cell that is searched for the largest relative error
     * @throws org.kapok.scenario.table.InputDataException with everything that is wrong with the tables
     */
    public static RunEvaluation of(Path run, Path expected, AgeBand ages, double minCell) {
        ExpectedTable.Expected table = ExpectedTable.read(RunPopulation.read(run), expected, ages);
        RunPopulation population = table.run();
        Evaluation evaluation = Evaluation.of(table.cells().sum(population.persons()), table.persons(), minCell);
        return new RunEvaluation(population, table.cells(), evaluation, table.missing());
    }

    /** The reference date of a year of the evaluation. */
    public LocalDate date(YearErrors year) {
        return run.dates().stream()
                .filter(date -> date.getYear() == year.year())
                .findFirst()
                .orElseThrow();
    }

    /** Writes the errors as a table: for each date a row for the total and one for each largest error of a cell. */
    public void writeTo(Path file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (YearErrors year : evaluation.years()) {
            List<String> total = row(year, "total", year.total());
            total.addAll(List.of(
                    Integer.toString(year.cells()),
                    Integer.toString(year.zeroCells()),
                    TableWriter.text(year.mape()),
                    TableWriter.text(year.weightedApe())));
            rows.add(total);
            rows.add(cell(year, "largest_error", year.largest()));
            year.largestRelative().ifPresent(cell -> rows.add(cell(year, "largest_relative_error", cell)));
        }
        TableWriter.write(file, HEADER, rows);
    }

    private List<String> cell(YearErrors year, String part, Difference difference) {
        List<String> row = row(year, part, difference);
        row.addAll(List.of("", "", "", ""));
        return row;
    }

    private List<String> row(YearErrors year, String part, Difference difference) {
        List<String> row = new ArrayList<>(List.of(date(year).toString(), part));
        for (Axis axis : run.space().axes()) {
            row.add(difference.at().getOrDefault(axis.name(), ""));
        }
        Optional<Double> relative = difference.relativeError();
        row.addAll(List.of(
                TableWriter.text(difference.expected()),
                TableWriter.text(difference.projected()),
                TableWriter.text(difference.error()),
                relative.map(TableWriter::text).orElse("")));
        return row;
    }
}
