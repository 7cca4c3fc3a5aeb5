package org.kapok.scenario;

import static org.kapok.scenario.CommonShapes.COUNT;
import static org.kapok.scenario.CommonShapes.SHARE;
import static org.kapok.scenario.CommonShapes.file;
import static org.kapok.scenario.CommonShapes.words;
import static org.kapok.scenario.Shape.anything;
import static org.kapok.scenario.Shape.date;
import static org.kapok.scenario.Shape.integer;
import static org.kapok.scenario.Shape.list;
import static org.kapok.scenario.Shape.number;
import static org.kapok.scenario.Shape.object;
import static org.kapok.scenario.Shape.oneOf;
import static org.kapok.scenario.Shape.ref;
import static org.kapok.scenario.Shape.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kapok.demand.DemandPath;
import org.kapok.demand.VaryingUse;
import org.kapok.projection.ensemble.Sampling;
import org.kapok.scenario.table.Range;

/** How futures are drawn. */
final class EnsembleShapes {
    private static final Range FACTOR = Range.atLeast(0.001, "");

    private EnsembleShapes() {}

    static Shape ensemble() {
        return object("How futures of the scenario are drawn; either processes or trajectories.")
                .zh("随机集合")
                .may(
                        "draws",
                        integer(1, EnsembleOptions.MOST_DRAWS, "The number of futures.")
                                .example(1000))
                .may(
                        "seed",
                        integer(0, Integer.MAX_VALUE, "What the draws start from; the same seed, the same futures.")
                                .example(2020))
                .may(
                        "sampling",
                        oneOf(Sampling.class, "How draws relate to each other.").usual("plain"))
                .may("events", list(ref("event", ""), "Events whose chance is told."))
                .may(
                        "trajectories",
                        file("The table draw,component,year,factor of given futures.")
                                .example("trajectories.csv"))
                .may(
                        "processes",
                        Shape.byName(
                                        ref("process", ""),
                                        "The process of each component, such as fertility; the others"
                                                + " stand still.")
                                .named(ScenarioShapes.COMPONENTS))
                .may("correlation", list(correlation(), "Correlations of the shocks of two components."))
                .may(
                        "local_correlation",
                        Shape.either(
                                "Correlations of the deviations of two regions: a table region,other,value, or a list.",
                                file("The table.").example("region_correlation.csv"),
                                list(regionCorrelation(), "Pairs; the others are not correlated.")))
                .may("services", list(ref("use", ""), "Processes of the use of services."));
    }

    private static Shape correlation() {
        return object("")
                .must(
                        "between",
                        list(ScenarioShapes.component("A component."), "Two components.")
                                .of(2))
                .must("value", number(new Range(-1, 1, ""), "The correlation of their shocks."));
    }

    private static Shape regionCorrelation() {
        return object("")
                .must("between", list(text("A region."), "Two regions.").of(2))
                .must("value", number(new Range(-1, 1, ""), "The correlation of their shocks."));
    }

    static void define(Shape root) {
        root.define("process", process());
        root.define("process.history", history());
        root.define(
                "process.interval",
                parts(interval(object("A process by the interval that is expected in a year."))
                        .may(
                                "of",
                                oneOf(
                                                Expected.Kind.class,
                                                "What the interval is of: the factor, or tfr of fertility and"
                                                        + " life-expectancy of mortality.")
                                        .usual("factor"))));
        root.define("process.sd", parts(spread(object("A process by its numbers."))));
        root.define("deviation", forms(object("A process on top of the one that all share."), "deviation"));
        root.define("deviation.interval", interval(object("By an interval in a year.")));
        root.define("deviation.sd", spread(object("By its numbers.")));
        root.define("use", forms(used("How the use of a service varies."), "use"));
        root.define("use.interval", interval(used("")));
        root.define("use.sd", spread(used("")));
        root.define("event", event());
        root.define("condition.people", ofPeople());
        root.define("condition.service", ofService());
    }

    private static Shape event() {
        return object("An event: everything in all holds.")
                .must("id", text("The name in results."))
                .may("title", words("What it is called."))
                .must(
                        "all",
                        list(
                                        object("A condition on people, or on a service.")
                                                .may("service", anything("The id of a service."))
                                                .forms(Map.of("service", "condition.service"), "condition.people"),
                                        "What has to hold.")
                                .notEmpty());
    }

    private static Shape ofPeople() {
        return bounds(object("People at a date."))
                .must("measure", CommonShapes.peopleMeasure())
                .may("region", text("A region or group; the whole place where it is absent."))
                .must("date", date("The date."))
                .may("from_age", integer(0, 130, "The first age, included.").usual(0))
                .may("to_age", integer(0, 130, "The last age, included; no end where it is absent."))
                .may("share_of", CommonShapes.peopleMeasure());
    }

    private static Shape ofService() {
        return bounds(object("The demand for a service in a year; without a bound, more than is supplied."))
                .must("service", text("The id of a service."))
                .may("path", oneOf(DemandPath.class, "Which demand.").usual("need"))
                .must("year", integer(1, 9999, "The year."));
    }

    private static Shape bounds(Shape condition) {
        return condition
                .may("at_least", number(COUNT, "The least that counts."))
                .may("at_most", number(COUNT, "The most that counts."));
    }

    private static Shape process() {
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put("history", "process.history");
        forms.put("interval", "process.interval");
        return object("How the factor of a component wanders: by sd, by an interval, or by history.")
                .may("history", anything("Past years that the process is estimated from."))
                .may("interval", anything("The low and the high factor expected in a year."))
                .forms(forms, "process.sd");
    }

    private static Shape forms(Shape shape, String name) {
        return shape.may("interval", anything("The low and the high factor expected in a year."))
                .forms(Map.of("interval", name + ".interval"), name + ".sd");
    }

    private static Shape history() {
        Shape measure = object("A measure on record.")
                .must("measure", text("A measure of the record, such as arrivals:resident."))
                .may("region", text("A region or group; the whole place where it is absent."));
        return parts(object("A process estimated from past years."))
                .must(
                        "history",
                        Shape.either(
                                "The values of past years: a table year,value, or a measure of the record.",
                                file("The table."),
                                measure))
                .may(
                        "model",
                        oneOf(List.of("ar", "arma"), "An autoregression, or one with a moving average.")
                                .usual("ar"));
    }

    /** What may stand beside every form of a process. */
    private static Shape parts(Shape process) {
        return process.may("local", ref("deviation", "How regions deviate."))
                .may("sexes", ref("deviation", "Of mortality: how the sexes deviate, with phi below 1."))
                .may("timing", ref("deviation", "Of fertility: how the age of mothers moves."))
                .may(
                        "scale",
                        oneOf(List.of("log", "logit"), "The scale that rates are multiplied on.")
                                .usual("log"));
    }

    private static Shape interval(Shape shape) {
        return shape.must(
                        "interval",
                        list(number(COUNT, "A factor."), "The low and the high factor.")
                                .of(2))
                .must("probability", number(SHARE, "The probability that the factor lies between them."))
                .must("year", integer(1, 9999, "The year that the interval is about."))
                .may("phi", phi())
                .may("theta", theta());
    }

    private static Shape spread(Shape shape) {
        return shape.must(
                        "sd",
                        number(COUNT, "The standard deviation of the logarithm of the factor per step.")
                                .example(0.1))
                .may("phi", phi())
                .may("theta", theta())
                .may("toward", number(FACTOR, "The factor that it reverts to.").usual(1))
                .may(
                        "drift",
                        number(Range.any(""), "What is added to the logarithm per step.")
                                .usual(0));
    }

    private static Shape phi() {
        return number(SHARE, "How much of a deviation is left a step later; 1 is a random walk.")
                .usual(1);
    }

    private static Shape theta() {
        return number(new Range(-1, 1, ""), "How much of a shock comes again a step later.")
                .usual(0);
    }

    private static Shape used(String description) {
        return object(description)
                .must("service", text("The id of a service."))
                .may("path", oneOf(DemandPath.class, "Which demand varies.").usual("need"))
                .may(
                        "parameter",
                        oneOf(VaryingUse.Parameter.class, "What of it varies.").usual("demand"));
    }
}
