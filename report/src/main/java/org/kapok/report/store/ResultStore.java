package org.kapok.report.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import org.kapok.scenario.table.InputDataException;
import org.kapok.scenario.table.OutputFolder;
import org.kapok.scenario.table.Problems;

/**
 * The tables of a result folder, ready to be stored where other programs look for numbers.
 *
 * <p>The folder is one that a command wrote: a run, a solved scenario, a comparison, an ensemble, a siting plan. Draws that
 * an ensemble kept whole are stacked: {@code draw_population} is {@code population} with a column {@code draw}.
 *
 * <p>DuckDB is needed for {@link #writeDuckDb} and {@link #writeParquet} ({@code org.duckdb:duckdb_jdbc}), PostgreSQL's
 * driver for {@link #writeTo} ({@code org.postgresql:postgresql}); neither comes along with this module.
 */
public final class ResultStore {
    /** The usual name of a DuckDB file within a result folder. */
    public static final String DUCKDB_FILE = "kapok.duckdb";

    /** The usual name of the folder of Parquet files within a result folder. */
    public static final String PARQUET_FOLDER = "parquet";

    private final Path folder;
    private final List<StoredTable> tables;

    private ResultStore(Path folder, List<StoredTable> tables) {
        this.folder = folder;
        this.tables = List.copyOf(tables);
    }

    /**
     * The tables of a result folder; nothing is read yet but their first lines.
     *
     * @throws InputDataException if it is no result folder, holds a table that results do not have, or one with other
     *     columns; everything at once
     */
    public static ResultStore of(Path folder) throws IOException {
        Problems problems = new Problems(folder);
        List<StoredTable> tables = StoredFolder.tables(folder, problems);
        problems.throwIfAny();
        return new ResultStore(folder, tables);
    }

    /**
     * Refuses a folder that {@link #writeParquet} may not replace, before anything is done for it.
     *
     * @throws InputDataException if it holds anything but an earlier store, or cannot be written
     */
    public static void requireReplaceableParquet(Path target) throws IOException {
        OutputFolder.requireReplaceable(target, ParquetFolder.KNOWN_BY);
    }

    /** The names of the tables that the folder's files make, in order. */
    public List<String> tables() {
        return tables.stream().map(stored -> stored.table().name()).toList();
    }

    /**
     * Writes all tables as one DuckDB file, in place of an earlier one.
     *
     * @throws InputDataException if a field does not fit its column, or the file is anything but an earlier store, or is open
     *     elsewhere
     * @throws IOException if DuckDB is absent or writing fails; an earlier file stays
     */
    public void writeDuckDb(Path file) throws IOException {
        withRunTables(all -> DuckDbFile.write(all, file, new Problems(folder)));
    }

    /**
     * Writes each table as one Parquet file of a folder, in place of an earlier one.
     *
     * @throws InputDataException if a field does not fit its column, or the folder holds anything but an earlier store
     * @throws IOException if DuckDB is absent or writing fails; an earlier folder stays
     */
    public void writeParquet(Path target) throws IOException {
        withRunTables(all -> ParquetFolder.write(all, target, new Problems(folder)));
    }

    /**
     * Loads all tables into a schema of a PostgreSQL database in one transaction, in place of an earlier load.
     *
     * @param url such as {@code jdbc:postgresql://localhost/planning}
     * @param schema the schema, made where it is not there; one that holds anything but an earlier load is refused
     * @param properties of the connection, such as {@code user} and {@code password}
     * @throws IllegalArgumentException if no connection can be made
     * @throws InputDataException if a field does not fit its column, or the schema cannot be taken
     * @throws IOException if the driver is absent, or the database refuses; the schema then is as it was
     */
    public void writeTo(String url, String schema, Properties properties) throws IOException {
        withRunTables(all -> PostgresSchema.write(all, schema, PostgresConnection.open(url, properties)));
    }

    /**
     * Refuses a database that cannot be reached, for those who do more before they write to it.
     *
     * @throws IllegalArgumentException if no connection can be made
     * @throws IOException if PostgreSQL's driver is absent
     */
    public static void requireReachable(String url, Properties properties) throws IOException {
        try {
            PostgresConnection.open(url, properties).close();
        } catch (SQLException e) {
            throw new IOException("cannot connect to PostgreSQL: " + e.getMessage(), e);
        }
    }

    /** Does something with the tables of a store. */
    @FunctionalInterface
    private interface Action {
        void with(List<StoredTable> all) throws IOException;
    }

    private void withRunTables(Action action) throws IOException {
        Path made = Files.createTempDirectory("kapok-store");
        try {
            List<StoredTable> all = new ArrayList<>(tables);
            all.addAll(RunTables.write(folder, tables, made));
            all.sort(Comparator.comparing(stored -> stored.table().name()));
            action.with(all);
        } finally {
            for (Path file : StoredFolder.csvFiles(made)) {
                Files.delete(file);
            }
            Files.delete(made);
        }
    }
}
