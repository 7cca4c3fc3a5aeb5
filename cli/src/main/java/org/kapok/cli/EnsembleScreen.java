package org.kapok.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kapok.demand.Demand;
import org.kapok.demand.DemandPath;
import org.kapok.demand.DrawnDemand;
import org.kapok.projection.ensemble.Quantiles;
import org.kapok.projection.ensemble.Sampling;
import org.kapok.projection.target.Target;
import org.kapok.scenario.AgeBand;
import org.kapok.scenario.EnsembleRun;
import org.kapok.scenario.EnsembleRun.Measured;
import org.kapok.scenario.Names;
import org.kapok.scenario.Scenario;

/** The spread of an ensemble: low, middle and high of what planners ask for, and the chances of the targets. */
final class EnsembleScreen {
    private final EnsembleRun run;
    private final Scenario scenario;
    private final Words words;
    private final Names names;

    EnsembleScreen(EnsembleRun run, Words words) {
        this.run = run;
        this.scenario = run.scenario();
        this.words = words;
        this.names = new Names(scenario, words.locale());
    }

    void print(PrintWriter out) {
        out.println(words.of(scenario.title()));
        out.println(words.of(
                "ensemble_title",
                String.format(Locale.ROOT, "%,d", run.draws()),
                Long.toString(run.seed()),
                String.format(Locale.ROOT, "%.1f", run.seconds())));
        out.println();
        fans().print(out);
        services().ifPresent(table -> {
            out.println();
            table.print(out);
        });
        if (!run.chances().isEmpty()) {
            out.println();
            chances().print(out);
        }
        if (!run.events().isEmpty()) {
            out.println();
            events().print(out);
        }
        out.println();
        Paragraph.print(words.of("ensemble_note"), out);
        if (run.sampling() != Sampling.PLAIN) {
            out.println(words.of("ensemble_bounds"));
        }
    }

    /** The fifth step and the last. */
    private List<Integer> told() {
        int last = run.steps() - 1;
        return last < 5 ? List.of(last) : List.of(4, last);
    }

    private String year(int step) {
        return Integer.toString(run.dateAfter(step).getYear());
    }

    /** Services whose supply is known, by need where they have one: how far demand spreads, and how likely it is short. */
    private Optional<TextTable> services() {
        TextTable table = new TextTable(1, 2);
        List<String> header = new ArrayList<>(List.of(words.of("services")));
        List<String> header2 = new ArrayList<>(List.of(""));
        for (int step : told()) {
            header.addAll(List.of(year(step), "", ""));
            header2.addAll(List.of("10%", "50%", "90%"));
        }
        header2.addAll(List.of(words.of("supply"), words.of("short")));
        table.add(header);
        table.add(header2);
        List<Demand.Of> all = run.services().map(DrawnDemand::of).orElse(List.of());
        boolean any = false;
        for (int position = 0; position < all.size(); position++) {
            Demand.Of of = all.get(position);
            boolean only = of.path() == DemandPath.NEED || !all.contains(new Demand.Of(of.service(), DemandPath.NEED));
            if (only && run.supply(position, 0, run.steps() - 1).isPresent()) {
                table.add(serviceRow(position, of));
                any = true;
            }
        }
        return any ? Optional.of(table) : Optional.empty();
    }

    private List<String> serviceRow(int position, Demand.Of of) {
        String name = words.of(scenario.titleOf("service", of.service()));
        boolean norm = of.path() == DemandPath.NORM;
        List<String> cells = new ArrayList<>(List.of(norm ? name + "*" : name));
        for (int step : told()) {
            Quantiles quantiles = run.serviceSpread(position, 0, step);
            for (double probability : new double[] {0.1, 0.5, 0.9}) {
                cells.add(Figures.whole(quantiles.at(probability)));
            }
        }
        int last = run.steps() - 1;
        cells.add(Figures.whole(run.supply(position, 0, last).orElseThrow()));
        cells.add(Figures.percent(run.chanceShort(position, 0, last), 0));
        return cells;
    }

    private TextTable events() {
        TextTable table = new TextTable(1, 1);
        table.add(List.of(words.of("events"), words.of("chance")));
        for (EnsembleRun.EventChance each : run.events()) {
            table.add(List.of(words.of(each.event().title()), Figures.percent(each.chance(), 1)));
        }
        return table;
    }

    private TextTable fans() {
        List<Integer> steps = told();
        TextTable table = new TextTable(1, 2);
        List<String> header = new ArrayList<>(List.of(words.of("people")));
        List<String> header2 = new ArrayList<>(List.of(""));
        for (int step : steps) {
            header.addAll(List.of(year(step), "", ""));
            header2.addAll(List.of("10%", "50%", "90%"));
        }
        table.add(header);
        table.add(header2);
        boolean statuses = scenario.inputs().base().space().statuses().size() > 1;
        for (int count = 0; count < run.measured().size(); count++) {
            Measured measured = run.measured().get(count);
            if (measured.measure().equals("registered") && !statuses) {
                continue;
            }
            boolean group = scenario.inputs().base().space().groups().contains(measured.area());
            boolean whole = measured.area().isEmpty();
            boolean all = measured.band().equals(AgeBand.all());
            if (whole || group && all && measured.measure().equals("resident")) {
                table.add(row(count, measured, steps));
            }
        }
        return table;
    }

    private List<String> row(int count, Measured measured, List<Integer> steps) {
        int years = yearsOf(measured);
        String called = words.of(years == 1 ? "measure." + measured.measure() : measured.measure() + "_mean");
        String name = measured.area().isEmpty()
                ? words.aged(called, measured.band())
                : "  " + words.of(scenario.titleOf("group", measured.area()));
        List<String> cells = new ArrayList<>(List.of(name));
        for (int step : steps) {
            Quantiles quantiles = run.spread(count, step);
            for (double probability : new double[] {0.1, 0.5, 0.9}) {
                cells.add(Figures.tenThousands(quantiles.at(probability) / years));
            }
        }
        return cells;
    }

    /** The years that a flow is of, those of a step; 1 for a count of people. */
    private int yearsOf(Measured measured) {
        boolean people = List.of("resident", "registered").contains(measured.measure());
        return people ? 1 : Math.max(1, scenario.inputs().base().space().ages().uniformWidth());
    }

    private TextTable chances() {
        TextTable table = new TextTable(2, 1);
        table.add(List.of(
                words.of("plan"),
                words.of("date"),
                words.of("target"),
                "10%",
                "50%",
                "90%",
                words.of("at_least"),
                words.of("chance_met")));
        for (EnsembleRun.Chance chance : run.chances()) {
            Target target = chance.target();
            Quantiles quantiles = chance.spread();
            boolean share = target.shareOf().isPresent();
            OptionalDouble met = run.chanceMet(target);
            table.add(List.of(
                    names.target(target),
                    target.date().toString(),
                    number(target.value(), share),
                    number(quantiles.at(0.1), share),
                    number(quantiles.at(0.5), share),
                    number(quantiles.at(0.9), share),
                    Figures.percent(chance.atLeast(), 0),
                    met.isPresent() ? Figures.percent(met.getAsDouble(), 0) : ""));
        }
        if (run.chances().size() > 1) {
            String all = words.of("all_targets", Integer.toString(run.chances().size()));
            table.add(List.of(all, "", "", "", "", "", Figures.percent(run.allTargets(), 0), ""));
        }
        return table;
    }

    private static String number(double value, boolean share) {
        return share ? Figures.percent(value, 2) : Figures.tenThousands(value);
    }
}
