package org.kapok.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Examples in documents that are parts of a test, so that they compile and run. */
final class Examples {
    /** The top of the repository. */
    static final Path TOP = Path.of("").toAbsolutePath().getParent();

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```java\n(.*?)^```$");

    /** What stands between two lines with this comment. */
    private static final String MARK = "(?m)^ *// shown\n";

    private Examples() {}

    /** Requires every Java block of a document to be what a test shows, in the same order, and nothing less. */
    static void requireSame(String document, Class<?> test) throws IOException {
        String name = test.getName().replace('.', '/') + ".java";
        String[] parts =
                Files.readString(TOP.resolve("cli/src/test/java").resolve(name)).split(MARK, -1);
        List<String> shown = new ArrayList<>();
        for (int i = 1; i < parts.length; i += 2) {
            shown.add(parts[i].replaceAll("(?m)^        ", ""));
        }
        List<String> blocks = BLOCK.matcher(Files.readString(TOP.resolve(document)))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();

        assertThat(parts.length).as("marks in " + name).isOdd().isGreaterThan(1);
        assertThat(blocks).as("the examples of " + document).isEqualTo(shown);
    }
}
