package org.kapok.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kapok.demand.siting.SitingPlan;
import org.kapok.scenario.table.OutputFolder;
import org.kapok.scenario.table.TableWriter;

/** Writes a siting plan as a folder of tables and {@code run.json}. The columns are described in {@code docs/outputs.md}. */
public final class SitingFolder {
    private SitingFolder() {}

    /**
     * Writes a plan, in place of an earlier result.
     *
     * @throws org.kapok.scenario.table.InputDataException if the folder holds something that is not an earlier result
     */
    public static void write(SitingRun siting, Path target) throws IOException {
        OutputFolder.write(target, folder -> writeInto(siting, folder));
    }

    private static void writeInto(SitingRun siting, Path folder) throws IOException {
        List<List<String>> openings = new ArrayList<>();
        for (SitingPlan.Opening opening : siting.plan().openings()) {
            openings.add(List.of(
                    opening.site(),
                    opening.region(),
                    Integer.toString(opening.year()),
                    TableWriter.text(opening.capacity()),
                    TableWriter.text(opening.cost())));
        }
        TableWriter.write(
                folder.resolve("openings.csv"), List.of("site", "region", "year", "capacity", "cost"), openings);
        List<List<String>> outcomes = new ArrayList<>();
        for (SitingPlan.Outcome outcome : siting.plan().outcomes()) {
            outcomes.add(List.of(
                    Integer.toString(outcome.year()),
                    outcome.region(),
                    TableWriter.text(outcome.before()),
                    TableWriter.text(outcome.after())));
        }
        TableWriter.write(
                folder.resolve("siting.csv"), List.of("year", "region", "shortage_before", "shortage_after"), outcomes);
        List<List<String>> curve = new ArrayList<>();
        for (int step = 0; step < SitingRun.STEPS.size(); step++) {
            curve.add(List.of(
                    TableWriter.text(SitingRun.STEPS.get(step)
                            * siting.request().budget().total()),
                    TableWriter.text(siting.curve().get(step))));
        }
        TableWriter.write(folder.resolve("budget.csv"), List.of("budget", "objective"), curve);
        LabelTables.write(siting.run().scenario(), folder);
        RunFile.write(folder, runJson(siting));
    }

    private static ObjectNode runJson(SitingRun siting) {
        ObjectNode root = RunFile.start();
        root.put("scenario", siting.run().scenario().id());
        root.put("service", siting.request().service());
        root.put("path", siting.request().path().label());
        root.put("budget", siting.request().budget().total());
        root.put("equity", siting.request().equity());
        root.put("spent", siting.plan().spent());
        root.put("shortage_before", siting.plan().before());
        root.put("shortage_after", siting.plan().after());
        siting.marginalValue().ifPresent(value -> root.put("marginal_value", value));
        RunFile.putInputs(root, siting.run().scenario());
        return root;
    }
}
