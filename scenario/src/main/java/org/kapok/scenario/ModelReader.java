package org.kapok.scenario;

import java.time.MonthDay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.core.Region;
import org.kapok.core.Selection;
import org.kapok.core.Sex;
import org.kapok.core.Status;
import org.kapok.demand.Attainment;
import org.kapok.demand.Care;
import org.kapok.demand.CarePathway;
import org.kapok.demand.Headship;
import org.kapok.demand.PerUnit;
import org.kapok.demand.PlannedTotal;
import org.kapok.demand.Ratio;
import org.kapok.demand.SchoolCohort;
import org.kapok.demand.SchoolPath;
import org.kapok.demand.ServedElsewhere;
import org.kapok.demand.ServiceArea;
import org.kapok.demand.ServiceModel;
import org.kapok.demand.SumOf;
import org.kapok.demand.Use;
import org.kapok.demand.YearPath;
import org.kapok.projection.target.Measure;
import org.kapok.scenario.table.JsonCursor;
import org.kapok.scenario.table.Problems;
import org.kapok.scenario.table.Range;
import org.kapok.scenario.table.RecordTable;
import org.kapok.scenario.table.Row;

/** Reads the models of services, each from its own object. */
final class ModelReader {
    /** The kinds there are. */
    static final List<String> MODELS = List.of(
            "ratio", "use", "school", "care", "headship", "per_unit", "share", "sum", "total", "area", "attainment");

    private static final Range VALUE = Range.atLeast(0, "");
    private static final Range POSITIVE = Range.atLeast(0.001, "");
    private static final Pattern PER = Pattern.compile("(?<![0-9.])per ([0-9][0-9 ]*)");

    private final Layers layers;
    private final int layer;
    private final CellSpace space;
    private final Problems problems;
    private final MonthDay cutOff;
    private final Map<String, Cube> rates;
    private final Map<String, Optional<CarePathway>> pathways; // nothing where one has problems

    /** A reader for a file that a scenario at a distance names. */
    ModelReader(Layers layers, int layer, CellSpace space, Problems problems, Tables tables) {
        this.layers = layers;
        this.layer = layer;
        this.space = space;
        this.problems = problems;
        this.cutOff = tables.cutOff();
        this.rates = tables.rates();
        this.pathways = tables.pathways();
    }

    /** What models refer to by name. */
    record Tables(MonthDay cutOff, Map<String, Cube> rates, Map<String, Optional<CarePathway>> pathways) {}

    /** The model that an object describes; nothing where it has problems. */
    Optional<ServiceModel> read(JsonCursor model) {
        int before = problems.count();
        ServiceModel read = guarded(model, before, parts(model));
        Optional<Cube> elsewhere = model.optional("served_in").map(file -> servedIn(file.text()));
        if (read != null && elsewhere.isPresent() && problems.count() == before) {
            ServiceModel users = read;
            read = guarded(model, before, () -> new ServedElsewhere(users, elsewhere.get()));
        }
        return Optional.ofNullable(read);
    }

    /** Reads all parts of a model at once, so that all their problems are told, and makes it afterwards. */
    private Supplier<ServiceModel> parts(JsonCursor model) {
        return switch (model.at("model").oneOf(MODELS)) {
            case "ratio" -> ratio(model);
            case "use" -> use(model);
            case "school" -> school(model);
            case "care" -> care(model);
            case "headship" -> headship(model);
            case "per_unit" -> perUnit(model);
            case "share" -> {
                String of = model.at("of").text();
                YearPath share = QuantityReader.path(model.at("value"), Range.share());
                yield () -> new PerUnit(of, 1, share);
            }
            case "sum" -> {
                List<String> of =
                        model.at("of").items().stream().map(JsonCursor::text).toList();
                yield () -> new SumOf(of);
            }
            case "total" -> {
                Selection people = people(model.at("population"), space);
                YearPath units = QuantityReader.path(model.at("value"), VALUE);
                yield () -> new PlannedTotal(people, units);
            }
            case "area" -> area(model);
            default -> attainment(model);
        };
    }

    private Supplier<ServiceModel> headship(JsonCursor model) {
        Cube heads = rate(model.at("rate"));
        Cube communal = model.optional("communal")
                .map(this::rate)
                .orElseGet(() -> Cube.of(List.of(), 0).along(space.axes()));
        YearPath level = path(model, "level", 1, VALUE);
        return () -> Headship.of(heads, communal, level);
    }

    private Supplier<ServiceModel> perUnit(JsonCursor model) {
        String of = model.at("of").text();
        double per = per(model);
        YearPath value = QuantityReader.path(model.at("value"), VALUE);
        return () -> new PerUnit(of, per, value);
    }

    private Supplier<ServiceModel> area(JsonCursor model) {
        Selection people = people(model.at("population"), space);
        YearPath catchment = QuantityReader.path(model.at("catchment"), POSITIVE);
        YearPath coverage = path(model, "coverage", 1, Range.share());
        return () -> new ServiceArea(people, catchment, coverage);
    }

    private Supplier<ServiceModel> attainment(JsonCursor model) {
        Selection people = people(model.at("population"), space);
        YearPath female = QuantityReader.path(model.at("female"), VALUE);
        YearPath male = QuantityReader.path(model.at("male"), VALUE);
        return () -> new Attainment(people, female, male);
    }

    private Supplier<ServiceModel> ratio(JsonCursor model) {
        Selection people = people(model.at("population"), space);
        double per = per(model);
        YearPath value = QuantityReader.path(model.at("value"), VALUE);
        return () -> new Ratio(people, per, value);
    }

    private Supplier<ServiceModel> use(JsonCursor model) {
        Cube rate = rate(model.at("rate"));
        YearPath level = path(model, "level", 1, VALUE);
        YearPath time = path(model, "time", 1, VALUE);
        double available =
                model.optional("available").map(value -> value.number(POSITIVE)).orElse(1.0);
        YearPath occupancy = path(model, "occupancy", 1, Range.share());
        YearPath inflow = path(model, "inflow", 0, Range.atLeast(-1, ""));
        return () -> new Use(rate, level, new Use.Capacity(time, available, occupancy, inflow));
    }

    private Supplier<ServiceModel> school(JsonCursor model) {
        int entry = model.at("entry_age").integer(0, 30);
        int grades = model.at("grades").integer(1, 15);
        Map<String, YearPath> attendance = attendance(model.at("attendance"));
        double late = number(model, "late");
        double repeat = number(model, "repeat");
        double leave = number(model, "leave");
        return () -> new SchoolCohort(entry, grades, cutOff, attendance, new SchoolPath(late, repeat, leave));
    }

    private Supplier<ServiceModel> care(JsonCursor model) {
        List<String> known = List.copyOf(pathways.keySet());
        JsonCursor name = model.at("pathway");
        if (known.isEmpty()) {
            name.report("got a pathway, expected \"pathways\" beside the services");
        }
        String pathway = known.isEmpty() ? "" : name.oneOf(known);
        String setting = model.at("setting").text();
        YearPath occupancy = path(model, "occupancy", 1, POSITIVE);
        return () -> pathways.get(pathway)
                .map(way -> new Care(way, setting, occupancy))
                .orElse(null);
    }

    private ServiceModel guarded(JsonCursor model, int before, Supplier<ServiceModel> made) {
        if (problems.count() > before || !model.isObject()) {
            return null; // what is wrong has been told
        }
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            model.report(e.getMessage());
            return null;
        }
    }

    /** The people that a value counts. */
    static Selection people(JsonCursor population, CellSpace space) {
        List<Measure> measures = Measure.ofPeople(space);
        String id = population
                .at("measure")
                .oneOf(measures.stream().map(Measure::id).toList());
        int from =
                population.optional("from_age").map(age -> age.integer(0, 120)).orElse(0);
        int to =
                population.optional("to_age").map(age -> age.integer(from, 120)).orElse(Selection.OPEN);
        Selection people = Measure.find(measures, id).orElseThrow().people().aged(from, to);
        people = population
                .optional("sex")
                .map(sex -> sex.oneOf(Sex.class))
                .map(people::of)
                .orElse(people);
        try {
            people.groupsOf(space.ages());
        } catch (IllegalArgumentException cut) {
            population.report(cut.getMessage());
        }
        return people;
    }

    /** How many a value is for; where its unit says so too, the two must agree. */
    private static double per(JsonCursor model) {
        JsonCursor value = model.at("per");
        double per = value.number(POSITIVE);
        model.optional("value_unit").map(JsonCursor::text).ifPresent(unit -> requirePer(value, per, unit));
        return per;
    }

    /** Refuses a unit such as "beds per 1000" of a value that is for another number. */
    static void requirePer(JsonCursor value, double per, String unit) {
        Matcher number = PER.matcher(unit);
        boolean stated = !Double.isNaN(per) && number.find();
        if (stated && Double.parseDouble(number.group(1).replace(" ", "")) != per) {
            value.report(
                    "got a value for " + plain(per) + " beside the unit \"" + unit + "\", expected the same number");
        }
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    /** A rate by name, or one number for all residents. */
    private Cube rate(JsonCursor value) {
        if (!value.isText()) {
            double all = value.number(VALUE);
            return Cube.generate(space.axes(), at -> space.statuses().get(at[1]).resident() ? all : 0);
        }
        if (rates.isEmpty()) {
            value.report("got a rate by name, expected \"rates\" beside the services, or a number");
            return Cube.of(List.of(), 0).along(space.axes());
        }
        return rates.get(value.oneOf(List.copyOf(rates.keySet())));
    }

    private Map<String, YearPath> attendance(JsonCursor attendance) {
        List<String> ids = space.statuses().stream().map(Status::id).toList();
        Map<String, YearPath> shares = new LinkedHashMap<>();
        attendance.members().forEach((status, value) -> {
            if (ids.contains(status)) {
                shares.put(status, QuantityReader.path(value, VALUE));
            } else {
                value.report("got status \"" + status + "\", expected one of " + ids);
            }
        });
        return shares;
    }

    private static YearPath path(JsonCursor model, String key, double otherwise, Range range) {
        return model.optional(key)
                .map(value -> QuantityReader.path(value, range))
                .orElseGet(() -> YearPath.constant(otherwise));
    }

    private static double number(JsonCursor model, String key) {
        return model.optional(key).map(value -> value.number(Range.share())).orElse(0.0);
    }

    /** Where people of a region are served; a region without rows serves its own. */
    private Cube servedIn(String name) {
        List<String> regions = space.regions().stream().map(Region::id).toList();
        double[] shares = new double[regions.size() * regions.size()];
        List<String> moving = new ArrayList<>();
        for (Row row : RecordTable.read(
                layers.file(layer, name),
                List.of("region", ServedElsewhere.SERVED_IN, "share"),
                List.of("source", "note"),
                problems)) {
            String home = row.oneOf("region", regions);
            String place = row.oneOf(ServedElsewhere.SERVED_IN, regions);
            moving.add(home);
            shares[regions.indexOf(home) * regions.size() + regions.indexOf(place)] +=
                    row.number("share", Range.share());
        }
        for (int region = 0; region < regions.size(); region++) {
            if (!moving.contains(regions.get(region))) {
                shares[region * regions.size() + region] = 1;
            }
        }
        return Cube.of(List.of(Axis.regions(space.regions()), new Axis(ServedElsewhere.SERVED_IN, regions)), shares);
    }
}
