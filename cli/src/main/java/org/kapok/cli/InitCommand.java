package org.kapok.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.kapok.scenario.BundledScenarios;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Copies a bundled scenario to start from. */
@Command(
        name = "init",
        header = "Copies an example into a new folder, to start from.",
        description = "The folder runs as it is. Its README.md says what is in every file, and how to put your "
                + "own numbers there.",
        footer = {
            "  kapok init                            a small one, in the folder my-city",
            "  kapok init my-city                    the same in a folder of your choice",
            "  kapok init my-city --from guangzhou   districts, register, plan",
            "  kapok init my-plan --from guangzhou-plan   a variant, which states differences"
        })
final class InitCommand implements Callable<Integer> {
    private static final String SMALL = "country";

    @ParentCommand
    private Kapok kapok;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FOLDER",
            arity = "0..1",
            descriptionKey = "FOLDER",
            description = "The folder to make; my-city by default.")
    private Path folder = Path.of("my-city");

    @Option(
            names = "--from",
            paramLabel = "NAME",
            completionCandidates = ScenarioArgument.Bundled.class,
            description = "The example, one of ${COMPLETION-CANDIDATES}; country by default.")
    private String from = SMALL;

    @Override
    public Integer call() throws IOException {
        if (!BundledScenarios.names().contains(from)) {
            throw new UnknownScenario(from);
        }
        BundledScenarios.copy(from, folder, kapok.words().locale());
        Scenario made = ScenarioFolder.read(folder);
        Words words = kapok.words();
        PrintWriter out = spec.commandLine().getOut();
        String called = kapok.terminal().called();
        out.println(words.of("init_made", folder.toString(), words.of(made.title())));
        out.println();
        out.println(words.of("init_next", called, folder.toString()));
        if (from.equals(SMALL)) {
            out.println(words.of("init_variant", called, folder.toString()));
        }
        return 0;
    }
}
