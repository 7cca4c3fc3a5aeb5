package org.kapok.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kapok.scenario.table.InputDataException;

/** Scenarios whose tables are sheets of one workbook. */
class WorkbookTablesTest {
    @TempDir
    private Path folder;

    @Test
    void guangzhou_fromOneWorkbook_sameBytesAsFromCsv() throws IOException {
        Path csv = BundledScenarios.folder("guangzhou");
        inOneWorkbook(csv, folder.resolve("guangzhou"));

        Scenario fromSheets = ScenarioFolder.read(folder.resolve("guangzhou"));
        RunFolder.write(ScenarioRun.of(ScenarioFolder.read(csv)), folder.resolve("csv"));
        RunFolder.write(ScenarioRun.of(fromSheets), folder.resolve("sheets"));

        List<Path> tables = files(folder.resolve("csv"), ".csv");
        assertThat(tables).hasSizeGreaterThan(10);
        for (Path table : tables) {
            assertThat(folder.resolve("sheets").resolve(table.getFileName().toString()))
                    .hasSameBinaryContentAs(table);
        }
        assertThat(fromSheets.files().keySet())
                .containsExactly(
                        "guangzhou/boundaries.geojson",
                        "guangzhou/indicators.json",
                        "guangzhou/scenario.json",
                        "guangzhou/services.json",
                        "guangzhou/tables.xlsx");
    }

    @Test
    void small_wrongInSeveralSheets_everyCellNamed() throws IOException {
        Path csv = SmallScenario.in(folder.resolve("csv"))
                .edit("population.csv", "A,local,female,0,10", "A,local,female,0,-1")
                .edit("supply.csv", "beds,,2021,1,0.5", "beds,,2021,1,5")
                .edit("regions.csv", "B,Birch,乙,outer", "A,Birch,乙,outer")
                .folder();
        inOneWorkbook(csv, folder.resolve("small"));

        assertThatThrownBy(() -> ScenarioFolder.read(folder.resolve("small")))
                .isInstanceOf(InputDataException.class)
                .hasMessage("tables.xlsx, sheet population, cell E2 (persons, region A, status local, female, age 0):"
                        + " got -1, expected 0 or more persons\n"
                        + "tables.xlsx, sheet regions, cell A3 (id): got region A twice, expected each once\n"
                        + "tables.xlsx, sheet supply, cell E3 (delivered): got 5, expected 0 to 1");
    }

    @Test
    void workbook_unreadable_saidOnce() throws IOException {
        Path csv = SmallScenario.in(folder.resolve("csv")).folder();
        inOneWorkbook(csv, folder.resolve("small"));
        Files.writeString(folder.resolve("small/tables.xlsx"), "no workbook");

        assertThatThrownBy(() -> ScenarioFolder.read(folder.resolve("small")))
                .isInstanceOf(InputDataException.class)
                .hasMessage(
                        "tables.xlsx: got a file that is no workbook, expected one saved as Excel Workbook (.xlsx)");
    }

    @Test
    void variant_ofAWorkbook_findsItsTablesThere() throws IOException {
        Path csv = SmallScenario.in(folder.resolve("csv")).folder();
        inOneWorkbook(csv, folder.resolve("small"));
        Files.createDirectory(folder.resolve("variant"));
        Files.writeString(
                folder.resolve("variant/scenario.json"),
                "{\"format\": \"kapok-scenario/1\", \"id\": \"v\", \"extends\": \"../small\","
                        + " \"targets\": \"tables.xlsx#targets\"}");

        assertThat(ScenarioFolder.read(folder.resolve("variant")).targets()).hasSize(3);
    }

    /** A scenario again, its CSV files as sheets of {@code tables.xlsx}, numbers as numbers. */
    private static void inOneWorkbook(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (OutputStream out = Files.newOutputStream(to.resolve("tables.xlsx"));
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            for (Path table : files(from, ".csv")) {
                addSheet(table, workbook);
            }
        }
        for (Path json : files(from, ".json")) {
            String text = Files.readString(json).replaceAll("\"([a-z_]+)\\.csv\"", "\"tables.xlsx#$1\"");
            Files.writeString(to.resolve(json.getFileName().toString()), text);
        }
        for (Path map : files(from, ".geojson")) {
            Files.copy(map, to.resolve(map.getFileName().toString()));
        }
    }

    private static void addSheet(Path table, Workbook workbook) throws IOException {
        Worksheet sheet = workbook.newWorksheet(table.getFileName().toString().replace(".csv", ""));
        try (CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(Files.readString(table))) {
            int row = 0;
            for (CsvRecord record : records) {
                for (int column = 0; column < record.getFieldCount(); column++) {
                    String text = record.getField(column);
                    if (text.matches("-?[0-9.]+(E-?[0-9]+)?")) {
                        sheet.value(row, column, Double.parseDouble(text));
                    } else if (!text.isEmpty()) {
                        sheet.value(row, column, text);
                    }
                }
                row++;
            }
        }
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
