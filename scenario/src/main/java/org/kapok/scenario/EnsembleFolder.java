package org.kapok.scenario;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.kapok.core.Selection;
import org.kapok.demand.Demand;
import org.kapok.demand.Supply;
import org.kapok.projection.ensemble.FactorProcess;
import org.kapok.projection.ensemble.Quantiles;
import org.kapok.projection.ensemble.Values;
import org.kapok.projection.target.Measure;
import org.kapok.projection.target.Target;
import org.kapok.scenario.table.OutputFolder;
import org.kapok.scenario.table.TableWriter;

/** Writes an ensemble as a folder of tables and {@code run.json}. The columns are described in {@code docs/outputs.md}. */
public final class EnsembleFolder {
    private static final double[] PROBABILITIES = {0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975};
    private static final List<String> NAMES = List.of("q025", "q10", "q25", "q50", "q75", "q90", "q975");

    private EnsembleFolder() {}

    /**
     * Writes an ensemble, in place of an earlier result.
     *
     * @throws org.kapok.scenario.table.InputDataException if the folder holds something that is not an earlier result
     */
    public static void write(EnsembleRun run, Path target) throws IOException {
        OutputFolder.write(target, folder -> writeInto(run, folder));
    }

    private static void writeInto(EnsembleRun run, Path folder) throws IOException {
        int base = run.scenario().inputs().base().date().getYear();
        int width = run.scenario().inputs().base().space().ages().uniformWidth();
        writeQuantiles(run, folder.resolve("quantiles.csv"), base, width);
        TableWriter.write(
                folder.resolve("chances.csv"),
                List.of(
                        "measure",
                        "region",
                        "date",
                        "from_age",
                        "to_age",
                        "share_of",
                        "wanted",
                        "q10",
                        "q50",
                        "q90",
                        "at_least",
                        "at_least_error"),
                chanceRows(run));
        if (run.services().isPresent()) {
            writeServices(run, run.services().get(), folder.resolve("service_quantiles.csv"), base, width);
        }
        if (!run.alone().isEmpty()) {
            TableWriter.write(
                    folder.resolve("variance.csv"),
                    List.of("year", "measure", "region", "age_band", "component", "share"),
                    varianceRows(run, base, width));
        }
        RunFile.write(folder, runJson(run));
    }

    /** The variance with the shocks of each component alone, over that with all; the rest is how they act together. */
    private static List<List<String>> varianceRows(EnsembleRun run, int base, int width) {
        List<List<String>> rows = new ArrayList<>();
        for (int step = 0; step < run.values().steps(); step++) {
            for (int count = 0; count < run.measured().size(); count++) {
                EnsembleRun.Measured measured = run.measured().get(count);
                double all = Quantiles.of(run.values().draws(count, step)).deviation();
                List<String> start = List.of(
                        Integer.toString(base + (step + 1) * width),
                        measured.measure(),
                        measured.area(),
                        measured.band().toString());
                double rest = 1;
                for (Map.Entry<String, Values> alone : run.alone().entrySet()) {
                    double own =
                            Quantiles.of(alone.getValue().draws(count, step)).deviation();
                    double share = all > 0 ? own * own / (all * all) : 0;
                    rest -= share;
                    rows.add(row(start, alone.getKey(), share));
                }
                rows.add(row(start, "together", all > 0 ? rest : 0));
            }
        }
        return rows;
    }

    private static List<String> row(List<String> start, String component, double share) {
        List<String> row = new ArrayList<>(start);
        row.add(component);
        row.add(TableWriter.text(share));
        return row;
    }

    private static void writeQuantiles(EnsembleRun run, Path file, int base, int width) throws IOException {
        List<String> header = new ArrayList<>(List.of("year", "measure", "region", "age_band", "mean", "sd"));
        NAMES.forEach(name -> header.addAll(List.of(name, name + "_error")));
        List<List<String>> rows = new ArrayList<>();
        for (int step = 0; step < run.values().steps(); step++) {
            for (int count = 0; count < run.measured().size(); count++) {
                EnsembleRun.Measured measured = run.measured().get(count);
                List<String> row = new ArrayList<>(List.of(
                        Integer.toString(base + (step + 1) * width),
                        measured.measure(),
                        measured.area(),
                        measured.band().toString()));
                addSummary(row, Quantiles.of(run.values().draws(count, step)));
                rows.add(row);
            }
        }
        TableWriter.write(file, header, rows);
    }

    /** Demand of the whole place, and the share of draws in which it exceeds a supply that is given as a whole. */
    private static void writeServices(EnsembleRun run, ServiceDraws services, Path file, int base, int width)
            throws IOException {
        List<String> header =
                new ArrayList<>(List.of("year", "service", "path", "supply", "chance_short", "mean", "sd"));
        NAMES.forEach(name -> header.addAll(List.of(name, name + "_error")));
        List<List<String>> rows = new ArrayList<>();
        LocalDate first = run.scenario().inputs().base().date();
        for (int step = 0; step < run.values().steps(); step++) {
            LocalDate date = first.plusYears((long) (step + 1) * width);
            for (int position = 0; position < services.of().size(); position++) {
                Demand.Of of = services.of().get(position);
                double[] draws = services.draws(position, step);
                OptionalDouble supply = supply(run.scenario(), of.service(), date);
                List<String> row = new ArrayList<>(List.of(
                        Integer.toString(base + (step + 1) * width),
                        of.service(),
                        of.path().label()));
                row.add(supply.isPresent() ? TableWriter.text(supply.getAsDouble()) : "");
                row.add(supply.isPresent() ? TableWriter.text(chanceAbove(draws, supply.getAsDouble())) : "");
                addSummary(row, Quantiles.of(draws));
                rows.add(row);
            }
        }
        TableWriter.write(file, header, rows);
    }

    private static OptionalDouble supply(Scenario scenario, String service, LocalDate date) {
        boolean known = scenario.supply().isPresent() && scenario.supply().get().isKnown(service, date);
        return known && !scenario.supply().get().isByRegion(service)
                ? OptionalDouble.of(scenario.supply().get().unitsAt(service, Supply.WHOLE_AREA, date))
                : OptionalDouble.empty();
    }

    private static double chanceAbove(double[] draws, double supply) {
        int above = 0;
        for (double draw : draws) {
            above += draw > supply ? 1 : 0;
        }
        return (double) above / draws.length;
    }

    private static void addSummary(List<String> row, Quantiles quantiles) {
        row.add(TableWriter.text(quantiles.mean()));
        row.add(TableWriter.text(quantiles.deviation()));
        for (double probability : PROBABILITIES) {
            row.add(TableWriter.text(quantiles.at(probability)));
            row.add(TableWriter.text(quantiles.error(probability)));
        }
    }

    private static List<List<String>> chanceRows(EnsembleRun run) {
        List<List<String>> rows = new ArrayList<>();
        for (EnsembleRun.Chance chance : run.chances()) {
            Target target = chance.target();
            Quantiles quantiles = Quantiles.of(chance.draws());
            double share = chance.atLeast();
            rows.add(List.of(
                    target.measure().id(),
                    target.area(),
                    target.date().toString(),
                    Integer.toString(target.fromAge()),
                    target.toAge() == Selection.OPEN ? "" : Integer.toString(target.toAge()),
                    target.shareOf().map(Measure::id).orElse(""),
                    TableWriter.text(target.value()),
                    TableWriter.text(quantiles.at(0.1)),
                    TableWriter.text(quantiles.at(0.5)),
                    TableWriter.text(quantiles.at(0.9)),
                    TableWriter.text(share),
                    TableWriter.text(Math.sqrt(share * (1 - share) / chance.draws().length))));
        }
        return rows;
    }

    private static ObjectNode runJson(EnsembleRun run) {
        ObjectNode root = RunFile.start();
        root.put("scenario", run.scenario().id());
        root.put("seed", run.seed());
        root.put("draws", run.values().draws());
        root.put("seconds", run.seconds());
        EnsemblePlan plan = run.scenario().ensemble().orElseThrow();
        root.put("antithetic", plan.antithetic());
        ArrayNode processes = root.putArray("processes");
        for (int i = 0; i < plan.components().size(); i++) {
            FactorProcess process = plan.processes().get(i);
            processes
                    .addObject()
                    .put("component", plan.components().get(i))
                    .put("phi", process.phi())
                    .put("sd", process.sd())
                    .put("level", process.level())
                    .put("drift", process.drift());
        }
        RunFile.putFindings(root, run.scenario());
        RunFile.putInputs(root, run.scenario());
        return root;
    }
}
