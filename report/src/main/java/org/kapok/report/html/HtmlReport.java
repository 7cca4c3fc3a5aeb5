package org.kapok.report.html;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.kapok.scenario.Comparison;
import org.kapok.scenario.EnsembleRun;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioRun;
import org.kapok.scenario.SolveRun;
import org.kapok.scenario.table.OutputFile;

/**
 * A report of a run in one HTML file: charts, map, tables and what they rest on, in English and Chinese.
 *
 * <p>The file needs no network and asks for none: its content-security policy allows nothing but its own scripts, and
 * every value is text to it. The same results give the same bytes.
 *
 * <pre>{@code
 * HtmlReport.of(run).withEnsemble(ensemble).withSolution(solved).comparedWith(comparisons).write(Path.of("report.html"));
 * }</pre>
 */
public final class HtmlReport {
    private final ScenarioRun run;
    private final Optional<EnsembleRun> ensemble;
    private final Optional<SolveRun> solution;
    private final List<Comparison> comparisons;
    private final Optional<Locale> language;

    private HtmlReport(
            ScenarioRun run,
            Optional<EnsembleRun> ensemble,
            Optional<SolveRun> solution,
            List<Comparison> comparisons,
            Optional<Locale> language) {
        this.run = run;
        this.ensemble = ensemble;
        this.solution = solution;
        this.comparisons = List.copyOf(comparisons);
        this.language = language;
    }

    /** The report of a run, with what its targets demand where it was solved toward them. */
    public static HtmlReport of(ScenarioRun run) {
        Objects.requireNonNull(run, "run");
        return new HtmlReport(run, Optional.empty(), run.solution(), List.of(), Optional.empty());
    }

    /** The same with fans and chances from an ensemble of the same scenario. */
    public HtmlReport withEnsemble(EnsembleRun drawn) {
        requireSame(drawn.scenario(), "ensemble");
        return new HtmlReport(run, Optional.of(drawn), solution, comparisons, language);
    }

    /**
     * The same with what the targets demand, against trend and record.
     *
     * @param solved of the same place; most often of the scenario itself or of one that extends it with {@code solve}
     */
    public HtmlReport withSolution(SolveRun solved) {
        return new HtmlReport(run, ensemble, Optional.of(solved), comparisons, language);
    }

    /** The same beside other scenarios, each compared with the one reported. */
    public HtmlReport comparedWith(List<Comparison> others) {
        others.forEach(each -> requireSame(each.first().scenario(), "comparison"));
        return new HtmlReport(run, ensemble, solution, others, language);
    }

    /** The same opened in Chinese or English; without it, in the language of the reader's browser. */
    public HtmlReport openedIn(Locale locale) {
        return new HtmlReport(run, ensemble, solution, comparisons, Optional.of(locale));
    }

    private void requireSame(Scenario other, String what) {
        if (!other.id().equals(run.scenario().id())) {
            throw new IllegalArgumentException("HtmlReport: got " + what + " of " + other.id()
                    + ", expected of the scenario reported, " + run.scenario().id());
        }
    }

    /** Writes the file, in place of an earlier one once it is whole. */
    public void write(Path file) throws IOException {
        OutputFile.write(file, fresh -> Files.writeString(fresh, html()));
    }

    /** The report as text. */
    public String html() {
        return Page.of(run.scenario(), Json.inScript(data()), language);
    }

    private ObjectNode data() {
        Scenario scenario = run.scenario();
        ShownRegions shown = ShownRegions.of(run, comparisons.size());
        ObjectNode data = Json.object();
        ObjectNode about = data.putObject("scenario").put("id", scenario.id());
        about.set("title", Json.text(scenario.title()));
        about.set("place", Json.text(scenario.place()));
        data.set("population", new PeopleData(run, shown).node());
        data.set("pyramid", new PyramidData(run.projection(), shown).node());
        data.set("services", new ServicesData(run, ensemble, shown).node());
        PlanData plan = new PlanData(run, ensemble);
        data.set("targets", plan.targets());
        solution.ifPresent(solved -> data.set("solution", plan.solution(solved)));
        run.scorecard()
                .ifPresent(scorecard -> data.set("scorecard", new ScorecardData(run, ensemble, shown).node(scorecard)));
        ensemble.ifPresent(drawn -> {
            ObjectNode node = Spreads.node(drawn, shown.areas(run.projection().space()));
            if (drawn.chances().size() > 1) {
                node.put("allTargets", Json.number(drawn.allTargets()));
            }
            data.set("ensemble", node);
        });
        data.set("comparison", ComparisonData.node(comparisons, shown));
        MapData.node(run, shown).ifPresent(map -> data.set("map", map));
        data.put("mapGiven", scenario.map().isPresent());
        ObjectNode titles = data.putObject("transitions");
        run.projection()
                .inputs()
                .transitions()
                .forEach(each -> titles.set(each.id(), Json.text(scenario.titleOf("transition", each.id()))));
        data.set("provenance", new ProvenanceData(run).node(ensemble));
        return data;
    }
}
