package org.kapok.scenario.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A file that is either the earlier one or the new one, never a part of it: written beside its place and moved there. */
public final class OutputFile {
    private OutputFile() {}

    /** Writes a file that does not exist yet, or files into an empty folder. */
    @FunctionalInterface
    public interface Content {
        /** Writes the whole file, or all files of the folder. */
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

    /**
     * Writes files into a folder that holds others as well, in place of those with the same names: all of them or, where
     * this fails, none. They are written into a hidden folder first.
     *
     * @throws InputDataException as {@link #requireWritable}, of any of the files
     */
    public static void writeAll(Path folder, Content content) throws IOException {
        Path whole = folder.toAbsolutePath().normalize();
        Files.createDirectories(whole);
        String suffix = UUID.randomUUID().toString().substring(0, 8);
        Path fresh = Files.createDirectory(whole.resolve(".new-" + suffix));
        Path old = Files.createDirectory(whole.resolve(".old-" + suffix));
        List<Path> moved = new ArrayList<>();
        try {
            content.writeTo(fresh);
            List<Path> names = names(fresh);
            names.forEach(name -> requireWritable(folder.resolve(name)));
            for (Path name : names) {
                moveIfThere(whole.resolve(name), old.resolve(name));
                moved.add(name);
                Files.move(fresh.resolve(name), whole.resolve(name));
            }
            moved.clear();
        } finally {
            for (Path name : moved) {
                Files.deleteIfExists(whole.resolve(name));
                moveIfThere(old.resolve(name), whole.resolve(name));
            }
            remove(fresh);
            remove(old);
        }
    }

    private static List<Path> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::getFileName).sorted().toList();
        }
    }

    private static void moveIfThere(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Files.move(from, to);
        }
    }

    private static void remove(Path folder) throws IOException {
        for (Path name : names(folder)) {
            Files.delete(folder.resolve(name));
        }
        Files.delete(folder);
    }
}
