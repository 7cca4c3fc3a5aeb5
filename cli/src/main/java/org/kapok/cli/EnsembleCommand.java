package org.kapok.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kapok.scenario.EnsembleFolder;
import org.kapok.scenario.EnsembleRun;
import org.kapok.scenario.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Draws the futures of a scenario. */
@Command(
        name = "ensemble",
        description = "Draws many futures of a scenario and says how far they spread, and how likely each target is.",
        footer = {"", "The same scenario, seed and number of draws give the same bytes on any number of threads."})
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
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Where results go, in place of an earlier result; out/ID-ensemble by default.")
    private Path out;

    @Option(
            names = {"-q", "--quiet"},
            description = "Prints nothing.")
    private boolean quiet;

    @Override
    public Integer call() throws IOException {
        Scenario read = scenario.read();
        EnsembleRun run =
                EnsembleRun.of(read, Optional.ofNullable(draws), Optional.ofNullable(seed), threads, decompose);
        Path target = out == null ? Path.of("out", read.id() + "-ensemble") : out;
        EnsembleFolder.write(run, target);
        if (!quiet) {
            PrintWriter console = spec.commandLine().getOut();
            Words words = kapok.words();
            new EnsembleScreen(run, words).print(console);
            console.println(words.of("written", target.toString()));
        }
        return 0;
    }
}
