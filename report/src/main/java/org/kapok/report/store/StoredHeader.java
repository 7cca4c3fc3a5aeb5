package org.kapok.report.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kapok.scenario.ResultTable;
import org.kapok.scenario.table.Problems;

/** The first line of a table's file. */
final class StoredHeader {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private StoredHeader() {}

    /** Reports a file whose columns are not those of its table, in order. */
    static void check(Path file, ResultTable table, Problems problems) throws IOException {
        String expected = String.join(",", table.header());
        String got;
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String line = reader.readLine();
            got = line == null ? "" : line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
        } catch (CharacterCodingException e) {
            got = "bytes that are no UTF-8";
        }
        if (!got.equals(expected)) {
            problems.add(file, 1, "", "got " + (got.isEmpty() ? "no columns" : got) + ", expected " + expected);
        }
    }
}
