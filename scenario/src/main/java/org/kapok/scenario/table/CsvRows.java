package org.kapok.scenario.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rows of a CSV file. */
final class CsvRows implements RowSource {
    private static final Pattern STARTED = Pattern.compile("starting at line (\\d+)");

    private final Path file;
    private final Problems problems;
    private final CloseableIterator<CsvRecord> records;
    private int line = 1;
    private boolean broken;

    CsvRows(Path file, String text, Problems problems) {
        this.file = file;
        this.problems = problems;
        // Rows of another length are reported with all others, instead of ending the file.
        records = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text)
                .iterator();
    }

    @Override
    public Optional<TableRow> next() {
        try {
            if (records.hasNext()) {
                CsvRecord row = records.next();
                line = Math.toIntExact(row.getStartingLineNumber());
                return Optional.of(new TableRow(line, row.getFields()));
            }
        } catch (CsvParseException e) {
            broken = true;
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

    @Override
    public boolean broken() {
        return broken;
    }
}
