package org.kapok.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.kapok.scenario.wpp.WppImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Writes scenario folders from the data of others. */
@Command(
        name = "import",
        header = "Makes scenarios of data laid out by others.",
        subcommands = ImportCommand.Wpp.class,
        synopsisSubcommandLabel = "KIND",
        footer = {"  kapok import wpp data MEX mexico   a country of World Population Prospects"})
final class ImportCommand implements Runnable {
    @ParentCommand
    private Kapok kapok;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        String kinds = String.join(", ", spec.subcommands().keySet());
        throw new ParameterException(spec.commandLine(), kapok.words().of("import_kind", kinds));
    }

    /** Imports a country of the World Population Prospects. */
    @Command(
            name = "wpp",
            header = "Makes a scenario of a country of World Population Prospects.",
            description = "Of 2024 (single years of age) or 2019 (groups of five); the variants of fertility become "
                    + "scenarios inside it.",
            footer = {
                "  kapok import wpp data MEX mexico          from data/MEX_*.csv",
                "  kapok run mexico/low                      its low variant",
                "  kapok compare mexico mexico/high"
            })
    static final class Wpp implements Callable<Integer> {
        @ParentCommand
        private ImportCommand parent;

        @Spec
        private CommandSpec spec;

        @Parameters(
                paramLabel = "FOLDER",
                descriptionKey = "FOLDER",
                description = "The folder of data, with files such as MEX_annual.csv.")
        private Path folder;

        @Parameters(
                paramLabel = "ISO3",
                descriptionKey = "ISO3",
                description = "The country's code of three letters, such as MEX.")
        private String iso3;

        @Parameters(paramLabel = "OUT", descriptionKey = "OUT", description = "The scenario folder to write.")
        private Path out;

        @Override
        public Integer call() throws IOException {
            WppImport country = WppImport.read(folder, iso3);
            country.writeTo(out);
            spec.commandLine()
                    .getErr()
                    .println(parent.kapok
                            .words()
                            .of("imported", iso3, out.toString(), String.join(", ", country.variants())));
            return 0;
        }
    }
}
