package org.kapok.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kapok.demand.DemandPath;
import org.kapok.demand.Service;
import org.kapok.demand.siting.Budget;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioRun;
import org.kapok.scenario.SitingFolder;
import org.kapok.scenario.SitingRun;
import org.kapok.scenario.table.Labels;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Chooses where and when to build. */
@Command(
        name = "site",
        header = "Chooses where and when to build, for the least shortage.",
        description = "The service must be supplied by region. A table of sites has the columns id, region, "
                + "earliest, capacity, cost; without one, places may open anywhere and the budget is "
                + "places.",
        footer = {
            "  kapok site guangzhou-districts --service basic_education --budget 100000",
            "  kapok site guangzhou-districts --service beds --budget 9000 --per-year 2000",
            "  kapok site guangzhou-districts --service nursery --budget 9000 --path need"
        })
final class SiteCommand implements Callable<Integer> {
    /** The two ways to say what is missing, as they are typed. */
    enum Standard {
        norm(DemandPath.NORM),
        need(DemandPath.NEED);

        private final DemandPath path;

        Standard(DemandPath path) {
            this.path = path;
        }
    }

    @ParentCommand
    private Kapok kapok;

    @Mixin
    private ScenarioArgument scenario;

    @Option(names = "--service", required = true, paramLabel = "ID", description = "The service to site.")
    private String service;

    @Option(
            names = "--budget",
            required = true,
            paramLabel = "NUMBER",
            description = "What may be spent in all years: places, or the cost of sites.")
    private double budget;

    @Option(names = "--sites", paramLabel = "FILE", description = "A table of sites, of which each opens or not.")
    private Path sites;

    @Option(names = "--path", paramLabel = "norm|need", description = "Whose shortage is closed; the norm by default.")
    private Standard path = Standard.norm;

    @Option(names = "--from", paramLabel = "YEAR", description = "The first year; the one after the base by default.")
    private Integer from;

    @Option(names = "--per-year", paramLabel = "NUMBER", description = "The most that may be spent in one year.")
    private Double perYear;

    @Option(
            names = "--equity",
            paramLabel = "WEIGHT",
            description = "What a difference between the shortage rates of groups of regions counts; 0 by default, 1 as"
                    + " much as all demand missing.")
    private double equity;

    @Mixin
    private ResultOptions results;

    @Override
    public Integer call() throws IOException {
        Scenario read = scenario.read();
        Path target = results.folder(read.id() + "-siting");
        ScenarioRun run = ScenarioRun.of(read);
        requireService(run);
        int base = run.projection().dates().get(0).getYear();
        int first = from == null ? base + 1 : from;
        Map<Integer, Double> yearly = new HashMap<>();
        for (int year = first; perYear != null && year <= run.scenario().lastYear(); year++) {
            yearly.put(year, perYear);
        }
        SitingRun siting = SitingRun.of(
                run,
                new SitingRun.Request(
                        service,
                        path.path,
                        first,
                        Optional.ofNullable(sites),
                        new Budget(budget, yearly, Map.of()),
                        equity));
        SitingFolder.write(siting, target);
        Words words = kapok.words();
        results.print(new SiteScreen(siting, words)::print, target, words);
        return 0;
    }

    private void requireService(ScenarioRun run) {
        List<String> ids = run.demand()
                .map(demand -> demand.services().stream().map(Service::id).toList())
                .orElse(List.of());
        if (!ids.contains(service)) {
            String nearest = Labels.nearest(service, ids);
            throw new IllegalArgumentException("--service: got " + service + ", expected a service of "
                    + run.scenario().id() + (nearest.isEmpty() ? "" : "; did you mean " + nearest + "?"));
        }
    }
}
