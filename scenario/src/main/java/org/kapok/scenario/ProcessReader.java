package org.kapok.scenario;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kapok.projection.ensemble.ArmaEstimate;
import org.kapok.projection.ensemble.AutoregressionEstimate;
import org.kapok.projection.ensemble.FactorProcess;
import org.kapok.projection.ensemble.ProcessEstimate;
import org.kapok.scenario.table.JsonCursor;
import org.kapok.scenario.table.Problems;
import org.kapok.scenario.table.Range;
import org.kapok.scenario.table.RecordTable;
import org.kapok.scenario.table.Row;

/** Reads how a component wanders. */
final class ProcessReader {
    private final Layers layers;
    private final FlowRecord past;
    private final Steps steps;
    private final Problems problems;

    ProcessReader(Layers layers, FlowRecord past, Steps steps, Problems problems) {
        this.layers = layers;
        this.past = past;
        this.steps = steps;
        this.problems = problems;
    }

    Optional<Wandering> wandering(String component, JsonCursor value, int layer) {
        int before = problems.count();
        Optional<FactorProcess> local = value.optional("local").flatMap(this::process);
        Optional<FactorProcess> shape = Optional.empty();
        if (component.equals(Wandering.MORTALITY)) {
            shape = value.optional("sexes").flatMap(this::fading);
        } else if (component.equals(Wandering.FERTILITY)) {
            shape = value.optional("timing").flatMap(this::process);
        }
        boolean logit =
                value.optional("scale").map(each -> each.oneOf(Scale.class)).orElse(Scale.LOG) == Scale.LOGIT;
        Optional<ProcessEstimate> estimate = Optional.empty();
        Optional<Expected> expected = Optional.empty();
        Optional<FactorProcess> process = Optional.empty();
        if (value.optional("history").isPresent()) {
            boolean arma =
                    value.optional("model").map(each -> each.oneOf(Model.class)).orElse(Model.AR) == Model.ARMA;
            estimate = estimate(value.at("history"), arma, layer);
            process = estimate.map(ProcessEstimate::likeliest);
        } else {
            process = process(value);
            if (value.optional("interval").isPresent()) {
                value.optional("of"); // known beside an interval that is wrong, too
                expected = process.flatMap(any -> expected(component, value));
            }
        }
        if (problems.count() > before) {
            return Optional.empty();
        }
        Optional<FactorProcess> read = process;
        Wandering rest = new Wandering(component, read.orElseThrow(), local, shape, estimate, logit, expected);
        return Optional.of(rest);
    }

    /** What may be estimated from a history: an autoregression, or one with a moving average. */
    private enum Model {
        AR,
        ARMA
    }

    /** The scales that factors may be drawn on. */
    private enum Scale {
        LOG,
        LOGIT
    }

    private Optional<FactorProcess> fading(JsonCursor value) {
        Optional<FactorProcess> read = process(value);
        if (read.isPresent() && read.get().phi() == 1) {
            value.report("got phi 1, expected below 1, so that the sexes do not drift apart");
        }
        return read;
    }

    /** A process by the values of past years: a table of them, or a measure on record. */
    private Optional<ProcessEstimate> estimate(JsonCursor history, boolean arma, int layer) {
        SortedMap<Integer, Double> values = new TreeMap<>();
        if (history.isText()) {
            for (Row row : RecordTable.read(
                    layers.file(layer, history.text()), List.of("year", "value"), List.of("source"), problems)) {
                int year = (int) row.number("year", new Range(1500, 2200, "a year"));
                if (values.put(year, row.number("value", Range.atLeast(0, ""))) != null) {
                    row.report("year", "got " + year + " twice, expected each year once");
                }
            }
        } else {
            String measure = history.at("measure").text();
            String area = history.optional("region").map(JsonCursor::text).orElse("");
            past.flows().stream()
                    .filter(flow ->
                            flow.measure().id().equals(measure) && flow.area().equals(area) && flow.from() == flow.to())
                    .forEach(flow -> values.put(flow.from(), flow.perYear()));
        }
        boolean gaps = !values.isEmpty() && values.lastKey() - values.firstKey() + 1 != values.size();
        int least = arma ? ArmaEstimate.LEAST : AutoregressionEstimate.LEAST;
        if (values.size() < least || gaps) {
            history.report("got the years " + values.keySet() + ", expected " + least
                    + " or more, one after another, each with a value of its own"
                    + (arma ? "; \"model\": \"ar\" needs " + AutoregressionEstimate.LEAST : ""));
            return Optional.empty();
        }
        double[] past =
                values.values().stream().mapToDouble(Double::doubleValue).toArray();
        try {
            return Optional.of(arma ? ArmaEstimate.of(past) : AutoregressionEstimate.of(past));
        } catch (IllegalArgumentException e) {
            history.report(e.getMessage());
            return Optional.empty();
        }
    }

    /** What an interval is of; a process of the numbers of a factor by now, made the right one once inputs are known. */
    private Optional<Expected> expected(String component, JsonCursor value) {
        Expected.Kind kind = value.optional("of")
                .map(each -> each.oneOf(Expected.Kind.class))
                .orElse(Expected.Kind.FACTOR);
        if (!kind.isOf(component)) {
            value.report("got an interval of " + kind.label() + " for " + component + ", expected tfr for fertility,"
                    + " life-expectancy for mortality, or factor");
            return Optional.empty();
        }
        List<JsonCursor> ends = value.at("interval").items();
        return Optional.of(new Expected(
                kind,
                ends.get(0).number(Range.atLeast(0, "")),
                ends.get(1).number(Range.atLeast(0, "")),
                value.at("probability").number(Range.share()),
                stepsTo(value)));
    }

    /** A process by its numbers, or by the interval of its factor that an expert expects in a year. */
    Optional<FactorProcess> process(JsonCursor value) {
        int before = problems.count();
        double phi =
                value.optional("phi").map(each -> each.number(Range.share())).orElse(1.0);
        double theta = value.optional("theta")
                .map(each -> each.number(new Range(-1, 1, "")))
                .orElse(0.0);
        if (value.optional("interval").isPresent()) {
            return ofInterval(value, phi, theta);
        }
        double sd = value.at("sd").number(Range.atLeast(0, ""));
        double drift =
                value.optional("drift").map(each -> each.number(Range.any(""))).orElse(0.0);
        double toward = value.optional("toward")
                .map(each -> each.number(Range.atLeast(0.001, "")))
                .orElse(1.0);
        if (problems.count() > before) {
            return Optional.empty();
        }
        return Optional.of(new FactorProcess(phi, sd, StrictMath.log(toward), drift, theta));
    }

    /** How many steps lead to the year of an interval. */
    private int stepsTo(JsonCursor value) {
        int year = value.at("year").integer(steps.yearAfter(0), steps.last());
        if (steps.to(year).isEmpty()) {
            value.at("year").report("got " + year + ", expected a year of the projection, such as " + steps.last());
        }
        return steps.to(year).orElse(1);
    }

    private Optional<FactorProcess> ofInterval(JsonCursor value, double phi, double theta) {
        int before = problems.count();
        List<JsonCursor> ends = value.at("interval").items();
        if (ends.size() != 2) {
            value.at("interval").report("got " + ends.size() + " numbers, expected the low and the high end");
            return Optional.empty();
        }
        double low = ends.get(0).number(Range.atLeast(0, ""));
        double high = ends.get(1).number(Range.atLeast(0, ""));
        double probability = value.at("probability").number(Range.share());
        int number = stepsTo(value);
        if (!Double.isNaN(low) && !Double.isNaN(high) && !(0 < low && low < high)) {
            value.at("interval").report("got an interval from " + low + " to " + high + ", expected 0 < low < high");
        }
        if (problems.count() > before) {
            return Optional.empty();
        }
        try {
            FactorProcess shape = new FactorProcess(phi, 1, 0, 0, theta);
            return Optional.of(FactorProcess.ofInterval(low, high, probability, number, shape));
        } catch (IllegalArgumentException e) {
            value.report(e.getMessage());
            return Optional.empty();
        }
    }
}
