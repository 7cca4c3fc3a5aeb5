package org.kapok.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Examples in documents that are parts of a test, so that they compile and run. */
final class Examples {
    /** The top of the repository. */
    static final Path TOP = Path.of("").toAbsolutePath().getParent();

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```java\n(.*?)^```$");

    /** What stands between two lines with this comment. */
    private static final String MARK = "(?m)^ *// shown\n";

    private Examples() {}

    /** The Java blocks of a document, as readers copy them. */
    static List<String> blocks(String document) throws IOException {
        return BLOCK.matcher(Files.readString(TOP.resolve(document)))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    /** Part of a method as a class, with what documents call the reader's own. */
    static String inAMethod(String imports, String part) {
        StringBuilder given = new StringBuilder();
        Map.of(
                        "scenario", "org.kapok.scenario.Scenario",
                        "projection", "org.kapok.projection.Projection",
                        "myCity", "java.nio.file.Path")
                .forEach((name, type) -> {
                    boolean own = part.matches("(?s).*\\b[A-Z]\\w+ " + name + " =.*");
                    given.append(own ? "" : (given.length() == 0 ? "" : ", ") + type + " " + name);
                });
        return imports + "class Pasted { void part(" + given + ") throws Exception {\n" + part + "}}\n";
    }

    /** What the compiler says of a source; empty where it compiles. */
    static String compile(String source, Path folder) throws IOException {
        Matcher name = Pattern.compile("class (\\w+) \\{").matcher(source);
        assertThat(name.find()).as(source).isTrue();
        Path file = Files.writeString(folder.resolve(name.group(1) + ".java"), source);
        StringWriter said = new StringWriter();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ENGLISH, null)) {
            List<String> options = List.of("-proc:none", "-cp", ScriptsTest.classPath(), "-d", folder.toString());
            compiler.getTask(said, files, null, options, null, files.getJavaFileObjects(file))
                    .call();
        }
        return said.toString();
    }

    /** Requires every Java block of a document but programs and imports to be what a test shows, in the same order, and nothing less. */
    static void requireSame(String document, Class<?> test) throws IOException {
        String name = test.getName().replace('.', '/') + ".java";
        String[] parts =
                Files.readString(TOP.resolve("cli/src/test/java").resolve(name)).split(MARK, -1);
        List<String> shown = new ArrayList<>();
        for (int i = 1; i < parts.length; i += 2) {
            shown.add(parts[i].replaceAll("(?m)^        ", ""));
        }
        List<String> blocks = blocks(document).stream()
                .filter(block -> !block.startsWith("import "))
                .toList();

        assertThat(parts.length).as("marks in " + name).isOdd().isGreaterThan(1);
        assertThat(blocks).as("the examples of " + document).isEqualTo(shown);
    }
}
