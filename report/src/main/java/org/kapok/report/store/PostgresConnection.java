package org.kapok.report.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * Opens connections to PostgreSQL; what fails is told without the address, which may hold a password. An address that leads
 * nowhere is refused like any other place that results cannot go to.
 */
final class PostgresConnection {
    private static final String PREFIX = "jdbc:postgresql:";
    private static final String DRIVER = "org.postgresql.";

    private PostgresConnection() {}

    static Connection open(String url, Properties properties) throws IOException {
        if (!url.startsWith(PREFIX)) {
            throw new IllegalArgumentException(
                    "database: got an address that starts otherwise, expected " + PREFIX + "//HOST:PORT/DATABASE");
        }
        if (DriverManager.drivers()
                .noneMatch(driver -> driver.getClass().getName().startsWith(DRIVER))) {
            throw new IOException(
                    "PostgreSQL's driver is not on the class path; add org.postgresql:postgresql 42.7.14 or later");
        }
        try {
            return DriverManager.getConnection(url, properties);
        } catch (SQLException e) {
            String message = String.valueOf(e.getMessage());
            // The exception itself may repeat the address, so it is not handed on.
            throw new IllegalArgumentException("cannot connect to PostgreSQL: "
                    + (message.contains(PREFIX)
                            ? "got an address that cannot be read, expected " + PREFIX + "//HOST:PORT/DATABASE"
                            : message));
        }
    }
}
