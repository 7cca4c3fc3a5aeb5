package org.kapok.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.kapok.demand.Demand;
import org.kapok.demand.DemandPath;
import org.kapok.demand.Gap;
import org.kapok.demand.Service;
import org.kapok.demand.Supply;
import org.kapok.demand.scorecard.Goal;
import org.kapok.demand.scorecard.Indicator;
import org.kapok.demand.scorecard.Scorecard;
import org.kapok.scenario.CatalogueEntry;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioRun;

/** What a word means, and what a scenario says of a service or an indicator of that name. */
final class ExplainScreen {
    private static final int WIDTH = 80;
    private static final int LABEL = 13;
    private static final int YEARS = 5; // between the years shown

    private final Words words;
    private final Glossary glossary;
    private final PrintWriter out;

    ExplainScreen(Words words, Glossary glossary, PrintWriter out) {
        this.words = words;
        this.glossary = glossary;
        this.out = out;
    }

    /** All words, by what they are about. */
    void printAll() {
        for (Glossary.Group group : glossary.groups()) {
            line(group.title(), String.join("  ", group.words()));
        }
        out.println();
        out.println(words.of("explain_all"));
    }

    void print(Glossary.Term term) {
        out.println(Style.STRONG.of(term.word()));
        indented(term.text());
        line("explain.formula", term.formula());
        line("explain.inputs", term.inputs());
        line("explain.where", term.where());
        line("explain.columns", String.join(", ", term.columns()));
        line("explain.source", term.source());
        line("explain.see", String.join(", ", term.see()));
    }

    void print(Service service, ScenarioRun run) {
        Scenario scenario = run.scenario();
        String unit = Optional.ofNullable(scenario.units().get(service.id()))
                .map(words::of)
                .orElse(service.unit());
        out.println(words.of(
                "explain.service",
                Style.STRONG.of(service.id()),
                words.of(scenario.titleOf("service", service.id())),
                unit,
                scenario.id()));
        for (CatalogueEntry entry : scenario.provisioning().catalogue()) {
            if (entry.service().equals(service.id())) {
                String formula =
                        glossary.term(entry.model()).map(Glossary.Term::formula).orElse("");
                line("path." + entry.path().label(), entry.model() + ": " + formula);
                line("explain.source", cited(entry.source(), scenario));
            }
        }
        out.println();
        values(service.id(), run).print(out);
        if (run.gap().filter(gap -> gap.heldServices().contains(service.id())).isPresent()) {
            out.println();
            int year = run.projection().dates().get(0).getYear();
            indented(words.of("supply_held_one", Integer.toString(year)));
        }
    }

    private TextTable values(String id, ScenarioRun run) {
        Demand demand = run.demand().orElseThrow();
        SortedSet<Integer> years = new TreeSet<>();
        List<Integer> all = demand.years();
        for (int i = 0; i < all.size(); i++) {
            if ((all.get(i) - all.get(0)) % YEARS == 0 || i == all.size() - 1) {
                years.add(all.get(i));
            }
        }
        TextTable table = new TextTable(1, 1);
        List<String> header = new ArrayList<>(List.of(""));
        years.forEach(year -> header.add(Integer.toString(year)));
        table.add(header);
        for (DemandPath path : demand.paths(id)) {
            List<String> row = new ArrayList<>(List.of("  " + words.of("path." + path.label())));
            years.forEach(year -> row.add(Figures.whole(demand.total(id, path, year))));
            table.add(row);
        }
        run.gap().filter(gap -> supplied(id, run)).ifPresent(gap -> {
            List<String> supply = new ArrayList<>(List.of("  " + words.of("supply")));
            List<String> shortage = new ArrayList<>(List.of("  " + words.of("short")));
            for (int year : years) {
                Gap.Balance balance = gap.at(id, Supply.WHOLE_AREA, DemandPath.NORM, year);
                supply.add(Figures.whole(balance.supply()));
                shortage.add(Figures.whole(balance.shortage()));
            }
            table.add(supply);
            table.add(shortage);
        });
        return table;
    }

    private static boolean supplied(String id, ScenarioRun run) {
        return run.gap().orElseThrow().rows().stream()
                .anyMatch(row -> row.service().equals(id));
    }

    void print(Indicator indicator, ScenarioRun run) {
        Scenario scenario = run.scenario();
        Goal goal = indicator.goal();
        String unit = words.of(scenario.units().get("indicator/" + indicator.id()));
        out.println(words.of(
                "explain.indicator",
                Integer.toString(indicator.number()),
                Style.STRONG.of(indicator.id()),
                words.of(scenario.titleOf("indicator", indicator.id())),
                unit,
                scenario.id()));
        line("explain.kind", words.of(indicator.binding() ? "binding" : "expected"));
        line(
                "explain.wanted",
                words.of(
                        "explain.goal",
                        ScorecardScreen.wanted(goal),
                        Integer.toString(goal.targetYear()),
                        Figures.brief(goal.tolerance())));
        goal.baseline().ifPresent(from -> line("explain.from", Figures.brief(from) + " (" + goal.baselineYear() + ")"));
        indicator.basis().formula().ifPresent(formula -> line("explain.formula", FormulaText.of(formula)));
        for (Scorecard.Row row : run.scorecard().orElseThrow().rows()) {
            if (row.indicator().equals(indicator) && row.area().isEmpty() && row.year() == goal.targetYear()) {
                judged(row, scenario);
            }
        }
    }

    private void judged(Scorecard.Row row, Scenario scenario) {
        String value = row.value().isPresent() ? Figures.brief(row.value().getAsDouble()) + ", " : "";
        line(
                Integer.toString(row.year()),
                value + words.of("verdict." + row.verdict().label()));
        if (row.why() == Scorecard.Why.NO_FORMULA) {
            line(
                    "explain.why",
                    words.of(scenario.titleOf("reason", row.indicator().id())));
        } else {
            glossary.term(row.why().label()).ifPresent(why -> line("explain.why", why.text()));
        }
        row.more().ifPresent(more -> line("explain.more", Figures.whole(more)));
    }

    private String cited(String source, Scenario scenario) {
        String citation = words.of(scenario.titleOf("source", source));
        return citation.equals(source) ? source : source + ": " + citation;
    }

    /** A label and a text beside it; nothing where there is no text. */
    private void line(String label, String text) {
        if (text.isEmpty()) {
            return;
        }
        String name = words.has(label) ? words.of(label) : label;
        String pad = " ".repeat(Math.max(1, LABEL - TextTable.width(name)));
        List<String> lines = Paragraph.lines(text, WIDTH - LABEL - 2);
        out.println("  " + Style.FAINT.of(name) + pad + lines.get(0));
        lines.stream().skip(1).forEach(more -> out.println(" ".repeat(LABEL + 2) + more));
    }

    private void indented(String text) {
        Paragraph.lines(text, WIDTH - 2).forEach(line -> out.println("  " + line));
    }
}
