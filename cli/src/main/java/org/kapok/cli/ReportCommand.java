package org.kapok.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.kapok.report.html.HtmlReport;
import org.kapok.scenario.Comparison;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioRun;
import org.kapok.scenario.SolveRun;
import org.kapok.scenario.table.OutputFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Writes all that can be said of a scenario as one page. */
@Command(
        name = "report",
        header = "Writes one page with all there is to say of a scenario.",
        description = "An HTML file that opens anywhere, without a network, in Chinese and English: people, "
                + "services and indicators; futures where the scenario says how they are drawn; what its "
                + "targets demand where it says what may change for them; and other scenarios beside it.",
        footer = {
            "  kapok report guangzhou-plan                      out/guangzhou-plan.html",
            "  kapok report my-city --compare my-city/low-fertility",
            "  kapok report guangzhou --plain --out trend.html  at once, without futures"
        })
final class ReportCommand implements Callable<Integer> {
    @ParentCommand
    private Kapok kapok;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ScenarioArgument scenario;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "The file; by default one in out/ with the name of the scenario.")
    private Path out;

    @Option(
            names = "--compare",
            split = ",",
            paramLabel = "SCENARIO",
            completionCandidates = ScenarioArgument.Bundled.class,
            description = "Other scenarios to compare this one with.")
    private List<String> others = List.of();

    @Option(names = "--plain", description = "Draws no futures.")
    private boolean plain;

    @Override
    public Integer call() throws IOException {
        Scenario asked = scenario.read();
        List<Scenario> beside =
                others.stream().map(each -> ScenarioArgument.read(each, kapok)).toList();
        Path file = out == null ? Path.of("out", asked.id() + ".html") : out;
        OutputFile.requireWritable(file);
        ScenarioRun run = ScenarioRun.of(asked);
        Scenario read = run.scenario(); // with its solution, which everything below is about
        HtmlReport report = HtmlReport.of(run).openedIn(kapok.words().locale());
        if (!plain && read.ensemble().isPresent()) {
            report = report.withEnsemble(kapok.drawn(read));
        }
        boolean solvedBefore =
                run.solution().isEmpty() && !read.goals().solution().isEmpty();
        if (!plain && solvedBefore && !read.goals().free().isEmpty()) {
            report = report.withSolution(SolveRun.of(read));
        }
        if (!beside.isEmpty()) {
            report = report.comparedWith(Comparison.of(
                    Stream.concat(Stream.of(read), beside.stream()).toList()));
        }
        report.write(file);
        spec.commandLine().getOut().println(kapok.words().of("written.file", file.toString()));
        return 0;
    }
}
