package org.kapok.cli;

import java.io.PrintWriter;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a script by which a shell completes commands, options and names. */
@Command(
        name = "completion",
        header = "Prints a script by which bash or zsh completes what you type.",
        footer = {
            "  source <(kapok completion bash)                   for this session",
            "  kapok completion bash > ~/.kapok-completion       for all: put the line",
            "                                                    source ~/.kapok-completion",
            "                                                    into ~/.bashrc, or ~/.zshrc"
        })
final class CompletionCommand implements Runnable {
    /** Where the script offers the names of bundled scenarios; folders are as good. */
    private static final String BUNDLED = "positionals=$( compReplyArray \"${SCENARIO_pos_param_args[@]}\" )";

    private static final String FOLDERS = "\n      positionals+=$'\\n'$( compgen -d -- \"${curr_word}\" )";

    /** The shells that understand the script. */
    enum Shell {
        bash,
        zsh
    }

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "bash|zsh", descriptionKey = "SHELL", description = "The shell.")
    private Shell shell;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        String script = AutoComplete.bash("kapok", spec.root().commandLine()); // it sets itself up for zsh too
        out.print(script.replace(BUNDLED, BUNDLED + FOLDERS));
        out.flush();
    }
}
