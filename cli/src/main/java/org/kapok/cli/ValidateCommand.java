package org.kapok.cli;

import java.util.concurrent.Callable;
import org.kapok.core.CellSpace;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioRun;
import org.kapok.scenario.table.InputDataException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Reads a scenario and says everything that is wrong with it. */
@Command(
        name = "validate",
        header = "Says everything that is wrong with a scenario, or that nothing is.",
        description = "Reads all files and runs the scenario without writing anything. Each mistake is named "
                + "with file, line, column, what was got and what is expected; all of them at once.",
        footer = {"  kapok validate my-city", "  kapok validate my-city --quiet && kapok run my-city"})
final class ValidateCommand implements Callable<Integer> {
    @ParentCommand
    private Kapok kapok;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ScenarioArgument scenario;

    @Override
    public Integer call() {
        Scenario read = read();
        ScenarioRun.of(read); // some mistakes show only in a run, such as a school for ages without single years
        CellSpace space = read.inputs().base().space();
        String line = kapok.words()
                .of(
                        "valid",
                        read.id(),
                        Integer.toString(space.regions().size()),
                        Integer.toString(space.statuses().size()),
                        Integer.toString(space.ages().count()),
                        Integer.toString(read.inputs().base().date().getYear()),
                        Integer.toString(read.lastYear()),
                        Integer.toString(
                                read.services().map(all -> all.all().size()).orElse(0)),
                        Integer.toString(read.targets().size()));
        spec.commandLine().getOut().println(line);
        return 0;
    }

    /** Reading stops where nothing more could be read; the schemas then tell of what was not reached. */
    private Scenario read() {
        try {
            return scenario.read();
        } catch (InputDataException refused) {
            throw scenario.folder()
                    .map(folder -> SchemaCheck.complete(refused, folder))
                    .orElse(refused);
        }
    }
}
