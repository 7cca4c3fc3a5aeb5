package org.kapok.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kapok.scenario.EnsembleOptions;
import org.kapok.scenario.EnsembleRun;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.table.InputDataException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code kapok}. Exit codes: 0 done, 1 failed, beyond a limit or targets not held, 2 wrong input. */
@Command(
        name = "kapok",
        header = "Projects the people of a place, what they need and what is missing.",
        subcommands = {
            RunCommand.class,
            InitCommand.class,
            ValidateCommand.class,
            ExplainCommand.class,
            ScorecardCommand.class,
            CompareCommand.class,
            SolveCommand.class,
            EnsembleCommand.class,
            ReportCommand.class,
            PictureCommand.class,
            ExportCommand.class,
            SiteCommand.class,
            ImpactCommand.class,
            EvaluateCommand.class,
            ImportCommand.class,
            EstimateCommand.class,
            ScriptCommand.class,
            JShellCommand.class,
            CompletionCommand.class,
            HelpCommand.class
        },
        versionProvider = Kapok.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "  kapok run guangzhou              the bundled example",
            "  kapok init my-city               a small scenario of your own to start from",
            "  kapok run my-city                its results are in out/my-city",
            "  kapok solve guangzhou-plan       what it takes to meet a plan's targets",
            "  kapok explain net_migration      what a word in the results means",
            "  kapok help solve                 all that a command can do, with examples"
        })
public final class Kapok implements Runnable {
    /** The exit code of a command that failed, or found what it was told to fail for. */
    static final int FAILED = 1;

    /** The exit code for what the user got wrong. */
    static final int WRONG_INPUT = 2;

    private static final int MEBIBYTE = 1 << 20;

    private final Words words;
    private final Terminal terminal;
    private final long start = System.nanoTime();

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Shows this help.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Shows the version.")
    private boolean version;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "Prints nothing but errors.")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Tells what is done and how long it takes, and where a failure came from.")
    private boolean verbose;

    @Option(
            names = "--lang",
            scope = ScopeType.INHERIT,
            paramLabel = "en|zh",
            description = "The language of all that is printed; else that of KAPOK_LANG, or of the system.")
    private Language language;

    Kapok(Words words, Terminal terminal) {
        this.words = words;
        this.terminal = terminal;
    }

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        Terminal terminal = Terminal.ofProcess(System.getenv());
        PrintWriter out = terminal.answers(System.out);
        PrintWriter err = terminal.complaints(System.err);
        Language spoken = Language.of(List.of(args), System.getenv(), Locale.getDefault());
        int code = FAILED;
        try {
            code = line(spoken, terminal, out, err).execute(args);
        } catch (OutOfMemoryError e) {
            String most = Long.toString(Runtime.getRuntime().maxMemory() / MEBIBYTE);
            err.println(new Words(spoken.locale()).of("no_memory", most));
        }
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** Runs the command with other places to print to, none of them a terminal. */
    static int execute(PrintWriter out, PrintWriter err, String... args) {
        Language spoken = Language.of(List.of(args), Map.of(), Locale.ENGLISH);
        PrintWriter plainOut = new PrintWriter(new StyledWriter(out), true);
        PrintWriter plainErr = new PrintWriter(new StyledWriter(err), true);
        return line(spoken, Terminal.NONE, plainOut, plainErr).execute(args);
    }

    /** The command with all its subcommands, in a language. */
    static CommandLine line(Language spoken, Terminal terminal, PrintWriter out, PrintWriter err) {
        Words words = new Words(spoken.locale());
        Kapok kapok = new Kapok(words, terminal);
        CommandLine line = new CommandLine(kapok);
        line.setOut(out);
        line.setErr(err);
        line.setParameterExceptionHandler(new WrongUsage(words));
        line.setExecutionExceptionHandler((failure, command, result) -> kapok.report(failure));
        line.setExecutionStrategy(kapok::carryOut);
        for (String tool : List.of("script", "jshell")) { // whose own options are not for this command
            line.getSubcommands().get(tool).setStopAtPositional(true).setUnmatchedOptionsArePositionalParams(true);
        }
        HelpPage.layOut(line, words, terminal.columns());
        return line;
    }

    /** The words to speak in. */
    Words words() {
        return words;
    }

    Terminal terminal() {
        return terminal;
    }

    /** Draws the futures of a scenario, with a line of progress on standard error; quiet, it goes nowhere. */
    EnsembleRun drawn(Scenario scenario, EnsembleOptions options) {
        PrintWriter err = quiet
                ? new PrintWriter(Writer.nullWriter())
                : spec.commandLine().getErr();
        ProgressLine progress = new ProgressLine(err, words, terminal.err());
        try {
            return EnsembleRun.of(scenario, options.telling(progress));
        } finally {
            progress.end();
        }
    }

    /** Draws the futures of a scenario as it says, on every processor. */
    EnsembleRun drawn(Scenario scenario) {
        return drawn(scenario, EnsembleOptions.onThreads(Runtime.getRuntime().availableProcessors()));
    }

    /** Says on standard error what is done, where that is asked for. */
    void note(String key, Object... blanks) {
        if (verbose) {
            String seconds = String.format(Locale.ROOT, "%.2f", (System.nanoTime() - start) / 1e9);
            spec.commandLine().getErr().println(Style.FAINT.of(words.of("note", seconds, words.of(key, blanks))));
        }
    }

    /** Without a command: where to begin. */
    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        out.println(words.of("welcome", Style.STRONG.of(new Version().getVersion()[0]), terminal.called()));
    }

    private int carryOut(ParseResult result) {
        if (quiet) {
            spec.commandLine().setOut(new PrintWriter(Writer.nullWriter()));
        }
        note(
                "note.start",
                new Version().getVersion()[0],
                System.getProperty("java.version"),
                Integer.toString(Runtime.getRuntime().availableProcessors()));
        int code = new RunLast().execute(result);
        Runtime now = Runtime.getRuntime();
        note("note.end", Long.toString((now.totalMemory() - now.freeMemory()) / MEBIBYTE), Integer.toString(code));
        return code;
    }

    private int report(Exception failure) {
        PrintWriter err = spec.commandLine().getErr();
        boolean input = failure instanceof InputDataException || failure instanceof IllegalArgumentException;
        if (failure instanceof UnknownScenario unknown) {
            err.println(unknown.say(words));
        } else if (input) {
            err.println(words.of("wrong_input"));
            err.println(failure instanceof InputDataException refused ? words.said(refused) : said(failure));
        } else if (failure instanceof IOException || failure instanceof UncheckedIOException) {
            err.println(words.of("not_read_or_written", unread(failure)));
        } else {
            boolean told = failure instanceof IllegalStateException || failure instanceof ArithmeticException;
            err.println(words.of("failed", told ? said(failure) : failure.toString()));
        }
        if (verbose) {
            failure.printStackTrace(err);
        } else if (!input) {
            err.println(words.of("see_verbose"));
        }
        return input ? WRONG_INPUT : FAILED;
    }

    /** A message of its own, or else the failure itself, which only then needs its kind to be understood. */
    private String said(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.toString() : words.said(message);
    }

    /** What could not be read or written, and why. */
    private String unread(Exception failure) {
        Throwable cause = failure instanceof UncheckedIOException ? failure.getCause() : failure;
        if (!(cause instanceof FileSystemException system)) {
            return said(cause);
        }
        String reason = cause instanceof AccessDeniedException
                ? "who runs kapok may not"
                : cause instanceof NoSuchFileException
                        ? "no such file"
                        : cause instanceof FileAlreadyExistsException
                                ? "a file stands where a folder is needed"
                                : String.valueOf(system.getReason());
        return system.getFile() + ": " + words.said(reason);
    }

    /** The version in the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Kapok.class.getPackage().getImplementationVersion();
            return new String[] {"kapok " + (version == null ? "development" : version)};
        }
    }
}
