package org.kapok.scenario.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kapok.core.AgeGroups;
import org.kapok.core.Axis;
import org.kapok.core.Cube;

class CubeTableTest {
    private static final Axis YEARS = Axis.years(2024, 2030);
    private static final Axis REGIONS = new Axis(Axis.REGION, List.of("R01", "R02"));
    private static final Axis AGES = Axis.ages(new AgeGroups(List.of(0, 40)));
    private static final TableSpec MORTALITY = TableSpec.over(YEARS, REGIONS, Axis.sexes(), AGES)
            .value("mx", Range.atLeast(0, "per person-year"))
            .note("source");
    private static final TableSpec TFR =
            TableSpec.over(YEARS, REGIONS).value("tfr", Range.atLeast(0, "children per woman"));
    private static final TableSpec PERSONS =
            TableSpec.over(Axis.sexes(), AGES).value("persons", Range.atLeast(0, "persons"));

    @TempDir
    private Path folder;

    private final byte[] bom = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    @Test
    void read_columnsInAnyOrder_orderOfTheSpec() {
        Map<String, Cube> cubes =
                read(MORTALITY, "age,mx,sex,source\n40+,0.4,male,x\n0,0.1,female,\n0,0.3,male,\n40, 0.2 ,female,\n");

        assertThat(cubes).containsOnlyKeys("mx");
        assertThat(cubes.get("mx")).isEqualTo(Cube.of(List.of(Axis.sexes(), AGES), 0.1, 0.2, 0.3, 0.4));
    }

    @Test
    void read_noAxisColumn_singleNumber() {
        assertThat(read(MORTALITY, "mx\n0.01\n").get("mx")).isEqualTo(Cube.of(List.of(), 0.01));
    }

    @Test
    void read_sexInValueColumns_sexAxis() {
        Map<String, Cube> cubes = read(PERSONS, "age,persons_male,persons_female\n0,3,1\n40,4,2\n");

        assertThat(cubes.get("persons")).isEqualTo(Cube.of(List.of(Axis.sexes(), AGES), 1, 2, 3, 4));
    }

    @Test
    void read_sparseYears_interpolatedAndFlatOutside() {
        Cube tfr = read(TFR, "year,tfr\n2029,1.0\n2020,1.9\n2025,2.0\n").get("tfr");

        assertThat(tfr.axes()).containsExactly(YEARS);
        assertThat(tfr.toArray()).containsExactly(1.98, 2.0, 1.75, 1.5, 1.25, 1.0, 1.0);
    }

    @Test
    void read_sparseYears_held() {
        Cube tfr =
                read(TFR.years(SparseYears.HOLD), "year,tfr\n2025,2\n2028,1\n").get("tfr");

        assertThat(tfr.toArray()).containsExactly(2, 2, 2, 2, 1, 1, 1);
    }

    @Test
    void read_sparseYears_asGiven() {
        Cube tfr = read(TFR.years(SparseYears.AS_GIVEN), "year,tfr\n2010,2\n2000,1\n")
                .get("tfr");

        assertThat(tfr).isEqualTo(Cube.of(List.of(new Axis(Axis.YEAR, List.of("2000", "2010"))), 1, 2));
    }

    @Test
    void read_byteOrderMarkAndGb18030_understood() throws IOException {
        TableSpec spec = TableSpec.over(new Axis("区", List.of("越秀", "荔湾"))).value("persons", Range.any(""));
        String text = "区,persons\r\n越秀,1\r\n荔湾,2\r\n";
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        byte[] marked = new byte[bom.length + utf8.length];
        System.arraycopy(bom, 0, marked, 0, bom.length);
        System.arraycopy(utf8, 0, marked, bom.length, utf8.length);

        for (byte[] bytes : List.of(utf8, marked, text.getBytes(Charset.forName("GB18030")))) {
            assertThat(read(spec, bytes).get("persons").toArray()).containsExactly(1, 2);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            region,sex,age,mx;R01,female,40,-0.003 | t.csv line 2, column mx (region R01, female, age 40): got -0.003, expected 0 or more per person-year#t.csv: got 1 of 8 cells, expected every one; missing: region R01, female, age 0; region R01, male, age 0; region R01, male, age 40; and 4 more
            mx;x1 | t.csv line 2, column mx: got "x1", expected 0 or more per person-year
            mx;NaN | t.csv line 2, column mx: got "NaN", expected 0 or more per person-year
            mx;0x1p3 | t.csv line 2, column mx: got "0x1p3", expected 0 or more per person-year
            mx;1d | t.csv line 2, column mx: got "1d", expected 0 or more per person-year
            mx;1e999 | t.csv line 2, column mx: got 1e999, expected 0 or more per person-year
            mx,source;,x | t.csv line 2, column mx: got an empty cell, expected 0 or more per person-year
            sex,mx;female,1;femal,1 | t.csv line 3, column sex: got "femal", expected one of female, male; did you mean female?
            age,mx;0,1;41,1 | t.csv line 3, column age: got "41", expected one of 0, 40
            year,mx;20x5,1 | t.csv line 2, column year: got "20x5", expected a year such as 2025
            age,mx;0,1;40,1;0,2 | t.csv line 4: got age 0 again, expected it once (first on line 2)
            mx;1;2 | t.csv line 3: got the only cell again, expected it once (first on line 2)
            region,age,mx;R01,0,1;R01,40,2;R02,40,1 | t.csv: got 3 of 4 cells, expected every one; missing: region R02, age 0
            year,age,sex,mx;2025,0,male,1 | t.csv: got 1 of 4 cells, expected every one; missing: year 2025, female, age 0; year 2025, female, age 40; year 2025, male, age 40
            region,sex,age,mx;R01,male,0,1 | t.csv: got 1 of 8 cells, expected every one; missing: region R01, female, age 0; region R01, female, age 40; region R01, male, age 40; and 4 more
            mx,aeg;1,0;1,40 | t.csv line 1, column aeg: got an unknown column, expected one of year, region, sex, age, mx, source; did you mean age?
            age,qx;0,1 | t.csv line 1, column qx: got an unknown column, expected one of year, region, sex, age, mx, source#t.csv line 1: got no column mx among age, qx, expected it
            mx,mx;1,1 | t.csv line 1, column mx: got the column twice, expected it once
            mx,;1, | t.csv line 1: got no name for column 2, expected one
            age,mx;0;40,1 | t.csv line 2: got 1 field, expected 2 as in the header
            age,mx;0,1;40,1,1 | t.csv line 3: got 3 fields, expected 2 as in the header
            mx | t.csv: got a header and no rows
            mx,source;1,"x | t.csv line 2: got a quoted field that does not end at a comma or the end of its line, expected " around whole fields and "" inside them; the rest of the file was not read
            source,age,mx;"a;b",0,1;;,,;"a;b",40,-1 | t.csv line 6, column mx (age 40): got -1, expected 0 or more per person-year
            """)
    void read_fault_saysWhatAndWhere(String table, String messages) {
        assertThat(problemsOf(MORTALITY, table.replace(';', '\n') + "\n")).containsExactly(messages.split("#"));
    }

    @Test
    void read_severalFaults_allNamed() {
        assertThat(problemsOf(PERSONS, "age,persons_male\n0,-1\n50,x\n50,1\n"))
                .containsExactly(
                        "t.csv line 1: got no column persons_female among age, persons_male, expected it",
                        "t.csv line 2, column persons_male (age 0): got -1, expected 0 or more persons",
                        "t.csv line 3, column age: got \"50\", expected one of 0, 40",
                        "t.csv line 3, column persons_male (age 50): got \"x\", expected 0 or more persons");
    }

    @Test
    void read_requiredAxisMissing_named() {
        assertThat(problemsOf(MORTALITY.requiring("age"), "mx\n1\n"))
                .containsExactly("t.csv line 1: got no column age among mx, expected it");
    }

    @Test
    void read_manyLabels_endsAndNearest() {
        List<String> labels = IntStream.range(0, 20)
                .mapToObj(i -> "district" + (char) ('a' + i))
                .toList();
        TableSpec spec = TableSpec.over(new Axis("region", labels)).value("v", Range.share());

        assertThat(problemsOf(spec, "region,v\nDistrictc,2\n"))
                .containsExactly(
                        "t.csv line 2, column region: got \"Districtc\", expected one of districta, districtb, districtc,"
                                + " ..., districtt; did you mean districtc?",
                        "t.csv line 2, column v (region Districtc): got 2, expected 0 to 1");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"", "\n \n"})
    void read_blankFile_said(String text) {
        assertThat(problemsOf(TFR, text)).containsExactly("t.csv: got an empty file");
    }

    @Test
    void read_noTextFile_said() throws IOException {
        Problems problems = new Problems(folder);

        CubeTable.read(folder.resolve("none.csv"), TFR, problems);
        CubeTable.read(folder, TFR, problems);
        Path binary = Files.write(folder.resolve("b.csv"), new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1});
        CubeTable.read(binary, TFR, problems);

        assertThat(problems.list().stream().map(InputProblem::toString))
                .containsExactly(
                        "none.csv: no such file",
                        ".: got a folder, expected a file",
                        "b.csv: got bytes that are neither UTF-8 nor GB18030, expected UTF-8 text");
    }

    @Test
    void throwIfAny_manyProblems_printsFifty() throws IOException {
        Problems problems = new Problems(folder);
        problems.throwIfAny();
        CubeTable.read(write(("year,tfr\n" + "2025,-1\n".repeat(60)).getBytes(StandardCharsets.UTF_8)), TFR, problems);

        assertThatThrownBy(problems::throwIfAny)
                .isInstanceOfSatisfying(
                        InputDataException.class, e -> assertThat(e.problems()).hasSize(119))
                .hasMessageStartingWith("t.csv line 2, column tfr (year 2025): got -1, expected 0 or more children")
                .hasMessageEndingWith("\nand 69 more");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void readWritten_anyNumbers_sameBits(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        List<Axis> axes = List.of(
                Axis.years(2025, 2060), new Axis("region", List.of("a,b", "\"c\"", "d\ne")), Axis.sexes(), AGES);
        Map<String, Cube> written = new LinkedHashMap<>();
        written.put("bits", Cube.generate(axes, cell -> anyFinite(random)));
        written.put("counts", Cube.generate(axes, cell -> random.nextLong(-100, 1L << 53)));
        Path file = folder.resolve("t.csv");

        TableWriter.write(file, written);
        TableSpec spec = new TableSpec(
                axes,
                Set.of(),
                Map.of("bits", Range.any(""), "counts", Range.any("")),
                Set.of(),
                SparseYears.INTERPOLATE,
                true);
        Problems problems = new Problems(folder);
        Map<String, Cube> read = CubeTable.read(file, spec, problems);

        problems.throwIfAny();
        assertThat(read).isEqualTo(written);
    }

    private static double anyFinite(SplittableRandom random) {
        double value = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(value) ? value : -0.0;
    }

    private Map<String, Cube> read(TableSpec spec, String text) {
        return read(spec, text.getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, Cube> read(TableSpec spec, byte[] bytes) {
        Problems problems = new Problems(folder);
        Map<String, Cube> cubes = CubeTable.read(write(bytes), spec, problems);
        problems.throwIfAny();
        return cubes;
    }

    private List<String> problemsOf(TableSpec spec, String text) {
        Problems problems = new Problems(folder);
        assertThat(CubeTable.read(write(text.getBytes(StandardCharsets.UTF_8)), spec, problems))
                .isEmpty();
        return problems.list().stream().map(InputProblem::toString).toList();
    }

    private Path write(byte[] bytes) {
        try {
            return Files.write(folder.resolve("t.csv"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
