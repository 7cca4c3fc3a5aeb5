package org.kapok.scenario.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kapok.core.Axis;
import org.kapok.core.Cube;

class TableWriterTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void start() {
        file = folder.resolve("t.csv");
    }

    @Test
    void write_cubes_columnsSideBySide() throws IOException {
        List<Axis> axes = List.of(new Axis("区", List.of("越秀", "a,b")), Axis.sexes());
        Map<String, Cube> columns = new LinkedHashMap<>();
        columns.put("persons", Cube.of(axes, 1, 2.5, 300000, -4));
        columns.put("share", Cube.of(axes, 0, -0.0, 1e-7, 0.1));

        TableWriter.write(file, columns);

        assertThat(Files.readString(file))
                .isEqualTo("区,sex,persons,share\n越秀,female,1,0\n越秀,male,2.5,-0.0\n\"a,b\",female,300000,1.0E-7\n"
                        + "\"a,b\",male,-4,0.1\n");
    }

    @Test
    void write_records_quotedWhereNeeded() throws IOException {
        TableWriter.write(file, List.of("id", "note"), List.of(List.of("1", "a \"b\"\nc"), List.of("2", "")));

        assertThat(Files.readString(file)).isEqualTo("id,note\n1,\"a \"\"b\"\"\nc\"\n2,\n");
    }

    @Test
    void write_unfitRecord_refused() {
        assertThatThrownBy(() -> TableWriter.write(file, List.of("id", "note"), List.of(List.of("1"))))
                .hasMessage("TableWriter, t.csv: got [1], expected one text for each of [id, note]");
    }

    @Test
    void write_unfitCubes_refused() {
        Cube one = Cube.of(List.of(Axis.sexes()), 1, Double.NaN);
        Cube other = Cube.of(List.of(), 1);

        assertThatThrownBy(() -> TableWriter.write(file, Map.of("ratio", one)))
                .hasMessage("TableWriter, column ratio (sex male): got NaN, expected a finite number");
        Map<String, Cube> columns = new LinkedHashMap<>();
        columns.put("a", other);
        columns.put("b", one);
        assertThatThrownBy(() -> TableWriter.write(file, columns))
                .hasMessage("TableWriter, column b: got Cube[sex] of 2, expected the axes of the first column");
        assertThat(file).doesNotExist();
    }

    /** 2.0E-3 and 2e23 are numbers for which JDK 17 and JDK 19 print different digits or forms. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2e-3, 0.002",
        "2e23, 2.0E23",
        "1e15, 1.0E15",
        "999999999999999, 999999999999999",
        "-12, -12",
        "4.9e-324, 4.9E-324",
        "1.7976931348623157e308, 1.7976931348623157E308",
        "0.30000000000000004, 0.30000000000000004",
        "1e23, 1.0E23",
        "12345678.25, 12345678.25",
        "-1.25e-5, -0.0000125",
        "0.001, 0.001"
    })
    void text_number_sameOnEveryJdk(double number, String text) {
        assertThat(TableWriter.text(number)).isEqualTo(text);
    }

    @Test
    void text_numbersThatPeopleMeet_sameWithoutExponent() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 10_000; i++) {
            double size = StrictMath.pow(10, random.nextDouble(-6, 15));
            double number = Math.nextUp(random.nextBoolean() ? size : -size);
            String text = TableWriter.text(number);

            assertThat(text).isEqualTo(new BigDecimal(text).toPlainString()).doesNotContain("E");
            assertThat(Double.parseDouble(text)).isEqualTo(number);
        }
    }
}
