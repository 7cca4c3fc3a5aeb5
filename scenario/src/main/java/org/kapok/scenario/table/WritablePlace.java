package org.kapok.scenario.table;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether something can be written at a place, found out before anything is computed for it. */
final class WritablePlace {
    private WritablePlace() {}

    /**
     * Refuses a place whose folder cannot be made or written into.
     *
     * @param named the place as the user knows it
     * @param real the same, absolute
     */
    static void require(Path named, Path real) {
        Path folder = real.getParent();
        while (folder != null && !Files.exists(folder)) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw refused(named, "got a place on a file system that is not there, expected one that is");
        }
        if (!Files.isDirectory(folder)) {
            throw refused(named, "got a place under the file " + folder + ", expected one under a folder");
        }
        if (!Files.isWritable(folder)) {
            throw refused(
                    named,
                    "got a place in the folder " + folder + " that kapok may not write to, expected one that it may");
        }
    }

    static InputDataException refused(Path named, String message) {
        return new InputDataException(
                List.of(new InputProblem(named.toString(), 0, "", "", message + "; nothing was changed")));
    }
}
