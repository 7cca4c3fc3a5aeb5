package org.kapok.scenario.table;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What readers ask of the JSON files of a folder: by file, the pointers, whether there is a value or not. */
public final class AskedValues {
    private final Map<String, Set<String>> pointers = new TreeMap<>();

    /** Nothing asked so far. */
    public AskedValues() {}

    /** Problems of a folder that note what is asked. */
    public Problems of(Path folder) {
        return new Problems(
                folder,
                (file, pointer) ->
                        pointers.computeIfAbsent(file, each -> new TreeSet<>()).add(pointer));
    }

    /** By file, the pointers. */
    public Map<String, Set<String>> pointers() {
        return pointers;
    }
}
