package org.kapok.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.kapok.report.html.HtmlReport;
import org.kapok.report.store.ResultStore;
import org.kapok.report.workbook.Workbook;
import org.kapok.scenario.ScenarioRun;
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
            description = "What is written beside the tables: html (a report), xlsx (a workbook), duckdb (a database),"
                    + " parquet (a folder), or csv for the tables alone; html,xlsx by default.")
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
    OutputFolder.Content of(Supplier<HtmlReport> report) {
        return folder -> {
            if (formats.contains(Format.html)) {
                write(report.get(), folder);
            }
            store(folder);
        };
    }

    /**
     * Writes a report and a workbook.
     *
     * @param run what both are of; asked for at most once, and only where one of them is wanted
     */
    OutputFolder.Content of(
            Supplier<ScenarioRun> run,
            Function<ScenarioRun, HtmlReport> report,
            Function<ScenarioRun, Workbook> workbook) {
        return folder -> {
            if (formats.contains(Format.html) || formats.contains(Format.xlsx)) {
                ScenarioRun shown = run.get();
                if (formats.contains(Format.html)) {
                    write(report.apply(shown), folder);
                }
                if (formats.contains(Format.xlsx)) {
                    workbook.apply(shown).write(folder.resolve(WORKBOOK));
                }
            }
            store(folder);
        };
    }

    private void write(HtmlReport report, Path folder) throws IOException {
        Kapok kapok = (Kapok) command.root().userObject();
        report.openedIn(kapok.words().locale()).write(folder.resolve(REPORT));
    }

    private void store(Path folder) throws IOException {
        if (formats.contains(Format.duckdb)) {
            ResultStore.of(folder).writeDuckDb(folder.resolve(ResultStore.DUCKDB_FILE));
        }
        if (formats.contains(Format.parquet)) {
            ResultStore.of(folder).writeParquet(folder.resolve(ResultStore.PARQUET_FOLDER));
        }
    }
}
