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

    /** Writes a file, in place of an earlier one; an earlier one stays as it was where this fails. */
    public static void write(Path target, Content content) throws IOException {
        Path whole = target.toAbsolutePath();
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
