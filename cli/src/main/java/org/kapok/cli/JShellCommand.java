package org.kapok.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Starts Java's own shell with the library imported. */
@Command(
        name = "jshell",
        header = "Starts Java's shell with the library imported.",
        description = "To type and look; it reads files and what is piped into it as well. /exit ends it.",
        footer = {
            "  kapok jshell",
            "  kapok jshell my.jsh        what is in a file, then what you type",
            "  kapok jshell -s - < my.jsh"
        })
final class JShellCommand implements Callable<Integer> {
    private static final String IMPORTS = "kapok.jsh";

    @Parameters(
            paramLabel = "ARGUMENT",
            arity = "0..*",
            descriptionKey = "ARGUMENT",
            description = "Files and options of jshell.")
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        Path imports = Files.createTempFile("kapok", ".jsh");
        try (InputStream text = JShellCommand.class.getResourceAsStream(IMPORTS)) {
            Files.copy(text, imports, StandardCopyOption.REPLACE_EXISTING);
            List<String> command = new ArrayList<>(List.of("--startup", "DEFAULT", "--startup", imports.toString()));
            command.addAll(arguments);
            return JavaTool.run("jshell", command);
        } finally {
            Files.deleteIfExists(imports);
        }
    }
}
