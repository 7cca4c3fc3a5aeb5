package org.kapok.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.kapok.scenario.BundledScenarios;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioFolder;
import org.kapok.scenario.table.InputDataException;
import org.kapok.scenario.table.InputProblem;
import picocli.CommandLine.Parameters;

/** What people write for a scenario: a folder, or the name of a bundled scenario. */
final class ScenarioArgument {
    @Parameters(paramLabel = "SCENARIO", description = "A scenario folder, or the name of a bundled scenario.")
    private String scenario;

    /** The folder that is meant; empty for a bundled scenario. */
    Optional<Path> folder() {
        return Optional.of(Path.of(scenario)).filter(Files::isDirectory);
    }

    Scenario read() {
        return read(scenario);
    }

    /** What a folder or name means. */
    static Scenario read(String scenario) {
        if (Files.isDirectory(Path.of(scenario))) {
            return ScenarioFolder.read(Path.of(scenario));
        }
        if (BundledScenarios.names().contains(scenario)) {
            return BundledScenarios.read(scenario);
        }
        String message = "got no such folder, expected a scenario folder or one of the bundled scenarios "
                + String.join(", ", BundledScenarios.names());
        throw new InputDataException(List.of(new InputProblem(scenario, 0, "", "", message)));
    }
}
