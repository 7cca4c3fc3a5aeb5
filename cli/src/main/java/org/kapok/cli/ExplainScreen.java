package org.kapok.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kapok.demand.Demand;
import org.kapok.demand.DemandPath;
import org.kapok.demand.Gap;
import org.kapok.demand.Service;
import org.kapok.demand.Supply;
import org.kapok.demand.scorecard.Evidence;
import org.kapok.demand.scorecard.Formula;
import org.kapok.demand.scorecard.Goal;
import org.kapok.demand.scorecard.Indicator;
import org.kapok.demand.scorecard.Quantity;
import org.kapok.demand.scorecard.Scorecard;
import org.kapok.scenario.CatalogueEntry;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioRun;

/** What a word means, and what a scenario says of a service or an indicator of that name. */
final class ExplainScreen {
    private static final int MOST = 80;
    private static final int LABEL = 13;
    private static final int YEARS = 5; // between the years shown

    private final Words words;
    private final Glossary glossary;
    private final PrintWriter out;
    private final int width;

    ExplainScreen(Words words, Glossary glossary, PrintWriter out) {
        this.words = words;
        this.glossary = glossary;
        this.out = out;
        this.width = Math.min(MOST, Screen.columns(out));
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
                line("path." + entry.path().label(), words.of("explain.input", entry.model(), formula));
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
        goal.baseline()
                .ifPresent(from -> line(
                        "explain.from",
                        words.of("explain.dated", Figures.brief(from), Integer.toString(goal.baselineYear()))));
        indicator.basis().formula().ifPresent(formula -> {
            line("explain.formula", FormulaText.of(formula));
            printInputs(formula);
        });
        if (scenario.hasTitle("indicator_source", indicator.id())) {
            line(
                    "explain.source",
                    cited(scenario.titleOf("indicator_source", indicator.id()).en(), scenario));
        }
        for (Scorecard.Row row : run.scorecard().orElseThrow().rows()) {
            if (row.indicator().equals(indicator) && row.area().isEmpty() && row.year() == goal.targetYear()) {
                judged(row, run);
            }
        }
    }

    /** What each quantity of a formula is read from, a line each. */
    private void printInputs(Formula formula) {
        List<String> inputs = quantities(formula)
                .map(quantity -> words.of(
                        "explain.input",
                        FormulaText.of(quantity),
                        glossary.term(FormulaText.kind(quantity)).orElseThrow().inputs()))
                .distinct()
                .toList();
        for (int i = 0; i < inputs.size(); i++) {
            line(i == 0 ? "explain.inputs" : "", inputs.get(i));
        }
    }

    private static Stream<Quantity> quantities(Formula formula) {
        return Stream.concat(formula.of().stream(), formula.per().stream());
    }

    private void judged(Scorecard.Row row, ScenarioRun run) {
        String verdict = words.of("verdict." + row.verdict().label());
        String said = row.value().isPresent()
                ? words.of("explain.judged", Figures.brief(row.value().getAsDouble()), verdict)
                : verdict;
        line(Integer.toString(row.year()), said);
        line("explain.why", why(row, run));
        row.more().ifPresent(more -> line("explain.more", Figures.whole(more)));
    }

    /** Why a row is judged as it is, or is not: as the scenario says, or else which of the inputs there is or is not. */
    private String why(Scorecard.Row row, ScenarioRun run) {
        Scenario scenario = run.scenario();
        String id = row.indicator().id();
        boolean reasoned = row.why() == Scorecard.Why.NO_FORMULA || row.why() == Scorecard.Why.PROJECTED;
        if (reasoned && scenario.hasTitle("reason", id)) {
            return words.of(scenario.titleOf("reason", id));
        }
        if (row.why() == Scorecard.Why.STOCK_ONLY) {
            return glossary.term(row.why().label()).orElseThrow().text();
        }
        String lacking = row.why() == Scorecard.Why.NO_DATA ? lacking(row, run) : "";
        return lacking.isEmpty() ? words.of("why." + row.why().label()) : words.of("explain.lacking", lacking);
    }

    /** The quantities of a formula of which nothing is known at the date. */
    private static String lacking(Scorecard.Row row, ScenarioRun run) {
        Evidence evidence =
                Evidence.of(run.projection(), run.demand(), run.scenario().supply());
        Indicator.Basis basis = row.indicator().basis();
        LocalDate date = basis.day()
                .map(day -> day.atYear(row.year()))
                .orElseGet(() -> evidence.firstDate().withYear(row.year()));
        return quantities(basis.formula().orElseThrow())
                .filter(quantity -> quantity.in(evidence, row.area(), date).isEmpty())
                .map(FormulaText::of)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private String cited(String source, Scenario scenario) {
        String citation = words.of(scenario.titleOf("source", source));
        return citation.equals(source) ? source : words.of("explain.input", source, citation);
    }

    /** A label and a text beside it; nothing where there is no text. */
    private void line(String label, String text) {
        if (text.isEmpty()) {
            return;
        }
        String name = words.has(label) ? words.of(label) : label;
        String pad = " ".repeat(Math.max(1, LABEL - TextTable.width(name)));
        List<String> lines = Paragraph.lines(text, width - LABEL - 2);
        out.println("  " + Style.FAINT.of(name) + pad + lines.get(0));
        lines.stream().skip(1).forEach(more -> out.println(" ".repeat(LABEL + 2) + more));
    }

    private void indented(String text) {
        Paragraph.lines(text, width - 2).forEach(line -> out.println("  " + line));
    }
}
