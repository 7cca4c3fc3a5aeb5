package org.kapok.scenario.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordTableTest {
    @TempDir
    private Path folder;

    private Problems problems;

    @BeforeEach
    void start() {
        problems = new Problems(folder);
    }

    @Test
    void read_goodRows_typedValues() throws IOException {
        List<Row> rows =
                read("id,title,places,opens,kind\nS1,\"a\nb\",120,2027-09-01,school\nS2,,,2028-09-01,clinic\n");

        Row first = rows.get(0);
        Row second = rows.get(1);
        assertThat(first.text("title")).isEqualTo("a\nb");
        assertThat(first.number("places", Range.atLeast(0, "places"))).isEqualTo(120);
        assertThat(first.date("opens")).isEqualTo(LocalDate.of(2027, 9, 1));
        assertThat(second.oneOf("kind", List.of("school", "clinic"))).isEqualTo("clinic");
        assertThat(second.line()).isEqualTo(4);
        assertThat(second.optionalText("title")).isEmpty();
        assertThat(second.optionalNumber("places", Range.any(""))).isEmpty();
        assertThat(problems.count()).isZero();
    }

    @Test
    void row_badValues_allReported() throws IOException {
        Row row = read("id,title,places,opens,kind\n,x,-1,2027-13-01,scool\n").get(0);

        assertThat(row.text("id")).isEmpty();
        assertThat(row.number("places", Range.atLeast(0, "places"))).isNaN();
        assertThat(row.date("opens")).isEqualTo(LocalDate.MIN);
        assertThat(row.oneOf("kind", List.of("clinic", "school"))).isEqualTo("clinic");
        row.report("title", "got x, expected y");
        assertThat(messages())
                .containsExactly(
                        "s.csv line 2, column id: got an empty cell, expected text",
                        "s.csv line 2, column places: got -1, expected 0 or more places",
                        "s.csv line 2, column opens: got \"2027-13-01\", expected a date such as 2025-06-30",
                        "s.csv line 2, column kind: got \"scool\", expected one of clinic, school; did you mean school?",
                        "s.csv line 2, column title: got x, expected y");
    }

    @Test
    void read_misspeltColumn_isReportedAndReadAsTheOneMeant() throws IOException {
        assertThat(read("ID,places\nS1,1\n1,2,3\n"))
                .extracting(row -> row.text("id"))
                .containsExactly("S1");
        assertThat(messages())
                .containsExactly(
                        "s.csv line 1: got no column id among ID, places, expected it; is \"ID\" meant as id?",
                        "s.csv line 3: got 3 fields, expected 2 as in the header");
    }

    @Test
    void read_columnMissing_reportedWithoutRows() throws IOException {
        assertThat(read("code,places\nS1,1\n")).isEmpty();
        assertThat(messages()).hasSize(2);
    }

    @Test
    void read_severalColumnsMissing_oneLineNamesThemAndWhatIsAlike() throws IOException {
        Path file = Files.writeString(folder.resolve("s.csv"), "plces,note,kind\n1,2,3\n");

        RecordTable.read(file, List.of("id", "places", "opens"), List.of("kind"), problems);

        assertThat(messages())
                .containsExactly(
                        "s.csv line 1, column note: got an unknown column, expected one of id, places, opens, kind",
                        "s.csv line 1: got no columns id, places, opens among plces, note, kind, expected them;"
                                + " is \"plces\" meant as places?");
    }

    @Test
    void read_nothingButCommas_headerIsMissed() throws IOException {
        assertThat(read(",,\n,,\n")).isEmpty();
        assertThat(messages()).containsExactly("s.csv: got no header, expected one in the first row");
    }

    @Test
    void read_controlCharacter_refused() throws IOException {
        read("id,places\nS\u001b[31m1,1\n");

        assertThat(messages())
                .containsExactly("s.csv line 2, column id: got a control character, expected text without any");
    }

    private List<Row> read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("s.csv"), text);
        return RecordTable.read(file, List.of("id"), List.of("title", "places", "opens", "kind"), problems);
    }

    private List<String> messages() {
        return problems.list().stream().map(InputProblem::toString).toList();
    }
}
