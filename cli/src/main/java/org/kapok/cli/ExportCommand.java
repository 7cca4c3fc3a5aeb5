package org.kapok.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.kapok.report.store.ResultStore;
import org.kapok.scenario.table.OutputFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Writes the tables of results as a database. */
@Command(
        name = "export",
        header = "Writes results as DuckDB, as Parquet or into PostgreSQL.",
        description = "Tables keep their names and get types; columns says what each column holds and in "
                + "which unit. See docs/data-out.md for what to do with them.",
        footer = {
            "  kapok export out/guangzhou --duckdb guangzhou.duckdb",
            "  kapok export out/guangzhou --parquet guangzhou-parquet",
            "  kapok export out/guangzhou --postgres jdbc:postgresql:plans --schema trend"
        })
final class ExportCommand implements Callable<Integer> {
    @ParentCommand
    private Kapok kapok;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "RESULTS",
            descriptionKey = "RESULTS",
            description = "The folder of a result, with its run.json.")
    private Path results;

    @Option(names = "--duckdb", paramLabel = "FILE", description = "A DuckDB file, in place of an earlier one.")
    private Path duckDb;

    @Option(
            names = "--parquet",
            paramLabel = "DIR",
            description = "A folder of Parquet files, in place of an earlier one.")
    private Path parquet;

    @Option(
            names = "--postgres",
            paramLabel = "URL",
            description = "A PostgreSQL database as a JDBC URL; user and password may be in PGUSER and PGPASSWORD.")
    private String postgres;

    @Option(
            names = "--schema",
            paramLabel = "NAME",
            description = "The schema there; 'kapok' by default. An earlier one is replaced.")
    private String schema = "kapok";

    @Override
    public Integer call() throws IOException {
        if (duckDb == null && parquet == null && postgres == null) {
            throw new ParameterException(
                    spec.commandLine(), kapok.words().of("export.where", "--duckdb, --parquet, --postgres"));
        }
        if (duckDb != null) {
            OutputFile.requireWritable(duckDb);
        }
        if (parquet != null) {
            ResultStore.requireReplaceableParquet(parquet);
        }
        ResultStore store = ResultStore.of(results);
        if (postgres != null) {
            ResultStore.requireReachable(postgres, login());
        }
        PrintWriter console = spec.commandLine().getOut();
        if (duckDb != null) {
            store.writeDuckDb(duckDb);
            console.println(kapok.words().of("written.file", duckDb.toString()));
        }
        if (parquet != null) {
            store.writeParquet(parquet);
            console.println(kapok.words().of("written.file", parquet.toString()));
        }
        if (postgres != null) {
            store.writeTo(postgres, schema, login());
            console.println(kapok.words().of("written.schema", schema));
        }
        return 0;
    }

    private static Properties login() {
        Properties login = new Properties();
        String user = System.getenv("PGUSER");
        String password = System.getenv("PGPASSWORD");
        if (user != null) {
            login.setProperty("user", user);
        }
        if (password != null) {
            login.setProperty("password", password);
        }
        return login;
    }
}
