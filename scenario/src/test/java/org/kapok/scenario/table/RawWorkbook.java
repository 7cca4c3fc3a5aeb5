package org.kapok.scenario.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook of one sheet written byte by byte, so that it can hold what no writer would write. */
final class RawWorkbook {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final Map<String, String> parts = new LinkedHashMap<>();

    /** A workbook whose sheet {@code t} has such rows, written as XML. */
    static RawWorkbook of(String rows) {
        RawWorkbook raw = new RawWorkbook();
        raw.parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPE + "sheet.main+xml\"/>"
                        + "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"" + TYPE + "sharedStrings+xml\"/>"
                        + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + TYPE + "styles+xml\"/></Types>");
        raw.parts.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
                        + "\"><sheets><sheet name=\"t\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        raw.parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + "<Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        raw.parts.put("xl/sharedStrings.xml", "<sst xmlns=\"" + MAIN + "\"><si><t>id</t></si></sst>");
        raw.parts.put(
                "xl/styles.xml",
                "<styleSheet xmlns=\"" + MAIN + "\"><numFmts><numFmt numFmtId=\"164\""
                        + " formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/>"
                        + "<numFmt numFmtId=\"165\" formatCode=\"0.00E+00\"/>"
                        + "<numFmt numFmtId=\"166\" formatCode=\"#,##0.0&quot;days&quot;;[Red]-0\"/></numFmts><cellXfs>"
                        + "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/>"
                        + "<xf numFmtId=\"166\"/><xf numFmtId=\"57\"/><xf numFmtId=\"22\"/></cellXfs></styleSheet>");
        raw.parts.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>");
        return raw;
    }

    /** With a text of a part replaced. */
    RawWorkbook edit(String part, String from, String to) {
        String text = parts.get(part);
        if (!text.contains(from)) {
            throw new IllegalArgumentException(part + " has no " + from);
        }
        parts.put(part, text.replace(from, to));
        return this;
    }

    /** With a part more, or without one. */
    RawWorkbook part(String name, String text) {
        parts.put(name, text);
        return this;
    }

    RawWorkbook without(String name) {
        parts.remove(name);
        return this;
    }

    /** Writes it, every part from its text. */
    Path write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }
}
