package org.kapok.scenario;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kapok.core.Axis;
import org.kapok.core.Cube;
import org.kapok.demand.YearPath;
import org.kapok.scenario.table.CubeTable;
import org.kapok.scenario.table.JsonCursor;
import org.kapok.scenario.table.Labels;
import org.kapok.scenario.table.Problems;
import org.kapok.scenario.table.Range;
import org.kapok.scenario.table.TableSpec;

/**
 * Reads quantities: a number, a table, values by year, or a list of these that are multiplied. A product varies by every
 * axis that one of its factors varies by.
 */
final class QuantityReader {
    /** What a table of a quantity may hold; which of them says the name of its value column. */
    private static final Map<String, Range> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put("persons", Range.atLeast(0, "persons per year"));
        COLUMNS.put("rate", new Range(0, 1, "per person per year"));
        COLUMNS.put("share", Range.share());
        COLUMNS.put("factor", Range.atLeast(0, ""));
        COLUMNS.put("mx", Range.atLeast(0, "per person-year"));
        COLUMNS.put("asfr", Range.atLeast(0, "per woman per year"));
        COLUMNS.put("tfr", Range.atLeast(0, "children per woman"));
        COLUMNS.put("srb", Range.atLeast(0.5, "males per female"));
        COLUMNS.put("survival", Range.share());
        COLUMNS.put("births", Range.atLeast(0, "births per year"));
        COLUMNS.put("net", Range.any("persons per year"));
        COLUMNS.put("uplift", Range.atLeast(-1, ""));
        COLUMNS.put("years", new Range(1, 130, "years"));
        COLUMNS.put("net_rate", Range.atLeast(-1, "per person per year"));
    }

    private final Layers layers;
    private final List<Axis> axes; // year first
    private final Problems problems;
    private final Range numbers; // of those in scenario.json itself
    private final Optional<String> sparse; // an axis; what a table with it leaves out is 0

    QuantityReader(Layers layers, List<Axis> axes, Problems problems) {
        this(layers, axes, problems, Range.atLeast(0, ""), Optional.empty());
    }

    private QuantityReader(Layers layers, List<Axis> axes, Problems problems, Range numbers, Optional<String> sparse) {
        this.layers = layers;
        this.axes = List.copyOf(axes);
        this.problems = problems;
        this.numbers = numbers;
        this.sparse = sparse;
    }

    /** A reader of quantities that may be below 0. */
    QuantityReader signed() {
        return new QuantityReader(layers, axes, problems, Range.any(""), sparse);
    }

    /** A reader to which tables with this axis need not state what is 0. */
    QuantityReader sparse(String axis) {
        return new QuantityReader(layers, axes, problems, numbers, Optional.of(axis));
    }

    /** The quantity at a path of keys; a number where it has problems. */
    Cube read(String... path) {
        Layers.Found found = layers.at(path);
        return read(found.layer(), found.value());
    }

    /** The quantity at a path of keys, if it is stated. */
    Optional<Cube> readOptional(String... path) {
        return layers.optional(path).map(found -> read(found.layer(), found.value()));
    }

    /** A quantity stated by the scenario at a distance. */
    Cube read(int layer, JsonCursor value) {
        if (value.isArray()) {
            Cube product = Cube.of(List.of(), 1);
            for (JsonCursor factor : value.items()) {
                product = product.times(read(layer, factor));
            }
            Cube whole = product;
            return whole.along(
                    axes.stream().filter(axis -> whole.has(axis.name())).toList());
        }
        if (value.isText()) {
            return table(layers.file(layer, value.text()), value.key());
        }
        if (value.isObject()) {
            return years(value);
        }
        return Cube.of(List.of(), value.number(numbers));
    }

    /** Values by year, straight between the years given and flat outside. */
    static YearPath path(JsonCursor value, Range range) {
        if (!value.isObject()) {
            double number = value.number(range);
            return YearPath.constant(Double.isNaN(number) ? 0 : number);
        }
        SortedMap<Integer, Double> years = new TreeMap<>();
        value.members().forEach((year, member) -> {
            double number = member.number(range);
            if (!year.matches("[12][0-9]{3}")) {
                member.report("got key \"" + year + "\", expected a year");
            } else if (!Double.isNaN(number)) {
                years.put(Integer.valueOf(year), number);
            }
        });
        if (value.members().isEmpty()) {
            value.report("got no years, expected values by year such as {\"2020\": 1.5}");
        }
        return years.isEmpty() ? YearPath.constant(0) : new YearPath(years);
    }

    private Cube years(JsonCursor value) {
        YearPath path = path(value, numbers);
        Axis years = axes.get(0);
        return Cube.generate(
                List.of(years), index -> path.at(Integer.parseInt(years.labels().get(index[0]))));
    }

    private Cube table(Path file, String key) {
        Set<String> names = CubeTable.names(file, problems);
        String column = valueColumn(names, key);
        TableSpec spec = TableSpec.over(axes.toArray(Axis[]::new))
                .value(column, COLUMNS.get(column))
                .note("source", "note");
        spec = sparse.filter(names::contains).isPresent() ? spec.withoutZeros() : spec;
        return CubeTable.read(file, spec, problems).getOrDefault(column, Cube.of(List.of(), 1));
    }

    /**
     * The value column that a header has. Where it has none, reading the table reports that: the column that one of its
     * names is like, or that is called as the key of {@code scenario.json}.
     */
    private static String valueColumn(Set<String> names, String key) {
        List<String> columns = List.copyOf(COLUMNS.keySet());
        return columns.stream()
                .filter(column -> names.stream().anyMatch(name -> name.matches(column + "(_female|_male)?")))
                .findFirst()
                .or(() -> names.stream()
                        .map(name -> Labels.nearest(name.replaceFirst("_(female|male)$", ""), columns))
                        .filter(nearest -> !nearest.isEmpty())
                        .findFirst())
                .orElse(columns.contains(key) ? key : "factor");
    }
}
