package org.kapok.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.SolveFolder;
import org.kapok.scenario.SolveRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Solves a scenario toward its targets. */
@Command(
        name = "solve",
        description = "Finds the least change of a scenario's free flows that meets its targets, says how believable it"
                + " is and what each target costs, and writes the solved scenario.",
        footer = {
            "",
            "A target that must hold and cannot ends with exit code 1 and the nearest compromise.",
            "The solved scenario is in DIR/scenario and runs on its own: kapok run DIR/scenario"
        })
final class SolveCommand implements Callable<Integer> {
    @ParentCommand
    private Kapok kapok;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ScenarioArgument scenario;

    @Mixin
    private ResultOptions results;

    @Override
    public Integer call() throws IOException {
        Scenario read = scenario.read();
        SolveRun run = SolveRun.of(read);
        Path target = results.folder(run.solved().id());
        SolveFolder.write(run, scenario.folder(), target);
        Words words = kapok.words();
        SolveScreen screen = new SolveScreen(run, words);
        results.print(screen::print, target, words);
        if (run.solution().holds()) {
            return 0;
        }
        spec.commandLine().getErr().println(screen.conflict());
        return Kapok.FAILED;
    }
}
