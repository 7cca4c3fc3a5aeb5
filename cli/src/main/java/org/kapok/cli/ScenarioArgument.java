package org.kapok.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.kapok.scenario.BundledScenarios;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioFolder;
import org.kapok.scenario.table.InputDataException;
import org.kapok.scenario.table.InputProblem;

/** What people write for a scenario: a folder, or the name of a bundled scenario. */
final class ScenarioArgument {
    private ScenarioArgument() {}

    static Scenario read(String argument) {
        if (Files.isDirectory(Path.of(argument))) {
            return ScenarioFolder.read(Path.of(argument));
        }
        if (BundledScenarios.names().contains(argument)) {
            return BundledScenarios.read(argument);
        }
        String message = "got no such folder, expected a scenario folder or one of the bundled scenarios "
                + String.join(", ", BundledScenarios.names());
        throw new InputDataException(List.of(new InputProblem(argument, 0, "", "", message)));
    }
}
