package org.kapok.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
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
    /** What completes the argument: the names of all commands. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Kapok.class.getAnnotation(Command.class).subcommands())
                    .map(each -> each.getAnnotation(Command.class).name())
                    .iterator();
        }
    }

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "COMMAND",
            arity = "0..*",
            descriptionKey = "COMMAND",
            completionCandidates = HelpCommand.Names.class,
            description = "The command.")
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
