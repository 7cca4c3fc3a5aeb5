package org.kapok.scenario;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.kapok.core.Axis;
import org.kapok.core.Cube;
import org.kapok.core.Selection;
import org.kapok.projection.ExpectedCells;
import org.kapok.scenario.table.CubeTable;
import org.kapok.scenario.table.OutputFolder;
import org.kapok.scenario.table.Problems;
import org.kapok.scenario.table.Range;
import org.kapok.scenario.table.RecordTable;
import org.kapok.scenario.table.Row;
import org.kapok.scenario.table.SparseYears;
import org.kapok.scenario.table.TableSpec;

/** Reads expected persons, whose labels may be fewer and whose ages may be coarser than those of the run. */
final class ExpectedTable {
    private static final String DATE = "date";
    private static final String MID_YEAR = "mid_year";
    private static final String PERSONS = "persons";
    private static final List<String> TIMES = List.of(DATE, Axis.YEAR, MID_YEAR);
    private static final List<String> COLUMNS = List.of(
            DATE,
            Axis.YEAR,
            MID_YEAR,
            Axis.REGION,
            Axis.STATUS,
            Axis.SEX,
            Axis.AGE,
            PERSONS,
            PERSONS + "_female",
            PERSONS + "_male",
            "source",
            "note");

    private final AgeBand ages;
    private final Path file;
    private final Optional<RunPopulation> other; // where the expected persons are another run's
    private final Problems problems;
    private RunPopulation run; // or its means, once the table is known to be of mid-year populations
    private final Map<String, Map<String, Row>> found = new LinkedHashMap<>(); // first rows by column and label

    /**
     * Expected persons in cells of the run.
     *
     * @param run the run, at the dates of the table
     * @param persons over the axes of {@code cells}
     * @param missing dates, or years, that are expected and not in the run
     */
    record Expected(RunPopulation run, ExpectedCells cells, Cube persons, List<String> missing) {}

    private ExpectedTable(RunPopulation run, Path expected, AgeBand ages) {
        this.run = run;
        this.ages = ages;
        boolean folder = Files.isDirectory(expected);
        file = folder ? expected.resolve(RunPopulation.TABLE) : expected;
        other = folder && Files.exists(expected.resolve(OutputFolder.RUN_FILE))
                ? Optional.of(RunPopulation.read(expected))
                : Optional.empty();
        problems = RunPopulation.problemsBeside(expected);
    }

    /** Reads a file, or the {@code population.csv} of a folder, as far as its ages lie in a band. */
    static Expected read(RunPopulation run, Path expected, AgeBand ages) {
        return new ExpectedTable(run, expected, ages).read();
    }

    private Expected read() {
        findLabels();
        problems.throwIfAny();
        String time = time();
        run = time.equals(MID_YEAR) ? run.midYears() : run;
        List<Axis> axes = axes(time);
        TableSpec table = TableSpec.over(axes.toArray(Axis[]::new))
                .value(PERSONS, Range.atLeast(0, PERSONS))
                .note("source", "note")
                .years(SparseYears.AS_GIVEN);
        Cube persons = CubeTable.read(file, table, problems).get(PERSONS);
        AgeBand kept = found.containsKey(Axis.AGE) ? keptAges() : allAges();
        problems.throwIfAny();
        return inRun(time, persons, kept);
    }

    /** The dates that the run has, and the ages kept. */
    private Expected inRun(String time, Cube persons, AgeBand kept) {
        Map<String, String> years = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (String label : persons.axis(time).labels()) {
            String date = other.map(another -> dateIn(another, label)).orElse(label);
            run.dates().stream()
                    .filter(own -> date.equals(own.toString()) || date.equals(year(own)))
                    .findFirst()
                    .ifPresentOrElse(own -> years.put(year(own), label), () -> missing.add(date));
        }
        if (years.isEmpty()) {
            LocalDate last = run.dates().get(run.dates().size() - 1);
            problems.add(
                    file,
                    0,
                    time,
                    "got " + String.join(", ", missing) + ", expected at least one date of the run, each year from "
                            + run.dates().get(0) + " to " + last);
        }
        problems.throwIfAny();
        Cube cube = keep(persons, time, new Axis(Axis.YEAR, List.copyOf(years.keySet())), years::get);
        if (cube.has(Axis.AGE)) {
            List<String> labels = cube.axis(Axis.AGE).labels().stream()
                    .filter(label -> Integer.parseInt(label) >= kept.from() && Integer.parseInt(label) <= kept.to())
                    .toList();
            cube = keep(cube, Axis.AGE, new Axis(Axis.AGE, labels), UnaryOperator.identity());
        }
        return new Expected(run, new ExpectedCells(run.space(), cube.axes(), kept.to()), cube, missing);
    }

    private void findLabels() {
        List<Row> rows = RecordTable.read(file, List.of(), COLUMNS, problems);
        if (rows.isEmpty() && problems.count() == 0) {
            problems.add(file, 0, "", "got a header and no rows");
        }
        for (Row row : rows) {
            for (String column : COLUMNS.subList(0, COLUMNS.indexOf(PERSONS))) {
                if (row.has(column)) {
                    String label = row.optionalText(column).orElse("");
                    found.computeIfAbsent(column, c -> new LinkedHashMap<>()).putIfAbsent(label, row);
                }
            }
        }
    }

    /** The column of time, of which there must be one. */
    private String time() {
        List<String> times = TIMES.stream().filter(found::containsKey).toList();
        if (times.size() != 1) {
            problems.add(
                    file,
                    0,
                    "",
                    "got " + (times.isEmpty() ? "none" : String.join(" and ", times)) + " of the columns "
                            + String.join(", ", TIMES) + ", expected one");
        }
        problems.throwIfAny();
        if (times.get(0).equals(DATE)) {
            found.get(DATE).values().forEach(row -> row.date(DATE));
        }
        return times.get(0);
    }

    /** The axes of the table: labels of the run that were found; all of them where others were found too. */
    private List<Axis> axes(String time) {
        List<Axis> axes = new ArrayList<>();
        axes.add(new Axis(time, found.get(time).keySet().stream().sorted().toList()));
        for (Axis own : run.space().axes()) {
            if (!found.containsKey(own.name())) {
                axes.add(own);
                continue;
            }
            List<String> labels = labels(own.name());
            List<String> known = own.labels().stream().filter(labels::contains).toList();
            boolean others = !own.labels().containsAll(labels);
            boolean some = own.name().equals(Axis.AGE) ? !known.isEmpty() : !others;
            axes.add(some ? new Axis(own.name(), known) : own);
        }
        return axes;
    }

    /** The labels of a column; {@code 85} for {@code 85+}. */
    private List<String> labels(String column) {
        return found.get(column).keySet().stream()
                .map(label ->
                        column.equals(Axis.AGE) && label.endsWith("+") ? label.substring(0, label.length() - 1) : label)
                .toList();
    }

    private AgeBand allAges() {
        if (!ages.equals(AgeBand.all())) {
            problems.add(file, 0, Axis.AGE, "got no such column, expected it to compare ages " + ages + " alone");
        }
        return AgeBand.all();
    }

    /** The ages from the first to the last group in the band, none of which it may cut through. */
    private AgeBand keptAges() {
        List<String> labels = labels(Axis.AGE).stream().distinct().toList();
        if (!run.persons().axis(Axis.AGE).labels().containsAll(labels)) {
            return AgeBand.all(); // was reported as an unknown label
        }
        List<Integer> starts = labels.stream().map(Integer::valueOf).sorted().toList();
        List<AgeBand> kept = new ArrayList<>();
        int before = problems.count();
        for (int i = 0; i < starts.size(); i++) {
            int start = starts.get(i);
            AgeBand group = new AgeBand(start, i + 1 < starts.size() ? starts.get(i + 1) - 1 : lastAge(start));
            boolean within = group.from() >= ages.from() && group.to() <= ages.to();
            boolean ends =
                    group.to() == Selection.OPEN || run.space().ages().starts().contains(group.to() + 1);
            if (within && ends) {
                kept.add(group);
            } else if (group.from() <= ages.to() && group.to() >= ages.from()) {
                problems.add(file, 0, Axis.AGE, "got the group " + group + ", which ages " + ages + " cut through");
            }
        }
        if (kept.isEmpty() && problems.count() == before) {
            problems.add(file, 0, Axis.AGE, "got no group within ages " + ages + ", expected 1 or more");
        }
        return kept.isEmpty()
                ? AgeBand.all()
                : new AgeBand(kept.get(0).from(), kept.get(kept.size() - 1).to());
    }

    /** The last age of the last group: none where it is open, that of the band where the band ends within it. */
    private int lastAge(int start) {
        Map<String, Row> rows = found.get(Axis.AGE);
        boolean open = other.isPresent()
                || rows.containsKey(start + "+")
                || start == run.space().ages().start(run.space().ages().open());
        if (!open && ages.to() == Selection.OPEN) {
            rows.get(Integer.toString(start))
                    .report(
                            Axis.AGE,
                            "got " + start + " for the last group, expected " + start
                                    + "+ where it is open; a closed one can be compared only up to its own last age");
        }
        return open ? Selection.OPEN : Math.max(start, ages.to());
    }

    private static Cube keep(Cube cube, String name, Axis kept, UnaryOperator<String> label) {
        List<Axis> axes = new ArrayList<>(cube.axes());
        int position = axes.indexOf(cube.axis(name));
        axes.set(position, kept);
        int[] from = kept.labels().stream()
                .map(label)
                .mapToInt(cube.axis(name)::indexOf)
                .toArray();
        return Cube.generate(axes, index -> {
            int[] at = index.clone();
            at[position] = from[index[position]];
            return cube.at(at);
        });
    }

    private static String dateIn(RunPopulation run, String year) {
        return run.dates().get(run.persons().axis(Axis.YEAR).indexOf(year)).toString();
    }

    private static String year(LocalDate date) {
        return Integer.toString(date.getYear());
    }
}
