package org.kapok.cli;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kapok.demand.Service;
import org.kapok.demand.scorecard.Indicator;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioRun;
import org.kapok.scenario.table.Labels;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Says what a word in scenarios and results means. */
@Command(
        name = "explain",
        header = "Says what a word means: its formula, inputs and source.",
        description =
                "A measure, flow, finding, verdict, grade, model or method; or, of a scenario, one of its services"
                        + " or indicators with its numbers. Without a word, all words.",
        footer = {
            "  kapok explain                        all words",
            "  kapok explain net_migration",
            "  kapok explain at_risk --lang zh",
            "  kapok explain beds guangzhou         a service, and the indicator of that name",
            "  kapok explain 25 guangzhou           an indicator by its number in the plan"
        })
final class ExplainCommand implements Runnable {
    private static final String EXAMPLE = "guangzhou";
    private static final int MOST = 8;

    /** What completes the argument. */
    static final class Known implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return new Glossary(Locale.ENGLISH).words().iterator();
        }
    }

    @ParentCommand
    private Kapok kapok;

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "WORD",
            descriptionKey = "WORD",
            completionCandidates = Known.class,
            description = "The word, such as resident, norm or met; or the id of a service or indicator.")
    private String word;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "SCENARIO",
            descriptionKey = "SCENARIO",
            completionCandidates = ScenarioArgument.Bundled.class,
            description = "The scenario whose services and indicators are meant; guangzhou by default.")
    private String scenario;

    @Override
    public void run() {
        Words words = kapok.words();
        Glossary glossary = new Glossary(words.locale());
        ExplainScreen screen =
                new ExplainScreen(words, glossary, spec.commandLine().getOut());
        if (word == null) {
            screen.printAll();
            return;
        }
        Optional<Glossary.Term> term = glossary.term(word);
        term.ifPresent(screen::print);
        if (term.isEmpty() || scenario != null) {
            Scenario read = ScenarioArgument.read(scenario == null ? EXAMPLE : scenario, kapok);
            boolean found = printOf(read, screen, term.isPresent());
            if (!found && term.isEmpty()) {
                throw new ParameterException(spec.commandLine(), unknown(glossary, read));
            }
        }
    }

    /** Prints what a scenario says of the word; whether it says anything. */
    private boolean printOf(Scenario read, ExplainScreen screen, boolean after) {
        List<Service> services = read.services().map(all -> all.all()).orElse(List.of()).stream()
                .filter(service -> service.id().equals(word))
                .toList();
        List<Indicator> indicators = read.indicators().map(all -> all.all()).orElse(List.of()).stream()
                .filter(each -> each.id().equals(word)
                        || Integer.toString(each.number()).equals(word))
                .toList();
        if (services.isEmpty() && indicators.isEmpty()) {
            return false;
        }
        ScenarioRun run = ScenarioRun.of(read);
        boolean gap = after;
        for (Service service : services) {
            separate(gap);
            screen.print(service, run);
            gap = true;
        }
        for (Indicator indicator : indicators) {
            separate(gap);
            screen.print(indicator, run);
            gap = true;
        }
        return true;
    }

    private void separate(boolean gap) {
        if (gap) {
            spec.commandLine().getOut().println();
        }
    }

    private String unknown(Glossary glossary, Scenario read) {
        Words words = kapok.words();
        List<String> all = new ArrayList<>(glossary.words());
        read.services().ifPresent(services -> services.all().forEach(each -> all.add(each.id())));
        read.indicators().ifPresent(indicators -> indicators.all().forEach(each -> all.add(each.id())));
        String nearest = Labels.nearest(word, all);
        List<String> near = new ArrayList<>(nearest.isEmpty() ? List.of() : List.of(nearest));
        all.stream().filter(each -> each.contains(word)).forEach(near::add);
        near.addAll(glossary.mentioning(word));
        List<String> meant = near.stream().distinct().limit(MOST).toList();
        String hint = meant.isEmpty() ? "" : " " + words.of("usage.meant", String.join(", ", meant));
        return words.of("explain_unknown", word, read.id()) + hint;
    }
}
