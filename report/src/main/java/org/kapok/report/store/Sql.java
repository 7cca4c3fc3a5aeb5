package org.kapok.report.store;

import org.kapok.scenario.ResultColumn;

/** Names, texts and types as SQL writes them, the same in DuckDB and PostgreSQL. */
final class Sql {
    private Sql() {}

    /** A name in quotes, whatever it holds. */
    static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A text in quotes, whatever it holds; backslashes are plain in both. */
    static String text(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }

    /** The type of a column. */
    static String type(ResultColumn column) {
        return switch (column.type()) {
            case TEXT -> "text";
            case INTEGER -> "integer";
            case LONG -> "bigint";
            case NUMBER -> "double precision";
            case DATE -> "date";
            case BOOLEAN -> "boolean";
        };
    }

    /** A column as a table declares it; only numbers, dates and flags that may be empty are NULL. */
    static String declaration(ResultColumn column) {
        boolean absent = column.mayBeEmpty() && column.type() != ResultColumn.Type.TEXT;
        return name(column.name()) + " " + type(column) + (absent ? "" : " not null");
    }
}
