package org.kapok.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.kapok.report.html.HtmlReport;
import org.kapok.report.workbook.Workbook;
import org.kapok.scenario.EnsembleFolder;
import org.kapok.scenario.EnsembleOptions;
import org.kapok.scenario.EnsemblePlan;
import org.kapok.scenario.EnsembleProgress;
import org.kapok.scenario.EnsembleRun;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioRun;
import org.kapok.scenario.SolveRun;
import org.kapok.scenario.table.OutputFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Draws the futures of a scenario. */
@Command(
        name = "ensemble",
        header = "Draws many futures: how far they spread, how likely targets are.",
        description = "The same scenario, seed and number of draws give the same bytes on any number of "
                + "threads. A run that breaks off leaves what it has drawn in DIR.unfinished; the same "
                + "command goes on from there.",
        footer = {
            "  kapok ensemble guangzhou                          draws as the scenario says",
            "  kapok ensemble guangzhou --draws 200 --seed 7     fewer, from another seed",
            "  kapok ensemble guangzhou --draws 200 --decompose  where the spread is from",
            "  kapok ensemble guangzhou --draws 200 --keep 1,2   two of them whole, as runs"
        })
final class EnsembleCommand implements Callable<Integer> {
    @ParentCommand
    private Kapok kapok;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ScenarioArgument scenario;

    @Option(names = "--draws", paramLabel = "NUMBER", description = "How many draws; as the scenario says by default.")
    private Integer draws;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "Where draws start; as the scenario says by default.")
    private Long seed;

    @Option(names = "--threads", paramLabel = "NUMBER", description = "Threads; one for each processor by default.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--decompose",
            description = "Tells how much of every variance comes from each component, in variance.csv; takes as long"
                    + " again for each.")
    private boolean decompose;

    @Option(
            names = "--by-region",
            description = "Tells the demand for services of every region as well as of the whole place.")
    private boolean byRegion;

    @Option(
            names = "--keep",
            paramLabel = "DRAW",
            split = ",",
            description = "Writes these draws whole, counted from 1, each to a folder of its own: --keep 1,2")
    private List<Integer> kept = List.of();

    @Mixin
    private BesideTables beside;

    @Mixin
    private ResultOptions results;

    private void requireBetween(String option, int given, int most) {
        if (given < 1 || given > most) {
            throw new ParameterException(
                    spec.commandLine(), option + ": got " + given + ", expected a number from 1 to " + most);
        }
    }

    @Override
    public Integer call() throws IOException {
        Scenario read = scenario.read();
        Path target = results.folder(read.id() + "-ensemble");
        requireBetween("--draws", draws == null ? 1 : draws, EnsembleOptions.MOST_DRAWS);
        requireBetween("--threads", threads, Integer.MAX_VALUE);
        int last = Optional.ofNullable(draws)
                .orElse(read.ensemble().map(EnsemblePlan::draws).orElse(Integer.MAX_VALUE));
        for (int number : kept) {
            if (number < 1 || number > last) {
                throw new ParameterException(
                        spec.commandLine(), "--keep: got " + number + ", expected draws from 1 to " + last);
            }
        }
        Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        Words words = kapok.words();
        EnsembleOptions options = new EnsembleOptions(
                Optional.ofNullable(draws),
                Optional.ofNullable(seed),
                threads,
                decompose,
                byRegion,
                Optional.of(unfinished),
                EnsembleProgress.NONE);
        Optional<SolveRun> solved = read.isUnsolved() ? Optional.of(SolveRun.of(read)) : Optional.empty();
        EnsembleRun run = kapok.drawn(solved.map(SolveRun::settled).orElse(read), options);
        OutputFolder.Content more = beside.of(
                () -> solved.map(ScenarioRun::of).orElseGet(() -> ScenarioRun.of(read)),
                single -> HtmlReport.of(single).withEnsemble(run),
                single -> Workbook.of(single, run, words.locale()));
        EnsembleFolder.write(run, List.copyOf(new TreeSet<>(kept)), more, target);
        results.print(new EnsembleScreen(run, words)::print, target, words);
        return 0;
    }
}
