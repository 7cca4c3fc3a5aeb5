package org.kapok.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** Shows the help of a command. */
@Command(
        name = "help",
        header = "Shows the help of a command.",
        footer = {"  kapok help run           what run does, its options, examples", "  kapok help import wpp"})
final class HelpCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "COMMAND", arity = "0..*", descriptionKey = "COMMAND", description = "The command.")
    private List<String> names = new ArrayList<>();

    @Override
    public void run() {
        CommandLine asked = spec.parent().commandLine();
        for (String name : names) {
            CommandLine next = asked.getSubcommands().get(name);
            if (next == null) {
                throw new UnmatchedArgumentException(asked, List.of(name));
            }
            asked = next;
        }
        asked.usage(spec.commandLine().getOut());
    }
}
