package org.kapok.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bundled example held against itself, against a copy with one cell changed, and against small tables. */
class EvaluateCommandTest {
    private static final String CELL = "\n2025,440106,non_registered,male,30,";

    @TempDir
    private static Path shared;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @BeforeAll
    static void run() {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        assertThat(Kapok.execute(nowhere, nowhere, "run", "guangzhou", "--quiet", "--out", shared + "/run"))
                .isZero();
    }

    @Test
    void evaluate_runAgainstItself_findsNoError() throws IOException {
        Path table = folder.resolve("errors.csv");

        int code =
                evaluate(shared + "/run", "--lang", "en", "--limit-total", "0", "--limit-cell", "0", "-o", table + "");

        assertThat(code).isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString()).contains("6,666 cells", "no error").doesNotContain(" +");
        List<String> rows = Files.readAllLines(table);
        assertThat(rows).hasSize(1 + 3 * 16);
        assertThat(rows.subList(1, rows.size()))
                .allSatisfy(row -> assertThat(row.split(",", -1)[8]).isEqualTo("0"));
    }

    @Test
    void evaluate_oneCellChanged_isFoundAndPlaced() throws IOException {
        Path copy = Files.createDirectory(folder.resolve("seen"));
        String population = Files.readString(shared.resolve("run/population.csv"));
        int at = population.indexOf(CELL) + CELL.length();
        int end = population.indexOf('\n', at);
        double persons = Double.parseDouble(population.substring(at, end));
        Files.writeString(
                copy.resolve("population.csv"), population.substring(0, at) + persons / 2 + population.substring(end));

        int code = evaluate(copy.toString(), "--lang", "en", "--limit-total", "1e-9", "--limit-cell", "3e-4");

        assertThat(code).isEqualTo(1);
        assertThat(out.toString())
                .containsPattern("2025 +440106 +non_registered +male +30 .* \\+100\\.000%\n")
                .containsPattern("2024  no error\n");
        assertThat(err.toString().lines().toList()).hasSize(2).satisfies(lines -> {
            assertThat(lines.get(0))
                    .startsWith("Beyond the limit: 2025-11-01, total: 0.0")
                    .endsWith(", limit 0.0000001%");
            assertThat(lines.get(1))
                    .isEqualTo("Beyond the limit: 2025-11-01, 440106 non_registered male 30: 100%, limit 0.03%");
        });
    }

    @Test
    void evaluate_observedTotals_printsTheirErrors() throws IOException {
        Path seen =
                Files.writeString(folder.resolve("seen.csv"), "year,persons\n2019,18000000\n2020,18000000\n2036,1\n");

        assertThat(evaluate(seen.toString(), "--lang", "en")).isZero();
        // 18,676,605 residents at the census
        assertThat(out.toString().lines().skip(2))
                .containsExactly(
                        "Date          Expected   Projected     Error  Relative    MAPE  Weighted  Zero cells",
                        "------------------------------------------------------------------------------------",
                        "2020-11-01  18,000,000  18,676,605  +676,605   +3.759%  3.759%    3.759%           0",
                        "",
                        "Populations at 11-01 of each year, all in one.",
                        "Residents only: the expected persons have no column status.",
                        "Expected but not in the run, left out: 2019, 2036.",
                        "MAPE: mean of the cells' absolute percentage errors, without cells where nobody is expected.",
                        "Weighted: the sum of the cells' absolute errors, in percent of all expected persons.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void evaluate_eitherLanguage_fitsAScreenAndStandsInColumns(String language) {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        Kapok.execute(nowhere, nowhere, "solve", "guangzhou-plan", "--quiet", "--out", folder + "/plan");

        assertThat(evaluate(folder + "/plan", "--lang", language, "--ages", "0-94"))
                .isZero();

        List<String> lines = out.toString()
                .lines()
                .filter(line -> !line.contains(folder.toString()))
                .toList();
        assertThat(lines).allSatisfy(line -> assertThat(TextTable.width(line)).isLessThanOrEqualTo(100));
        // a table's rows of numbers end where the line under its header ends
        assertThat(lines.stream().filter(line -> line.startsWith("2030  ")).toList())
                .hasSize(2)
                .allSatisfy(row -> assertThat(lines.stream()
                                .filter(line -> line.startsWith("---"))
                                .map(String::length))
                        .contains(TextTable.width(row)));
        assertThat(out.toString().contains("加权误差")).isEqualTo(language.equals("zh"));
        assertThat(out.toString().contains("不少于 1,000 人")).isEqualTo(language.equals("zh"));
    }

    @Test
    void evaluate_noCellLargeEnough_failsTheLimitForCells() throws IOException {
        Path seen = Files.writeString(folder.resolve("seen.csv"), "year,region,persons\n2020,440103,900000\n");

        assertThat(evaluate(seen.toString(), "--lang", "zh", "--min-cell", "1e6", "--limit-cell", "1"))
                .isEqualTo(1);
        assertThat(err.toString().strip()).isEqualTo("超出限度：2020-11-01：没有对照人数不少于 1,000,000 人的单元可供判断");
        assertThat(out.toString()).contains("无此类单元");
    }

    @Test
    void evaluate_wrongInput_exitsWithTwo() throws IOException {
        Path seen = Files.writeString(folder.resolve("seen.csv"), "year,region,persons\n2020,999,1\n2020,440103,x\n");

        assertThat(evaluate(seen.toString())).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly(
                        "kapok: wrong input",
                        "seen.csv line 2, column region: got \"999\", expected one of 440103, 440104, 440105, 440106,"
                                + " 440111, 440112, 440113, 440114, 440115, 440117, 440118",
                        "seen.csv line 3, column persons (year 2020, region 440103): got \"x\", expected 0 or more persons");
        assertThat(evaluate(seen.toString(), "--limit-total", "-1")).isEqualTo(2);
        assertThat(err.toString()).contains("--limit-total: got -1.0, expected a share of 0 or more");
        assertThat(evaluate(seen.toString(), "--ages", "young")).isEqualTo(2);
        assertThat(err.toString()).contains("got \"young\", expected ages such as 0-94 or 65+");
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"seen.csv", "./seen.csv"})
    void evaluate_outOverWhatIsCompared_isRefusedAndLosesNothing(String name) throws IOException {
        Path seen = Files.writeString(folder.resolve("seen.csv"), "year,persons\n2020,18000000\n");

        assertThat(evaluate(seen.toString(), "--out", folder + "/" + name)).isEqualTo(2);
        assertThat(evaluate(seen.toString(), "--out", shared + "/run/run.json")).isEqualTo(2);
        assertThat(err.toString()).contains("expected a file that is not among those compared");
        assertThat(seen).hasContent("year,persons\n2020,18000000\n");
    }

    private int evaluate(String expected, String... options) {
        String[] arguments = new String[options.length + 3];
        arguments[0] = "evaluate";
        arguments[1] = shared + "/run";
        arguments[2] = expected;
        System.arraycopy(options, 0, arguments, 3, options.length);
        return Kapok.execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
