package org.kapok.scenario.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetRowsTest {
    private static final String HEADER =
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c>" + text("B1", "value") + "</row>";

    @TempDir
    private Path folder;

    private Problems problems;

    @BeforeEach
    void start() {
        problems = new Problems(folder);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '!',
            value = {
                "<c r=\"B2\"><v>440103</v></c>|440103",
                "<c r=\"B2\"><v>440103.0</v></c>|440103",
                "<c r=\"B2\"><v>0.30000000000000004</v></c>|0.30000000000000004",
                "<c r=\"B2\"><v>1.5E-3</v></c>|0.0015",
                "<c r=\"B2\"><v>-7</v></c>|-7",
                "<c r=\"B2\" s=\"3\"><v>1234.5</v></c>|1234.5",
                "<c r=\"B2\" s=\"4\"><v>1234.5</v></c>|1234.5",
                "<c r=\"B2\" s=\"1\"><v>45838</v></c>|2025-06-30",
                "<c r=\"B2\" s=\"2\"><v>45838</v></c>|2025-06-30",
                "<c r=\"B2\" s=\"5\"><v>45838</v></c>|2025-06-30",
                "<c r=\"B2\" t=\"b\"><v>1</v></c>|true",
                "<c r=\"B2\" t=\"inlineStr\"><is><t>007</t></is></c>|007",
                "<c r=\"B2\" t=\"inlineStr\"><is><r><t>a </t></r><r><t>b</t></r></is></c>|a b",
                "<c r=\"B2\"><f>1+1</f><v>2</v></c>|2",
                "<c r=\"B2\" t=\"str\"><f>\"=\"</f><v>=1+1</v></c>|=1+1",
            })
    void cell_ofAnyKind_isTheTextOfACsv(String cell, String expected) throws IOException {
        List<Row> rows = read(HEADER + row(2, text("A2", "x"), cell));

        assertThat(problems.list()).isEmpty();
        assertThat(rows.get(0).text("value")).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '!',
            value = {
                "<c r=\"B2\" t=\"e\"><v>#REF!</v></c>|got the error #REF!, expected a value",
                "<c r=\"B2\" t=\"e\"><f>A1/0</f><v>#DIV/0!</v></c>|got the error #DIV/0!, expected a value",
                "<c r=\"B2\"><f>1+1</f></c>|got a formula without its value, expected a value: save the workbook in"
                        + " Excel, or paste values in place of formulas",
                "<c r=\"B2\" s=\"6\"><v>45838.5</v></c>|got a time of day, stored as 45838.5, expected a date without a"
                        + " time, or a number",
                "<c r=\"B2\"><v>12x</v></c>|got the error 12x, expected a value",
                "<c r=\"B2\"><v>1e999</v></c>|got 1e999, expected a finite number",
            })
    void cell_withoutValue_isAProblemOnce(String cell, String message) throws IOException {
        List<Row> rows = read(HEADER + row(2, text("A2", "x"), cell) + row(3, text("A3", "y"), text("B3", "1")));

        assertThat(problems.list())
                .extracting(InputProblem::toString)
                .containsExactly("book.xlsx, sheet t, cell B2 (value): " + message);
        assertThat(rows).hasSize(1);
    }

    @Test
    void problem_ofAColumn_namesTheCell() throws IOException {
        Row row = read(HEADER + row(7, text("A7", "x"), text("B7", "many"))).get(0);
        row.number("value", Range.atLeast(0, "persons"));

        assertThat(problems.list())
                .containsExactly(new InputProblem(
                        "book.xlsx, sheet t", 7, "cell B7", "value", "got \"many\", expected 0 or more persons"));
        assertThat(problems.list().get(0))
                .hasToString("book.xlsx, sheet t, cell B7 (value): got \"many\", expected 0 or more persons");
    }

    @Test
    void sheet_empty_headerIsMissed() throws IOException {
        read("");

        assertThat(problems.list())
                .extracting(InputProblem::toString)
                .containsExactly("book.xlsx, sheet t: got no header, expected one in the first row");
    }

    @Test
    void header_withoutNames_everyCellIsNamed() throws IOException {
        read("<row r=\"1\">" + text("A1", "id") + text("B1", "") + text("C1", "") + text("D1", "value") + "</row>");

        assertThat(problems.list())
                .extracting(InputProblem::toString)
                .contains(
                        "book.xlsx, sheet t, cell B1: got no name for column 2, expected one",
                        "book.xlsx, sheet t, cell C1: got no name for column 3, expected one");
    }

    @Test
    void header_wrong_cellsAndRowNamed() throws IOException {
        read("<row r=\"3\">" + text("A3", "id") + text("B3", "vlaue") + "</row>");

        assertThat(problems.list())
                .extracting(InputProblem::toString)
                .containsExactly(
                        "book.xlsx, sheet t, row 3: got no column value among id, vlaue, expected it; is \"vlaue\" meant"
                                + " as value?");
    }

    @Test
    void rows_blankAndShort_readLikeCsv_longOnesReported() throws IOException {
        List<Row> rows = read("<row r=\"1\"/><row r=\"2\">" + text("A2", "id") + text("B2", "value")
                + "<c r=\"C2\" s=\"1\"/></row><row r=\"3\"><c r=\"A3\" s=\"1\"/></row>"
                + row(5, text("A5", "x"))
                + row(6, text("A6", "y"), text("B6", "1"), text("D6", "far")));

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).line()).isEqualTo(5);
        assertThat(rows.get(0).optionalText("value")).isEmpty();
        assertThat(problems.list())
                .extracting(InputProblem::toString)
                .containsExactly("book.xlsx, sheet t, row 6: got 4 fields, expected 2 as in the header");
    }

    @Test
    void rows_withoutNumbers_followOneAnother() throws IOException {
        String cells =
                "<row><c t=\"inlineStr\"><is><t>id</t></is></c><c t=\"inlineStr\"><is><t>value</t></is></c></row>";
        List<Row> rows = read(cells + "<row><c><v>1</v></c><c><v>2</v></c></row>");

        assertThat(rows.get(0).line()).isEqualTo(2);
        assertThat(rows.get(0).text("value")).isEqualTo("2");
    }

    @Test
    void rows_hidden_reportedTogether() throws IOException {
        read(HEADER + row(2, text("A2", "x")) + "<row r=\"3\" hidden=\"1\">" + text("A3", "y") + "</row>"
                + "<row r=\"4\" hidden=\"1\">" + text("A4", "z") + "</row><row r=\"9\" hidden=\"1\"/>");

        assertThat(problems.list())
                .extracting(InputProblem::toString)
                .containsExactly(
                        "book.xlsx, sheet t, row 3: got 2 hidden rows, expected none: show them, or delete what"
                                + " is not meant");
    }

    @Test
    void cells_merged_reported() throws IOException {
        RawWorkbook.of(HEADER + row(2, text("A2", "x")))
                .edit(
                        "xl/worksheets/sheet1.xml",
                        "</sheetData>",
                        "</sheetData><mergeCells><mergeCell ref=\"A2:A5\"/><mergeCell ref=\"B2:B3\"/></mergeCells>")
                .write(folder.resolve("book.xlsx"));
        rows("book.xlsx#t");

        assertThat(problems.list())
                .extracting(InputProblem::toString)
                .containsExactly(
                        "book.xlsx, sheet t: got merged cells A2:A5 and 1 more, expected a value in every cell");
    }

    @Test
    void workbook_withoutFormatsAndTexts_isRead() throws IOException {
        RawWorkbook.of("<row r=\"1\">" + text("A1", "id") + text("B1", "value") + "</row>"
                        + row(2, "<c r=\"A2\"><v>1</v></c>"))
                .without("xl/styles.xml")
                .without("xl/sharedStrings.xml")
                .edit("[Content_Types].xml", "/xl/styles.xml", "/xl/none.xml")
                .write(folder.resolve("book.xlsx"));

        assertThat(rows("book.xlsx#t").get(0).text("id")).isEqualTo("1");
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void sheet_unknownOrMissing_saysWhichThereAre() throws IOException {
        RawWorkbook.of(HEADER).write(folder.resolve("book.xlsx"));
        rows("book.xlsx#T");
        rows("book.xlsx");
        rows("none.xlsx#t");

        assertThat(problems.list())
                .extracting(InputProblem::toString)
                .containsExactly(
                        "book.xlsx: got sheet \"T\", expected \"t\"",
                        "book.xlsx: got a workbook, expected the sheet as well, such as book.xlsx#Sheet1",
                        "none.xlsx: no such file");
    }

    @Test
    void names_ofACsvAndASheet_areRead() throws IOException {
        RawWorkbook.of(HEADER).write(folder.resolve("book.xlsx"));
        Files.writeString(folder.resolve("t.csv"), "\uFEFF\"id\",value\n");

        assertThat(CubeTable.names(folder.resolve("book.xlsx#t"), problems)).containsExactlyInAnyOrder("id", "value");
        assertThat(CubeTable.names(folder.resolve("t.csv"), problems)).containsExactlyInAnyOrder("id", "value");
        assertThat(CubeTable.names(folder.resolve("none.csv"), problems)).isEmpty();
        assertThat(problems.list()).isEmpty();
    }

    private List<Row> read(String rows) throws IOException {
        RawWorkbook.of(rows).write(folder.resolve("book.xlsx"));
        return rows("book.xlsx#t");
    }

    private List<Row> rows(String table) {
        return RecordTable.read(folder.resolve(table), List.of("id", "value"), List.of(), problems);
    }

    private static String row(int number, String... cells) {
        return "<row r=\"" + number + "\">" + String.join("", cells) + "</row>";
    }

    private static String text(String cell, String text) {
        return "<c r=\"" + cell + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }
}
