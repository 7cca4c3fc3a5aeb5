package org.kapok.report.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.kapok.scenario.ResultTable;
import org.kapok.scenario.table.OutputFolder;
import org.kapok.scenario.table.Problems;

/** Writes tables as Parquet files, one each. Equal tables give equal bytes. */
final class ParquetFolder {
    private static final String ENDING = ".parquet";

    private ParquetFolder() {}

    static void write(List<StoredTable> tables, Path target, Problems problems) throws IOException {
        OutputFolder.write(target, ResultTable.COLUMNS + ENDING, folder -> fill(tables, folder, problems));
    }

    private static void fill(List<StoredTable> tables, Path folder, Problems problems) throws IOException {
        try (DuckDbSession duckDb = DuckDbSession.open()) {
            for (StoredTable stored : tables) {
                duckDb.stage(stored, problems);
                if (problems.count() == 0) {
                    Path file = folder.resolve(stored.table().name() + ENDING);
                    duckDb.execute("copy (" + DuckDbSession.staged(stored) + ") to " + Sql.text(file.toString())
                            + " (format parquet, compression zstd, kv_metadata {rows: " + Sql.text(stored.comment())
                            + "})");
                }
            }
            problems.throwIfAny();
        } catch (SQLException e) {
            throw new IOException("DuckDB cannot write Parquet: " + e.getMessage(), e);
        }
    }
}
