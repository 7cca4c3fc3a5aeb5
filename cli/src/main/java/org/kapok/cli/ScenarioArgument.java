package org.kapok.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import org.kapok.scenario.BundledScenarios;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioFolder;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What people write for a scenario: a folder, or the name of a bundled scenario. */
final class ScenarioArgument {
    /** What completes the argument: the names of bundled scenarios. */
    static final class Bundled implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return BundledScenarios.names().iterator();
        }
    }

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Parameters(
            paramLabel = "SCENARIO",
            descriptionKey = "SCENARIO",
            completionCandidates = Bundled.class,
            description = "A scenario folder, or the name of a bundled scenario.")
    private String scenario;

    /** The folder that is meant; empty for a bundled scenario. */
    Optional<Path> folder() {
        return folder(scenario);
    }

    Scenario read() {
        return read(scenario, (Kapok) command.root().userObject());
    }

    /** What a folder or name means. */
    static Scenario read(String scenario, Kapok kapok) {
        Optional<Path> folder = folder(scenario);
        if (folder.isEmpty() && !BundledScenarios.names().contains(scenario)) {
            throw new UnknownScenario(scenario);
        }
        Scenario read = folder.map(ScenarioFolder::read).orElseGet(() -> BundledScenarios.read(scenario));
        kapok.note("note.read", scenario, Integer.toString(read.files().size()));
        return read;
    }

    /** A folder, or the one of a {@code scenario.json} that was named itself. */
    private static Optional<Path> folder(String scenario) {
        Path path = Path.of(scenario);
        if (path.endsWith("scenario.json") && Files.isRegularFile(path)) {
            return Optional.of(path.toAbsolutePath().getParent());
        }
        return Optional.of(path).filter(each -> Files.isRegularFile(each.resolve("scenario.json")));
    }
}
