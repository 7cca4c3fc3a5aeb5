package org.kapok.scenario;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kapok.scenario.table.OutputFolder;
import org.kapok.scenario.table.TableWriter;

/** Writes comparisons as a folder of tables and {@code run.json}. The columns are described in {@code docs/outputs.md}. */
public final class ComparisonFolder {
    private static final String INTERACTION = "interaction";
    private static final String TOTAL = "total";

    private final List<Comparison> comparisons;

    private ComparisonFolder(List<Comparison> comparisons) {
        this.comparisons = List.copyOf(comparisons);
    }

    /**
     * Writes comparisons, in place of earlier results.
     *
     * @throws org.kapok.scenario.table.InputDataException if the folder holds something that is not an earlier result
     */
    public static void write(List<Comparison> comparisons, Path target) throws IOException {
        write(comparisons, OutputFolder.Content.NONE, target);
    }

    /** Writes comparisons, and more beside their tables. */
    public static void write(List<Comparison> comparisons, OutputFolder.Content more, Path target) throws IOException {
        OutputFolder.write(target, folder -> {
            new ComparisonFolder(comparisons).writeTo(folder);
            more.writeTo(folder);
        });
    }

    private void writeTo(Path folder) throws IOException {
        List<List<String>> people = new ArrayList<>();
        List<List<String>> flows = new ArrayList<>();
        List<List<String>> shares = new ArrayList<>();
        for (Comparison comparison : comparisons) {
            String id = comparison.second().scenario().id();
            comparison.people().forEach(each -> people.add(row(id, each)));
            comparison.flows().forEach(each -> flows.add(row(id, each)));
            comparison.attribution().ifPresent(attribution -> addSteps(id, attribution, shares));
        }
        TableWriter.write(
                folder.resolve("differences.csv"),
                List.of("scenario", "date", "measure", "region", "age_band", "first", "second", "difference"),
                people);
        TableWriter.write(
                folder.resolve("flow_differences.csv"),
                List.of("scenario", "year", "measure", "region", "first", "second", "difference"),
                flows);
        TableWriter.write(
                folder.resolve("attribution.csv"),
                List.of("scenario", "date", "measure", "region", "step", "difference"),
                shares);
        LabelTables.write(comparisons.get(0).first().scenario(), folder);
        RunFile.write(folder, runJson());
    }

    private static List<String> row(String scenario, Comparison.Difference difference) {
        List<String> row = new ArrayList<>(List.of(scenario));
        row.addAll(difference.key());
        row.add(TableWriter.text(difference.first()));
        row.add(TableWriter.text(difference.second()));
        row.add(TableWriter.text(difference.persons()));
        return row;
    }

    private static void addSteps(String scenario, Attribution attribution, List<List<String>> rows) {
        List<Double> rest = attribution.interaction();
        for (int i = 0; i < attribution.together().size(); i++) {
            Attribution.Effect whole = attribution.together().get(i);
            for (Attribution.Step step : attribution.steps()) {
                if (step.refused().isEmpty()) {
                    rows.add(row(
                            scenario, whole, step.id(), step.effects().get(i).persons()));
                }
            }
            rows.add(row(scenario, whole, INTERACTION, rest.get(i)));
            rows.add(row(scenario, whole, TOTAL, whole.persons()));
        }
    }

    private static List<String> row(String scenario, Attribution.Effect effect, String step, double persons) {
        return List.of(
                scenario,
                effect.date().toString(),
                effect.measure().id(),
                effect.area(),
                step,
                TableWriter.text(persons));
    }

    private ObjectNode runJson() {
        ObjectNode root = RunFile.start();
        put(root.putObject("first"), comparisons.get(0).first().scenario());
        ArrayNode others = root.putArray("compared");
        for (Comparison comparison : comparisons) {
            ObjectNode node = others.addObject();
            put(node, comparison.second().scenario());
            node.put("attributed", comparison.attribution().isPresent());
            ArrayNode refused = node.putArray("not_alone");
            comparison.attribution().map(Attribution::steps).orElse(List.of()).stream()
                    .filter(step -> !step.refused().isEmpty())
                    .forEach(step -> RunFile.put(refused.addObject().put("step", step.id()), step.why()));
        }
        return root;
    }

    private static void put(ObjectNode node, Scenario scenario) {
        node.put("scenario", scenario.id());
        RunFile.putInputs(node, scenario);
    }
}
