package org.kapok.report.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kapok.scenario.ResultColumn;
import org.kapok.scenario.table.InputDataException;
import org.kapok.scenario.table.InputProblem;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Loads tables into a schema of a PostgreSQL database, all in one transaction. */
final class PostgresSchema {
    /** By this comment a schema is known as an earlier load. */
    private static final String MARK = "Results of Kapok";

    private static final int LONGEST_NAME = 63;
    /** The first version that can hold two NULLs to be the same. */
    private static final int NULLS_EQUAL = 15;

    private static final Pattern COPY_PLACE = Pattern.compile("line (\\d+)(?:, column ([^:]+))?");

    private final Connection connection;
    private final String schema;

    private PostgresSchema(Connection connection, String schema) {
        this.connection = connection;
        this.schema = schema;
    }

    /** Replaces what an earlier load left in the schema; closes the connection. */
    static void write(List<StoredTable> tables, String schema, Connection connection) throws IOException {
        try (connection) {
            checkName(schema);
            connection.setAutoCommit(false);
            try {
                new PostgresSchema(connection, schema).load(tables);
                connection.commit();
            } catch (SQLException | IOException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new IOException("PostgreSQL, schema " + schema + ": " + e.getMessage() + "; nothing was changed", e);
        }
    }

    private static void checkName(String schema) {
        boolean reserved = schema.startsWith("pg_") || schema.equals("information_schema");
        int bytes = schema.getBytes(StandardCharsets.UTF_8).length;
        if (reserved || schema.isBlank() || bytes > LONGEST_NAME || schema.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("schema: got \"" + schema + "\", expected a name of 1 to " + LONGEST_NAME
                    + " bytes that PostgreSQL does not keep for itself");
        }
    }

    private void load(List<StoredTable> tables) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = '30s'");
            // Of two loads at once the later one waits and then replaces the earlier.
            statement.execute("select pg_advisory_xact_lock(hashtext(" + Sql.text(MARK + schema) + "))");
            clear(statement);
            for (StoredTable stored : tables) {
                create(statement, stored);
                copy(statement, stored);
                finish(statement, stored);
            }
            statement.execute("comment on schema " + Sql.name(schema) + " is " + Sql.text(MARK));
        }
    }

    /** Drops the tables of an earlier load, but nothing that others made or that rests on them. */
    private void clear(Statement statement) throws SQLException {
        List<String> comment =
                texts("select coalesce(obj_description(oid, 'pg_namespace'), '') from pg_namespace where nspname = ?");
        List<String> held = texts("select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                + " where n.nspname = ? and c.relkind in ('r', 'p', 'v', 'm', 'S', 'f') order by 1");
        if (comment.isEmpty()) {
            statement.execute("create schema " + Sql.name(schema));
        } else if (!comment.get(0).startsWith(MARK) && !held.isEmpty()) {
            throw new InputDataException(List.of(new InputProblem(
                    "schema " + schema,
                    0,
                    "",
                    "",
                    "got a schema that holds " + held.get(0)
                            + " and was not loaded by kapok, expected an earlier load, an empty"
                            + " schema or a new name; nothing was changed")));
        }
        if (held.contains("columns")) {
            try (Statement earlier = connection.createStatement();
                    ResultSet rows = earlier.executeQuery("select distinct table_name from " + name("columns"))) {
                while (rows.next()) {
                    statement.execute("drop table if exists " + name(rows.getString(1)));
                }
            }
        }
    }

    private List<String> texts(String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement prepared = connection.prepareStatement(query)) {
            prepared.setString(1, schema);
            try (ResultSet rows = prepared.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
        }
        return texts;
    }

    private void create(Statement statement, StoredTable stored) throws SQLException {
        String columns = stored.table().columns().stream().map(Sql::declaration).collect(Collectors.joining(", "));
        statement.execute("create table " + name(stored.table().name()) + " (" + columns + ")");
    }

    private void copy(Statement statement, StoredTable stored) throws SQLException, IOException {
        String table = name(stored.table().name());
        CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
        for (StoredTable.Part part : stored.parts()) {
            if (part.draw().isPresent()) {
                statement.execute("alter table " + table + " alter draw set default "
                        + part.draw().getAsInt());
            }
            try (InputStream rows = Files.newInputStream(part.file())) {
                String texts = part.texts().isEmpty() ? "" : ", force_not_null (" + names(part.texts()) + ")";
                String columns = " (" + names(part.table().header()) + ")";
                copies.copyIn(
                        "copy " + table + columns + " from stdin (format csv, header, encoding 'UTF8'" + texts + ")",
                        rows);
            } catch (PSQLException e) {
                throw unfit(e, part.shown());
            }
        }
        if (stored.parts().get(0).draw().isPresent()) {
            statement.execute("alter table " + table + " alter draw drop default");
        }
    }

    private static String names(List<String> columns) {
        return columns.stream().map(Sql::name).collect(Collectors.joining(", "));
    }

    /** The key, where no part of it may be NULL, and what the table holds. */
    private void finish(Statement statement, StoredTable stored) throws SQLException {
        String table = name(stored.table().name());
        String key = names(stored.table().key());
        boolean whole = stored.table().columns().stream()
                .filter(ResultColumn::key)
                .allMatch(column -> !column.mayBeEmpty() || column.type() == ResultColumn.Type.TEXT);
        boolean nullsEqual = connection.getMetaData().getDatabaseMajorVersion() >= NULLS_EQUAL;
        String unique = whole ? "primary key (" : nullsEqual ? "unique nulls not distinct (" : "unique (";
        try {
            statement.execute("alter table " + table + " add " + unique + key + ")");
        } catch (PSQLException e) {
            throw unfit(e, stored.table().file());
        }
        statement.execute("comment on table " + table + " is " + Sql.text(stored.comment()));
        for (ResultColumn column : stored.table().columns()) {
            statement.execute("comment on column " + table + "." + Sql.name(column.name()) + " is "
                    + Sql.text(StoredTable.comment(column)));
        }
        statement.execute("analyze " + table);
    }

    /** Rows that do not fit are wrong input, with their line; anything else stays what it is. */
    private static RuntimeException unfit(PSQLException e, String file) throws PSQLException {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        ServerErrorMessage server = e.getServerErrorMessage();
        if (server == null || !state.startsWith("22") && !state.startsWith("23")) {
            throw e;
        }
        Matcher place = COPY_PLACE.matcher(server.getWhere() == null ? "" : server.getWhere());
        boolean known = place.find();
        String column = known && place.group(2) != null ? place.group(2) : server.getColumn();
        String detail = server.getDetail() == null ? "" : ": " + server.getDetail();
        return new InputDataException(List.of(new InputProblem(
                file,
                known ? Integer.parseInt(place.group(1)) : 0,
                column == null ? "" : column,
                "",
                "got a row that the table refuses (" + server.getMessage() + detail
                        + "), expected one as docs/outputs.md says")));
    }

    private String name(String table) {
        return Sql.name(schema) + "." + Sql.name(table);
    }
}
