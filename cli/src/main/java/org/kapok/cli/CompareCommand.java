package org.kapok.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.kapok.scenario.Comparison;
import org.kapok.scenario.ComparisonFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Compares scenarios. */
@Command(
        name = "compare",
        description = "Compares scenarios with the first of them: people and flows by year, area and age, and what each"
                + " single change contributes.")
final class CompareCommand implements Callable<Integer> {
    @ParentCommand
    private Kapok kapok;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "SCENARIO",
            arity = "2..*",
            description = "Two or more scenario folders or names of bundled scenarios; the first is what the others are"
                    + " compared with.")
    private List<String> scenarios;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Where results go, in place of an earlier result; out/compare by default.")
    private Path out = Path.of("out", "compare");

    @Option(
            names = {"-q", "--quiet"},
            description = "Prints nothing.")
    private boolean quiet;

    @Override
    public Integer call() throws IOException {
        List<Comparison> comparisons =
                Comparison.of(scenarios.stream().map(ScenarioArgument::read).toList());
        ComparisonFolder.write(comparisons, out);
        if (!quiet) {
            PrintWriter console = spec.commandLine().getOut();
            Words words = kapok.words();
            for (Comparison comparison : comparisons) {
                new CompareScreen(comparison, words).print(console);
                console.println();
            }
            console.println(words.of("written", out.toString()));
        }
        return 0;
    }
}
