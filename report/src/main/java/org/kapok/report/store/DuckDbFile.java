package org.kapok.report.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.kapok.scenario.ResultColumn;
import org.kapok.scenario.table.InputDataException;
import org.kapok.scenario.table.InputProblem;
import org.kapok.scenario.table.OutputFile;
import org.kapok.scenario.table.Problems;

/** Writes tables as one DuckDB file, which is put in its place when whole. */
final class DuckDbFile {
    private DuckDbFile() {}

    static void write(List<StoredTable> tables, Path file, Problems problems) throws IOException {
        Path target = file.toAbsolutePath().normalize();
        Files.createDirectories(target.getParent());
        OutputFile.write(target, fresh -> {
            try {
                make(tables, fresh, target, problems);
            } catch (SQLException e) {
                throw new IOException("DuckDB cannot write " + file + ": " + e.getMessage(), e);
            } finally {
                Files.deleteIfExists(log(fresh));
            }
        });
        Files.deleteIfExists(log(target)); // of the earlier store
    }

    /** What DuckDB has not yet put into a file. */
    private static Path log(Path file) {
        return file.resolveSibling(file.getFileName() + ".wal");
    }

    /** Writes the store and closes it: Windows neither moves nor deletes what is open. */
    private static void make(List<StoredTable> tables, Path fresh, Path target, Problems problems)
            throws IOException, SQLException {
        try (DuckDbSession duckDb = DuckDbSession.open()) {
            if (Files.exists(target)) {
                requireEarlier(duckDb, target);
            }
            duckDb.execute("attach " + Sql.text(fresh.toString()) + " as store");
            fill(duckDb, tables, problems);
            duckDb.execute("detach store");
        }
    }

    private static void fill(DuckDbSession duckDb, List<StoredTable> tables, Problems problems) throws SQLException {
        duckDb.execute("use store");
        for (StoredTable stored : tables) {
            create(duckDb, stored);
            for (StoredTable.Part part : stored.parts()) {
                duckDb.stage(part, problems);
                if (problems.count() == 0) {
                    duckDb.execute("insert into " + Sql.name(stored.table().name()) + " " + DuckDbSession.staged(part));
                }
            }
        }
        problems.throwIfAny();
        duckDb.execute("use memory");
        duckDb.execute("checkpoint store");
    }

    private static void create(DuckDbSession duckDb, StoredTable stored) throws SQLException {
        String name = Sql.name(stored.table().name());
        String columns = stored.table().columns().stream().map(Sql::declaration).collect(Collectors.joining(", "));
        duckDb.execute("begin"); // one write to disk instead of one for each comment
        duckDb.execute("create table " + name + " (" + columns + ")");
        duckDb.execute("comment on table " + name + " is " + Sql.text(stored.comment()));
        for (ResultColumn column : stored.table().columns()) {
            duckDb.execute("comment on column " + name + "." + Sql.name(column.name()) + " is "
                    + Sql.text(StoredTable.comment(column)));
        }
        duckDb.execute("commit");
    }

    /** Refuses a file that is no earlier store, or that is open elsewhere. */
    private static void requireEarlier(DuckDbSession duckDb, Path target) throws IOException {
        String got = "a file that is no DuckDB database";
        String expected = "an earlier store or a new name";
        try {
            duckDb.execute("attach " + Sql.text(target.toString()) + " as earlier (read_only)");
            List<String> known = duckDb.texts("select table_name from duckdb_tables() where database_name = 'earlier'"
                    + " and table_name in ('columns', 'run')");
            duckDb.execute("detach earlier");
            if (known.size() == 2) {
                return;
            }
            got = "a DuckDB database without the tables columns and run";
        } catch (SQLException e) {
            String message = String.valueOf(e.getMessage());
            if (message.contains("Could not set lock") || message.contains("already attached")) {
                got = "a store that is open elsewhere";
                expected = "one that is closed";
            }
        }
        throw new InputDataException(List.of(new InputProblem(
                target.toString(), 0, "", "", "got " + got + ", expected " + expected + "; nothing was changed")));
    }
}
