package org.kapok.scenario;

import static org.kapok.scenario.CommonShapes.ANY;
import static org.kapok.scenario.CommonShapes.COUNT;
import static org.kapok.scenario.CommonShapes.age;
import static org.kapok.scenario.CommonShapes.words;
import static org.kapok.scenario.Shape.anything;
import static org.kapok.scenario.Shape.flag;
import static org.kapok.scenario.Shape.integer;
import static org.kapok.scenario.Shape.list;
import static org.kapok.scenario.Shape.members;
import static org.kapok.scenario.Shape.number;
import static org.kapok.scenario.Shape.object;
import static org.kapok.scenario.Shape.oneOf;
import static org.kapok.scenario.Shape.ref;
import static org.kapok.scenario.Shape.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kapok.demand.DemandPath;
import org.kapok.demand.scorecard.Goal;
import org.kapok.scenario.table.Range;

/** The members of the file of indicators. */
final class IndicatorsShapes {
    private IndicatorsShapes() {}

    static ObjectNode schema() {
        Shape root = object("The indicators of a plan.")
                .may("$schema", anything("Where an editor finds this schema."))
                .must("baseline_year", year("The year of the baselines."))
                .must("target_year", year("The year of the targets."))
                .must("indicators", list(indicator(), "The indicators.").zh("指标"));
        CommonShapes.defineWords(root);
        root.define(
                "formula",
                object("times x of / per.")
                        .may(
                                "times",
                                number(Range.atLeast(1e-9, ""), "A factor, such as 1000; 100 where the unit is %.")
                                        .usual(1))
                        .must("of", ref("quantities", "What is counted."))
                        .may("per", ref("quantities", "What it is divided by.")));
        root.define(
                "quantities",
                Shape.anything("One quantity, or several that are added.").itemsOrSelf("quantity"));
        defineQuantities(root);
        return root.file("indicators", "Kapok indicators (indicators.json)");
    }

    private static Shape indicator() {
        return object("")
                .must("number", integer(1, 10_000, "Its number in the plan."))
                .must("id", text("The name in results.").example("beds"))
                .must("title", words("What it is called."))
                .must("unit", words("What it is measured in."))
                .may(
                        "binding",
                        flag("Binding (约束性) rather than expected (预期性).").usual(false))
                .must("want", oneOf(Goal.Direction.class, "Which side of the target is wanted."))
                .may("baseline", number(ANY, "The value in the baseline year.").zh("基期值"))
                .must(
                        "target",
                        number(ANY, "The value wanted in the target year.").zh("目标值"))
                .may(
                        "tolerance",
                        number(COUNT, "How far off still counts as met; 1% of the target where it is absent."))
                .may("source", text("Where it is from."))
                .may("formula", ref("formula", "How it follows from people, demand and supply."))
                .may(
                        "reason",
                        words(
                                "Why it cannot be projected, where there is no formula; with one, what to know of its value."))
                .may("day", Shape.monthAndDay("The day at which people and supply are taken."))
                .may(
                        "by_region",
                        flag("Whether it is judged for every region as well.").usual(false))
                .mustWithout("formula", members("reason"));
    }

    private static void defineQuantities(Shape root) {
        Map<String, String> forms = new LinkedHashMap<>();
        IndicatorsReader.KINDS.forEach(kind -> forms.put(kind, "quantity." + kind));
        Shape quantity = object("One thing that is counted.");
        forms.keySet().forEach(kind -> quantity.may(kind, anything(DESCRIPTIONS.get(kind))));
        root.define("quantity", quantity.forms(forms, "quantity.measure"));
        forms.forEach((kind, name) -> root.define(name, quantity(kind)));
    }

    private static final Map<String, String> DESCRIPTIONS = Map.of(
            "measure", "People or flows: a measure of targets, such as resident.",
            "demand", "The demand for a service.",
            "supply", "The supply of a service.",
            "added", "The supply of a service opened since a year.",
            "pupils", "The pupils of a school service.",
            "pupils_of_age", "The pupils of a school service who are of its age.",
            "children", "The children of the age of a school service.");

    private static Shape quantity(String kind) {
        Shape quantity = object("").must(kind, text(DESCRIPTIONS.get(kind)));
        return switch (kind) {
            case "measure" ->
                quantity.may("from_age", age("The first age, included.").usual(0))
                        .may("to_age", age("The last age, included; no end where it is absent."));
            case "supply" -> quantity;
            case "added" -> quantity.must("since", year("The year since which."));
            default -> quantity.must("path", oneOf(DemandPath.class, "The norm or the need."));
        };
    }

    private static Shape year(String description) {
        return integer(1900, 2200, description);
    }
}
