package org.kapok.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where a command writes its results, and whether it says what it found. */
final class ResultOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description =
                    "Where results go, in place of an earlier result; a folder in out/ by default, named after the"
                            + " scenario and the command.")
    private Path out;

    @Option(
            names = {"-q", "--quiet"},
            description = "Prints nothing.")
    private boolean quiet;

    /** The folder that was given, or the one of this name in {@code out}. */
    Path folder(String name) {
        return out == null ? Path.of("out", name) : out;
    }

    /** A line of progress on standard error; quiet, it goes nowhere. */
    ProgressLine progress(Words words) {
        PrintWriter err = quiet
                ? new PrintWriter(Writer.nullWriter())
                : command.commandLine().getErr();
        return new ProgressLine(err, words, Boolean.getBoolean("kapok.terminal"));
    }

    /** Prints a screen and where the results are, unless nothing is to be printed. */
    void print(Consumer<PrintWriter> screen, Path folder, Words words) {
        if (quiet) {
            return;
        }
        PrintWriter console = command.commandLine().getOut();
        screen.accept(console);
        console.println(words.of("written", folder.toString()));
    }
}
