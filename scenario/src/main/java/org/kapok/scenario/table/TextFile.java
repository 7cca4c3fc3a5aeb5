package org.kapok.scenario.table;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Text files as spreadsheets and editors save them: UTF-8, with or without a byte order mark, else GB18030. */
final class TextFile {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TextFile() {}

    /** The text of a file; nothing, and a problem, where it is missing, unreadable or blank. */
    static Optional<String> read(Path file, Problems problems) {
        Optional<String> text = Optional.empty();
        if (!Files.isRegularFile(file)) {
            problems.add(file, 0, "", Files.exists(file) ? "got a folder, expected a file" : "no such file");
            return text;
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (XlsxFile.isZip(bytes)) {
                problems.add(
                        file,
                        0,
                        "",
                        "got a workbook, expected the sheet as well, such as " + file.getFileName() + "#Sheet1");
                return text;
            }
            text = decode(bytes);
            if (text.isEmpty()) {
                problems.add(file, 0, "", "got bytes that are neither UTF-8 nor GB18030, expected UTF-8 text");
            } else if (text.get().isBlank()) {
                problems.add(file, 0, "", "got an empty file");
                text = Optional.empty();
            }
        } catch (IOException e) {
            problems.add(file, 0, "", "cannot be read; check who may read it");
        }
        return text;
    }

    /** Chinese Excel saves "CSV" in GB18030, and such text is almost never valid UTF-8. */
    private static Optional<String> decode(byte[] bytes) {
        for (Charset charset : new Charset[] {StandardCharsets.UTF_8, Charset.forName("GB18030")}) {
            try {
                String text =
                        charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
                return Optional.of(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
            } catch (CharacterCodingException e) {
                continue;
            }
        }
        return Optional.empty();
    }
}
