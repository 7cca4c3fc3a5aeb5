package org.kapok.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kapok.core.Selection;
import org.kapok.projection.ensemble.Quantiles;
import org.kapok.projection.target.Target;
import org.kapok.scenario.EnsembleRun;
import org.kapok.scenario.EnsembleRun.Measured;
import org.kapok.scenario.Scenario;

/** The spread of an ensemble: low, middle and high of what planners ask for, and the chances of the targets. */
final class EnsembleScreen {
    private final EnsembleRun run;
    private final Scenario scenario;
    private final Words words;

    EnsembleScreen(EnsembleRun run, Words words) {
        this.run = run;
        this.scenario = run.scenario();
        this.words = words;
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
        if (!run.chances().isEmpty()) {
            out.println();
            chances().print(out);
        }
        out.println();
        out.println(words.of("ensemble_note"));
    }

    private TextTable fans() {
        int last = run.steps() - 1;
        List<Integer> steps = last < 5 ? List.of(last) : List.of(4, last);
        TextTable table = new TextTable(1, 2);
        List<String> header = new ArrayList<>(List.of(words.of("people")));
        List<String> header2 = new ArrayList<>(List.of(""));
        int base = scenario.inputs().base().date().getYear();
        int width = scenario.inputs().base().space().ages().uniformWidth();
        for (int step : steps) {
            header.addAll(List.of(Integer.toString(base + (step + 1) * width), "", ""));
            header2.addAll(List.of("10%", "50%", "90%"));
        }
        table.add(header);
        table.add(header2);
        for (int count = 0; count < run.measured().size(); count++) {
            Measured measured = run.measured().get(count);
            boolean group = scenario.inputs().base().space().groups().contains(measured.area());
            boolean whole = measured.area().isEmpty();
            boolean all = measured.band().from() == 0 && measured.band().to() == Selection.OPEN;
            if (whole || group && all && measured.measure().equals("resident")) {
                table.add(row(count, measured, steps));
            }
        }
        return table;
    }

    private List<String> row(int count, Measured measured, List<Integer> steps) {
        boolean all = measured.band().from() == 0 && measured.band().to() == Selection.OPEN;
        String name = measured.area().isEmpty()
                ? words.of("ensemble." + measured.measure()) + (all ? "" : " " + measured.band())
                : "  " + words.of(scenario.titleOf("group", measured.area()));
        List<String> cells = new ArrayList<>(List.of(name));
        for (int step : steps) {
            Quantiles quantiles = run.spread(count, step);
            for (double probability : new double[] {0.1, 0.5, 0.9}) {
                cells.add(Figures.tenThousands(quantiles.at(probability)));
            }
        }
        return cells;
    }

    private TextTable chances() {
        TextTable table = new TextTable(2, 1);
        table.add(List.of(
                words.of("plan"), words.of("date"), words.of("wanted"), "10%", "50%", "90%", words.of("at_least")));
        for (EnsembleRun.Chance chance : run.chances()) {
            Target target = chance.target();
            Quantiles quantiles = chance.spread();
            boolean share = target.shareOf().isPresent();
            String ages = target.fromAge() == 0 ? "" : " " + target.fromAge() + "+";
            String area = target.area().isEmpty() ? "" : " " + words.of(scenario.titleOf("group", target.area()));
            table.add(List.of(
                    words.of("ensemble." + target.measure().id()) + area + ages,
                    target.date().toString(),
                    number(target.value(), share),
                    number(quantiles.at(0.1), share),
                    number(quantiles.at(0.5), share),
                    number(quantiles.at(0.9), share),
                    Figures.percent(chance.atLeast(), 0)));
        }
        return table;
    }

    private static String number(double value, boolean share) {
        return share ? Figures.percent(value, 2) : Figures.tenThousands(value);
    }
}
