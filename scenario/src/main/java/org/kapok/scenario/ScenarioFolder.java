package org.kapok.scenario;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.kapok.core.CellSpace;
import org.kapok.core.Region;
import org.kapok.projection.ProjectionInputs;
import org.kapok.projection.change.Change;
import org.kapok.projection.change.Changes;
import org.kapok.scenario.table.InputDataException;
import org.kapok.scenario.table.InputProblem;
import org.kapok.scenario.table.JsonCursor;
import org.kapok.scenario.table.Problems;
import org.kapok.scenario.table.RecordTable;
import org.kapok.scenario.table.Row;

/** Reads scenario folders. */
public final class ScenarioFolder {
    /** The version of the format that is read and written. */
    public static final String FORMAT = "kapok-scenario/1";

    private final Layers layers;
    private final Problems problems;
    private final Map<String, Text> titles = new HashMap<>();

    private ScenarioFolder(Layers layers, Problems problems) {
        this.layers = layers;
        this.problems = problems;
    }

    /**
     * Reads the scenario in a folder, with those it extends.
     *
     * @throws org.kapok.scenario.table.InputDataException with everything that is wrong with it
     */
    public static Scenario read(Path folder) {
        return read(folder, new Problems(folder));
    }

    static Scenario read(Path folder, Problems problems) {
        StandIns one = StandIns.one();
        try {
            return read(folder, problems, one);
        } catch (InputDataException refused) {
            throw new InputDataException(all(folder, refused.problems(), problems, one));
        }
    }

    private static Scenario read(Path folder, Problems problems, StandIns standIns) {
        return new ScenarioFolder(Layers.read(folder, problems, standIns), problems).scenario();
    }

    /**
     * What is wrong with a folder that was refused, so that it can be mended at once: what a misspelt key states is
     * checked as well, and nothing is told that only comes of what is told already.
     */
    private static List<InputProblem> all(
            Path folder, List<InputProblem> refused, Problems problems, StandIns standIns) {
        List<InputProblem> told = refused;
        Problems latest = problems;
        while (latest.hasMisspelt()) {
            latest = latest.again();
            told = toldAnew(folder, latest, standIns, told);
        }
        if (!standIns.used()) {
            return told;
        }
        List<InputProblem> other = toldAnew(folder, latest.again(), StandIns.other(), told);
        return told.stream().filter(Set.copyOf(other)::contains).toList();
    }

    /** What is told on reading again; as before where somebody mended the folder meanwhile. */
    private static List<InputProblem> toldAnew(
            Path folder, Problems problems, StandIns standIns, List<InputProblem> before) {
        try {
            read(folder, problems, standIns);
            return before;
        } catch (InputDataException refused) {
            return refused.problems();
        }
    }

    /** The English and Chinese text of a value. */
    static Text text(JsonCursor value) {
        return new Text(value.at("en").text(), value.at("zh").text());
    }

    private Scenario scenario() {
        requireFormat();
        String id = layers.at("id").value().text();
        Text title = text(layers.at("title").value());
        Text place = text(layers.at("place").value());
        InputsReader reader = new InputsReader(layers, regions(), problems);
        BoundaryReader boundaries = new BoundaryReader(layers, reader.space(), problems);
        CellSpace space = boundaries.space();
        collectTitles(boundaries);
        ProvisioningReader provisions = new ProvisioningReader(layers, space, reader.measures(space), problems);
        titles.putAll(provisions.titles());
        GoalsReader goals = new GoalsReader(layers, reader, space, problems);
        Optional<EnsemblePlan> stated = ensemble(reader, space, provisions, goals);
        List<Change> changes = changes(reader, boundaries);
        List<Assumption> assumptions = assumptions();
        Optional<RegionMap> map = new MapReader(layers, reader.space(), space, problems).read();
        layers.done();
        ProjectionInputs trend = guarded(reader::inputs);
        ProjectionInputs unsolved = guarded(() -> Changes.apply(changes, trend, reader.lastYear()));
        ProjectionInputs inputs = guarded(() -> goals.solved(unsolved));
        Provisioning provisioning = guarded(() -> provisions.provisioning(unsolved.base()));
        stated.ifPresent(plan -> guarded(() -> plan.requireServicesOf(provisioning)));
        Optional<EnsemblePlan> ensemble = stated.map(plan -> guarded(() -> plan.of(inputs)));
        return new Scenario(
                id,
                title,
                place,
                inputs,
                trend,
                changes,
                reader.lastYear(),
                provisioning,
                goals.goals(unsolved),
                ensemble,
                assumptions,
                titles,
                provisions.units(),
                map,
                layers.hashes());
    }

    private Optional<EnsemblePlan> ensemble(
            InputsReader reader, CellSpace space, ProvisioningReader provisions, GoalsReader goals) {
        return new EnsembleReader(layers, reader, space, provisions.units().keySet(), goals.past(), problems).read();
    }

    private List<Change> changes(InputsReader reader, BoundaryReader boundaries) {
        return new ChangesReader(
                        layers,
                        reader.axes(boundaries.space()),
                        reader.populationYears(),
                        reader.components(),
                        problems)
                .read(boundaries.boundaries());
    }

    private void requireFormat() {
        String format = layers.at("format").value().text();
        if (!format.isEmpty() && !format.equals(FORMAT)) {
            layers.at("format").value().report("got \"" + format + "\", expected \"" + FORMAT + "\"");
        }
    }

    private List<Region> regions() {
        int before = problems.count();
        Layers.Found found = layers.at("regions");
        Map<String, Region> regions = new LinkedHashMap<>();
        List<Row> rows = RecordTable.read(
                layers.file(found), List.of("id", "title_en", "title_zh"), List.of("group", "source"), problems);
        for (Row row : rows) {
            String id = row.text("id");
            if (regions.containsKey(id)) {
                row.report("id", "got region " + id + " twice, expected each once");
            } else if (!id.isEmpty()) {
                regions.put(id, new Region(id, row.optionalText("group").orElse("")));
            }
        }
        if (rows.isEmpty() && problems.count() == before) {
            problems.add(layers.file(found), 0, "", "got a header and no rows");
        }
        boolean known = problems.count() == before;
        rows.forEach(
                row -> titles.put("region/" + row.text("id"), new Text(row.text("title_en"), row.text("title_zh"))));
        List<Region> read = List.copyOf(regions.values());
        return known
                ? read
                : layers.standIns()
                        .of(read.isEmpty() ? List.of(new Region("?", "")) : read, List.of(new Region("??", "")));
    }

    private void collectTitles(BoundaryReader boundaries) {
        boundaries.titles().forEach((region, text) -> titles.put("region/" + region, text));
        collectTitles("group", "groups");
        collectTitles("status", "statuses");
        collectTitles("transition", "transitions");
    }

    private void collectTitles(String kind, String key) {
        layers.optional(key)
                .ifPresent(found -> found.value().items().forEach(item -> {
                    String id = item.at("id").text();
                    item.optional("title").ifPresent(title -> titles.put(kind + "/" + id, text(title)));
                }));
    }

    /** The projection's own checks, of what only shows when tables are put together, are problems of the scenario. */
    private <T> T guarded(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            if (!RefusedPlace.report(e.getMessage(), layers)) {
                problems.add(layers.file(0, Layers.FILE), 0, "", e.getMessage());
            }
            problems.throwIfAny();
            throw e;
        }
    }

    /** The assumptions of this scenario, then of those it extends; the nearest text of an id stands. */
    private List<Assumption> assumptions() {
        Map<String, Assumption> assumptions = new LinkedHashMap<>();
        for (Layers.Found found : layers.all("assumptions")) {
            for (Row row : RecordTable.read(layers.file(found), List.of("id", "en", "zh"), List.of(), problems)) {
                String id = row.text("id");
                assumptions.putIfAbsent(id, new Assumption(id, new Text(row.text("en"), row.text("zh"))));
            }
        }
        return List.copyOf(assumptions.values());
    }
}
