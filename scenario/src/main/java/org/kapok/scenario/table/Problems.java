package org.kapok.scenario.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Collects the problems of one reading of a folder; for one thread. */
public final class Problems {
    private final Path folder;
    private final BiConsumer<String, String> asked;
    private final List<InputProblem> found = new ArrayList<>();

    /** Names files as they are seen from {@code folder}. */
    public Problems(Path folder) {
        this(folder, (file, pointer) -> {});
    }

    /** The same, telling every file and JSON pointer that a reader asks for, whether there is a value or not. */
    Problems(Path folder, BiConsumer<String, String> asked) {
        this.folder = folder.toAbsolutePath().normalize();
        this.asked = asked;
    }

    /** Adds a problem. */
    public void add(InputProblem problem) {
        found.add(problem);
    }

    /** Adds a problem at a place of a file; {@code line} 0 and an empty {@code place} stand for the whole file. */
    public void add(Path file, int line, String place, String message) {
        add(new InputProblem(nameOf(file), line, place, "", message));
    }

    /** The problems so far, in the order found. */
    public List<InputProblem> list() {
        return List.copyOf(found);
    }

    /** The number of problems so far. */
    public int count() {
        return found.size();
    }

    /** Throws an {@link InputDataException} with all problems, if there are any. */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InputDataException(found);
        }
    }

    /** Notes that a value is asked for. */
    void asked(Path file, String pointer) {
        asked.accept(nameOf(file), pointer);
    }

    /** A file as seen from the folder, with forward slashes on every system. */
    String nameOf(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        Path shown = whole.getRoot().equals(folder.getRoot()) ? folder.relativize(whole) : whole;
        return shown.toString().isEmpty() ? "." : shown.toString().replace('\\', '/');
    }
}
