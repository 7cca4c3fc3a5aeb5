package org.kapok.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.kapok.scenario.table.InputDataException;
import org.kapok.scenario.table.InputProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs a Java file that uses the library. */
@Command(
        name = "script",
        header = "Runs one Java file with the library at hand.",
        description = "Nothing to compile or configure; what follows the file goes to the script, and its exit code "
                + "is that of the script. docs/scripts has some to start from.",
        footer = {
            "  kapok script Fertility.java",
            "  kapok script Districts.java districts.csv   with an argument of its own"
        })
final class ScriptCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE.java", descriptionKey = "FILE", description = "The Java file.")
    private Path file;

    @Parameters(
            index = "1..*",
            paramLabel = "ARGUMENT",
            arity = "0..*",
            descriptionKey = "ARGUMENT",
            description = "What the script expects.")
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file) || !file.toString().endsWith(".java")) {
            String got = Files.exists(file) ? "got something else" : "got no such file";
            String message = got + ", expected a Java file, as in: kapok script docs/scripts/Fertility.java";
            throw new InputDataException(List.of(new InputProblem(file.toString(), 0, "", "", message)));
        }
        List<String> command = new ArrayList<>();
        String options = System.getenv().getOrDefault("KAPOK_JAVA_OPTS", "").strip();
        if (!options.isEmpty()) {
            command.addAll(List.of(options.split("\\s+")));
        }
        command.add(file.toString());
        command.addAll(arguments);
        return JavaTool.run("java", command);
    }
}
