package org.kapok.scenario.table;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Collects the problems of one reading of a folder; for one thread. */
public final class Problems {
    private final Path folder;
    private final Workbooks workbooks;
    private final BiConsumer<String, String> asked;
    private final List<InputProblem> found = new ArrayList<>();
    private final Map<Path, List<String>> columns = new HashMap<>(); // of sheets
    private final Set<Path> unreadable = new HashSet<>();
    private final Map<String, Misspelt> taken; // by file and JSON pointer
    private final Map<String, Misspelt> misspelt = new LinkedHashMap<>(); // the same, of this reading

    /** A key that nobody asks for, the one that is meant, and what was told of it. */
    record Misspelt(String meant, InputProblem told) {}

    /** Names files as they are seen from {@code folder}. */
    public Problems(Path folder) {
        this(folder, (file, pointer) -> {});
    }

    /** The same, telling every file and JSON pointer that a reader asks for, whether there is a value or not. */
    Problems(Path folder, BiConsumer<String, String> asked) {
        this(folder.toAbsolutePath().normalize(), new Workbooks(), asked, Map.of());
    }

    private Problems(Path folder, Workbooks workbooks, BiConsumer<String, String> asked, Map<String, Misspelt> taken) {
        this.folder = folder;
        this.taken = taken;
        this.workbooks = workbooks;
        this.asked = asked;
    }

    /** A collection apart, for a first look at what is read in earnest later. */
    Problems apart() {
        return new Problems(folder, workbooks, asked, taken);
    }

    /** Whether a key was told to be misspelt that this reading did not take for the one that is meant. */
    public boolean hasMisspelt() {
        return !misspelt.isEmpty();
    }

    /**
     * A collection for reading the same folder anew, in which keys found to be misspelt so far are taken for those that
     * are meant, so that their values are checked and not missed. What was told of them is told again.
     */
    public Problems again() {
        Map<String, Misspelt> all = new HashMap<>(taken);
        all.putAll(misspelt);
        return new Problems(folder, workbooks, asked, all);
    }

    /** Notes that the key at a JSON pointer is meant as another one, which is not there; only one key can be. */
    void misspelt(Path file, String pointer, Misspelt key) {
        String parent = pointer.substring(0, pointer.lastIndexOf('/'));
        boolean once = misspelt.entrySet().stream()
                .noneMatch(each -> each.getValue().meant().equals(key.meant())
                        && each.getKey().startsWith(place(file, parent) + "/"));
        if (once) {
            misspelt.put(place(file, pointer), key);
        }
    }

    /** What the key at a JSON pointer is taken for, if it is. */
    Optional<Misspelt> taken(Path file, String pointer) {
        return Optional.ofNullable(taken.get(place(file, pointer)));
    }

    private String place(Path file, String pointer) {
        return nameOf(file) + " " + pointer;
    }

    /** Adds a problem. */
    public void add(InputProblem problem) {
        found.add(problem);
    }

    /** Adds a problem at a place of a file; {@code line} 0 and an empty {@code place} stand for the whole file. */
    public void add(Path file, int line, String place, String message) {
        add(file, line, place, "", message);
    }

    /** Adds a problem with what else helps to find it. In a sheet, a line and column make a cell. */
    void add(Path file, int line, String column, String detail, String message) {
        if (line == 0 || SheetPath.of(file).isEmpty()) {
            add(new InputProblem(nameOf(file), line, column, detail, message));
            return;
        }
        int position = columns.getOrDefault(file, List.of()).indexOf(column);
        String cell = position < 0 ? "row " + line : cell(line, position);
        String more = column.isEmpty() || detail.isEmpty() ? column + detail : column + ", " + detail;
        add(new InputProblem(nameOf(file), line, cell, more, message));
    }

    /** Adds a problem in a cell of a sheet, its column from 0. */
    void addCell(Path sheet, int row, int column, String message) {
        List<String> names = columns.getOrDefault(sheet, List.of());
        String name = column < names.size() ? names.get(column).strip() : "";
        add(new InputProblem(nameOf(sheet), row, cell(row, column), name, message));
    }

    private static String cell(int row, int column) {
        return "cell " + SheetRows.letters(column) + row;
    }

    /** Says what the columns of a sheet are called, so that problems name cells. */
    void columnsOf(Path sheet, List<String> names) {
        columns.put(sheet, names.stream().map(String::strip).toList());
    }

    /** A workbook; nothing, and one problem however often it is asked for, where it cannot be read. */
    Optional<XlsxFile> workbook(Path file) {
        if (!Files.isRegularFile(file)) {
            add(file, 0, "", Files.exists(file) ? "got a folder, expected a file" : "no such file");
            return Optional.empty();
        }
        try {
            return Optional.of(workbooks.open(file));
        } catch (XlsxRefusal e) {
            if (unreadable.add(file)) {
                add(file, 0, "", e.getMessage());
            }
            return Optional.empty();
        }
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
        Optional<SheetPath> sheet = SheetPath.of(file);
        if (sheet.isPresent()) {
            return nameOf(sheet.get().workbook()) + ", sheet " + sheet.get().sheet();
        }
        Path whole = file.toAbsolutePath().normalize();
        Path shown = whole.getRoot().equals(folder.getRoot()) ? folder.relativize(whole) : whole;
        return shown.toString().isEmpty() ? "." : shown.toString().replace('\\', '/');
    }
}
