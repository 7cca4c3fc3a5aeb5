package org.kapok.scenario.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks that are made to harm, or are none. */
@Timeout(60)
class XlsxGuardTest {
    private static final String ROWS =
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>" + "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row>";
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @TempDir
    private Path folder;

    private Path file;
    private Problems problems;

    @BeforeEach
    void start() {
        file = folder.resolve("book.xlsx");
        problems = new Problems(folder);
    }

    @Test
    void workbook_whole_isRead() throws IOException {
        RawWorkbook.of(ROWS).write(file);

        assertThat(read()).hasSize(1);
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void file_thatInflatesALot_refusedEarly() throws IOException {
        RawWorkbook.of(ROWS).part(SHEET, " ".repeat(40 << 20)).write(file);

        assertThat(Files.size(file)).isLessThan(100_000);
        assertRefused("got a workbook whose xl/worksheets/sheet1.xml inflates to more than 200 times its size");
    }

    @Test
    void files_thatInflateToTooMuchTogether_refused() throws IOException {
        byte[] noise = new byte[1 << 20];
        new Random(7).nextBytes(noise);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < 5; i++) {
                zip.putNextEntry(new ZipEntry("xl/media/" + i));
                zip.write(noise);
                for (int j = 0; j < 60; j++) {
                    zip.write(new byte[1 << 20]);
                }
            }
        }

        assertRefused("got a workbook of more than 256 MiB when inflated, expected a smaller one");
    }

    @Test
    void files_tooMany_refused() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i <= XlsxGuard.ENTRIES; i++) {
                zip.putNextEntry(new ZipEntry("xl/" + i));
            }
        }

        assertRefused("got a workbook of 1001 files, expected up to 1000");
    }

    @Test
    void entity_ofAnotherFile_refusedUnread() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        RawWorkbook.of(ROWS)
                .part(
                        "xl/sharedStrings.xml",
                        "<!DOCTYPE sst [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><sst><si><t>&x;</t></si></sst>")
                .write(file);

        assertRefused("got a workbook with a document type in xl/sharedstrings.xml, expected none");
    }

    @Test
    void entities_ofEntities_refused() throws IOException {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE worksheet [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a" + i + " \"&a" + (i - 1) + ";&a" + (i - 1) + ";\">");
        }
        RawWorkbook.of(ROWS)
                .part(SHEET, laughs + "]><worksheet>&a29;</worksheet>")
                .write(file);

        assertRefused("got a workbook with a document type in xl/worksheets/sheet1.xml, expected none");
    }

    @Test
    void documentType_inUtf16_refusedToo() throws IOException {
        String sheet = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><!DOCTYPE worksheet><worksheet/>";
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(SHEET));
            zip.write(sheet.getBytes(StandardCharsets.UTF_16));
        }

        assertRefused("got a workbook with a document type in xl/worksheets/sheet1.xml, expected none");
    }

    @Test
    void file_thatLeadsOut_refused() throws IOException {
        RawWorkbook.of(ROWS).part("xl/../../../etc/cron.d/x", "x").write(file);

        assertRefused("got a workbook with a file named xl/../../../etc/cron.d/x, expected none that leads out of it");
        assertThat(folder).isDirectoryContaining(each -> each.equals(file));
    }

    @Test
    void cell_farOut_refused() throws IOException {
        RawWorkbook.of(ROWS.replace("A2", "ZZZZZZ2")).write(file);

        assertRefused("got a workbook with a cell named ZZZZZZ2, expected cells from A1 to XFD1048576");
    }

    @Test
    void text_beyondTheList_refused() throws IOException {
        RawWorkbook.of(ROWS.replace("<v>0</v>", "<v>999999999</v>")).write(file);

        assertRefused("got a damaged workbook (a cell has text 999999999 of 1), expected one that Excel opens");
    }

    @Test
    void xml_brokenOff_refused() throws IOException {
        RawWorkbook.of(ROWS).edit(SHEET, "</sheetData></worksheet>", "").write(file);

        assertRefused("got a damaged workbook (xl/worksheets/sheet1.xml is no XML), expected one that Excel opens");
    }

    @Test
    void sheet_withoutItsFile_said() throws IOException {
        RawWorkbook.of(ROWS).without(SHEET).write(file);
        read();

        assertThat(problems.list())
                .extracting(InputProblem::toString)
                .containsExactly(
                        "book.xlsx, sheet t: got a damaged sheet (/xl/worksheets/sheet1.xml not found), expected"
                                + " one that Excel opens");
    }

    @Test
    void zip_ofSomethingElse_refused() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write("<document/>".getBytes(StandardCharsets.UTF_8));
        }

        assertRefused("got a zip file without a workbook, expected an Excel workbook (.xlsx)");
    }

    @Test
    void zip_cutOff_refused() throws IOException {
        RawWorkbook.of(ROWS).write(file);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));

        assertRefused("got a damaged workbook (");
    }

    @Test
    void workbook_oldOrEncrypted_refused() throws IOException {
        Files.write(file, HexFormat.of().parseHex("d0cf11e0a1b11ae1" + "00".repeat(504)));

        assertRefused("got a workbook of the old kind (.xls) or with a password, expected one saved as Excel Workbook"
                + " (.xlsx) without a password");
    }

    @Test
    void text_namedWorkbook_refused() throws IOException {
        Files.writeString(file, "id\n1\n");

        assertRefused("got a file that is no workbook, expected one saved as Excel Workbook (.xlsx)");
    }

    @Test
    void workbook_strict_refusedWithTheRemedy() throws IOException {
        RawWorkbook.of(ROWS)
                .edit(
                        "xl/workbook.xml",
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                        "http://purl.oclc.org/ooxml/officeDocument/relationships")
                .write(file);

        assertRefused("got a workbook saved as Strict Open XML, expected one saved as Excel Workbook (.xlsx)");
    }

    /** Any byte of a workbook may be wrong; what comes is rows or problems, nothing else. */
    @Test
    void workbook_withWrongBytes_readsOrReports_seeds1To300() throws IOException {
        RawWorkbook.of(ROWS).write(file);
        byte[] whole = Files.readAllBytes(file);
        for (int seed = 1; seed <= 300; seed++) {
            Random random = new Random(seed);
            byte[] bytes = whole.clone();
            for (int i = 0; i < 1 + seed % 4; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Files.write(file, bytes);
            problems = new Problems(folder);
            List<Row> rows = read();
            assertThat(!rows.isEmpty() || problems.count() > 0)
                    .as("seed %d", seed)
                    .isTrue();
        }
    }

    private List<Row> read() {
        return RecordTable.read(folder.resolve("book.xlsx#t"), List.of("id"), List.of(), problems);
    }

    private void assertRefused(String message) {
        assertThat(read()).isEmpty();
        read(); // a second table of the workbook does not repeat it
        assertThat(problems.list()).hasSize(1);
        assertThat(problems.list().get(0).toString()).startsWith("book.xlsx: " + message);
    }
}
