package org.kapok.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.kapok.scenario.BundledScenarios;

/** What was given is neither a scenario folder nor the name of a bundled scenario. */
final class UnknownScenario extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String name;

    UnknownScenario(String name) {
        super(name + ": got no such folder, expected a scenario folder or one of " + BundledScenarios.names());
        this.name = name;
    }

    /** What to tell the user: what there is, and what was probably meant. */
    String say(Words words) {
        if (Files.isDirectory(Path.of(name))) {
            return words.of("no_scenario", name);
        }
        if (Files.exists(Path.of(name))) {
            return words.of("file_for_scenario", name, String.join(", ", BundledScenarios.names()));
        }
        List<String> all = new ArrayList<>(BundledScenarios.names());
        all.addAll(foldersHere());
        return words.of("unknown_scenario", name, String.join(", ", BundledScenarios.names())) + words.meant(name, all);
    }

    /** Scenario folders in the working directory. */
    private static List<String> foldersHere() {
        try (Stream<Path> here = Files.list(Path.of(""))) {
            return here.filter(path -> Files.isRegularFile(path.resolve("scenario.json")))
                    .map(Path::toString)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
