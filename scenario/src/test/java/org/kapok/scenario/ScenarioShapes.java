package org.kapok.scenario;

import static org.kapok.scenario.CommonShapes.ANY;
import static org.kapok.scenario.CommonShapes.COUNT;
import static org.kapok.scenario.CommonShapes.SHARE;
import static org.kapok.scenario.CommonShapes.file;
import static org.kapok.scenario.CommonShapes.ids;
import static org.kapok.scenario.CommonShapes.words;
import static org.kapok.scenario.Shape.anything;
import static org.kapok.scenario.Shape.byName;
import static org.kapok.scenario.Shape.date;
import static org.kapok.scenario.Shape.flag;
import static org.kapok.scenario.Shape.integer;
import static org.kapok.scenario.Shape.list;
import static org.kapok.scenario.Shape.members;
import static org.kapok.scenario.Shape.number;
import static org.kapok.scenario.Shape.object;
import static org.kapok.scenario.Shape.oneOf;
import static org.kapok.scenario.Shape.path;
import static org.kapok.scenario.Shape.ref;
import static org.kapok.scenario.Shape.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.kapok.projection.Component;
import org.kapok.projection.Convention;
import org.kapok.projection.target.FreeFlow;
import org.kapok.projection.target.FreeFlows;
import org.kapok.scenario.table.Range;

/** The members of scenario.json. */
final class ScenarioShapes {
    /** The names of components, see {@link Component#id}. */
    static final String COMPONENTS = Arrays.stream(Component.Kind.values())
            .filter(kind -> kind != Component.Kind.TRANSITION)
            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining("|", "^(", "|transition:.+)$"));

    private static final String[] REQUIRED = {
        "format",
        "id",
        "title",
        "place",
        "base_date",
        "last_year",
        "convention",
        "ages",
        "regions",
        "statuses",
        "population",
        "mortality",
        "fertility"
    };

    private ScenarioShapes() {}

    static ObjectNode schema() {
        Shape root =
                object("A scenario: a place, its people, the assumptions on them. A scenario that extends another one"
                        + " states only what differs; null stands for absent.");
        identity(root);
        cells(root);
        rates(root);
        goals(root);
        provisions(root);
        root.mustWithout(
                "extends",
                members(REQUIRED)
                        .may("mortality", members().mustWithout("survival", members("mx")))
                        .may("fertility", members("asfr", "sex_ratio_at_birth"))
                        .may("internal", members("out_rate", "destination_share"))
                        .may("ensemble", members("draws", "seed")));
        CommonShapes.defineWords(root);
        CommonShapes.definePeople(root);
        root.define("quantity", Shape.quantity(COUNT, "quantity", QUANTITY));
        root.define("signed", Shape.quantity(ANY, "signed", QUANTITY));
        ChangeShapes.define(root);
        EnsembleShapes.define(root);
        return root.file("scenario", "Kapok scenario (scenario.json)");
    }

    private static final String QUANTITY =
            "A number, a table, values by year (straight between, flat outside), or a list" + " of these, multiplied.";

    static Shape quantity(String description) {
        return ref("quantity", description);
    }

    static Shape signed(String description) {
        return ref("signed", description);
    }

    static Shape component(String description) {
        return Shape.matching(COMPONENTS, description).example("fertility", "arrivals", "transition:settlement");
    }

    private static void identity(Shape root) {
        root.may("$schema", anything("Where an editor finds this schema."))
                .may("format", oneOf(List.of(ScenarioFolder.FORMAT), "The version of the format."))
                .may("id", text("The name in results.").example("my-city"))
                .may(
                        "extends",
                        text("The folder of a scenario that this one differs from, or bundled:NAME.")
                                .zh("基于")
                                .example("bundled:guangzhou", "../my-city"))
                .may("title", words("What it assumes, in a line.").zh("标题"))
                .may("place", words("The place.").zh("地区"))
                .may(
                        "base_date",
                        date("The date of the base population.").zh("基准日期").example("2020-11-01"))
                .may(
                        "last_year",
                        integer(
                                        1,
                                        9999,
                                        "The year of the last population, a whole number of steps after the"
                                                + " base date.")
                                .zh("末年")
                                .example(2035))
                .may(
                        "convention",
                        oneOf(
                                        Convention.presets().stream()
                                                .map(Convention::id)
                                                .toList(),
                                        "How the step treats time: when migrants join, who bears children, and the rest.")
                                .zh("推算惯例"));
    }

    private static void cells(Shape root) {
        root.may(
                        "ages",
                        object("Age groups.")
                                .zh("年龄组")
                                .must("width", oneOf(List.of(1, 5), "Years in each group, also the length of a step."))
                                .must(
                                        "open",
                                        integer(
                                                        10,
                                                        130,
                                                        "The first age of the open group; 20 or more, in fives, for width 5.")
                                                .example(100)))
                .may(
                        "regions",
                        file("The table id,title_en,title_zh and, where there are groups, group.")
                                .zh("区域")
                                .example("regions.csv"))
                .may(
                        "map",
                        file("GeoJSON of the boundaries of regions.").zh("地图").example("boundaries.geojson"))
                .may("groups", groups())
                .may(
                        "statuses",
                        list(status(), "What people are to the register.")
                                .zh("户籍状态")
                                .notEmpty())
                .may(
                        "population",
                        file("The table of persons at the base date.")
                                .zh("基准人口")
                                .example("population.csv"));
    }

    private static Shape status() {
        return object("")
                .must("id", text("The id, as in tables.").example("registered"))
                .may("title", words("What it is called."))
                .must("resident", flag("Whether its people count as resident (常住)."))
                .must("registered", flag("Whether its people count as registered (户籍)."));
    }

    private static void rates(Shape root) {
        root.may("mortality", mortality())
                .may("fertility", fertility())
                .may("external", external())
                .may("internal", internal())
                .may("transitions", list(transition(), "Changes of status.").zh("户籍变动"))
                .may(
                        "urban",
                        object("Town and country.")
                                .zh("城镇化")
                                .may("rural_share", quantity("The share of residents who are rural, 0 to 1.")));
    }

    private static Shape mortality() {
        return object("Rates of death, or survival itself.")
                .zh("死亡")
                .may("mx", quantity("Deaths per person-year.").example("mortality.csv"))
                .may("survival", quantity("Survival ratios per step, 0 to 1, by the age survived into."))
                .may("open_age_survival", quantity("The ratio of those already in the open age, beside survival."))
                .may(
                        "life_expectancy",
                        path(new Range(20, 120, ""), "Years at birth, both sexes, that rates are moved to.")
                                .zh("预期寿命"));
    }

    private static Shape fertility() {
        return object("Births.")
                .zh("生育")
                .may("asfr", quantity("Births per woman per year.").zh("年龄别生育率"))
                .may(
                        "sex_ratio_at_birth",
                        quantity("Males per female born.").zh("出生性别比").example(1.05))
                .may(
                        "births",
                        quantity("Births per year of both sexes in place of those of the rates.")
                                .zh("出生数"))
                .may(
                        "newborn_status",
                        byName(
                                byName(
                                        path(SHARE, "The share, in all or by year."),
                                        "Shares of the statuses that" + " children are born into; they add up to 1."),
                                "By the mother's status."));
    }

    private static Shape internal() {
        return object("Moves between regions.")
                .zh("市内迁移")
                .may("out_rate", quantity("Moves out per person per year."))
                .may("destination_share", quantity("The share of those who left that a region receives."));
    }

    private static Shape groups() {
        return list(
                        object("").must("id", text("The id.")).may("title", words("What it is called.")),
                        "What" + " groups of regions are called.")
                .zh("区域分组");
    }

    private static Shape external() {
        return object("People who cross the border: gross, or one of the net forms.")
                .zh("市外迁移")
                .may("arrivals", quantity("Persons per year who arrive.").zh("迁入"))
                .may("arrival_rate", quantity("Arrivals per person per year."))
                .may("departures", quantity("Persons per year who depart.").zh("迁出"))
                .may("departure_rate", quantity("Departures per person per year."))
                .may("net", signed("Net migrants per year.").zh("净迁移"))
                .may("net_rate", signed("Net migrants per person per year."))
                .may("net_total", signed("Net migrants per year, of all ages, beside a schedule."))
                .may("schedule", signed("Shares by age of net_total, adding up to 1."));
    }

    private static Shape transition() {
        return object("")
                .must("id", text("The name of the change, as in transition:ID.").example("settlement"))
                .may("title", words("What it is called."))
                .must("from", text("The status that people leave."))
                .must("to", text("The status that people enter."))
                .must("rate", quantity("Changes per person of the status left per year."));
    }

    private static void goals(Shape root) {
        root.may("changes", ChangeShapes.changes())
                .may("targets", file("The table of wanted values.").zh("目标").example("targets.csv"))
                .may(
                        "record",
                        file("The table measure,region,from,to,value of past flows.")
                                .example("record.csv"))
                .may(
                        "solve",
                        object("What may change so that targets are reached.")
                                .zh("求解")
                                .must("free", list(free(), "Free flows.").notEmpty())
                                .may(
                                        "smoothness",
                                        number(COUNT, "The cost of a change from year to year.")
                                                .usual(FreeFlows.SMOOTHNESS))
                                .may(
                                        "fade_years",
                                        integer(
                                                1,
                                                1000,
                                                "Years after the last target over which factors go back to" + " 1.")))
                .may(
                        "solution",
                        byName(quantity("The factor."), "The factors of flows that kapok solve found.")
                                .named(COMPONENTS))
                .may("ensemble", EnsembleShapes.ensemble());
    }

    private static Shape free() {
        return object("")
                .must("flow", component("The flow."))
                .may("by", list(oneOf(FreeFlow.AXES, ""), "One factor for each of these; none for one factor."))
                .may("statuses", ids("Whom it is about; all by default."))
                .may("ages", list(integer(0, 130, ""), "Ages at which factors are free."))
                .may(
                        "stiffness",
                        number(Range.atLeast(1e-6, ""), "What a change costs.").usual(1))
                .may(
                        "least",
                        number(new Range(1e-3, 1, ""), "The least factor.").usual(FreeFlow.LEAST))
                .may(
                        "most",
                        number(Range.atLeast(1, ""), "The greatest factor.").usual(FreeFlow.MOST));
    }

    private static void provisions(Shape root) {
        root.may("services", file("The file of services.").zh("公共服务").example("services.json"))
                .may(
                        "supply",
                        file("The table of what is open from a date on.")
                                .zh("供给")
                                .example("supply.csv"))
                .may(
                        "staff",
                        object("Staff by age.")
                                .zh("人员")
                                .must("persons", file("The table service,region,date,age,persons."))
                                .must("leaving", file("The table service,age,rate.")))
                .may(
                        "supply_allocation",
                        byName(
                                ref("people", ""),
                                "By service, the people that what is given for the whole place is divided by."))
                .may("indicators", file("The file of indicators.").zh("指标").example("indicators.json"))
                .may("observed", file("The table indicator,year,value."))
                .may("sources", file("The table id,citation.").zh("来源"))
                .may(
                        "assumptions",
                        file("The table id,en,zh of what is taken for true.").zh("设定"));
    }
}
