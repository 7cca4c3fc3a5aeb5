package org.kapok.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kapok.projection.target.Measure;
import org.kapok.projection.target.Solution;
import org.kapok.projection.target.Target;
import org.kapok.scenario.AgeBand;
import org.kapok.scenario.FlowRecord;
import org.kapok.scenario.Grade;
import org.kapok.scenario.Names;
import org.kapok.scenario.Need;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.SolveRun;

/** What solving found, on one screen: the targets, what they need of each flow, what each of them costs, the verdict. */
final class SolveScreen {
    private static final String NONE = "";

    private final SolveRun run;
    private final Scenario scenario;
    private final Solution solution;
    private final Words words;
    private final Names names;

    SolveScreen(SolveRun run, Words words) {
        this.run = run;
        this.scenario = run.scenario();
        this.solution = run.solution();
        this.words = words;
        this.names = new Names(scenario, words.locale());
    }

    void print(PrintWriter out) {
        out.println(words.of(scenario.title()));
        out.println();
        targets().print(out);
        out.println();
        needs().print(out);
        if (!solution.relaxed().isEmpty()) {
            out.println();
            costs().print(out);
        }
        out.println();
        verdict().forEach(line -> Paragraph.print(line, out));
    }

    private TextTable targets() {
        TextTable table = new TextTable(1, 1);
        table.add(List.of(
                words.of("targets"),
                words.of("date"),
                words.of("target"),
                words.of("on_trend"),
                words.of("trend_date"),
                words.of("solved"),
                words.of("holds")));
        for (Solution.Outcome outcome : solution.outcomes()) {
            Target target = outcome.target();
            table.add(List.of(
                    name(target),
                    target.measure().isStock()
                            ? target.date().toString()
                            : Integer.toString(target.date().getYear()),
                    number(target, target.value()),
                    number(target, outcome.trend()),
                    run.onTrend(target)
                            .map(date -> day(target, date))
                            .orElse(words.of("never", Integer.toString(scenario.lastYear()))),
                    number(target, outcome.reached()),
                    words.of(outcome.met() ? "yes" : "no")));
        }
        return table;
    }

    private static String day(Target target, LocalDate date) {
        return target.measure().isStock() ? date.toString().substring(0, 7) : Integer.toString(date.getYear());
    }

    private TextTable needs() {
        int[] years = run.years();
        TextTable table = new TextTable(1, 1);
        table.add(List.of(
                words.of("needs", Integer.toString(years[0]), Integer.toString(years[1])),
                words.of("trend"),
                words.of("needed"),
                words.of("ratio"),
                words.of("worst_five"),
                words.of("best_five"),
                words.of("judged")));
        for (Need need : run.needs()) {
            boolean mean = need.from() == years[0] && need.to() == years[1];
            boolean part = !need.area().isEmpty() && !need.ages().equals(AgeBand.all());
            if (mean && !part) {
                table.add(row(need));
            }
        }
        return table;
    }

    private List<String> row(Need need) {
        boolean persons = need.measure().kind() != Measure.Kind.LIFE_EXPECTANCY;
        Optional<FlowRecord.Extremes> past = need.past();
        return List.of(
                row(name(need.measure()), need),
                value(persons, need.trend()),
                value(persons, need.needed()),
                String.format(Locale.ROOT, "%.2f", need.needed() / need.trend()),
                past.map(extremes -> value(persons, extremes.low())).orElse(NONE),
                past.map(extremes -> value(persons, extremes.high())).orElse(NONE),
                words.of("grade." + need.grade().label()));
    }

    private TextTable costs() {
        TextTable table = new TextTable(1, 1);
        table.add(List.of(
                words.of("left_out"),
                words.of("others_hold"),
                words.of("would_be"),
                words.of("target"),
                words.of("flows_change")));
        for (Solution.Relaxed relaxed : solution.relaxed()) {
            boolean hold = relaxed.othersHold();
            table.add(List.of(
                    name(relaxed.target()),
                    words.of(hold ? "yes" : "no"),
                    hold ? number(relaxed.target(), relaxed.value()) : NONE,
                    number(relaxed.target(), relaxed.target().value()),
                    hold ? Figures.percent(relaxed.change(), 1) : NONE));
        }
        table.add(List.of(words.of("none_left_out"), NONE, NONE, NONE, Figures.percent(solution.change(), 1)));
        return table;
    }

    /** Whether the targets hold, in a line; in as many as that takes where they do not. */
    String line() {
        return solution.holds() ? words.of("all_hold", Figures.percent(solution.change(), 1)) : conflict();
    }

    private List<String> verdict() {
        List<String> lines = new ArrayList<>(List.of(line()));
        lines.addAll(exact());
        lines.addAll(graded());
        lines.addAll(offTheRecord());
        lines.add(words.of("units_solved"));
        lines.add(words.of(
                "effort",
                Integer.toString(solution.rounds()),
                Integer.toString(solution.projections()),
                String.format(Locale.ROOT, "%.1f", run.seconds()),
                String.format(Locale.ROOT, "%.0e", solution.solved().accounts())));
        return lines;
    }

    /** What is on record or far off the trend, by how believable it is; the rest is in the table. */
    private List<String> graded() {
        int[] years = run.years();
        List<Need> means = run.needs().stream()
                .filter(need -> need.from() == years[0] && need.to() == years[1])
                .filter(need -> need.past().isPresent()
                        || need.area().isEmpty() && need.ages().equals(AgeBand.all()))
                .toList();
        List<String> lines = new ArrayList<>();
        for (Grade grade : List.of(Grade.UNSEEN, Grade.EXCEPTIONAL, Grade.STRETCH, Grade.SEEN, Grade.FAR_FROM_TREND)) {
            List<String> named = means.stream()
                    .filter(need -> need.grade() == grade)
                    .map(need -> name(need) + howFar(need))
                    .toList();
            if (!named.isEmpty()) {
                lines.add(words.of("graded", words.of("grade." + grade.label()), String.join(words.of("also"), named)));
            }
        }
        return lines;
    }

    /** How far a needed flow is beyond the record; where there is none, the trend. */
    private String howFar(Need need) {
        boolean persons = need.measure().kind() != Measure.Kind.LIFE_EXPECTANCY;
        double off = need.offRecord().orElse(need.needed() - need.trend());
        String key = (off < 0 ? "below_" : off > 0 ? "above_" : "within_")
                + (need.past().isPresent() ? "record" : "trend");
        return words.of(key, value(persons, Math.abs(off)));
    }

    /** That "at least" is met exactly, and from above where the trend has more; nothing where no such target is met. */
    List<String> exact() {
        List<Solution.Outcome> exact = run.exactThoughAtLeast();
        List<String> lines = new ArrayList<>();
        if (!exact.isEmpty()) {
            lines.add(words.of("exact", joined(exact, outcome -> name(outcome.target()))));
        }
        List<Solution.Outcome> above = exact.stream()
                .filter(outcome -> outcome.target().miss(outcome.trend()) > Target.MET)
                .toList();
        if (!above.isEmpty()) {
            lines.add(words.of(
                    "exact_from_above",
                    joined(
                            above,
                            outcome -> words.of(
                                    "missed_by", name(outcome.target()), number(outcome.target(), outcome.trend())))));
        }
        return lines;
    }

    private String joined(List<Solution.Outcome> outcomes, Function<Solution.Outcome, String> said) {
        return outcomes.stream().map(said).collect(Collectors.joining(words.of("also")));
    }

    /** Why net migration on trend is off the record, where it is; nothing otherwise. */
    private List<String> offTheRecord() {
        String flow = Measure.Kind.NET_MIGRATION.name().toLowerCase(Locale.ROOT) + ":" + Measure.RESIDENT;
        SortedMap<Integer, Double> net = run.onTrendByYear(flow);
        Optional<FlowRecord.Extremes> past = scenario.goals().past().fiveYears(flow, "");
        if (net.size() < 2 || past.isEmpty()) {
            return List.of();
        }
        double sum = 0;
        for (double persons : net.values()) {
            sum += persons;
        }
        double mean = sum / net.size();
        if (mean >= past.get().low() && mean <= past.get().high()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of(words.of(
                "trend_path",
                Integer.toString(net.firstKey()),
                Integer.toString(net.lastKey()),
                course(net),
                course(run.onTrendByYear("arrivals:resident")),
                course(run.onTrendByYear("departures:resident")))));
        run.leastOnRecord(flow)
                .filter(least -> least.perYear() < past.get().low())
                .ifPresent(least -> lines.add(words.of(
                        "least_on_record",
                        Figures.tenThousands(least.perYear()),
                        least.from() == least.to() ? Integer.toString(least.to()) : least.from() + "-" + least.to())));
        return lines;
    }

    /** From where to where a flow goes, as far as two decimals tell. */
    private String course(SortedMap<Integer, Double> byYear) {
        String first = Figures.tenThousands(byYear.get(byYear.firstKey()));
        String last = Figures.tenThousands(byYear.get(byYear.lastKey()));
        return first.equals(last) ? words.of("stays", first) : words.of("goes", first, last);
    }

    /** That not all targets hold, which are missed, and which of them the others could do without. */
    String conflict() {
        List<String> missed = solution.outcomes().stream()
                .filter(outcome -> outcome.target().hard() && !outcome.met())
                .map(outcome -> words.of(
                        "missed_by",
                        name(outcome.target()),
                        String.format(
                                Locale.ROOT, "%+.2f%%", 100 * outcome.target().miss(outcome.reached()))))
                .toList();
        List<String> ways = solution.relaxed().stream()
                .filter(Solution.Relaxed::othersHold)
                .map(relaxed -> words.of(
                        "without_it",
                        name(relaxed.target()),
                        number(relaxed.target(), relaxed.value()),
                        number(relaxed.target(), relaxed.target().value())))
                .toList();
        String and = words.of("also");
        String which = ways.isEmpty() ? words.of("no_way") : words.of("ways", String.join(and, ways));
        return words.of("not_all_hold", String.join(and, missed)) + System.lineSeparator() + which;
    }

    private String name(Target target) {
        boolean years = target.measure().kind() == Measure.Kind.LIFE_EXPECTANCY;
        return years ? words.of("life_expectancy_years") : names.target(target);
    }

    /** A whole flow by its name, a part of it, which follows it, by its area or ages alone. */
    private String row(String whole, Need need) {
        if (!need.area().isEmpty()) {
            return "  " + names.area(need.area());
        }
        return need.ages().equals(AgeBand.all()) ? whole : "  " + words.ages(need.ages());
    }

    private String name(Need need) {
        return names.people(need.measure().id(), need.ages(), need.area());
    }

    private String name(Measure measure) {
        boolean years = measure.kind() == Measure.Kind.LIFE_EXPECTANCY;
        return years ? words.of("life_expectancy_years") : names.measure(measure.id());
    }

    private static String number(Target target, double value) {
        if (target.shareOf().isPresent()) {
            return Figures.percent(value, 2);
        }
        return value(target.measure().kind() != Measure.Kind.LIFE_EXPECTANCY, value);
    }

    private static String value(boolean persons, double value) {
        return persons ? Figures.tenThousands(value) : String.format(Locale.ROOT, "%,.2f", value);
    }
}
