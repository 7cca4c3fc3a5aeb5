package org.kapok.cli;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A tool of the JDK that runs Kapok, with Kapok on its class path and the streams of this process. */
final class JavaTool {
    private JavaTool() {}

    /** Runs a tool, such as {@code jshell}, and gives its exit code. */
    static int run(String tool, List<String> arguments) throws IOException {
        Path file = Path.of(System.getProperty("java.home"), "bin", tool);
        if (!Files.isExecutable(file) && !Files.isExecutable(file.resolveSibling(tool + ".exe"))) {
            throw new IOException("no " + tool + " in " + file.getParent() + "; it is part of a JDK, 17 or later");
        }
        List<String> command = new ArrayList<>(List.of(file.toString(), "--class-path", classPath()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).inheritIO().start();
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(tool + " was interrupted");
        }
    }

    private static String classPath() {
        return Stream.of("jdk.module.path", "java.class.path")
                .map(System::getProperty)
                .filter(path -> path != null && !path.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
