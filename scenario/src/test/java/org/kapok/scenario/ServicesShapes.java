package org.kapok.scenario;

import static org.kapok.scenario.CommonShapes.COUNT;
import static org.kapok.scenario.CommonShapes.SHARE;
import static org.kapok.scenario.CommonShapes.file;
import static org.kapok.scenario.CommonShapes.ids;
import static org.kapok.scenario.CommonShapes.words;
import static org.kapok.scenario.Shape.anything;
import static org.kapok.scenario.Shape.byName;
import static org.kapok.scenario.Shape.integer;
import static org.kapok.scenario.Shape.list;
import static org.kapok.scenario.Shape.nameOrNumber;
import static org.kapok.scenario.Shape.number;
import static org.kapok.scenario.Shape.object;
import static org.kapok.scenario.Shape.path;
import static org.kapok.scenario.Shape.ref;
import static org.kapok.scenario.Shape.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kapok.scenario.table.Range;

/** The members of the file of services. */
final class ServicesShapes {
    private static final Range POSITIVE = Range.atLeast(0.001, "");

    private ServicesShapes() {}

    static ObjectNode schema() {
        Shape root = object("Services with their norms and needs.")
                .may("$schema", anything("Where an editor finds this schema."))
                .may(
                        "cut_off",
                        Shape.monthAndDay("The day by which children must have reached the age of school entry.")
                                .usual("08-31"))
                .may(
                        "domains",
                        list(
                                object("")
                                        .must("id", text("The id."))
                                        .must("title", words("What it is called."))
                                        .may(
                                                "people",
                                                Shape.flag("Whether it tells of the people themselves.")
                                                        .usual(false)),
                                "What services are grouped by."))
                .may("rates", file("The table rate,age,value of rates of use.").example("service_rates.csv"))
                .may("pathways", list(pathway(), "Who needs care, and where it is given."))
                .must("services", list(service(), "The services.").zh("公共服务"));
        CommonShapes.defineWords(root);
        CommonShapes.definePeople(root);
        define(root);
        return root.file("services", "Kapok services (services.json)");
    }

    private static Shape pathway() {
        return object("")
                .must("id", text("The id."))
                .must("levels", byName(text("The name of a rate."), "By level of need, who has it."))
                .must(
                        "settings",
                        byName(
                                byName(path(SHARE, "The share of the level."), "By level."),
                                "By setting, whom it takes in."))
                .may("source", source());
    }

    private static Shape service() {
        return object("")
                .must("id", text("The name in results.").example("primary"))
                .may("domain", text("The id of a domain; needed where there are domains."))
                .must("title", words("What it is called."))
                .must("unit", words("What it is counted in."))
                .may("land", number(COUNT, "Square metres of land per unit.").usual(0))
                .may("floor", number(COUNT, "Square metres of floor per unit.").usual(0))
                .must("norm", ref("model", "The standard of a plan.").zh("标准"))
                .may("need", ref("model", "Use.").zh("需求"));
    }

    private static Shape source() {
        return text("The id of a source; needed where the scenario has sources, but for a sum.");
    }

    private static void define(Shape root) {
        Map<String, String> models = new LinkedHashMap<>();
        ModelReader.MODELS.forEach(model -> models.put(model, "model." + model));
        root.define("model", object("How a demand comes about.").kinds("model", models, "The model."));
        root.define("model.ratio", per(ofPeople("ratio", "People / per x value.")));
        root.define("model.per_unit", per(of("per_unit", "The demand for a service / per x value.")));
        root.define("model.use", use());
        root.define("model.school", school());
        root.define(
                "model.care",
                model("care", "People whom a pathway sends to a setting / occupancy.")
                        .must("pathway", text("The id of a pathway."))
                        .must("setting", text("One of its settings."))
                        .may("occupancy", path(POSITIVE, "People per unit.").usual(1)));
        root.define(
                "model.headship",
                model("headship", "Sum of people x (1 - communal) x rate, x level.")
                        .must("rate", nameOrNumber(COUNT, "Heads per person."))
                        .may(
                                "communal",
                                nameOrNumber(COUNT, "The share of people who live in no household.")
                                        .usual(0))
                        .may("level", path(COUNT, "A factor.").usual(1)));
        defineOthers(root);
    }

    private static void defineOthers(Shape root) {
        root.define(
                "model.share",
                of("share", "A share of the demand for a service.").must("value", path(SHARE, "The share.")));
        root.define("model.sum", model("sum", "The sum of services.").must("of", ids("The ids of services.")));
        root.define(
                "model.total",
                ofPeople("total", "A total for the whole place, shared among regions by people.")
                        .must("value", path(COUNT, "The total.")));
        root.define(
                "model.area",
                ofPeople("area", "Facilities: coverage x people / catchment, rounded up in each region.")
                        .must("catchment", path(POSITIVE, "People per facility."))
                        .may(
                                "coverage",
                                path(SHARE, "The share of people who are served.")
                                        .usual(1)));
        root.define(
                "model.attainment",
                ofPeople("attainment", "Sum of people x the value of their cohort.")
                        .must("female", path(COUNT, "By year of birth."))
                        .must("male", path(COUNT, "By year of birth.")));
    }

    private static Shape model(String kind, String description) {
        return object(description)
                .must("model", Shape.oneOf(List.of(kind), ""))
                .may("served_in", file("The table region,served_in,share of where users are served."))
                .may("source", source());
    }

    private static Shape ofPeople(String kind, String description) {
        return model(kind, description).must("population", ref("people", "The people that are counted."));
    }

    private static Shape of(String kind, String description) {
        return model(kind, description).must("of", text("The id of a service."));
    }

    private static Shape per(Shape model) {
        return model.must("per", number(POSITIVE, "How many the value is for.").example(1000))
                .must("value", path(COUNT, "Units per so many."))
                .may(
                        "value_unit",
                        text("The unit of the value; a number in it must be that of per.")
                                .example("beds per 1000 residents"));
    }

    private static Shape use() {
        return model("use", "Sum of people x rate, x level x time x (1 + inflow) / (available x occupancy).")
                .must("rate", nameOrNumber(COUNT, "The name of a rate, or a number for all residents."))
                .may("level", path(COUNT, "A factor on the rate.").usual(1))
                .may("time", path(COUNT, "What a use takes.").usual(1))
                .may("available", number(POSITIVE, "What a unit has of it.").usual(1))
                .may("occupancy", path(SHARE, "The share of it that is used.").usual(1))
                .may(
                        "inflow",
                        path(Range.atLeast(-1, ""), "Users from elsewhere per own user.")
                                .usual(0));
    }

    private static Shape school() {
        return model("school", "Children by the age completed at the last cut-off x attendance, spread over grades.")
                .must("entry_age", integer(0, 30, "The age of entry.").example(6))
                .must("grades", integer(1, 15, "The number of grades.").example(6))
                .must(
                        "attendance",
                        byName(path(COUNT, "Pupils per child."), "By status; those not named do not attend."))
                .may("late", number(SHARE, "The share that enters a year late.").usual(0))
                .may("repeat", number(SHARE, "The share that repeats a grade.").usual(0))
                .may(
                        "leave",
                        number(SHARE, "The share that leaves after a grade.").usual(0));
    }
}
