package org.kapok.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.kapok.demand.scorecard.Scorecard;
import org.kapok.scenario.ScenarioRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Prints how a plan's indicators stand. */
@Command(
        name = "scorecard",
        header = "Says how the indicators of a plan stand.",
        description = "Met, on track, at risk or off track; or why nothing in the scenario tells. What the "
                + "verdicts mean: kapok explain at_risk",
        footer = {
            "  kapok scorecard guangzhou",
            "  kapok scorecard guangzhou --year 2023",
            "  kapok scorecard guangzhou-districts --region 440115   one district"
        })
final class ScorecardCommand implements Callable<Integer> {
    @ParentCommand
    private Kapok kapok;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ScenarioArgument scenario;

    @Option(names = "--year", paramLabel = "YEAR", description = "The year to judge; that of the targets by default.")
    private Integer year;

    @Option(
            names = "--region",
            paramLabel = "ID",
            description = "A region, for the indicators whose target holds for each; the whole place by default.")
    private String region = "";

    @Override
    public Integer call() {
        ScenarioRun run = ScenarioRun.of(scenario.read());
        Scorecard scorecard = run.scorecard()
                .orElseThrow(() -> new IllegalArgumentException(
                        run.scenario().id() + ": got a scenario without indicators, expected \"indicators\""));
        String of = region.isEmpty()
                ? region
                : AreaChoice.ofRegions(run.scenario(), kapok.words()).require("--region", region);
        List<Integer> years = scorecard.rows().stream()
                .map(Scorecard.Row::year)
                .distinct()
                .sorted()
                .toList();
        int judged = year == null ? ScorecardScreen.lastYear(scorecard) : year;
        if (!years.contains(judged)) {
            throw new IllegalArgumentException("--year: got " + judged + ", expected one of " + years);
        }
        PrintWriter console = spec.commandLine().getOut();
        new ScorecardScreen(run, kapok.words(), of, judged).print(console);
        return 0;
    }
}
