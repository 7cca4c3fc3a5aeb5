package org.kapok.scenario;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.kapok.scenario.table.InputDataException;
import org.kapok.scenario.table.InputProblem;

/**
 * The file that keeps what an ensemble has drawn, so that a run that broke off can go on: the format, the identity, the
 * tallies, and the checksum of all that.
 */
final class UnfinishedEnsemble {
    private static final String FORMATS = "kapok-ensemble-";
    private static final String FORMAT = FORMATS + "3";

    private final Path file;
    private final EnsembleIdentity identity;

    /**
     * The file of one ensemble.
     *
     * @param identity what decides the draws: a file of another identity is refused
     */
    UnfinishedEnsemble(Path file, EnsembleIdentity identity) {
        this.file = file;
        this.identity = identity;
    }

    /**
     * Reads what is done, if anything is.
     *
     * @throws InputDataException if the file is of something else or is not as it was written; it is left as it is
     */
    void readInto(List<DrawTally> tallies) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        requireFormat();
        requireWhole();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            in.readFully(new byte[FORMAT.length()]);
            List<String> refusals = identity.refusals(EnsembleIdentity.read(in));
            if (!refusals.isEmpty()) {
                throw refused(refusals);
            }
            for (DrawTally tally : tallies) {
                tally.read(in);
            }
        }
    }

    private void requireFormat() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String format = new String(in.readNBytes(FORMAT.length()), StandardCharsets.UTF_8);
            if (!format.startsWith(FORMATS)) {
                throw refused(List.of("got a file that is not an unfinished ensemble"));
            }
            if (!format.equals(FORMAT)) {
                throw refused(List.of("got an unfinished ensemble that another version wrote in another format"));
            }
        }
    }

    /** Nothing of a file is taken whose checksum is not the one at its end. */
    private void requireWhole() throws IOException {
        long checked = Files.size(file) - Long.BYTES;
        try (CheckedInputStream in =
                        new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file)), new CRC32());
                DataInputStream data = new DataInputStream(in)) {
            data.skipNBytes(Math.max(0, checked)); // reads them, as a checked stream does
            long sum = in.getChecksum().getValue();
            if (checked < FORMAT.length() || data.readLong() != sum) {
                throw refused(List.of("got an unfinished ensemble that is not whole, or was changed"));
            }
        }
    }

    private InputDataException refused(List<String> got) {
        String hint =
                ", expected what the same command left; remove the file to start anew, or write to another folder;"
                        + " nothing was changed";
        return new InputDataException(got.stream()
                .map(each -> new InputProblem(file.toString(), 0, "", "", each + hint))
                .toList());
    }

    /** Writes what is done, in place of what was; a run that breaks off meanwhile leaves the earlier file. */
    void write(List<DrawTally> tallies) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        CRC32 sum = new CRC32();
        try (DataOutputStream out = new DataOutputStream(
                new CheckedOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh)), sum))) {
            out.write(FORMAT.getBytes(StandardCharsets.UTF_8));
            identity.write(out);
            for (DrawTally tally : tallies) {
                tally.write(out);
            }
            out.writeLong(sum.getValue());
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    void remove() throws IOException {
        Files.deleteIfExists(file);
    }
}
