package org.kapok.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.kapok.report.html.HtmlReport;
import org.kapok.report.store.ResultStore;
import org.kapok.report.workbook.Workbook;
import org.kapok.scenario.table.OutputFolder;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a command writes beside its tables, into the same folder. */
final class BesideTables {
    private static final String REPORT = "report.html";
    private static final String WORKBOOK = "workbook.xlsx";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--formats",
            split = ",",
            paramLabel = "FORMAT",
            descriptionKey = "FORMATS",
            description = "What is written beside the tables: html (report.html), xlsx (workbook.xlsx), duckdb"
                    + " (kapok.duckdb), parquet (a folder), or csv for the tables alone; html,xlsx by default.")
    private List<Format> formats = List.of(Format.html, Format.xlsx);

    /** The formats of results; tables as CSV are always written. */
    enum Format {
        csv,
        html,
        xlsx,
        duckdb,
        parquet
    }

    /** Writes a report and no workbook. */
    OutputFolder.Content of(HtmlReport report) {
        return folder -> write(report, folder, wanted());
    }

    /** Writes a report and a workbook, as asked for. */
    OutputFolder.Content of(HtmlReport report, Workbook workbook) {
        return folder -> {
            Set<Format> wanted = wanted();
            write(report, folder, wanted);
            if (wanted.contains(Format.xlsx)) {
                workbook.write(folder.resolve(WORKBOOK));
            }
        };
    }

    private void write(HtmlReport report, Path folder, Set<Format> wanted) throws IOException {
        if (wanted.contains(Format.html)) {
            report.openedIn(((Kapok) command.root().userObject()).words().locale())
                    .write(folder.resolve(REPORT));
        }
        if (wanted.contains(Format.duckdb)) {
            ResultStore.of(folder).writeDuckDb(folder.resolve(ResultStore.DUCKDB_FILE));
        }
        if (wanted.contains(Format.parquet)) {
            ResultStore.of(folder).writeParquet(folder.resolve(ResultStore.PARQUET_FOLDER));
        }
    }

    private Set<Format> wanted() {
        return formats.isEmpty() ? EnumSet.noneOf(Format.class) : EnumSet.copyOf(formats);
    }
}
