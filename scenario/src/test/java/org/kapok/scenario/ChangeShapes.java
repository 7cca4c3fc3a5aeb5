package org.kapok.scenario;

import static org.kapok.scenario.CommonShapes.COUNT;
import static org.kapok.scenario.CommonShapes.SHARE;
import static org.kapok.scenario.CommonShapes.YEARS;
import static org.kapok.scenario.CommonShapes.ids;
import static org.kapok.scenario.CommonShapes.words;
import static org.kapok.scenario.ScenarioShapes.component;
import static org.kapok.scenario.ScenarioShapes.quantity;
import static org.kapok.scenario.ScenarioShapes.signed;
import static org.kapok.scenario.Shape.byName;
import static org.kapok.scenario.Shape.integer;
import static org.kapok.scenario.Shape.list;
import static org.kapok.scenario.Shape.members;
import static org.kapok.scenario.Shape.number;
import static org.kapok.scenario.Shape.object;
import static org.kapok.scenario.Shape.ref;
import static org.kapok.scenario.Shape.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kapok.scenario.table.Range;

/** The kinds of change. */
final class ChangeShapes {
    private static final String FLOW = "The flow.";

    private ChangeShapes() {}

    static Shape changes() {
        return list(ref("change", ""), "What sets the scenario apart from its trend; the order means nothing.")
                .zh("变动");
    }

    static void define(Shape root) {
        Map<String, String> kinds = new LinkedHashMap<>();
        ChangesReader.KINDS.forEach(kind -> kinds.put(kind, "change." + kind));
        root.define("change", object("A change.").kinds("change", kinds, "The kind of change."));
        root.define(
                "change.fertility_level",
                scoped("fertility_level", "A path of the total fertility rate.")
                        .must("tfr", quantity("Children per woman.").zh("总和生育率").example(1.3)));
        root.define(
                "change.fertility_uplift",
                scoped("fertility_uplift", "Rates times 1 + uplift x share.")
                        .must("uplift", signed("The uplift, such as 0.1."))
                        .may(
                                "share",
                                quantity("The share of births that it is about.")
                                        .usual(1)));
        root.define(
                "change.life_expectancy",
                scoped("life_expectancy", "A path of life expectancy.")
                        .must(
                                "years",
                                quantity("Years at birth, both sexes.")
                                        .zh("预期寿命")
                                        .example(83)));
        root.define(
                "change.infant_mortality",
                scoped("infant_mortality", "A path of infant mortality.")
                        .must(
                                "deaths_per_birth",
                                quantity("Deaths before the first birthday per birth.")
                                        .zh("婴儿死亡率")));
        defineFlows(root);
        defineBoundaries(root);
        defineHousing(root);
    }

    private static void defineFlows(Shape root) {
        root.define(
                "change.scaling",
                scoped("scaling", "A factor on a flow.")
                        .must("flow", component(FLOW))
                        .must("factor", quantity("The factor.").example(0.8)));
        root.define(
                "change.fixed_flow",
                scoped("fixed_flow", "Numbers in place of the trend's.")
                        .must("flow", component("arrivals or departures."))
                        .must("persons", quantity("Persons per year.")));
        root.define(
                "change.age_profile",
                scoped("age_profile", "Another age pattern; the level stays.")
                        .must("flow", component(FLOW))
                        .must("profile", quantity("The pattern by age.")));
        root.define(
                "change.shock",
                scoped("shock", "One year out of the ordinary.")
                        .must("year", number(YEARS, "The year."))
                        .must(
                                "factors",
                                byName(number(COUNT, "The factor."), "By flow.").named(ScenarioShapes.COMPONENTS))
                        .may(
                                "recovery_years",
                                integer(0, 100, "Years over which it falls to nothing.")
                                        .usual(0)));
        root.define(
                "change.quota",
                change("quota", "A number of changes of status; the rate only shares them out.")
                        .must("transition", text("The id of the transition.").example("settlement"))
                        .must(
                                "persons",
                                quantity("Persons per year, by region.").zh("名额")));
    }

    private static Shape change(String kind, String description) {
        return object(description)
                .must("change", Shape.oneOf(List.of(kind), ""))
                .must("id", text("The name in results; of an id the nearest stands."))
                .may("title", words("What it is called."));
    }

    /** A change of some people in some years. */
    private static Shape scoped(String kind, String description) {
        return change(kind, description)
                .may("regions", ids("Regions or groups; all where it is absent."))
                .may("statuses", ids("Statuses; all where it is absent."))
                .may("from", number(YEARS, "The first year of flows."))
                .may("to", number(YEARS, "The last year of flows, included."));
    }

    private static void defineBoundaries(Shape root) {
        root.define(
                "change.merge",
                change("merge", "Regions become one.")
                        .must("regions", ids("The regions."))
                        .must("into", region("The new region.")));
        root.define(
                "change.split",
                change("split", "A region becomes several.")
                        .must("region", text("The region."))
                        .must(
                                "parts",
                                list(
                                        region("A new region.")
                                                .must(
                                                        "share",
                                                        Shape.either(
                                                                "The share of its people: a number, or one for each status.",
                                                                number(SHARE, ""),
                                                                byName(number(SHARE, ""), ""))),
                                        "What it becomes.")));
    }

    private static Shape region(String description) {
        return object(description)
                .must("id", text("The id."))
                .must("title", words("What it is called."))
                .may("group", text("Its group."));
    }

    private static void defineHousing(Shape root) {
        Shape home = object("")
                .must("region", text("The region."))
                .must("stock", number(Range.atLeast(1e-9, ""), "Dwellings at the base date."))
                .must("completions", signed("Dwellings per year, net."))
                .may("occupied", quantity("The share that is occupied.").usual(1))
                .may("size", quantity("People per household."))
                .may("representatives", quantity("Heads per person in a household, by sex and age."))
                .may(
                        "communal_share",
                        quantity("The share of people who live in no household.")
                                .usual(0))
                .may("communal", quantity("People who live in no household.").usual(0))
                .must("mix", number(SHARE, "0: people follow homes; 1: homes move nobody."))
                .mustWithout("representatives", members("size"));
        root.define(
                "change.housing",
                change("housing", "Homes draw people.")
                        .must("homes", list(home, "The homes of regions."))
                        .may("held", text("whole or a group: whose total stays the trend's.")));
    }
}
