package org.kapok.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.kapok.scenario.RunFolder;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Runs a scenario, writes its results and prints a summary. */
@Command(name = "run", description = "Runs a scenario, writes its results and prints a summary.")
final class RunCommand implements Callable<Integer> {
    @ParentCommand
    private Kapok kapok;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ScenarioArgument scenario;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Where results go, in place of an earlier run; out/ID of the scenario by default.")
    private Path out;

    @Option(
            names = {"-q", "--quiet"},
            description = "Prints no summary.")
    private boolean quiet;

    @Override
    public Integer call() throws IOException {
        Scenario read = scenario.read();
        Path target = out == null ? Path.of("out", read.id()) : out;
        ScenarioRun run = ScenarioRun.of(read);
        RunFolder.write(run, target);
        if (!quiet) {
            PrintWriter console = spec.commandLine().getOut();
            Words words = kapok.words();
            new Summary(run, words).print(console);
            console.println(words.of("written", target.toString()));
        }
        return 0;
    }
}
