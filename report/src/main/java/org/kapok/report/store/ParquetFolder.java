package org.kapok.report.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.kapok.scenario.ResultTable;
import org.kapok.scenario.table.OutputFolder;
import org.kapok.scenario.table.Problems;

/** Writes tables as Parquet files, one each, and a folder of files for a table of draws. Equal tables give equal bytes. */
final class ParquetFolder {
    private static final String ENDING = ".parquet";

    /** The file by which an earlier store is known. */
    static final String KNOWN_BY = ResultTable.COLUMNS + ENDING;

    private ParquetFolder() {}

    static void write(List<StoredTable> tables, Path target, Problems problems) throws IOException {
        OutputFolder.write(target, KNOWN_BY, folder -> fill(tables, folder, problems));
    }

    private static void fill(List<StoredTable> tables, Path folder, Problems problems) throws IOException {
        try (DuckDbSession duckDb = DuckDbSession.open()) {
            for (StoredTable stored : tables) {
                for (StoredTable.Part part : stored.parts()) {
                    duckDb.stage(part, problems);
                    if (problems.count() == 0) {
                        duckDb.execute("copy (" + DuckDbSession.staged(part) + ") to "
                                + Sql.text(file(folder, stored, part).toString())
                                + " (format parquet, compression zstd, kv_metadata {rows: "
                                + Sql.text(stored.comment()) + "})");
                    }
                }
            }
            problems.throwIfAny();
        } catch (SQLException e) {
            throw new IOException("DuckDB cannot write Parquet: " + e.getMessage(), e);
        }
    }

    private static Path file(Path folder, StoredTable stored, StoredTable.Part part) throws IOException {
        if (part.draw().isEmpty()) {
            return folder.resolve(stored.table().name() + ENDING);
        }
        Path draws = Files.createDirectories(folder.resolve(stored.table().name()));
        return draws.resolve("draw-" + part.draw().getAsInt() + ENDING);
    }
}
