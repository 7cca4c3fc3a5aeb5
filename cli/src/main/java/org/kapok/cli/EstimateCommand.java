package org.kapok.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.kapok.scenario.estimate.Check;
import org.kapok.scenario.estimate.CityEstimate;
import org.kapok.scenario.table.OutputFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Estimates the input tables of a city from its published figures. */
@Command(
        name = "estimate",
        header = "Estimates the tables of a city from its published figures.",
        description = "For a city with household registration: FACTS is a folder of published figures and "
                + "assumptions, described in docs/estimation.md.",
        footer = {"  kapok estimate facts --out my-city"})
final class EstimateCommand implements Callable<Integer> {
    @ParentCommand
    private Kapok kapok;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FACTS",
            descriptionKey = "FACTS",
            description = "A folder of published figures and assumptions.")
    private Path facts;

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "FOLDER",
            description = "The scenario folder that gets the tables, in place of those with the same names.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        OutputFile.requireWritable(out.resolve("population.csv"));
        CityEstimate estimate = CityEstimate.from(facts);
        estimate.writeTo(out);
        Words words = kapok.words();
        PrintWriter console = spec.commandLine().getOut();
        TextTable table = new TextTable(2, 1);
        table.add(List.of(
                words.of("check"),
                words.of("region"),
                words.of("published"),
                words.of("estimate"),
                words.of("deviation")));
        for (Check check : estimate.checks()) {
            boolean known = !Double.isNaN(check.published());
            table.add(List.of(
                    name(words, check.name()),
                    check.region(),
                    known ? number("%,.0f", check.published()) : "",
                    number("%,.0f", check.estimated()),
                    known ? number("%+.1f%%", 100 * (check.estimated() / check.published() - 1)) : ""));
        }
        table.print(console);
        console.println(words.of("estimated", out.toString()));
        return 0;
    }

    private static String name(Words words, String check) {
        int since = check.indexOf("_since_");
        return since < 0
                ? words.of("check." + check)
                : words.of("check." + check.substring(0, since), check.substring(since + "_since_".length()));
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
