package org.kapok.scenario;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.core.Region;
import org.kapok.core.Selection;
import org.kapok.core.Status;
import org.kapok.demand.scorecard.Verdict;
import org.kapok.projection.Projection;
import org.kapok.projection.Projection.Flow;
import org.kapok.projection.StatusTransition;
import org.kapok.projection.target.Measure;
import org.kapok.projection.target.Target;
import org.kapok.scenario.table.OutputFolder;
import org.kapok.scenario.table.TableWriter;

/**
 * Writes what a run found as a folder of tables and {@code run.json}. The columns are described in {@code
 * docs/outputs.md}. The tables of one scenario are the same bytes on every machine.
 */
public final class RunFolder {
    private final ScenarioRun run;
    private final Projection projection;

    private RunFolder(ScenarioRun run) {
        this.run = run;
        this.projection = run.projection();
    }

    /**
     * Writes a run, in place of an earlier one.
     *
     * @throws org.kapok.scenario.table.InputDataException if the folder holds something that is not an earlier run
     */
    public static void write(ScenarioRun run, Path target) throws IOException {
        write(run, OutputFolder.Content.NONE, target);
    }

    /** Writes a run, and more beside its tables. */
    public static void write(ScenarioRun run, OutputFolder.Content more, Path target) throws IOException {
        OutputFolder.write(target, folder -> {
            writeInto(run, folder);
            more.writeTo(folder);
        });
    }

    /** Writes all files of a run into a folder that exists. */
    static void writeInto(ScenarioRun run, Path folder) throws IOException {
        new RunFolder(run).writeTo(folder);
    }

    private void writeTo(Path folder) throws IOException {
        TableWriter.write(folder.resolve(RunPopulation.TABLE), Map.of("persons", projection.populations()));
        TableWriter.write(folder.resolve("components.csv"), components());
        TableWriter.write(
                folder.resolve("transitions.csv"),
                List.of("year", "transition", "region", "sex", "persons"),
                transitionRows());
        TableWriter.write(folder.resolve("measures.csv"), MeasureTable.HEADER, MeasureTable.rows(run));
        ServiceTables.write(run, folder);
        if (!run.scenario().targets().isEmpty()) {
            TableWriter.write(
                    folder.resolve("targets.csv"),
                    List.of(
                            "measure",
                            "region",
                            "year",
                            "date",
                            "from_age",
                            "to_age",
                            "share_of",
                            "wanted",
                            "reached",
                            "met",
                            "source"),
                    targetRows());
        }
        if (run.solution().isPresent()) {
            SolveFolder.writeTables(run.solution().get(), folder);
        }
        LabelTables.write(run.scenario(), folder);
        RunFile.write(folder, runJson());
    }

    private Map<String, Cube> components() {
        Map<String, Cube> columns = new LinkedHashMap<>();
        Cube deaths = projection.flows(Flow.DEATHS);
        Cube births = projection.births();
        columns.put(
                "births",
                Cube.generate(
                        deaths.axes(), index -> index[4] == 0 ? births.at(index[0], index[1], index[2], index[3]) : 0));
        columns.put("deaths", deaths);
        columns.put("arrivals", projection.flows(Flow.ARRIVALS));
        columns.put("departures", projection.flows(Flow.DEPARTURES));
        columns.put("moves_in", projection.flows(Flow.MOVES_IN));
        columns.put("moves_out", projection.flows(Flow.MOVES_OUT));
        columns.put("status_in", projection.flows(Flow.STATUS_IN));
        columns.put("status_out", projection.flows(Flow.STATUS_OUT));
        return columns;
    }

    private List<List<String>> transitionRows() {
        List<List<String>> rows = new ArrayList<>();
        for (StatusTransition transition : projection.inputs().transitions()) {
            Cube people = projection.transitions(transition.id()).sumOver(Axis.AGE);
            double[] values = people.toArray();
            for (int cell = 0; cell < values.length; cell++) {
                int sexes = people.axis(Axis.SEX).size();
                int regions = people.axis(Axis.REGION).size();
                rows.add(List.of(
                        people.axis(Axis.YEAR).labels().get(cell / (sexes * regions)),
                        transition.id(),
                        people.axis(Axis.REGION).labels().get(cell / sexes % regions),
                        people.axis(Axis.SEX).labels().get(cell % sexes),
                        TableWriter.text(values[cell])));
            }
        }
        return rows;
    }

    private List<List<String>> targetRows() {
        List<List<String>> rows = new ArrayList<>();
        for (TargetStanding standing : run.standings()) {
            Target target = standing.target();
            rows.add(List.of(
                    target.measure().id(),
                    target.area(),
                    Integer.toString(target.date().getYear()),
                    target.date().toString(),
                    Integer.toString(target.fromAge()),
                    target.toAge() == Selection.OPEN ? "" : Integer.toString(target.toAge()),
                    target.shareOf().map(Measure::id).orElse(""),
                    TableWriter.text(target.value()),
                    TableWriter.text(standing.reached()),
                    Boolean.toString(standing.verdict() == Verdict.MET),
                    target.source()));
        }
        return rows;
    }

    private ObjectNode runJson() {
        Scenario scenario = run.scenario();
        ObjectNode root = RunFile.start();
        root.put("format", ScenarioFolder.FORMAT);
        root.put("scenario", scenario.id());
        RunFile.put(root.putObject("title"), scenario.title());
        root.put("convention", projection.inputs().convention().id());
        root.put("base_date", projection.dates().get(0).toString());
        root.put(
                "last_date",
                projection.dates().get(projection.dates().size() - 1).toString());
        put(root, projection.space());
        root.putNull("seed"); // nothing is drawn at random
        run.solution()
                .ifPresent(solved -> root.putObject("solved")
                        .put("targets_hold", solved.solution().holds())
                        .put("mean_change_of_free_flows", solved.solution().change()));
        ObjectNode identities = root.putObject("identities");
        identities.put("largest_imbalance_of_accounts_persons", projection.accounts());
        identities.put("largest_difference_of_measures_persons", run.measureIdentity());
        putWithheld(RunFile.putFindings(root, scenario));
        RunFile.putInputs(root, scenario);
        return root;
    }

    private void putWithheld(ArrayNode findings) {
        for (Projection.Withheld withheld : projection.withheld()) {
            findings.addObject()
                    .put("kind", "withheld_departures")
                    .put("year", withheld.year())
                    .put("cell", withheld.cell())
                    .put("persons", withheld.persons());
        }
    }

    /** The cells of population.csv: whoever reads it cannot tell from its labels who is a resident. */
    private static void put(ObjectNode node, CellSpace space) {
        ArrayNode regions = node.putArray("regions");
        for (Region region : space.regions()) {
            ObjectNode cell = regions.addObject().put("id", region.id());
            if (!region.group().isEmpty()) {
                cell.put("group", region.group());
            }
        }
        ArrayNode statuses = node.putArray("statuses");
        for (Status status : space.statuses()) {
            statuses.addObject()
                    .put("id", status.id())
                    .put("resident", status.resident())
                    .put("registered", status.registered());
        }
        node.putObject("ages")
                .put("width", space.ages().uniformWidth())
                .put("open", space.ages().start(space.ages().open()));
    }
}
