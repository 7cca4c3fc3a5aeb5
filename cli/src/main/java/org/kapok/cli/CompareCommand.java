package org.kapok.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.kapok.report.html.HtmlReport;
import org.kapok.scenario.Comparison;
import org.kapok.scenario.ComparisonFolder;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.table.OutputFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Compares scenarios. */
@Command(
        name = "compare",
        header = "Compares scenarios: people and flows, and what each change does.",
        description = "Compares every scenario with the first: people and flows by year, area and age, and what "
                + "each single change contributes. Results go to a folder in out/ with all their names.",
        footer = {
            "  kapok compare my-city my-city/low-fertility  out/compare-my-city-low-fertility",
            "  kapok compare guangzhou guangzhou-plan solved/scenario --out compared"
        })
final class CompareCommand implements Callable<Integer> {
    @ParentCommand
    private Kapok kapok;

    @Parameters(
            paramLabel = "SCENARIO",
            descriptionKey = "SCENARIOS",
            completionCandidates = ScenarioArgument.Bundled.class,
            arity = "2..*",
            description = "Two or more scenario folders or names of bundled scenarios; the first is what the others are"
                    + " compared with.")
    private List<String> scenarios;

    @Mixin
    private BesideTables beside;

    @Mixin
    private ResultOptions results;

    @Override
    public Integer call() throws IOException {
        List<Scenario> read = scenarios.stream()
                .map(each -> ScenarioArgument.read(each, kapok))
                .toList();
        Path target = results.folder(name(read));
        List<Comparison> comparisons = Comparison.of(read);
        OutputFolder.Content report =
                beside.of(() -> HtmlReport.of(comparisons.get(0).first()).comparedWith(comparisons));
        ComparisonFolder.write(comparisons, report, target);
        results.print(console -> print(comparisons, console), target, kapok.words());
        return 0;
    }

    /** All names, so that one comparison does not replace another. */
    static String name(List<Scenario> scenarios) {
        return scenarios.stream().map(Scenario::id).collect(Collectors.joining("-", "compare-", ""));
    }

    private void print(List<Comparison> comparisons, PrintWriter console) {
        for (Comparison comparison : comparisons) {
            new CompareScreen(comparison, kapok.words()).print(console);
            console.println();
        }
    }
}
