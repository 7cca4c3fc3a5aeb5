package org.kapok.scenario.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Inflates a workbook once, before it is read, to see that it is not made to fill the memory. */
final class XlsxGuard {
    /** Files in a workbook; one with forty sheets and charts has some two hundred. */
    static final int ENTRIES = 1000;

    /** Bytes of all files together; a sheet of a million numbers takes about 40 MiB. */
    static final long INFLATED = 256L << 20;

    /** How much a file may shrink; sheets shrink to a tenth or a twentieth. */
    static final long RATIO = 200;

    /** Bytes that may shrink to any size. */
    private static final long ALLOWANCE = 1L << 20;

    private final XlsxParts parts = new XlsxParts();
    private long inflated;

    private XlsxGuard() {}

    /**
     * What there is in a workbook.
     *
     * @throws XlsxRefusal if it should not be read
     */
    static XlsxParts lookThrough(byte[] bytes) throws IOException {
        XlsxGuard guard = new XlsxGuard();
        try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            if (entries.size() > ENTRIES) {
                throw new XlsxRefusal("a workbook of " + entries.size() + " files", "up to " + ENTRIES);
            }
            for (ZipArchiveEntry entry : entries) {
                guard.look(zip, entry);
            }
        }
        guard.parts.requireWhole();
        return guard.parts;
    }

    private void look(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        String name = entry.getName();
        if (List.of(name.split("[/\\\\]")).contains("..")) {
            throw new XlsxRefusal("a workbook with a file named " + name, "none that leads out of it");
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new XlsxRefusal("a workbook with a password", "one without");
        }
        if (!zip.canReadEntryData(entry)) {
            throw XlsxRefusal.damaged("the compression of " + name + " is not known");
        }
        try (InputStream bytes = new Counted(zip.getInputStream(entry), entry)) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.endsWith(".xml") || lower.endsWith(".rels")) {
                parts.look(lower, bytes);
            }
            bytes.transferTo(OutputStream.nullOutputStream());
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof XlsxRefusal refusal) {
                throw refusal;
            }
            throw XlsxRefusal.damaged(name + " is no XML");
        }
    }

    /** Stops where a file, or all of them, inflate to more than they may. */
    private final class Counted extends FilterInputStream {
        private final ZipArchiveEntry entry;
        private long own;

        private Counted(InputStream in, ZipArchiveEntry entry) {
            super(in);
            this.entry = entry;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int more) throws XlsxRefusal {
            own += more;
            inflated += more;
            if (own > ALLOWANCE && own > RATIO * entry.getCompressedSize()) {
                throw new XlsxRefusal(
                        "a workbook whose " + entry.getName() + " inflates to more than " + RATIO + " times its size",
                        "no such file");
            }
            if (inflated > INFLATED) {
                throw new XlsxRefusal(
                        "a workbook of more than " + (INFLATED >> 20) + " MiB when inflated", "a smaller one");
            }
        }
    }
}
