package org.kapok.report.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kapok.scenario.table.InputDataException;

/** A Parquet file for each table. */
class ParquetFolderTest {
    @TempDir
    private Path folder;

    private List<String> rows(String sql) throws SQLException {
        return Query.rows("jdbc:duckdb:", sql);
    }

    @Test
    void write_smallFolder_hasEveryTableWithTypesAndOrder() throws IOException, SQLException {
        SmallResults.in(folder.resolve("results")).store().writeParquet(folder.resolve("parquet"));

        try (Stream<Path> files = Files.list(folder.resolve("parquet"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "columns.parquet",
                            "population.parquet",
                            "region_labels.parquet",
                            "run.parquet",
                            "run_details.parquet",
                            "run_findings.parquet",
                            "run_inputs.parquet",
                            "targets.parquet");
        }
        assertThat(rows("select * from '" + folder + "/parquet/population.parquet'"))
                .containsExactly(
                        "2020|A|local|male|9|1.0E-7",
                        "2020|A|local|male|10|2.0",
                        "2020|B|local|male|0|3.3000000000000003",
                        "2021|B|local|male|0|0.1");
        assertThat(
                        rows(
                                "select column_name, column_type from (describe from '" + folder
                                        + "/parquet/targets.parquet') where column_name in ('region', 'date', 'to_age', 'wanted', 'met')"))
                .containsExactly("region|VARCHAR", "date|DATE", "to_age|INTEGER", "wanted|DOUBLE", "met|BOOLEAN");
        assertThat(rows("select decode(key), decode(value) from parquet_kv_metadata('" + folder
                        + "/parquet/population.parquet')"))
                .containsExactly("rows|A row for each year, region, status, sex and age | 年份、地区、状态、性别、年龄");
    }

    @Test
    void write_keptDraws_areAFolderOfFiles() throws IOException, SQLException {
        SmallResults.in(folder.resolve("results")).withDraws().store().writeParquet(folder.resolve("parquet"));

        assertThat(rows("select draw, sum(persons) from '" + folder
                        + "/parquet/draw_population/*.parquet' group by draw order by draw"))
                .containsExactly("2|4.5", "10|12.5");
    }

    @Test
    void write_again_replacesTheFolder() throws IOException, SQLException {
        SmallResults results = SmallResults.in(folder.resolve("results"));
        Path parquet = folder.resolve("parquet");
        results.store().writeParquet(parquet);
        Files.delete(folder.resolve("results/targets.csv"));

        results.store().writeParquet(parquet);

        assertThat(parquet.resolve("targets.parquet")).doesNotExist();
        assertThat(rows("select distinct table_name from '" + parquet + "/columns.parquet'"))
                .doesNotContain("targets")
                .contains("population", "columns", "run");
    }

    @Test
    void write_fieldThatDoesNotFit_leavesTheEarlierFolder() throws IOException {
        SmallResults results = SmallResults.in(folder.resolve("results"));
        Path parquet = folder.resolve("parquet");
        results.store().writeParquet(parquet);
        byte[] before = Files.readAllBytes(parquet.resolve("population.parquet"));
        ResultStore store = results.edit("targets.csv", "false", "perhaps").store();

        assertThatThrownBy(() -> store.writeParquet(parquet))
                .isInstanceOf(InputDataException.class)
                .hasMessageContaining("targets.csv line 2, column met");
        assertThat(Files.readAllBytes(parquet.resolve("population.parquet"))).isEqualTo(before);
    }

    @Test
    void write_overSomethingElse_isRefused() throws IOException {
        ResultStore store = SmallResults.in(folder.resolve("results")).store();
        Files.createDirectory(folder.resolve("mine"));
        Files.writeString(folder.resolve("mine/notes.txt"), "notes");

        assertThatThrownBy(() -> store.writeParquet(folder.resolve("mine")))
                .isInstanceOf(InputDataException.class)
                .hasMessageContaining("got a folder that holds notes.txt, expected an earlier result");
        assertThat(folder.resolve("mine/notes.txt")).hasContent("notes");
    }
}
