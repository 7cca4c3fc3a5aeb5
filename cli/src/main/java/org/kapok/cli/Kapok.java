package org.kapok.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.kapok.scenario.table.InputDataException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command {@code kapok}. Exit codes: 0 done, 1 failed, beyond a limit or targets not held, 2 wrong input. */
@Command(
        name = "kapok",
        description = "Projects the people of a place, what they need and what is missing.",
        subcommands = {
            RunCommand.class,
            ValidateCommand.class,
            SolveCommand.class,
            CompareCommand.class,
            EnsembleCommand.class,
            ScorecardCommand.class,
            SiteCommand.class,
            ImpactCommand.class,
            EvaluateCommand.class,
            EstimateCommand.class,
            ImportCommand.class
        },
        versionProvider = Kapok.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  kapok run guangzhou               the bundled example; results in out/guangzhou",
            "  kapok run my-city --out results   a scenario folder of your own",
            "  kapok solve guangzhou-plan        what it takes to meet a plan, and how believable that is",
            "  kapok compare guangzhou my-city   how they differ, and what each change contributes",
            "  kapok ensemble guangzhou          how far its futures spread, and how likely the plan is",
            "  kapok scorecard guangzhou-plan    how the indicators of the plan stand",
            "  kapok validate my-city            says everything that is wrong with it",
            "  kapok evaluate results seen.csv   how far its people are from those observed",
            "",
            "Exit codes: 0 done, 1 failed, beyond a limit or targets that cannot all hold, 2 wrong input."
        })
public final class Kapok {
    /** The exit code of a command that failed, or found what it was told to fail for. */
    static final int FAILED = 1;

    private static final int WRONG_INPUT = 2;

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

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Shows where a failure came from.")
    private boolean verbose;

    @Option(
            names = "--lang",
            scope = ScopeType.INHERIT,
            paramLabel = "en|zh",
            description = "The language of what is printed; that of the system by default.")
    private Language language;

    /** The languages that are spoken. */
    enum Language {
        en(Locale.ENGLISH),
        zh(Locale.CHINESE);

        private final Locale locale;

        Language(Locale locale) {
            this.locale = locale;
        }
    }

    Kapok() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true);
        PrintWriter err = new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true);
        System.exit(execute(out, err, args));
    }

    /** Runs the command with other places to print to. */
    static int execute(PrintWriter out, PrintWriter err, String... args) {
        Kapok kapok = new Kapok();
        CommandLine commandLine = new CommandLine(kapok);
        commandLine.setOut(out);
        commandLine.setErr(err);
        commandLine.setExecutionExceptionHandler((failure, line, result) -> kapok.report(failure, err));
        return commandLine.execute(args.length == 0 ? new String[] {"--help"} : args);
    }

    /** The words to speak in. */
    Words words() {
        return new Words(language == null ? Locale.getDefault() : language.locale);
    }

    private int report(Exception failure, PrintWriter err) {
        boolean input = failure instanceof InputDataException || failure instanceof IllegalArgumentException;
        if (input) {
            err.println("kapok: wrong input");
            err.println(failure.getMessage());
        } else if (failure instanceof IOException) {
            err.println("kapok: cannot read or write: " + failure);
        } else {
            err.println("kapok: failed: " + failure + (verbose ? "" : " (--verbose shows where)"));
        }
        if (verbose) {
            failure.printStackTrace(err);
        }
        return input ? WRONG_INPUT : FAILED;
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
