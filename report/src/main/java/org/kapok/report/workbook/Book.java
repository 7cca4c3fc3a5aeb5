package org.kapok.report.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook in the making; rows leave the memory as they are written. */
final class Book implements AutoCloseable {
    private static final int ROWS_IN_MEMORY = 200;

    private final XSSFWorkbook whole = new XSSFWorkbook();
    private final SXSSFWorkbook streamed = new FixedTimes(whole, ROWS_IN_MEMORY);
    private final List<Page> pages = new ArrayList<>();
    private final String font;
    private final Styles styles;

    Book(String font) {
        this.font = font;
        this.styles = new Styles(whole, font);
    }

    String font() {
        return font;
    }

    Page page(String title) {
        SXSSFSheet sheet = streamed.createSheet(title);
        Page page = new Page(sheet, whole.getSheet(title), styles);
        pages.add(page);
        return page;
    }

    /** The titles of the sheets so far, in order. */
    List<String> titles() {
        List<String> titles = new ArrayList<>();
        streamed.sheetIterator().forEachRemaining(sheet -> titles.add(sheet.getSheetName()));
        return titles;
    }

    /**
     * Writes the whole file, the same bytes for the same content.
     *
     * @param date stands for the time at which it was made
     */
    void write(OutputStream out, String title, String subject, String version, LocalDate date) throws IOException {
        pages.forEach(page -> page.finish(title));
        POIXMLProperties.CoreProperties core = whole.getProperties().getCoreProperties();
        Optional<Date> made =
                Optional.of(Date.from(date.atStartOfDay(ZoneOffset.UTC).toInstant()));
        core.setCreated(made);
        core.setModified(made);
        core.setCreator("Kapok " + version);
        core.setLastModifiedByUser("Kapok " + version);
        core.setTitle(title);
        core.setSubjectProperty(subject);
        whole.getProperties().getExtendedProperties().setApplication("Kapok");
        streamed.write(out);
    }

    @Override
    public void close() throws IOException {
        streamed.close();
    }
}
