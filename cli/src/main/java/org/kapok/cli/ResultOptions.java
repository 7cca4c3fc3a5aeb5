package org.kapok.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.kapok.scenario.table.OutputFolder;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where a command writes its results, and how it tells of them. */
final class ResultOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description =
                    "Where results go, in place of an earlier result; by default a folder in out/ with the name of the"
                            + " scenario.")
    private Path out;

    /**
     * The folder that was given, or the one of this name in {@code out}. Asked for before anything is computed, so that one
     * where results cannot go is refused at once.
     */
    Path folder(String name) throws IOException {
        Path folder = out == null ? Path.of("out", name) : out;
        OutputFolder.requireReplaceable(folder);
        return folder;
    }

    /** Prints a screen and where the results are. */
    void print(Consumer<PrintWriter> screen, Path folder, Words words) {
        PrintWriter console = command.commandLine().getOut();
        screen.accept(console);
        console.println(words.of("written", folder.toString()));
    }
}
