package org.kapok.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.kapok.core.Population;
import org.kapok.demand.ProjectImpact;
import org.kapok.demand.Services;
import org.kapok.demand.Supply;
import org.kapok.projection.Projection;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioRun;
import org.kapok.scenario.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Says what new homes ask of every service. */
@Command(
        name = "impact",
        header = "Says what new homes ask of every service, and which they overload.",
        description = "Who moves in has the region's own mix of ages. A service is flagged (!) where its "
                + "utilisation, demand over supply, rises by 5 points or more and reaches 100%%; where "
                + "supply is by region.",
        footer = {
            "  kapok impact guangzhou-districts --region 440115 --homes 20000 --size 2.6",
            "  kapok impact guangzhou --region 440115 --homes 800 --size 3 --year 2025"
        })
final class ImpactCommand implements Callable<Integer> {
    @ParentCommand
    private Kapok kapok;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ScenarioArgument scenario;

    @Option(names = "--region", required = true, paramLabel = "ID", description = "The region of the homes.")
    private String region;

    @Option(names = "--homes", required = true, paramLabel = "NUMBER", description = "How many homes.")
    private double homes;

    @Option(names = "--size", required = true, paramLabel = "PERSONS", description = "People per home.")
    private double size;

    @Option(
            names = "--occupied",
            paramLabel = "SHARE",
            description = "The share of homes that is lived in; 1 by default.")
    private double occupied = 1;

    @Option(names = "--year", paramLabel = "YEAR", description = "The year; the last one by default.")
    private Integer year;

    @Override
    public Integer call() {
        Scenario read = scenario.read();
        Services services = read.services()
                .orElseThrow(() -> new IllegalArgumentException(
                        read.id() + ": got a scenario without services, expected \"services\""));
        Projection projection = ScenarioRun.of(read).projection();
        int at = year == null ? read.lastYear() : year;
        List<Integer> years =
                projection.dates().stream().map(date -> date.getYear()).toList();
        if (!years.contains(at)) {
            throw new IllegalArgumentException("--year: got " + at + ", expected one of " + years);
        }
        Population people = projection.in(at);
        String of = AreaChoice.ofRegions(read, kapok.words()).require("--region", region);
        ProjectImpact impact = ProjectImpact.of(
                new ProjectImpact.Homes(of, homes, occupied, size),
                people,
                ProjectImpact.mixOf(people, of),
                services,
                read.supply().orElseGet(() -> new Supply(List.of())));
        print(impact, read.titleOf("region", of), read);
        return 0;
    }

    private void print(ProjectImpact impact, Text place, Scenario read) {
        PrintWriter out = spec.commandLine().getOut();
        Words words = kapok.words();
        out.println(words.of(
                "impact_title",
                Figures.whole(homes),
                words.of(place),
                Figures.whole(impact.people()),
                impact.date().toString()));
        out.println();
        TextTable table = new TextTable(2, 1);
        table.add(List.of(
                words.of("services"),
                "",
                words.of("more"),
                words.of("demand"),
                words.of("supply"),
                words.of("utilisation"),
                words.of("rise"),
                ""));
        for (ProjectImpact.Row row : impact.rows()) {
            OptionalDouble supply = row.supply();
            boolean known = supply.isPresent() && supply.getAsDouble() > 0;
            table.add(List.of(
                    words.of(read.titleOf("service", row.service())),
                    words.of("path." + row.path().label()),
                    Figures.whole(row.after() - row.before()),
                    Figures.whole(row.after()),
                    known ? Figures.whole(supply.getAsDouble()) : "",
                    known ? Figures.percent(row.after() / supply.getAsDouble(), 1) : "",
                    known ? Figures.points(row.rise().getAsDouble()) : "",
                    row.flagged() ? "!" : ""));
        }
        table.print(out);
        boolean none = impact.rows().stream().allMatch(row -> row.supply().isEmpty());
        out.println();
        out.println(words.of(none ? "impact_no_supply" : "impact_note"));
    }
}
