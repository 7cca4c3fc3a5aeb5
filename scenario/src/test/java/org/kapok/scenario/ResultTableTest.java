package org.kapok.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kapok.scenario.ResultColumn.Type;

/** What is stated of result tables, against itself, the documentation and what is written. */
class ResultTableTest {
    private static final Path DOCS = Path.of("../docs");
    private static final Pattern ROW = Pattern.compile("\\| `(\\w+)\\.csv`");

    @TempDir
    private Path folder;

    @Test
    void all_everyColumn_hasMeaningInBothLanguagesAndNumbersAUnit() {
        for (ResultTable table : ResultTable.all()) {
            assertThat(table.rows().en()).as(table.name()).isNotBlank();
            assertThat(table.rows().zh()).as(table.name()).isNotBlank();
            assertThat(table.key()).as(table.name()).isNotEmpty();
            assertThat(table.header()).as(table.name()).doesNotHaveDuplicates();
            for (ResultColumn column : table.columns()) {
                String name = table.name() + "." + column.name();
                boolean number = Set.of(Type.INTEGER, Type.LONG, Type.NUMBER).contains(column.type());
                assertThat(column.unit().en().isEmpty()).as(name).isEqualTo(!number);
                assertThat(column.unit().zh().isEmpty()).as(name).isEqualTo(!number);
                assertThat(column.description().en()).as(name).isNotBlank();
                assertThat(column.description().zh()).as(name).isNotBlank();
                if (column.mayBeEmpty()) {
                    assertThat(column.description().en()).as(name).contains("empty");
                }
            }
        }
    }

    @Test
    void write_aRun_describesItsTablesAndNamesItsIds() throws IOException {
        Scenario scenario =
                ScenarioFolder.read(SmallScenario.in(folder.resolve("small")).folder());

        RunFolder.write(ScenarioRun.of(scenario), folder.resolve("out"));

        Set<String> described = Files.readAllLines(folder.resolve("out/columns.csv")).stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')) + ".csv")
                .collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("run.json")))
                    .containsExactlyInAnyOrderElementsOf(described);
        }
        assertThat(folder.resolve("out/region_labels.csv")).content().contains("\nA,region,inner,Ash,甲\n");
        assertThat(folder.resolve("out/region_labels.csv")).content().contains("\ninner,group,,");
        assertThat(folder.resolve("out/status_labels.csv")).content().contains("\nguest,true,false,");
        assertThat(folder.resolve("out/transition_labels.csv")).content().contains("\nsettlement,guest,local,");
        assertThat(folder.resolve("out/service_labels.csv")).content().contains("\nbeds,");
    }

    @Test
    void docs_outputs_haveARowForEveryTableOfAFolder() throws IOException {
        List<String> rows = Files.readAllLines(DOCS.resolve("outputs.md")).stream()
                .map(ROW::matcher)
                .filter(Matcher::lookingAt)
                .map(row -> row.group(1))
                .toList();

        assertThat(rows).doesNotHaveDuplicates();
        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(ResultTable.all().stream()
                        .filter(table -> !table.writtenBy().equals("store")
                                && !table.name().equals("evaluation"))
                        .map(ResultTable::name)
                        .toList());
    }

    /** The page is made from what is stated; after a change, take it from the folder that the failure names. */
    @Test
    void docs_columns_areWhatIsStated() throws IOException {
        String page = page();
        Path made = Files.createDirectories(Path.of("target")).resolve("columns.md");
        Files.writeString(made, page);

        assertThat(Files.readString(DOCS.resolve("columns.md")))
                .as("docs/columns.md; what it should be is in " + made.toAbsolutePath())
                .isEqualTo(page);
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # Columns

                Every column of every table that results have, with type, unit and meaning; the same as the table `columns` of a
                result ([Data out](data-out.md)). **Bold** columns together name a row. What the tables are for is in
                [Outputs](outputs.md).
                """);
        for (ResultTable table : ResultTable.all()) {
            page.append("\n## ").append(table.name()).append("\n\nA row for each ");
            page.append(table.rows().en())
                    .append(" | ")
                    .append(table.rows().zh())
                    .append(". ");
            page.append(writers(table))
                    .append("\n\n| column | type | unit | meaning | 含义 |\n| --- | --- | --- | --- | --- |\n");
            for (ResultColumn column : table.columns()) {
                String name = column.key() ? "**" + column.name() + "**" : column.name();
                String type = column.type().name().toLowerCase(Locale.ROOT);
                page.append(cells(
                        name,
                        column.mayBeEmpty() ? type + ", or empty" : type,
                        column.unit().en(),
                        column.description().en(),
                        column.description().zh()));
            }
        }
        return page.toString();
    }

    private static String writers(ResultTable table) {
        return table.writtenBy().equals("store")
                ? "In databases and Parquet only, from `run.json`."
                : "Written by `" + table.writtenBy() + "`.";
    }

    private static String cells(String... cells) {
        return Arrays.stream(cells).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
