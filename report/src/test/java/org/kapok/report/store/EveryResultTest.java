package org.kapok.report.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kapok.demand.DemandPath;
import org.kapok.demand.siting.Budget;
import org.kapok.scenario.AgeBand;
import org.kapok.scenario.BundledScenarios;
import org.kapok.scenario.Comparison;
import org.kapok.scenario.ComparisonFolder;
import org.kapok.scenario.EnsembleFolder;
import org.kapok.scenario.EnsembleOptions;
import org.kapok.scenario.EnsembleRun;
import org.kapok.scenario.ResultColumn;
import org.kapok.scenario.ResultTable;
import org.kapok.scenario.RunEvaluation;
import org.kapok.scenario.RunFolder;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioFolder;
import org.kapok.scenario.ScenarioRun;
import org.kapok.scenario.SitingFolder;
import org.kapok.scenario.SitingRun;
import org.kapok.scenario.SolveFolder;
import org.kapok.scenario.SolveRun;

/** The results of every command, stored: nothing is undescribed, nothing described is missing, and sums are the same. */
class EveryResultTest {
    @TempDir
    private static Path folder;

    private static final Map<String, Path> FILES = new LinkedHashMap<>();

    @BeforeAll
    static void runEveryCommand() throws IOException {
        Scenario guangzhou = BundledScenarios.read("guangzhou");
        Scenario plan = BundledScenarios.read("guangzhou-plan");
        Path run = folder.resolve("run");
        RunFolder.write(ScenarioRun.of(guangzhou), run);
        RunEvaluation.of(run, run, AgeBand.all(), 1000).writeTo(run.resolve("evaluation.csv"));
        SolveFolder.write(SolveRun.of(plan), Optional.empty(), folder.resolve("solve"));
        ComparisonFolder.write(Comparison.of(List.of(guangzhou, plan)), folder.resolve("compare"));
        EnsembleOptions options = EnsembleOptions.onThreads(2).withDraws(20).decomposing();
        EnsembleFolder.write(EnsembleRun.of(eventful(), options), folder.resolve("ensemble"));
        SitingRun.Request request = new SitingRun.Request(
                "basic_education",
                DemandPath.NORM,
                2021,
                Optional.empty(),
                new Budget(100_000, Map.of(2021, 30_000.0), Map.of()),
                0);
        ScenarioRun districts = ScenarioRun.of(BundledScenarios.read("guangzhou-districts"));
        SitingFolder.write(SitingRun.of(districts, request), folder.resolve("site"));
        for (String name : List.of("run", "solve", "compare", "ensemble", "site")) {
            Path file = folder.resolve(name + ".duckdb");
            ResultStore.of(folder.resolve(name)).writeDuckDb(file);
            FILES.put(name, file);
        }
    }

    /** Guangzhou with an event to be told, so that its ensemble has every table. */
    private static Scenario eventful() throws IOException {
        Path scenario = Files.createDirectory(folder.resolve("eventful"));
        Files.writeString(scenario.resolve("scenario.json"), """
                {
                  "format": "kapok-scenario/1", "id": "eventful", "extends": "bundled:guangzhou",
                  "title": {"en": "With an event", "zh": "含事件"},
                  "ensemble": {
                    "draws": 20, "seed": 2020,
                    "processes": {"fertility": {"phi": 0.95, "sd": 0.02}, "arrivals": {"phi": 0.6, "sd": 0.12}},
                    "events": [{
                      "id": "short", "title": {"en": "Beds short", "zh": "床位不足"},
                      "all": [{"service": "beds", "year": 2035}]
                    }]
                  }
                }
                """);
        return ScenarioFolder.read(scenario);
    }

    private static List<String> rows(String result, String sql) throws SQLException {
        return Query.duckDb(FILES.get(result), sql);
    }

    private static List<String> names(String result) throws SQLException {
        return rows(result, "select table_name from duckdb_tables() where not internal");
    }

    @Test
    void everyDescribedTable_isWrittenBySomeCommand() throws SQLException {
        Set<String> written = new TreeSet<>();
        for (String result : FILES.keySet()) {
            written.addAll(names(result));
        }

        assertThat(written)
                .containsExactlyElementsOf(
                        ResultTable.all().stream().map(ResultTable::name).toList());
    }

    @Test
    void everyTable_isWrittenByTheCommandsItSays() throws SQLException {
        for (String result : FILES.keySet()) {
            for (String name : names(result)) {
                String writers = ResultTable.named(name).orElseThrow().writtenBy();
                boolean says =
                        writers.equals("store") || List.of(writers.split(" ")).contains(result);
                assertThat(says || name.equals("evaluation"))
                        .as(result + " " + name)
                        .isTrue();
            }
        }
    }

    @Test
    void everyTable_hasTheRowsAndTheSumsOfItsFile() throws SQLException, IOException {
        for (String result : FILES.keySet()) {
            for (String name : names(result)) {
                Path csv = folder.resolve(result).resolve(name + ".csv");
                if (Files.exists(csv) && !name.equals(ResultTable.COLUMNS)) {
                    assertSameSums(result, ResultTable.named(name).orElseThrow(), csv);
                }
            }
        }
    }

    /** Sums of whole millionths, which are the same in any order. */
    private static void assertSameSums(String result, ResultTable table, Path csv) throws SQLException, IOException {
        List<String> numbers = table.columns().stream()
                .filter(column -> column.type() == ResultColumn.Type.NUMBER)
                .map(ResultColumn::name)
                .toList();
        List<List<String>> rows = CsvFile.rows(csv);
        Map<String, Long> sums = new HashMap<>();
        for (String column : numbers) {
            int position = table.header().indexOf(column);
            sums.put(
                    column,
                    rows.stream()
                            .map(row -> row.get(position))
                            .filter(field -> !field.isEmpty())
                            .mapToLong(field -> (long) Math.floor(Double.parseDouble(field) * 1e6))
                            .sum());
        }
        String asked = numbers.stream()
                .map(column -> ", coalesce(sum(floor(\"" + column + "\" * 1e6)::hugeint), 0)")
                .collect(Collectors.joining());

        String expected = rows.size()
                + numbers.stream().map(column -> "|" + sums.get(column)).collect(Collectors.joining());
        assertThat(rows(result, "select count(*)" + asked + " from " + table.name()))
                .as(result + " " + table.name())
                .containsExactly(expected);
    }

    @Test
    void everyIdInAnyTable_hasALabel() throws SQLException {
        for (String result : FILES.keySet()) {
            for (String id : List.of("region", "status", "transition", "service", "indicator")) {
                String labels = id + "_labels";
                for (String name : names(result)) {
                    boolean has = !name.equals(labels)
                            && !name.equals("evaluation") // there an empty status is a cell not compared
                            && ResultTable.named(name).orElseThrow().header().contains(id);
                    if (has) {
                        assertThat(rows(
                                        result,
                                        "select distinct " + id + " from " + name + " anti join " + labels + " using ("
                                                + id + ")"))
                                .as(result + " " + name)
                                .isEmpty();
                    }
                }
            }
        }
    }

    @Test
    void guangzhou_joinedWithItsLabels_givesNames() throws SQLException {
        assertThat(rows(
                        "run",
                        "select region_en, region_zh, round(sum(persons))::bigint from population join region_labels"
                                + " using (region) join status_labels using (status) where resident and year = 2020"
                                + " group by all order by 3 desc limit 2"))
                .containsExactly("Baiyun|白云区|3742991", "Panyu|番禺区|2658397");
    }

    @Test
    void parquet_writtenTwice_isTheSameBytes() throws IOException {
        ResultStore store = ResultStore.of(folder.resolve("run"));
        store.writeParquet(folder.resolve("first"));
        store.writeParquet(folder.resolve("second"));

        try (Stream<Path> files = Files.list(folder.resolve("first"))) {
            files.forEach(file -> assertThat(folder.resolve("second").resolve(file.getFileName()))
                    .hasSameBinaryContentAs(file));
        }
    }

    @Test
    void parquet_andDuckDb_holdTheSame() throws IOException, SQLException {
        Path parquet = folder.resolve("parquet");
        ResultStore.of(folder.resolve("run")).writeParquet(parquet);

        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + FILES.get("run"))) {
            for (String name : names("run")) {
                String file = "'" + parquet.resolve(name + ".parquet") + "'";
                assertThat(Query.rows(
                                connection,
                                "select count(*) from ((from " + name + " except all from " + file
                                        + ") union all (from " + file + " except all from " + name + "))"))
                        .as(name)
                        .containsExactly("0");
            }
        }
    }
}
