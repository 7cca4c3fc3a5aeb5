package org.kapok.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands make for people to look at, and results as a database. */
class ReportCommandsTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void run_byDefault_writesReportAndWorkbookBesideTheTables() throws IOException {
        assertThat(kapok("run", "country", "--lang", "zh", "--out", at("r"))).isZero();

        assertThat(folder.resolve("r/report.html"))
                .content()
                .contains("data-language=\"zh\"")
                .contains("echarts");
        assertThat(Files.readAllBytes(folder.resolve("r/workbook.xlsx"))).startsWith('P', 'K');
        assertThat(folder.resolve("r/population.csv")).exists();
    }

    @Test
    void run_formats_writeThemAlone() {
        assertThat(kapok("run", "country", "--formats", "csv", "--out", at("csv")))
                .isZero();
        assertThat(kapok("run", "country", "--formats", "duckdb,parquet", "--out", at("data")))
                .isZero();

        assertThat(folder.resolve("csv/population.csv")).exists();
        assertThat(folder.resolve("csv/report.html")).doesNotExist();
        assertThat(folder.resolve("csv/workbook.xlsx")).doesNotExist();
        assertThat(folder.resolve("data/kapok.duckdb")).exists();
        assertThat(folder.resolve("data/parquet/population.parquet")).exists();
        assertThat(folder.resolve("data/report.html")).doesNotExist();
        assertThat(kapok("run", "country", "--formats", "htm", "--out", at("wrong")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("htm").contains("html");
        assertThat(folder.resolve("wrong")).doesNotExist();
    }

    @Test
    void report_ofAPlan_tellsFuturesTargetsAndOtherScenarios() {
        Path file = folder.resolve("new/plan.html");

        assertThat(kapok("report", "guangzhou-plan", "--compare", "guangzhou", "--out", file.toString()))
                .isZero();

        assertThat(out.toString()).contains("Written: " + file);
        assertThat(file)
                .content()
                .contains("\"ensemble\":")
                .contains("\"solution\":")
                .contains("\"allTargets\":");
        assertThat(kapok("report", "country", "--compare", "contry", "--out", folder.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).as("read before anything else").contains("contry: got no such folder");
        assertThat(kapok("report", "country", "--plain", "--out", file.toString()))
                .isZero();
        assertThat(file).content().doesNotContain("\"ensemble\":{").doesNotContain("\"solution\":");
    }

    @Test
    void picture_asPngAndSvg_orARefusalThatNamesWhatThereIs() throws IOException {
        assertThat(kapok("picture", "country", "pyramid", "--out", at("p.png"))).isZero();
        assertThat(kapok("picture", "guangzhou", "map", "--lang", "zh", "--out", at("m.svg")))
                .isZero();

        assertThat(Files.readAllBytes(folder.resolve("p.png"))).startsWith(0x89, 'P', 'N', 'G');
        assertThat(folder.resolve("m.svg")).content().contains("<svg").contains("2035");
        assertThat(kapok("picture", "country", "pyramid", "--out", at("p.gif"))).isEqualTo(2);
        assertThat(err.toString()).contains("expected a name that ends with .png or .svg");
        for (String area : List.of("440106", "天河区", "Tianhe")) {
            assertThat(kapok("picture", "guangzhou", "pyramid", "--area", area, "--out", at(area + ".svg")))
                    .isZero();
            assertThat(folder.resolve(area + ".svg")).hasSameTextualContentAs(folder.resolve("440106.svg"));
        }
        assertThat(kapok("picture", "country", "pyramid", "--year", "1999", "--out", at("q.png")))
                .isEqualTo(2);
        assertThat(kapok("picture", "country", "map", "--out", at("q.png"))).isEqualTo(2);
        assertThat(kapok("picture", "country", "pyramid", "--measure", "registered", "--out", at("q.png")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--measure: got registered, expected for pyramid [--year, --area]");
        assertThat(folder.resolve("q.png")).doesNotExist();
    }

    @Test
    void export_ofResults_orARefusalOfWhatIsNone() {
        assertThat(kapok("run", "country", "--formats", "csv", "--out", at("r")))
                .isZero();

        assertThat(kapok("export", at("r"), "--duckdb", at("r.duckdb"), "--parquet", at("r.parquet")))
                .isZero();

        assertThat(folder.resolve("r.duckdb")).exists();
        assertThat(folder.resolve("r.parquet/columns.parquet")).exists();
        assertThat(kapok("export", folder.toString(), "--duckdb", at("no.duckdb")))
                .isEqualTo(2);
        assertThat(folder.resolve("no.duckdb")).doesNotExist();
        assertThat(kapok("export", at("r"))).isEqualTo(2);
        err.getBuffer().setLength(0);
        assertThat(kapok(
                        "export",
                        at("r"),
                        "--duckdb",
                        at("no.duckdb"),
                        "--postgres",
                        "jdbc:postgresql://127.0.0.1:1/x"))
                .isEqualTo(2);
        assertThat(err.toString())
                .startsWith("kapok: wrong input\ncannot connect to PostgreSQL: ")
                .doesNotContain("Exception");
        assertThat(folder.resolve("no.duckdb"))
                .as("refused before anything is written")
                .doesNotExist();
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private int kapok(String... args) {
        return Kapok.execute(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }
}
