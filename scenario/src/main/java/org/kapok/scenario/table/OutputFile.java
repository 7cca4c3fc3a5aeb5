package org.kapok.scenario.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** A file that is either the earlier one or the new one, never a part of it: written beside its place and moved there. */
public final class OutputFile {
    private OutputFile() {}

    /** Writes a file that does not exist yet. */
    @FunctionalInterface
    public interface Content {
        /** Writes the whole file. */
        void writeTo(Path file) throws IOException;
    }

    /**
     * Refuses a place where no file can be written, before anything is computed for it.
     *
     * @throws InputDataException if a folder is there, or its folder cannot be made or written into
     */
    public static void requireWritable(Path target) {
        Path whole = target.toAbsolutePath().normalize();
        if (Files.isDirectory(whole)) {
            throw WritablePlace.refused(target, "got a folder, expected a file or a new name");
        }
        WritablePlace.require(target, whole);
    }

    /**
     * Writes a file, in place of an earlier one, and its folder where there is none; an earlier one stays as it was where
     * this fails.
     *
     * @throws InputDataException as {@link #requireWritable}
     */
    public static void write(Path target, Content content) throws IOException {
        requireWritable(target);
        Path whole = target.toAbsolutePath();
        Files.createDirectories(whole.getParent());
        String suffix = UUID.randomUUID().toString().substring(0, 8);
        Path fresh = whole.resolveSibling("." + whole.getFileName() + ".new-" + suffix);
        try {
            content.writeTo(fresh);
            Files.move(fresh, whole, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
