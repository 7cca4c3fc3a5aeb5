package org.kapok.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.kapok.report.html.HtmlReport;
import org.kapok.report.workbook.Workbook;
import org.kapok.scenario.BundledScenarios;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioRun;
import org.kapok.scenario.SolveFolder;
import org.kapok.scenario.SolveRun;
import org.kapok.scenario.table.OutputFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Solves a scenario toward its targets. */
@Command(
        name = "solve",
        header = "Finds what it takes to meet targets, and how believable that is.",
        description = "Finds the least change of the flows that a scenario leaves free by which its targets "
                + "hold together, what each target costs, and writes the solved scenario to DIR/scenario, "
                + "which runs on its own. A hard target that cannot hold ends with exit code 1 and the "
                + "nearest compromise.",
        footer = {
            "  kapok solve guangzhou-plan                  what the plan for 2025 demands",
            "  kapok solve guangzhou-plan --out solved",
            "  kapok run solved/scenario                   the solved scenario as any other"
        })
final class SolveCommand implements Callable<Integer> {
    @ParentCommand
    private Kapok kapok;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ScenarioArgument scenario;

    @Mixin
    private BesideTables beside;

    @Mixin
    private ResultOptions results;

    @Override
    public Integer call() throws IOException {
        Scenario read = scenario.read();
        requireTargets(read);
        Path target = results.folder(Scenario.solvedId(read.id()));
        SolveRun run = SolveRun.of(read);
        Words words = kapok.words();
        ScenarioRun solved = ScenarioRun.of(run.solved());
        OutputFolder.Content more = beside.of(
                () -> solved,
                shown -> HtmlReport.of(shown).withSolution(run),
                shown -> Workbook.of(shown, words.locale()));
        SolveFolder.write(run, solved, scenario.folder(), more, target);
        SolveScreen screen = new SolveScreen(run, words);
        results.print(screen::print, target, words);
        if (run.solution().holds()) {
            return 0;
        }
        spec.commandLine().getErr().println(screen.conflict());
        return Kapok.FAILED;
    }

    /** Names a bundled scenario of the same place that can be solved, where there is one. */
    private static void requireTargets(Scenario read) {
        if (!read.targets().isEmpty() && read.goals().free().isPresent()) {
            return;
        }
        String known = BundledScenarios.names().stream()
                .filter(name -> name.startsWith(read.id() + "-")
                        && BundledScenarios.read(name).goals().free().isPresent())
                .collect(Collectors.joining(", "));
        String lacking = read.targets().isEmpty() ? "targets" : "solve";
        throw new IllegalArgumentException(
                read.id() + ": got a scenario without \"" + lacking + "\", expected one that says what is wanted"
                        + " (\"targets\") and what may change for it (\"solve\")"
                        + (known.isEmpty() ? "" : ", such as " + known));
    }
}
