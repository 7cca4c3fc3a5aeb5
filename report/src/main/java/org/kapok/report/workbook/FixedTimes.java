package org.kapok.report.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook that does not say when its files were made, so that the same content is the same bytes. */
final class FixedTimes extends SXSSFWorkbook {
    /** Near the first that a zip file can tell; it tells local time. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    FixedTimes(XSSFWorkbook whole, int rowsInMemory) {
        super(whole, rowsInMemory, false, false); // a list of shared texts takes a third longer to write
    }

    @Override
    protected ZipArchiveOutputStream createArchiveOutputStream(OutputStream out) {
        ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out) {
            @Override
            public void putArchiveEntry(ZipArchiveEntry entry) throws IOException {
                entry.setTime(TIME.atZone(ZoneId.systemDefault()).toInstant().toEpochMilli());
                super.putArchiveEntry(entry);
            }
        };
        zip.setUseZip64(Zip64Mode.Never); // some readers do not know it, and no sheet is that large
        return zip;
    }
}
