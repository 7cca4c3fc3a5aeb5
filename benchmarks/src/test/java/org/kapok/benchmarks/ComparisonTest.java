package org.kapok.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}: {1} to {2} is a {3}")
    @CsvSource({
        "avgt,100,112,REGRESSION,1",
        "avgt,100,109,same,0",
        "avgt,100,88,improvement,0",
        "thrpt,100,88,REGRESSION,1",
        "thrpt,100,112,improvement,0"
    })
    void print_changedScore_isJudgedByItsErrorBars(
            String mode, double before, double after, String verdict, int regressions) throws IOException {
        StringWriter text = new StringWriter();
        Comparison comparison = Comparison.read(results("a", mode, before, "5.0"), results("b", mode, after, "5.0"));

        assertThat(comparison.print(new PrintWriter(text))).isEqualTo(regressions);
        assertThat(text.toString()).startsWith(verdict).contains("CityBenchmark.run workload=W1");
    }

    @Test
    void print_singleMeasurement_hasNoErrorBar() throws IOException {
        Comparison comparison =
                Comparison.read(results("a", "avgt", 100, "\"NaN\""), results("b", "avgt", 101, "\"NaN\""));

        assertThat(comparison.print(new PrintWriter(new StringWriter()))).isOne();
    }

    @Test
    void print_benchmarksOfOneFileAlone_areNamed() throws IOException {
        Path none = Files.writeString(folder.resolve("none"), "[]");
        Path one = results("a", "avgt", 100, "5.0");
        StringWriter text = new StringWriter();

        assertThat(Comparison.read(none, one).print(new PrintWriter(text))).isZero();
        assertThat(Comparison.read(one, none).print(new PrintWriter(text))).isZero();
        assertThat(text.toString().lines())
                .containsExactly(
                        "new         CityBenchmark.run workload=W1", "gone        CityBenchmark.run workload=W1");
    }

    @Test
    void read_otherJson_isRefused() throws IOException {
        Path object = Files.writeString(folder.resolve("object"), "{}");
        Path names = Files.writeString(folder.resolve("names"), "[{\"benchmark\": \"a\"}]");

        assertThatThrownBy(() -> Comparison.read(object, object)).hasMessageContaining("got no list");
        assertThatThrownBy(() -> Comparison.read(names, names))
                .hasMessageContaining("expected a benchmark and its score");
    }

    private Path results(String name, String mode, double score, String error) throws IOException {
        return Files.writeString(folder.resolve(name), """
                [{"benchmark": "org.kapok.benchmarks.CityBenchmark.run", "mode": "%s", "params": {"workload": "W1"},
                  "primaryMetric": {"score": %s, "scoreError": %s, "scoreUnit": "ms/op"}}]
                """.formatted(mode, score, error));
    }
}
