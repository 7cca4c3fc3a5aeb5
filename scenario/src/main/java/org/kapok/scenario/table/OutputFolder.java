package org.kapok.scenario.table;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A result folder that is either the earlier one or the new one, never a part of it.
 *
 * <p>It is written into a hidden folder beside its target and renamed when whole. A failure or an interruption leaves
 * the target as it was and removes the hidden folder.
 */
public final class OutputFolder {
    /** The file by which a result folder is known. */
    public static final String RUN_FILE = "run.json";

    private static final Logger LOG = LoggerFactory.getLogger(OutputFolder.class);
    private static final int NAMED = 3;

    private final Path target;
    private final Path fresh;
    private final Path old;
    private boolean open = true;

    private OutputFolder(Path target) {
        String suffix = UUID.randomUUID().toString().substring(0, 8);
        this.target = target;
        fresh = target.resolveSibling("." + target.getFileName() + ".new-" + suffix);
        old = target.resolveSibling("." + target.getFileName() + ".old-" + suffix);
    }

    /** Writes the files of a result into a folder. */
    @FunctionalInterface
    public interface Content {
        /** Nothing. */
        Content NONE = folder -> {};

        /** Writes all files, the one it is known by among them, into an empty folder. */
        void writeTo(Path folder) throws IOException;
    }

    /**
     * Writes a result folder, in place of an earlier one if there is one.
     *
     * @throws InputDataException if the target exists and is neither empty nor an earlier result, before any writing
     */
    public static void write(Path target, Content content) throws IOException {
        write(target, RUN_FILE, content);
    }

    /**
     * Refuses a target that a result may not replace, before anything is computed for it.
     *
     * @throws InputDataException if the target exists and is neither empty nor an earlier result, or cannot be written
     */
    public static void requireReplaceable(Path target) throws IOException {
        requireReplaceable(target, RUN_FILE);
    }

    /** The same for a folder of another kind, known by another file than {@link #RUN_FILE}. */
    public static void requireReplaceable(Path target, String known) throws IOException {
        checkReplaceable(target, real(target), known);
    }

    private static Path real(Path target) throws IOException {
        return Files.exists(target)
                ? target.toRealPath()
                : target.toAbsolutePath().normalize();
    }

    /** Writes a folder of another kind, known by another file than {@link #RUN_FILE}; the rest as {@link #write}. */
    public static void write(Path target, String known, Content content) throws IOException {
        Path real = real(target);
        checkReplaceable(target, real, known);
        Files.createDirectories(real.getParent());
        OutputFolder folder = new OutputFolder(real);
        Thread onExit = new Thread(folder::remove);
        Runtime.getRuntime().addShutdownHook(onExit);
        try {
            Files.createDirectory(folder.fresh);
            content.writeTo(folder.fresh);
            if (!Files.exists(folder.fresh.resolve(known))) {
                throw new IllegalStateException("OutputFolder " + target + ": got no " + known + ", expected one");
            }
            folder.swap();
        } finally {
            folder.remove();
            forget(onExit);
        }
    }

    private static void checkReplaceable(Path target, Path real, String known) throws IOException {
        String got = "";
        if (real.getParent() == null) {
            got = "the root of the file system";
        } else if (Files.isDirectory(real)) {
            try (Stream<Path> list = Files.list(real)) {
                List<String> names =
                        list.map(path -> path.getFileName().toString()).sorted().toList();
                if (!names.isEmpty() && !names.contains(known)) {
                    got = "a folder that holds "
                            + names.stream().limit(NAMED).collect(Collectors.joining(", "))
                            + (names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "");
                }
            }
        } else if (Files.exists(real)) {
            got = "a file";
        }
        if (!got.isEmpty()) {
            throw WritablePlace.refused(
                    target,
                    "got " + got + ", expected an earlier result (with a " + known
                            + "), an empty folder or a new name");
        }
        WritablePlace.require(target, real);
    }

    private synchronized void swap() throws IOException {
        if (!open) {
            throw new IOException("OutputFolder " + target + ": stopped before it was whole");
        }
        boolean replaced = Files.exists(target);
        if (replaced) {
            Files.move(target, old);
        }
        try {
            Files.move(fresh, target);
        } catch (IOException e) {
            if (replaced) {
                Files.move(old, target);
            }
            throw e;
        }
    }

    /** Removes what is not the result; also called when the process is told to end. */
    private synchronized void remove() {
        open = false;
        delete(fresh);
        // Only once the target stands is the earlier result no longer needed.
        if (Files.exists(target)) {
            delete(old);
        }
    }

    private static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException e) {
            // A hidden folder left behind does no harm, and must not hide why the run failed.
            LOG.warn("cannot remove {}", folder, e);
        }
    }

    private static void forget(Thread onExit) {
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException e) {
            LOG.debug("the process is ending, and its hook cleans up", e);
        }
    }
}
