package org.kapok.scenario.table;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The workbooks that one reading of a folder opens, each once however many of its sheets are read. */
final class Workbooks {
    private final Map<Path, XlsxFile> opened = new HashMap<>();
    private final Map<Path, XlsxRefusal> refused = new HashMap<>();

    XlsxFile open(Path file) throws XlsxRefusal {
        if (refused.containsKey(file)) {
            throw refused.get(file);
        }
        if (!opened.containsKey(file)) {
            try {
                opened.put(file, XlsxFile.open(file));
            } catch (XlsxRefusal e) {
                refused.put(file, e);
                throw e;
            }
        }
        return opened.get(file);
    }
}
