package org.kapok.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.kapok.report.html.HtmlReport;
import org.kapok.report.workbook.Workbook;
import org.kapok.scenario.RunFolder;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Runs a scenario, writes its results and prints a summary. */
@Command(
        name = "run",
        header = "Runs a scenario: tables, a report, a workbook, and a summary.",
        description = "Projects the people year by year, works out what they need and what is missing, and "
                + "judges the plan's indicators. The tables are described in docs/outputs.md.",
        footer = {
            "  kapok run guangzhou                   the bundled example, to out/guangzhou",
            "  kapok run my-city --out results       a scenario folder of your own",
            "  kapok run my-city --formats csv       the tables alone, fastest",
            "  kapok run my-city --quiet && echo ok  prints nothing; the exit code tells"
        })
final class RunCommand implements Callable<Integer> {
    @ParentCommand
    private Kapok kapok;

    @Mixin
    private ScenarioArgument scenario;

    @Option(names = "--all", description = "Shows every service, not only those whose supply is known.")
    private boolean all;

    @Mixin
    private BesideTables beside;

    @Mixin
    private ResultOptions results;

    @Override
    public Integer call() throws IOException {
        Scenario read = scenario.read();
        Path target = results.folder(read.id());
        ScenarioRun run = ScenarioRun.of(read);
        kapok.note("note.computed");
        Words words = kapok.words();
        RunFolder.write(run, beside.of(() -> run, HtmlReport::of, shown -> Workbook.of(shown, words.locale())), target);
        kapok.note("note.written", target.toString());
        results.print(new Summary(run, words, all)::print, target, words);
        return 0;
    }
}
