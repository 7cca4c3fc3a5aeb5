package org.kapok.scenario;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kapok.scenario.table.TableWriter;

/** Reads what is stated of result tables, and writes it beside them. */
final class ResultTables {
    private static final String FOLDER = "results/";
    private static final String YES = "yes";

    private ResultTables() {}

    static List<ResultTable> read() {
        Map<String, List<ResultColumn>> columns = new LinkedHashMap<>();
        for (NamedCsvRecord row : rows("columns.csv")) {
            columns.computeIfAbsent(row.getField("table"), name -> new ArrayList<>())
                    .add(new ResultColumn(
                            row.getField("column"),
                            ResultColumn.Type.valueOf(row.getField("type").toUpperCase(Locale.ROOT)),
                            row.getField("key").equals(YES),
                            row.getField("may_be_empty").equals(YES),
                            text(row, "unit"),
                            text(row, "description")));
        }
        return rows("tables.csv").stream()
                .map(row -> {
                    String name = row.getField("table");
                    return new ResultTable(name, row.getField("written_by"), text(row, "rows"), columns.get(name));
                })
                .sorted(Comparator.comparing(ResultTable::name))
                .toList();
    }

    /** Describes in {@code columns.csv} every column of the tables that a folder holds. */
    static void describe(Path folder) throws IOException {
        List<ResultTable> held = read().stream()
                .filter(table -> table.name().equals(ResultTable.COLUMNS) || Files.exists(folder.resolve(table.file())))
                .toList();
        Path file = folder.resolve(ResultTable.COLUMNS + ".csv");
        List<String> header = held.stream()
                .filter(table -> table.name().equals(ResultTable.COLUMNS))
                .findFirst()
                .orElseThrow()
                .header();
        TableWriter.write(file, header, descriptionOf(held));
    }

    /** A row for each column of some tables. */
    static List<List<String>> descriptionOf(List<ResultTable> tables) {
        List<List<String>> rows = new ArrayList<>();
        for (ResultTable table : tables) {
            int position = 0;
            for (ResultColumn column : table.columns()) {
                position++;
                rows.add(List.of(
                        table.name(),
                        Integer.toString(position),
                        column.name(),
                        column.type().name().toLowerCase(Locale.ROOT),
                        Boolean.toString(column.key()),
                        Boolean.toString(column.mayBeEmpty()),
                        column.unit().en(),
                        column.unit().zh(),
                        column.description().en(),
                        column.description().zh()));
            }
        }
        return rows;
    }

    /** The text of a row that is a phrase. */
    static Text text(NamedCsvRecord row) {
        return new Text(row.getField("en"), row.getField("zh"));
    }

    private static Text text(NamedCsvRecord row, String of) {
        return new Text(row.getField(of + "_en"), row.getField(of + "_zh"));
    }

    /** The rows of a file that states something of results. */
    static List<NamedCsvRecord> rows(String file) {
        try (InputStream in = ResultTables.class.getResourceAsStream(FOLDER + file);
                CsvReader<NamedCsvRecord> reader =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
