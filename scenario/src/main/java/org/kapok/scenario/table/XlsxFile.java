package org.kapok.scenario.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** A workbook that is safe to read. */
final class XlsxFile {
    private static final long LARGEST = 64L << 20;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLD = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private final ReadableWorkbook workbook;
    private final XlsxParts parts;

    private XlsxFile(ReadableWorkbook workbook, XlsxParts parts) {
        this.workbook = workbook;
        this.parts = parts;
    }

    /**
     * Opens a workbook.
     *
     * @throws XlsxRefusal if it is none or should not be read
     */
    static XlsxFile open(Path file) throws XlsxRefusal {
        try {
            long size = Files.size(file);
            if (size > LARGEST) {
                throw new XlsxRefusal("a workbook of " + (size >> 20) + " MiB", "up to " + (LARGEST >> 20) + " MiB");
            }
            byte[] bytes = Files.readAllBytes(file);
            if (startsWith(bytes, OLD)) {
                throw new XlsxRefusal(
                        "a workbook of the old kind (.xls) or with a password",
                        "one saved as Excel Workbook (.xlsx) without a password");
            }
            if (!isZip(bytes)) {
                throw new XlsxRefusal("a file that is no workbook", "one saved as Excel Workbook (.xlsx)");
            }
            XlsxParts parts = XlsxGuard.lookThrough(bytes);
            ReadingOptions options = new ReadingOptions(parts.hasStyles(), true);
            return new XlsxFile(new ReadableWorkbook(new ByteArrayInputStream(bytes), options), parts);
        } catch (XlsxRefusal e) {
            throw e;
        } catch (IOException | RuntimeException e) { // the reader's own checks are of many kinds
            throw XlsxRefusal.damaged(String.valueOf(e.getMessage()));
        }
    }

    /** Whether a file starts as workbooks do. */
    static boolean isZip(byte[] bytes) {
        return startsWith(bytes, ZIP);
    }

    private static boolean startsWith(byte[] bytes, byte[] signature) {
        return bytes.length > signature.length
                && Arrays.equals(bytes, 0, signature.length, signature, 0, signature.length);
    }

    /** The names of the sheets, in order. */
    List<String> sheets() {
        return workbook.getSheets().map(Sheet::getName).toList();
    }

    /** The cells of a sheet that are merged, such as {@code B2:B5}. */
    List<String> merged(String sheet) {
        return parts.merged(sheet);
    }

    /** The rows of a sheet; their reading may end with any unchecked exception where the workbook is damaged. */
    Stream<Row> rows(String sheet) throws IOException {
        return workbook.findSheet(sheet).orElseThrow().openStream();
    }
}
