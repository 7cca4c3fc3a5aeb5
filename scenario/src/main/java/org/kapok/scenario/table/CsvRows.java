package org.kapok.scenario.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The header and the rows of a CSV file, each row as long as the header. */
final class CsvRows {
    private static final Pattern STARTED = Pattern.compile("starting at line (\\d+)");

    private final Path file;
    private final Problems problems;
    private final CloseableIterator<CsvRecord> records;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private int headerLine = 1;
    private int width;
    private int line = 1;
    private boolean ragged;

    private CsvRows(Path file, String text, Problems problems) {
        this.file = file;
        this.problems = problems;
        // Rows of another length are reported here, with all others, instead of ending the file.
        records = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text)
                .iterator();
    }

    /** The rows of a file whose header can be read; nothing, and a problem, where it cannot. */
    static Optional<CsvRows> read(Path file, Problems problems) {
        return TextFile.read(file, problems)
                .map(text -> new CsvRows(file, text, problems))
                .filter(CsvRows::readHeader);
    }

    Path file() {
        return file;
    }

    int headerLine() {
        return headerLine;
    }

    /** The names in the header, in order. */
    Collection<String> names() {
        return columns.keySet();
    }

    /** The position of a column, or -1. */
    int column(String name) {
        return columns.getOrDefault(name, -1);
    }

    /** Whether a row was left out because of its length, or the rest of the file because of a quote. */
    boolean ragged() {
        return ragged;
    }

    /** Reports columns that are not known and those that are required but absent. */
    void checkHeader(Collection<String> known, Collection<String> required) {
        String only = columns.size() == 1 ? columns.keySet().iterator().next() : "";
        if (only.contains(";") || only.contains("\t")) {
            problems.add(
                    file,
                    headerLine,
                    "",
                    "got columns divided by " + (only.contains(";") ? "semicolons" : "tabs") + ", expected commas");
            return;
        }
        for (String name : columns.keySet()) {
            if (!known.contains(name)) {
                problems.add(file, headerLine, name, "got an unknown column, expected " + Labels.expected(name, known));
            }
        }
        for (String name : required) {
            if (!columns.containsKey(name)) {
                String got = String.join(", ", columns.keySet());
                problems.add(file, headerLine, name, "got no such column among " + got + ", expected it");
            }
        }
    }

    /** Hands on every row that is not blank and has the length of the header. */
    void forEach(Consumer<CsvRecord> action) {
        for (Optional<CsvRecord> next = next(); next.isPresent(); next = next()) {
            CsvRecord row = next.get();
            if (row.getFieldCount() == width) {
                action.accept(row);
            } else {
                ragged = true;
                problems.add(
                        file,
                        line,
                        "",
                        "got " + row.getFieldCount() + (row.getFieldCount() == 1 ? " field" : " fields") + ", expected "
                                + width + " as in the header");
            }
        }
    }

    private boolean readHeader() {
        Optional<CsvRecord> header = next();
        header.ifPresent(names -> {
            headerLine = line;
            width = names.getFieldCount();
            for (int i = 0; i < width; i++) {
                String name = names.getField(i).strip();
                if (name.isEmpty()) {
                    problems.add(file, headerLine, "", "got no name for column " + (i + 1) + ", expected one");
                } else if (columns.putIfAbsent(name, i) != null) {
                    problems.add(file, headerLine, name, "got the column twice, expected it once");
                }
            }
        });
        return header.isPresent();
    }

    /** The next row that is not blank; spreadsheets leave rows of mere commas behind. */
    private Optional<CsvRecord> next() {
        try {
            while (records.hasNext()) {
                CsvRecord row = records.next();
                line = Math.toIntExact(row.getStartingLineNumber());
                if (!row.getFields().stream().allMatch(String::isBlank)) {
                    return Optional.of(row);
                }
            }
        } catch (CsvParseException e) {
            ragged = true;
            Matcher started = STARTED.matcher(e.getMessage());
            problems.add(
                    file,
                    started.find() ? Integer.parseInt(started.group(1)) : line,
                    "",
                    "got a quoted field that does not end at a comma or the end of its line, expected \" around whole"
                            + " fields and \"\" inside them; the rest of the file was not read");
        }
        return Optional.empty();
    }
}
