package org.kapok.scenario;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.kapok.core.Selection;
import org.kapok.demand.Demand;
import org.kapok.demand.scorecard.Goal;
import org.kapok.projection.ensemble.Correlation;
import org.kapok.projection.ensemble.FactorProcess;
import org.kapok.projection.ensemble.Quantiles;
import org.kapok.projection.ensemble.Sampling;
import org.kapok.projection.target.Measure;
import org.kapok.projection.target.Target;
import org.kapok.scenario.table.OutputFolder;
import org.kapok.scenario.table.TableWriter;

/** Writes an ensemble as a folder of tables and {@code run.json}. The columns are described in {@code docs/outputs.md}. */
public final class EnsembleFolder {
    private static final double[] PROBABILITIES = {0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975};
    private static final List<String> NAMES = List.of("q025", "q10", "q25", "q50", "q75", "q90", "q975");

    private final EnsembleRun run;

    private EnsembleFolder(EnsembleRun run) {
        this.run = run;
    }

    /**
     * Writes an ensemble, in place of an earlier result, and some of its draws whole.
     *
     * @param kept the draws, from 1 on, each to a folder {@code draw-N} with all tables of a run
     * @param more what is written beside the tables
     * @throws org.kapok.scenario.table.InputDataException if the folder holds something that is not an earlier result
     */
    public static void write(EnsembleRun run, List<Integer> kept, OutputFolder.Content more, Path target)
            throws IOException {
        OutputFolder.write(target, folder -> {
            new EnsembleFolder(run).writeTo(folder);
            for (int number : kept) {
                RunFolder.writeInto(run.draw(number), Files.createDirectory(folder.resolve("draw-" + number)));
            }
            more.writeTo(folder);
        });
    }

    /** Writes an ensemble without single draws. */
    public static void write(EnsembleRun run, Path target) throws IOException {
        write(run, List.of(), OutputFolder.Content.NONE, target);
    }

    private void writeTo(Path folder) throws IOException {
        TableWriter.write(
                folder.resolve("quantiles.csv"),
                withQuantiles("year", "measure", "region", "age_band"),
                rows(this::addMeasures));
        writeChances(folder);
        if (run.services().isPresent()) {
            TableWriter.write(
                    folder.resolve("service_quantiles.csv"),
                    withQuantiles("year", "service", "path", "region", "supply", "chance_short", "mean_shortage"),
                    rows(this::addServices));
        }
        if (!run.components().isEmpty()) {
            TableWriter.write(
                    folder.resolve("variance.csv"),
                    List.of("year", "measure", "region", "age_band", "component", "share"),
                    rows(this::addVariances));
            TableWriter.write(
                    folder.resolve("service_variance.csv"),
                    List.of("year", "service", "path", "region", "component", "share"),
                    rows(this::addServiceVariances));
        }
        LabelTables.write(run.scenario(), folder);
        RunFile.write(folder, runJson(run));
    }

    private void writeChances(Path folder) throws IOException {
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
                chanceRows());
        if (!run.indicators().isEmpty()) {
            TableWriter.write(
                    folder.resolve("indicator_chances.csv"),
                    List.of("number", "indicator", "year", "want", "target", "q10", "q50", "q90", "met", "met_error"),
                    indicatorRows());
        }
        if (!run.events().isEmpty()) {
            TableWriter.write(
                    folder.resolve("event_chances.csv"), List.of("event", "chance", "chance_error"), eventRows());
        }
    }

    private static List<String> withQuantiles(String... columns) {
        List<String> header = new ArrayList<>(List.of(columns));
        header.addAll(List.of("mean", "sd"));
        NAMES.forEach(name -> header.addAll(List.of(name, name + "_error")));
        return header;
    }

    /** The rows of all steps, several steps at once, as sorting many draws takes long. */
    private List<List<String>> rows(BiConsumer<Integer, List<List<String>>> ofStep) {
        return IntStream.range(0, run.steps())
                .parallel()
                .mapToObj(step -> {
                    List<List<String>> rows = new ArrayList<>();
                    ofStep.accept(step, rows);
                    return rows;
                })
                .flatMap(List::stream)
                .toList();
    }

    private String year(int step) {
        return Integer.toString(run.dateAfter(step).getYear());
    }

    private List<String> start(int step, EnsembleRun.Measured measured) {
        return new ArrayList<>(List.of(
                year(step), measured.measure(), measured.area(), measured.band().toString()));
    }

    private void addMeasures(int step, List<List<String>> rows) {
        for (int position = 0; position < run.measured().size(); position++) {
            List<String> row = start(step, run.measured().get(position));
            addSummary(row, run.spread(position, step));
            rows.add(row);
        }
    }

    /** Does something for every service, path and area. */
    private void forEachService(int step, ServiceAction action) {
        run.services().ifPresent(services -> {
            for (int position = 0; position < services.of().size(); position++) {
                Demand.Of of = services.of().get(position);
                for (int area = 0; area < services.areas().size(); area++) {
                    List<String> start = List.of(
                            year(step),
                            of.service(),
                            of.path().label(),
                            services.areas().get(area));
                    action.accept(position, area, start);
                }
            }
        });
    }

    /** Takes a service and path, an area, and how their row starts. */
    @FunctionalInterface
    private interface ServiceAction {
        void accept(int position, int area, List<String> start);
    }

    private void addServices(int step, List<List<String>> rows) {
        forEachService(step, (position, area, start) -> {
            List<String> row = new ArrayList<>(start);
            OptionalDouble supply = run.supply(position, area, step);
            row.add(supply.isPresent() ? TableWriter.text(supply.getAsDouble()) : "");
            row.add(supply.isPresent() ? TableWriter.text(run.chanceShort(position, area, step)) : "");
            row.add(supply.isPresent() ? TableWriter.text(run.meanShortage(position, area, step)) : "");
            addSummary(row, run.serviceSpread(position, area, step));
            rows.add(row);
        });
    }

    /** The variance with the shocks of each component alone, over that with all; the rest is how they act together. */
    private void addVariances(int step, List<List<String>> rows) {
        for (int position = 0; position < run.measured().size(); position++) {
            addShares(start(step, run.measured().get(position)), run.varianceShares(position, step), rows);
        }
    }

    private void addServiceVariances(int step, List<List<String>> rows) {
        forEachService(
                step,
                (position, area, start) -> addShares(start, run.serviceVarianceShares(position, area, step), rows));
    }

    private void addShares(List<String> start, List<Double> shares, List<List<String>> rows) {
        double rest = 1;
        for (int i = 0; i < shares.size(); i++) {
            rest -= shares.get(i);
            rows.add(row(start, run.components().get(i), shares.get(i)));
        }
        boolean varies = shares.stream().anyMatch(share -> share > 0);
        rows.add(row(start, "together", varies ? rest : 0));
    }

    private static List<String> row(List<String> start, String component, double share) {
        List<String> row = new ArrayList<>(start);
        row.add(component);
        row.add(TableWriter.text(share));
        return row;
    }

    private static void addSummary(List<String> row, Quantiles quantiles) {
        row.add(TableWriter.text(quantiles.mean()));
        row.add(TableWriter.text(quantiles.deviation()));
        for (double probability : PROBABILITIES) {
            row.add(TableWriter.text(quantiles.at(probability)));
            row.add(TableWriter.text(quantiles.error(probability)));
        }
    }

    private List<List<String>> chanceRows() {
        List<List<String>> rows = new ArrayList<>();
        for (EnsembleRun.Chance chance : run.chances()) {
            Target target = chance.target();
            List<String> row = new ArrayList<>(List.of(
                    target.measure().id(),
                    target.area(),
                    target.date().toString(),
                    Integer.toString(target.fromAge()),
                    target.toAge() == Selection.OPEN ? "" : Integer.toString(target.toAge()),
                    target.shareOf().map(Measure::id).orElse(""),
                    TableWriter.text(target.value())));
            addChance(row, chance.spread(), chance.atLeast());
            rows.add(row);
        }
        if (rows.size() > 1) {
            List<String> row = new ArrayList<>(List.of("all_targets", "", "", "", "", "", "", "", "", ""));
            addShare(row, run.allTargets());
            rows.add(row);
        }
        return rows;
    }

    private List<List<String>> indicatorRows() {
        List<List<String>> rows = new ArrayList<>();
        for (EnsembleRun.IndicatorChance chance : run.indicators()) {
            Goal goal = chance.indicator().goal();
            List<String> row = new ArrayList<>(List.of(
                    Integer.toString(chance.indicator().number()),
                    chance.indicator().id(),
                    Integer.toString(goal.targetYear()),
                    goal.direction().name().toLowerCase(Locale.ROOT),
                    TableWriter.text(goal.target())));
            addChance(row, chance.spread(), chance.met());
            rows.add(row);
        }
        return rows;
    }

    private List<List<String>> eventRows() {
        List<List<String>> rows = new ArrayList<>();
        for (EnsembleRun.EventChance chance : run.events()) {
            List<String> row = new ArrayList<>(List.of(chance.event().id()));
            addShare(row, chance.chance());
            rows.add(row);
        }
        return rows;
    }

    private void addChance(List<String> row, Quantiles spread, double share) {
        for (double probability : new double[] {0.1, 0.5, 0.9}) {
            row.add(TableWriter.text(spread.at(probability)));
        }
        addShare(row, share);
    }

    private void addShare(List<String> row, double share) {
        row.add(TableWriter.text(share));
        row.add(TableWriter.text(run.errorOf(share)));
    }

    private static ObjectNode runJson(EnsembleRun run) {
        ObjectNode root = RunFile.start();
        root.put("scenario", run.scenario().id());
        root.put("seed", run.seed());
        root.put("draws", run.draws());
        EnsemblePlan plan = run.scenario().ensemble().orElseThrow();
        root.put("sampling", plan.sampling().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        root.put("errors", run.sampling() == Sampling.PLAIN ? "of independent draws" : "upper bounds");
        root.put("trajectories", plan.trajectories().isPresent());
        plan.regions().ifPresent(regions -> putPairs(root.putArray("local_correlation"), regions));
        ArrayNode processes = root.putArray("processes");
        for (Wandering each : plan.components()) {
            ObjectNode node = put(processes.addObject().put("component", each.component()), each.process());
            node.put("scale", each.logit() ? "logit" : "log");
            each.local().ifPresent(local -> put(node.putObject("local"), local));
            String shape = each.component().equals(Wandering.MORTALITY) ? "sexes" : "timing";
            each.shape().ifPresent(own -> put(node.putObject(shape), own));
            each.estimate()
                    .ifPresent(estimate -> node.putObject("estimate")
                            .put("phi_error", estimate.phiError())
                            .put("theta_error", estimate.thetaError())
                            .put("degrees", estimate.degrees()));
        }
        plan.services()
                .forEach((use, process) -> put(
                        processes
                                .addObject()
                                .put("service", use.of().service())
                                .put("path", use.of().path().label())
                                .put("parameter", use.parameter().label()),
                        process));
        RunFile.putFindings(root, run.scenario());
        RunFile.putInputs(root, run.scenario());
        return root;
    }

    private static void putPairs(ArrayNode pairs, Correlation correlation) {
        for (int one = 0; one < correlation.labels().size(); one++) {
            for (int other = 0; other < one; other++) {
                if (correlation.at(one, other) != 0) {
                    ObjectNode pair = pairs.addObject();
                    pair.putArray("between")
                            .add(correlation.labels().get(other))
                            .add(correlation.labels().get(one));
                    pair.put("value", correlation.at(one, other));
                }
            }
        }
    }

    private static ObjectNode put(ObjectNode node, FactorProcess process) {
        return node.put("phi", process.phi())
                .put("sd", process.sd())
                .put("level", process.level())
                .put("drift", process.drift())
                .put("theta", process.theta());
    }
}
