package org.kapok.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.kapok.scenario.RunFolder;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Runs a scenario, writes its results and prints a summary. */
@Command(
        name = "run",
        header = "Runs a scenario: tables of results, and a summary.",
        description = "Projects the people year by year, works out what they need and what is missing, and "
                + "judges the plan's indicators. The tables are described in docs/outputs.md.",
        footer = {
            "  kapok run guangzhou                   the bundled example, to out/guangzhou",
            "  kapok run my-city --out results       a scenario folder of your own",
            "  kapok run my-city --quiet && echo ok   prints nothing; the exit code tells"
        })
final class RunCommand implements Callable<Integer> {
    @ParentCommand
    private Kapok kapok;

    @Mixin
    private ScenarioArgument scenario;

    @Mixin
    private ResultOptions results;

    @Override
    public Integer call() throws IOException {
        Scenario read = scenario.read();
        Path target = results.folder(read.id());
        ScenarioRun run = ScenarioRun.of(read);
        RunFolder.write(run, target);
        Words words = kapok.words();
        results.print(new Summary(run, words)::print, target, words);
        return 0;
    }
}
