package org.kapok.report.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kapok.scenario.ResultColumn;
import org.kapok.scenario.table.InputProblem;
import org.kapok.scenario.table.Problems;

/** DuckDB within this process, offline: it reads the files of tables, checks them and has them ready in order. */
final class DuckDbSession implements AutoCloseable {
    private static final String STAGE = "temp.stage";
    private static final String DRIVER = "org.duckdb.";
    private static final int NAMED = 50;

    private final Connection connection;
    private final Statement statement;

    private DuckDbSession(Connection connection) throws SQLException {
        this.connection = connection;
        this.statement = connection.createStatement();
    }

    /** Starts DuckDB; databases and files are attached later. */
    static DuckDbSession open() throws IOException, SQLException {
        if (DriverManager.drivers()
                .noneMatch(driver -> driver.getClass().getName().startsWith(DRIVER))) {
            throw new IOException("DuckDB is not on the class path; add org.duckdb:duckdb_jdbc 1.5.6.0 or later");
        }
        Properties settings = new Properties();
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        // Without a place of its own, what does not fit into memory goes to the folder the process was started in.
        Path spill = Path.of(System.getProperty("java.io.tmpdir"), "kapok-duckdb-" + UUID.randomUUID());
        settings.setProperty("temp_directory", spill.toString());
        return new DuckDbSession(DriverManager.getConnection("jdbc:duckdb:", settings));
    }

    void execute(String sql) throws SQLException {
        statement.execute(sql);
    }

    /** The first column of the rows of a query, as text. */
    List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    /** Reads a part of a table, in place of the last one; reports fields that do not fit and double rows. */
    void stage(StoredTable.Part part, Problems problems) throws SQLException {
        String columns = part.table().columns().stream()
                .map(column -> Sql.text(column.name()) + ": " + Sql.text(typeRead(column)))
                .collect(Collectors.joining(", "));
        String read = "read_csv(" + Sql.text(literal(part.file()))
                + ", auto_detect = false, header = true, delim = ',', quote = '\"', escape = '\"', dateformat = '%Y-%m-%d'"
                + ", columns = {" + columns + "}, force_not_null = ["
                + part.texts().stream().map(Sql::text).collect(Collectors.joining(", "))
                + "], store_rejects = true)";
        execute("create or replace temp table stage as select * from " + read);
        int before = problems.count();
        reportRejected(part, problems);
        reportAbsent(part, problems);
        if (problems.count() == before) {
            reportDouble(part, problems);
        }
    }

    /** DuckDB would round 1.5 to a whole number without a word, so those are read as they are and checked. */
    private static String typeRead(ResultColumn column) {
        return column.type() == ResultColumn.Type.INTEGER ? "double" : Sql.type(column);
    }

    /** The query for the rows read last, in the order of their key. */
    static String staged(StoredTable.Part part) {
        String before = part.draw().isEmpty() ? "" : part.draw().getAsInt() + " as draw, ";
        String columns = part.table().columns().stream()
                .map(column -> "cast(" + Sql.name(column.name()) + " as " + Sql.type(column) + ") as "
                        + Sql.name(column.name()))
                .collect(Collectors.joining(", "));
        String key = part.table().key().stream().map(Sql::name).collect(Collectors.joining(", "));
        return "select " + before + columns + " from " + STAGE + " order by " + key;
    }

    private void reportRejected(StoredTable.Part part, Problems problems) throws SQLException {
        String sql = "select line, column_name, error_message from reject_errors order by line limit " + NAMED;
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                String column =
                        rows.getString(2) == null ? "" : rows.getString(2).replace("\"", "");
                problems.add(part.file(), rows.getInt(1), column, rejection(rows.getString(3), column, part));
            }
        }
        execute("drop table reject_errors");
        execute("drop table reject_scans");
    }

    private static String rejection(String message, String name, StoredTable.Part part) {
        String expected = part.table().columns().stream()
                .filter(column -> column.name().equals(name))
                .map(DuckDbSession::expected)
                .findFirst()
                .orElse("a field for each column");
        return "got a field that cannot be read (" + message.lines().findFirst().orElse("") + "), expected " + expected;
    }

    private void reportAbsent(StoredTable.Part part, Problems problems) throws SQLException {
        for (ResultColumn column : part.table().columns()) {
            String name = Sql.name(column.name());
            boolean absent = column.mayBeEmpty() || column.type() == ResultColumn.Type.TEXT;
            String wrong = (absent ? "false" : name + " is null")
                    + switch (column.type()) {
                        case NUMBER -> " or not isfinite(" + name + ")";
                        case INTEGER ->
                            " or " + name + " <> try_cast(" + name + " as integer) or " + name
                                    + " is not null and try_cast(" + name + " as integer) is null";
                        case TEXT, LONG, DATE, BOOLEAN -> "";
                    };
            for (String row : texts(rowsWhere(part, " where " + wrong))) {
                String message = "got no number, text or date that fits, expected " + expected(column);
                problems.add(new InputProblem(part.shown(), 0, column.name(), row, message));
            }
        }
    }

    private void reportDouble(StoredTable.Part part, Problems problems) throws SQLException {
        String key = part.table().key().stream().map(Sql::name).collect(Collectors.joining(", "));
        for (String row : texts(rowsWhere(part, " group by " + key + " having count(*) > 1"))) {
            problems.add(new InputProblem(part.shown(), 0, "", row, "got two rows, expected one"));
        }
    }

    /** Names rows by their key. */
    private static String rowsWhere(StoredTable.Part part, String where) {
        String key = part.table().columns().stream()
                .filter(ResultColumn::key)
                .map(column -> Sql.text(column.name() + " ") + " || coalesce(try_cast(" + Sql.name(column.name())
                        + " as " + Sql.type(column) + ")::text, 'none')")
                .collect(Collectors.joining(" || ', ' || "));
        return "select " + key + " from " + STAGE + where + " limit " + NAMED;
    }

    private static String expected(ResultColumn column) {
        String kind = switch (column.type()) {
            case TEXT -> "text";
            case INTEGER, LONG -> "a whole number";
            case NUMBER -> "a finite number";
            case DATE -> "a date such as 2025-12-31";
            case BOOLEAN -> "true or false";
        };
        return column.mayBeEmpty() ? kind + " or nothing" : kind;
    }

    /** A path that is no pattern, as DuckDB would read it. */
    private static String literal(Path file) {
        return file.toAbsolutePath().toString().replaceAll("[\\[*?]", "[$0]");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
