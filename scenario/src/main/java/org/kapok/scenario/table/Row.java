package org.kapok.scenario.table;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** One row of a table of records. What cannot be read is reported, and what is said below is returned in its place. */
public final class Row {
    private final Path file;
    private final int line;
    private final Map<String, String> fields;
    private final Problems problems;

    Row(Path file, int line, Map<String, String> fields, Problems problems) {
        this.file = file;
        this.line = line;
        this.fields = fields;
        this.problems = problems;
    }

    /** The line in the file, from 1. */
    public int line() {
        return line;
    }

    /** Whether the table has a column. */
    public boolean has(String column) {
        return fields.containsKey(column);
    }

    /** The text in a column; empty where there is none, which is a problem. */
    public String text(String column) {
        return optionalText(column).orElseGet(() -> {
            report(column, "got an empty cell, expected text");
            return "";
        });
    }

    /** The text in a column, if there is any. */
    public Optional<String> optionalText(String column) {
        return Optional.ofNullable(fields.get(column)).filter(text -> !text.isEmpty());
    }

    /** The number in a column; NaN where there is none in the range, which is a problem. */
    public double number(String column, Range range) {
        String text = fields.getOrDefault(column, "");
        double number = range.parse(text);
        if (Double.isNaN(number)) {
            report(column, range.refusal(text));
        }
        return number;
    }

    /** The number in a column, if there is any text in it. */
    public OptionalDouble optionalNumber(String column, Range range) {
        return optionalText(column).isPresent() ? OptionalDouble.of(number(column, range)) : OptionalDouble.empty();
    }

    /** The date in a column, written 2025-06-30; {@link LocalDate#MIN} where there is none, which is a problem. */
    public LocalDate date(String column) {
        String text = fields.getOrDefault(column, "");
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            report(column, "got \"" + text + "\", expected a date such as 2025-06-30");
            return LocalDate.MIN;
        }
    }

    /**
     * The label in a column; the first label where there is another text, which is a problem. Where there are no labels
     * any text will do: that there are none was reported where they should be.
     */
    public String oneOf(String column, List<String> labels) {
        String text = fields.getOrDefault(column, "");
        if (!labels.isEmpty() && !labels.contains(text)) {
            report(column, "got \"" + text + "\", expected " + Labels.expected(text, labels));
            return labels.get(0);
        }
        return text;
    }

    /** Reports a problem with a column of this row: what was got, what was expected. */
    public void report(String column, String message) {
        problems.add(file, line, column, message);
    }
}
