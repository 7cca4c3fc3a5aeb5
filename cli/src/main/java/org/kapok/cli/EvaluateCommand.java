package org.kapok.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.kapok.projection.Evaluation;
import org.kapok.scenario.AgeBand;
import org.kapok.scenario.RunEvaluation;
import org.kapok.scenario.table.OutputFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Compares a run's people with expected or observed ones. */
@Command(
        name = "evaluate",
        header = "Compares the people of a run with observed or expected ones.",
        description = "Errors by year: of the total and of single cells. With limits, exit code 1 says that one "
                + "is exceeded, for pipelines.",
        footer = {
            "  kapok evaluate out/guangzhou out/guangzhou-plan       one run against another",
            "  kapok evaluate results observed.csv --ages 0-94       against counts",
            "  kapok evaluate results reference --limit-total 0.01   fails when 1%% off"
        })
final class EvaluateCommand implements Callable<Integer> {
    @ParentCommand
    private Kapok kapok;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", descriptionKey = "RUN", description = "The results of a run.")
    private Path run;

    @Parameters(
            paramLabel = "EXPECTED",
            descriptionKey = "EXPECTED",
            description = "The results of another run, a folder with a population.csv, or a CSV file of persons by"
                    + " year and any of region, status, sex and age.")
    private Path expected;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "A CSV file for the same numbers, unrounded.")
    private Path out;

    @Option(
            names = "--ages",
            paramLabel = "AGES",
            description = "Compares these ages alone, such as 0-94 or 65+; whole groups of EXPECTED.")
    private String ages;

    @Option(
            names = "--min-cell",
            paramLabel = "PERSONS",
            description = "The least expected persons of a cell whose relative error counts; 1000 by default.")
    private double minCell = Evaluation.MIN_CELL;

    @Option(
            names = "--limit-total",
            paramLabel = "SHARE",
            description = "Fails where a year's total is further off, such as 0.01 for one percent.")
    private Double limitTotal;

    @Option(
            names = "--limit-cell",
            paramLabel = "SHARE",
            description = "Fails where a cell of --min-cell persons or more is further off.")
    private Double limitCell;

    @Override
    public Integer call() throws IOException {
        requireLimit("--limit-total", limitTotal);
        requireLimit("--limit-cell", limitCell);
        requireOwnFile();
        if (out != null) {
            OutputFile.requireWritable(out);
        }
        RunEvaluation evaluation = RunEvaluation.of(run, expected, band(), minCell);
        PrintWriter console = spec.commandLine().getOut();
        EvaluationScreen screen = new EvaluationScreen(evaluation, minCell, kapok.words());
        console.println(kapok.words().of("evaluated", run.toString(), expected.toString()));
        console.println();
        screen.print(console);
        if (out != null) {
            evaluation.writeTo(out);
            console.println(kapok.words().of("written", out.toString()));
        }
        List<String> beyond = screen.beyond(limitTotal, limitCell);
        beyond.forEach(spec.commandLine().getErr()::println);
        return beyond.isEmpty() ? 0 : Kapok.FAILED;
    }

    private AgeBand band() {
        try {
            return ages == null ? AgeBand.all() : AgeBand.parse(ages);
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException(
                    "--ages: " + refused.getMessage().replaceFirst("^AgeBand: ", ""), refused);
        }
    }

    private static void requireLimit(String option, Double limit) {
        if (limit != null && !(limit >= 0)) {
            throw new IllegalArgumentException(option + ": got " + limit + ", expected a share of 0 or more");
        }
    }

    /** What is compared must not be lost to the numbers about it. */
    private void requireOwnFile() throws IOException {
        if (out == null || !Files.exists(out)) {
            return;
        }
        for (Path input : List.of(run, expected)) {
            Path real = Files.exists(input) ? input.toRealPath() : input;
            if (out.toRealPath().startsWith(real)) {
                throw new IllegalArgumentException(
                        "--out: got " + out + ", expected a file that is not among those compared");
            }
        }
    }
}
