package org.kapok.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kapok.core.Selection;
import org.kapok.projection.target.Factor;
import org.kapok.projection.target.Measure;
import org.kapok.projection.target.Solution;
import org.kapok.projection.target.Target;
import org.kapok.scenario.table.OutputFolder;
import org.kapok.scenario.table.TableWriter;

/**
 * Writes a solved scenario: every table of its run, what the solution needs and what each target costs, and in {@code
 * scenario} a folder that extends the scenario and runs on its own.
 */
public final class SolveFolder {
    /** The folder of the solved scenario within the results. */
    public static final String SCENARIO = "scenario";

    private static final List<String> NEEDS = List.of(
            "measure",
            "region",
            "ages",
            "from_year",
            "to_year",
            "needed",
            "trend",
            "ratio",
            "highest",
            "highest_years",
            "lowest",
            "lowest_years",
            "off_record",
            "grade");
    private static final List<String> COSTS = List.of(
            "measure",
            "region",
            "date",
            "from_age",
            "to_age",
            "share_of",
            "wanted",
            "trend",
            "reached_on_trend",
            "reached",
            "met",
            "change",
            "others_met_without",
            "value_without",
            "change_without");

    private final SolveRun run;
    private final String base;

    private SolveFolder(SolveRun run, String base) {
        this.run = run;
        this.base = base;
    }

    /**
     * Writes a solved scenario, in place of an earlier result.
     *
     * @param solved the run of the solved scenario
     * @param folder the folder that the scenario was read from; empty for the bundled scenario of its id
     * @param more what is written beside the tables
     * @throws org.kapok.scenario.table.InputDataException if the target holds something that is not an earlier result
     */
    public static void write(
            SolveRun run, ScenarioRun solved, Optional<Path> folder, OutputFolder.Content more, Path target)
            throws IOException {
        String base = folder.map(path -> relative(target.resolve(SCENARIO), path))
                .orElse(BundledScenarios.PREFIX + run.scenario().id());
        OutputFolder.write(target, fresh -> {
            new SolveFolder(run, base).writeTo(solved, fresh);
            more.writeTo(fresh);
        });
    }

    /** Writes a solved scenario alone. */
    public static void write(SolveRun run, Optional<Path> folder, Path target) throws IOException {
        write(run, ScenarioRun.of(run.solved()), folder, OutputFolder.Content.NONE, target);
    }

    /** A folder as seen from another, or as it is where no way leads there. */
    private static String relative(Path from, Path to) {
        Path here = from.toAbsolutePath().normalize();
        Path there = to.toAbsolutePath().normalize();
        Path way = here.getRoot().equals(there.getRoot()) ? here.relativize(there) : there;
        return way.toString().replace('\\', '/');
    }

    /** Writes what a solution needs and what each target costs. */
    static void writeTables(SolveRun run, Path folder) throws IOException {
        SolveFolder tables = new SolveFolder(run, "");
        TableWriter.write(folder.resolve("needs.csv"), NEEDS, tables.needRows());
        TableWriter.write(folder.resolve("costs.csv"), COSTS, tables.costRows());
    }

    private void writeTo(ScenarioRun solved, Path folder) throws IOException {
        writeTables(run, folder); // before the file that describes every table
        RunFolder.writeInto(solved, folder);
        writeScenario(Files.createDirectory(folder.resolve(SCENARIO)));
    }

    private List<List<String>> needRows() {
        List<List<String>> rows = new ArrayList<>();
        for (Need need : run.needs()) {
            Optional<FlowRecord.Extremes> past = need.past();
            rows.add(List.of(
                    need.measure().id(),
                    need.area(),
                    need.ages().equals(AgeBand.all()) ? "" : need.ages().toString(),
                    Integer.toString(need.from()),
                    Integer.toString(need.to()),
                    TableWriter.text(need.needed()),
                    TableWriter.text(need.trend()),
                    need.trend() == 0 ? "" : TableWriter.text(need.needed() / need.trend()),
                    past.map(extremes -> TableWriter.text(extremes.high())).orElse(""),
                    past.map(FlowRecord.Extremes::highYears).orElse(""),
                    past.map(extremes -> TableWriter.text(extremes.low())).orElse(""),
                    past.map(FlowRecord.Extremes::lowYears).orElse(""),
                    need.offRecord().isPresent()
                            ? TableWriter.text(need.offRecord().getAsDouble())
                            : "",
                    need.grade().label()));
        }
        return rows;
    }

    private List<List<String>> costRows() {
        List<List<String>> rows = new ArrayList<>();
        Solution solution = run.solution();
        for (Solution.Outcome outcome : solution.outcomes()) {
            Target target = outcome.target();
            Optional<Solution.Relaxed> without = solution.relaxed().stream()
                    .filter(relaxed -> relaxed.target().equals(target))
                    .findFirst();
            rows.add(List.of(
                    target.measure().id(),
                    target.area(),
                    target.date().toString(),
                    Integer.toString(target.fromAge()),
                    target.toAge() == Selection.OPEN ? "" : Integer.toString(target.toAge()),
                    target.shareOf().map(Measure::id).orElse(""),
                    TableWriter.text(target.value()),
                    TableWriter.text(outcome.trend()),
                    run.onTrend(target).map(Object::toString).orElse(""),
                    TableWriter.text(outcome.reached()),
                    Boolean.toString(outcome.met()),
                    TableWriter.text(solution.change()),
                    without.map(relaxed -> Boolean.toString(relaxed.othersHold()))
                            .orElse(""),
                    without.map(relaxed -> TableWriter.text(relaxed.value())).orElse(""),
                    without.map(relaxed -> TableWriter.text(relaxed.change())).orElse("")));
        }
        return rows;
    }

    private void writeScenario(Path folder) throws IOException {
        Scenario scenario = run.scenario();
        ObjectNode root = RunFile.object();
        root.put("format", ScenarioFolder.FORMAT);
        root.put("id", run.solved().id());
        root.put("extends", base);
        RunFile.put(root.putObject("title"), run.solved().title());
        ObjectNode solution = root.putObject("solution");
        Set<String> earlier = new TreeSet<>(scenario.goals().solution().stream()
                .map(factor -> factor.component().id())
                .collect(Collectors.toSet()));
        for (Factor factor : run.solution().factors()) {
            String id = factor.component().id();
            String file = "solved_" + id.replace(':', '_') + ".csv";
            solution.put(id, file);
            TableWriter.write(folder.resolve(file), Map.of("factor", factor.factor()));
            earlier.remove(id);
        }
        earlier.forEach(id -> solution.put(id, 1)); // an earlier solution's, which no longer counts
        RunFile.write(folder, Layers.FILE, root);
    }
}
