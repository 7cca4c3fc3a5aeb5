package org.kapok.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.kapok.demand.DemandPath;
import org.kapok.projection.target.Measure;
import org.kapok.report.picture.Picture;
import org.kapok.scenario.AgeBand;
import org.kapok.scenario.EnsembleRun;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioRun;
import org.kapok.scenario.table.Labels;
import org.kapok.scenario.table.OutputFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Draws one picture of a scenario. */
@Command(
        name = "picture",
        header = "Draws one picture of a scenario, as PNG or SVG.",
        description = "Charts: pyramid, trend, fan (of an ensemble), components, map, change (a map), "
                + "shortages. Chinese where --lang is zh; no browser is needed.",
        footer = {
            "  kapok picture guangzhou pyramid --year 2035 --area 440106",
            "  kapok picture guangzhou map --lang zh --out map.svg",
            "  kapok picture guangzhou fan --measure registered"
        })
final class PictureCommand implements Callable<Integer> {
    @ParentCommand
    private Kapok kapok;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ScenarioArgument scenario;

    @Parameters(
            paramLabel = "CHART",
            descriptionKey = "CHART",
            description = "What is drawn; one of ${COMPLETION-CANDIDATES}.")
    private Chart chart;

    @Option(names = "--year", paramLabel = "YEAR", description = "The year; the last one by default.")
    private Integer year;

    @Option(
            names = "--area",
            paramLabel = "ID",
            description =
                    "A region or group by id or name, for pyramid, trend, fan and components; else the whole place.")
    private String area;

    @Option(
            names = "--measure",
            paramLabel = "NAME",
            description = "resident or registered; resident by default. births and others of quantiles.csv for fan.")
    private String measure;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "A .png or .svg file; by default one in out/ with the names of scenario and chart.")
    private Path out;

    /** What can be drawn, and by which options. */
    enum Chart {
        pyramid("--year", "--area"),
        trend("--measure", "--area"),
        fan("--measure", "--area"),
        components("--measure", "--area"),
        map("--measure", "--year"),
        change("--measure", "--year"),
        shortages();

        private final List<String> options;

        Chart(String... options) {
            this.options = List.of(options);
        }
    }

    @Override
    public Integer call() throws IOException {
        requireFits("--year", year);
        requireFits("--area", area);
        requireFits("--measure", measure);
        Scenario read = scenario.read();
        Path file = out == null ? Path.of("out", read.id() + "-" + chart + ".png") : out;
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".png") && !name.endsWith(".svg")) {
            throw new ParameterException(
                    spec.commandLine(), "--out: got " + file + ", expected a name that ends with .png or .svg");
        }
        OutputFile.requireWritable(file);
        Picture picture = picture(read).in(kapok.words().locale());
        if (name.endsWith(".svg")) {
            picture.writeSvg(file);
        } else {
            picture.writePng(file);
        }
        spec.commandLine().getOut().println(kapok.words().of("written.file", file.toString()));
        return 0;
    }

    private void requireFits(String option, Object given) {
        if (given != null && !chart.options.contains(option)) {
            throw new ParameterException(
                    spec.commandLine(), option + ": got " + given + ", expected for " + chart + " " + chart.options);
        }
    }

    private Picture picture(Scenario read) {
        String where = area == null
                ? ""
                : AreaChoice.ofGroupsAndRegions(read, kapok.words()).require("--area", area);
        String what = measure == null ? Measure.RESIDENT : measure;
        requireKnown("--measure", what, measures(read));
        int at = year == null ? read.lastYear() : year;
        requireKnown("--year", Integer.toString(at), years(read));
        if (chart == Chart.fan) {
            return Picture.fan(kapok.drawn(read), what, where, AgeBand.all());
        }
        ScenarioRun run = ScenarioRun.of(read);
        return switch (chart) {
            case pyramid -> Picture.pyramid(run, at, where);
            case trend -> Picture.trend(run, what, where);
            case components -> Picture.components(run, what, where);
            case map -> Picture.map(run, what, at);
            case change -> Picture.mapOfChange(run, what, at);
            default -> Picture.shortages(run, DemandPath.NORM);
        };
    }

    /** Refuses what there is not before anything is run or drawn, and says what was probably meant. */
    private static void requireKnown(String option, String given, List<String> known) {
        if (known.contains(given)) {
            return;
        }
        String meant = Labels.nearest(given, known);
        throw new IllegalArgumentException(option + ": got " + given + ", expected one of " + String.join(", ", known)
                + (meant.isEmpty() ? "" : "; did you mean " + meant + "?"));
    }

    /** What the chart can show of a scenario. */
    private List<String> measures(Scenario read) {
        List<Measure> all = Measure.of(read.inputs());
        return switch (chart) {
            case fan ->
                EnsembleRun.measured(read.inputs().base().space()).stream()
                        .map(EnsembleRun.Measured::measure)
                        .distinct()
                        .toList();
            case change ->
                all.stream().filter(Measure::isStock).map(Measure::id).toList();
            case components ->
                all.stream()
                        .filter(each -> each.kind() == Measure.Kind.NET_MIGRATION)
                        .map(each -> each.id().substring(each.id().indexOf(':') + 1))
                        .toList();
            default -> all.stream().map(Measure::id).toList();
        };
    }

    /** The years of the reference dates. */
    private static List<String> years(Scenario read) {
        int width = read.inputs().base().space().ages().uniformWidth();
        return Stream.iterate(
                        read.inputs().base().date().getYear(), year -> year <= read.lastYear(), year -> year + width)
                .map(String::valueOf)
                .toList();
    }
}
