package org.kapok.scenario.table;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sheet of a workbook, written {@code tables.xlsx#population} wherever a table may be a file.
 *
 * @param workbook the file
 * @param sheet the name of the sheet
 */
public record SheetPath(Path workbook, String sheet) {
    /** Other workbooks too, so that they are refused by what they are and not as text. */
    private static final Pattern TEXT =
            Pattern.compile("(.+\\.(?:xlsx|xlsm|xlsb|xls|ods|et))#(.+)", Pattern.CASE_INSENSITIVE);

    /** The sheet that a path names; nothing where it names a file. */
    public static Optional<SheetPath> of(Path path) {
        Matcher parts = TEXT.matcher(String.valueOf(path.getFileName()));
        return parts.matches()
                ? Optional.of(new SheetPath(path.resolveSibling(parts.group(1)), parts.group(2)))
                : Optional.empty();
    }

    /** The whole as a path. */
    Path path() {
        return workbook.resolveSibling(workbook.getFileName() + "#" + sheet);
    }
}
