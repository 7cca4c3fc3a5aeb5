package org.kapok.report.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Asks databases. */
final class Query {
    private Query() {}

    /** The rows of a query to a DuckDB file, each as text with its fields parted by bars. */
    static List<String> duckDb(Path file, String sql) throws SQLException {
        return rows("jdbc:duckdb:" + file, sql);
    }

    /** The rows of a query, each as text with its fields parted by bars. */
    static List<String> rows(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            return rows(connection, sql);
        }
    }

    static List<String> rows(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                List<String> fields = new ArrayList<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    fields.add(String.valueOf(rows.getObject(column)));
                }
                texts.add(String.join("|", fields));
            }
            return texts;
        }
    }
}
