package org.kapok.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Solving from the command line: what it prints, what it writes, how it ends. */
class SolveCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int solve(String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "solve";
        arguments[1] = "--out";
        arguments[2] = folder.resolve("out").toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return Kapok.execute(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    /** A scenario that extends the bundled plan. */
    private String extending(String members) throws IOException {
        Path mine = Files.createDirectory(folder.resolve("mine"));
        Files.writeString(
                mine.resolve("scenario.json"),
                "{\"format\": \"kapok-scenario/1\", \"id\": \"mine\", \"extends\": \"bundled:guangzhou-plan\","
                        + " \"title\": {\"en\": \"Mine\", \"zh\": \"我的\"}, " + members + "}");
        return mine.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void solve_plan_meetsItInEitherLanguageOnOneScreenWide(String language) {
        assertThat(solve("guangzhou-plan", "--lang", language)).isZero();

        assertThat(err.toString()).isEmpty();
        assertThat(out.toString().lines().filter(line -> !line.contains(folder.toString())))
                .allSatisfy(line -> assertThat(TextTable.width(line)).isLessThanOrEqualTo(100));
        assertThat(out.toString()).contains("2,100.00", "1,120.00", "9.80%", "83.60", "87.00%");
        assertThat(out.toString().contains("求解")).isEqualTo(language.equals("zh"));
        assertThat(folder.resolve("out/targets.csv")).exists();
        assertThat(folder.resolve("out/scenario/scenario.json")).exists();
    }

    @ParameterizedTest
    @CsvSource({
        "en, 'Wanted at least, met exactly: Life expectancy, years; Urban residents',"
                + " 'The trend has more of: Urban residents, % of residents (87.20%).',"
                + " 'Net migration (5.55 below the worst five years)', (2.37 above the best five years), stays at 101.87",
        "zh, 恰好达到：预期寿命（岁）、城镇常住人口占常住人口比重, 城镇常住人口占常住人口比重（87.20%）," + " 净迁移（低于最低五年5.55）, （高于最高五年2.37）, 迁入保持101.87"
    })
    void solve_plan_saysWhatIsMetExactlyAndHowFarNeedsAreOffTheRecord(
            String language, String exact, String fromAbove, String below, String above, String stays) {
        assertThat(solve("guangzhou-plan", "--formats", "csv", "--lang", language))
                .isZero();

        String said = out.toString().replaceAll("\\R", language.equals("en") ? " " : "");
        String within = language.equals("en")
                ? "Births, registered (between the worst and the best five years)"
                : "出生（户籍人口）（在最低与最高五年之间）";
        assertThat(said).contains(exact, fromAbove, below, above, within, stays).doesNotContain("101.87 to", "由101.87");
    }

    @Test
    void solve_quiet_printsNothing() {
        assertThat(solve("guangzhou-plan", "--quiet")).isZero();
        assertThat(out.toString() + err).isEmpty();
    }

    @Test
    void solve_flowsThatCannotTellAges_endsWithTheCompromiseNamed() throws IOException {
        String free = "{\"free\": [{\"flow\": \"arrivals\", \"by\": [\"group\"]},"
                + " {\"flow\": \"transition:settlement\"}, {\"flow\": \"mortality\", \"least\": 0.98, \"most\": 1.02}, {\"flow\": \"rural_share\"}]}";

        assertThat(solve(extending("\"solve\": " + free), "--lang", "en")).isEqualTo(1);

        assertThat(err.toString()).contains("Residents aged 65 and over, % of residents");
        assertThat(out.toString()).contains("no");
        assertThat(folder.resolve("out/costs.csv")).exists();
    }

    @Test
    void solve_farBeyondReach_saysHowFarOnOneScreenWide() throws IOException {
        String mine = extending("\"targets\": \"targets.csv\"");
        Files.writeString(
                folder.resolve("mine/targets.csv"),
                "measure,region,date,from_age,share_of,value\nresident,,2025-12-31,,,60000000\n");

        assertThat(solve(mine, "--lang", "en")).isEqualTo(1);

        assertThat(out.toString()).contains("never seen", "no\n").contains("60");
        assertThat(out.toString().lines().filter(line -> !line.contains(folder.toString())))
                .allSatisfy(line -> assertThat(TextTable.width(line)).isLessThanOrEqualTo(100));
    }

    @Test
    void solve_unknownFlow_isAUsersMistake() throws IOException {
        assertThat(solve(extending("\"solve\": {\"free\": [{\"flow\": \"tourism\"}]}")))
                .isEqualTo(2);

        assertThat(err.toString())
                .contains("scenario.json line 1", "got \"tourism\"")
                .doesNotContain("\tat ");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void solve_noTargets_isAUsersMistake() {
        assertThat(solve("guangzhou")).isEqualTo(2);
        assertThat(err.toString()).contains("expected").doesNotContain("\tat ");
    }
}
