package org.kapok.scenario;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import org.kapok.scenario.table.InputDataException;
import org.kapok.scenario.table.InputProblem;

/** The file that keeps what an ensemble has drawn, so that a run that broke off can go on. */
final class UnfinishedEnsemble {
    private static final String FORMAT = "kapok-ensemble-2";

    private final Path file;
    private final String identity;

    /**
     * The file of one ensemble.
     *
     * @param identity what decides the draws: a file of another identity is refused
     */
    UnfinishedEnsemble(Path file, String identity) {
        this.file = file;
        this.identity = identity;
    }

    /**
     * Reads what is done, if anything is.
     *
     * @throws InputDataException if the file is of something else or is not whole; it is left as it is
     */
    void readInto(List<DrawTally> tallies) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            byte[] format = in.readNBytes(FORMAT.length());
            byte[] found = Arrays.equals(format, bytes(FORMAT)) ? in.readNBytes(in.readInt()) : new byte[0];
            if (found.length == 0) {
                throw refused("got a file that is not an unfinished ensemble");
            }
            if (!Arrays.equals(found, bytes(identity))) {
                throw refused("got an unfinished ensemble of another scenario, version, seed or number of draws");
            }
            for (DrawTally tally : tallies) {
                tally.read(in);
            }
        } catch (EOFException e) {
            throw refused("got an unfinished ensemble that is not whole");
        }
    }

    private InputDataException refused(String got) {
        String message = got + ", expected what the same command left; remove the file to start anew, or write to"
                + " another folder; nothing was changed";
        return new InputDataException(List.of(new InputProblem(file.toString(), 0, "", "", message)));
    }

    /** Writes what is done, in place of what was; a run that breaks off meanwhile leaves the earlier file. */
    void write(List<DrawTally> tallies) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh)))) {
            out.write(bytes(FORMAT));
            out.writeInt(bytes(identity).length);
            out.write(bytes(identity));
            for (DrawTally tally : tallies) {
                tally.write(out);
            }
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    void remove() throws IOException {
        Files.deleteIfExists(file);
    }
}
