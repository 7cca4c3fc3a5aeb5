package org.kapok.scenario;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kapok.core.AgeGroups;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.core.Region;
import org.kapok.core.Status;
import org.kapok.scenario.table.CubeTable;
import org.kapok.scenario.table.JsonCursor;
import org.kapok.scenario.table.OutputFolder;
import org.kapok.scenario.table.Problems;
import org.kapok.scenario.table.Range;
import org.kapok.scenario.table.SparseYears;
import org.kapok.scenario.table.TableSpec;

/**
 * The people of a run, as its result folder has them.
 *
 * @param space the cells
 * @param dates the reference dates, one for each year of {@code persons}
 * @param persons persons by year, region, status, sex and age
 */
public record RunPopulation(CellSpace space, List<LocalDate> dates, Cube persons) {
    static final String TABLE = "population.csv";

    public RunPopulation {
        Objects.requireNonNull(space, "space");
        Objects.requireNonNull(persons, "persons");
        dates = List.copyOf(dates);
    }

    /**
     * Reads {@code population.csv} and what {@code run.json} says of it.
     *
     * @param folder a folder written by {@link RunFolder}
     * @throws org.kapok.scenario.table.InputDataException with everything that is wrong with the two files
     */
    public static RunPopulation read(Path folder) {
        Problems problems = problemsBeside(folder);
        Path file = folder.resolve(OutputFolder.RUN_FILE);
        if (!Files.isRegularFile(file)) {
            problems.add(
                    folder,
                    0,
                    "",
                    "got "
                            + (Files.isDirectory(folder)
                                    ? "a folder without " + OutputFolder.RUN_FILE
                                    : "no such folder")
                            + ", expected a result folder of kapok run");
        }
        problems.throwIfAny();
        JsonCursor json = JsonCursor.read(file, problems).orElse(null);
        problems.throwIfAny();
        CellSpace space = space(json, problems);
        List<LocalDate> dates = dates(json, space.ages().uniformWidth(), problems);
        return new RunPopulation(space, dates, persons(folder.resolve(TABLE), space, dates, problems));
    }

    /** Problems that name a file or folder by its last name, and what it holds as seen from beside it. */
    static Problems problemsBeside(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        return new Problems(whole.getParent() == null ? whole : whole.getParent());
    }

    private static Cube persons(Path file, CellSpace space, List<LocalDate> dates, Problems problems) {
        Axis years = new Axis(
                Axis.YEAR,
                dates.stream().map(date -> Integer.toString(date.getYear())).toList());
        List<Axis> axes = new ArrayList<>(space.axes());
        axes.add(0, years);
        TableSpec table = TableSpec.over(axes.toArray(Axis[]::new))
                .requiring(axes.stream().map(Axis::name).toArray(String[]::new))
                .value("persons", Range.atLeast(0, "persons"))
                .years(SparseYears.AS_GIVEN);
        Map<String, Cube> read = CubeTable.read(file, table, problems);
        problems.throwIfAny();
        Cube persons = read.get("persons");
        if (!persons.axes().equals(axes)) {
            String got = "got " + persons.axis(Axis.YEAR).labels();
            problems.add(file, 0, Axis.YEAR, got + ", expected " + years.labels() + " as in " + OutputFolder.RUN_FILE);
        }
        problems.throwIfAny();
        return persons;
    }

    /**
     * The mean people of each step of the run: half of those at its start and at its end, dated in its middle. So the
     * United Nations' mid-year populations follow from those of two 1 Januaries.
     */
    RunPopulation midYears() {
        int months = 6 * space.ages().uniformWidth();
        List<LocalDate> middles = dates.subList(0, dates.size() - 1).stream()
                .map(date -> date.plusMonths(months))
                .toList();
        List<Axis> axes = new ArrayList<>(persons.axes());
        axes.set(
                0,
                new Axis(
                        Axis.YEAR,
                        middles.stream()
                                .map(date -> Integer.toString(date.getYear()))
                                .toList()));
        double[] all = persons.toArray();
        double[] means = new double[middles.size() * space.size()];
        for (int cell = 0; cell < means.length; cell++) {
            means[cell] = (all[cell] + all[cell + space.size()]) / 2;
        }
        return new RunPopulation(space, middles, Cube.of(axes, means));
    }

    private static CellSpace space(JsonCursor json, Problems problems) {
        List<Region> regions = new ArrayList<>();
        for (JsonCursor region : json.at("regions").items()) {
            regions.add(new Region(
                    region.at("id").text(),
                    region.optional("group").map(JsonCursor::text).orElse("")));
        }
        List<Status> statuses = new ArrayList<>();
        for (JsonCursor status : json.at("statuses").items()) {
            statuses.add(new Status(
                    status.at("id").text(),
                    status.at("resident").flag(),
                    status.at("registered").flag()));
        }
        JsonCursor ages = json.at("ages");
        int width = ages.at("width").integer(1, 5);
        int open = ages.at("open").integer(10, 130);
        problems.throwIfAny();
        return new CellSpace(regions, statuses, AgeGroups.uniform(width, open));
    }

    private static List<LocalDate> dates(JsonCursor json, int width, Problems problems) {
        LocalDate base = json.at("base_date").date();
        LocalDate last = json.at("last_date").date();
        problems.throwIfAny();
        List<LocalDate> dates = new ArrayList<>();
        for (int years = 0; !base.plusYears(years).isAfter(last); years += width) {
            dates.add(base.plusYears(years));
        }
        return dates;
    }
}
