package org.kapok.report.html;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.kapok.projection.ensemble.Quantiles;
import org.kapok.projection.ensemble.Sampling;
import org.kapok.scenario.AgeBand;
import org.kapok.scenario.EnsembleRun;

/** How the draws of an ensemble spread: people of all ages by measure and area, after each step. */
final class Spreads {
    /** The lines of a fan: 95%, 80% and 50% of draws around the middle one. */
    private static final double[] PROBABILITIES = {0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975};

    private Spreads() {}

    static ObjectNode node(EnsembleRun drawn, List<String> areas) {
        ObjectNode node = Json.object();
        node.put("draws", drawn.draws()).put("seed", drawn.seed());
        node.put("error", Json.number(drawn.largestError())).put("bound", drawn.sampling() != Sampling.PLAIN);
        node.set("probabilities", Json.numbers(PROBABILITIES));
        ArrayNode dates = node.putArray("dates");
        for (int step = 0; step < drawn.steps(); step++) {
            dates.add(drawn.dateAfter(step).toString());
        }
        ObjectNode people = node.putObject("people");
        for (int position = 0; position < drawn.measured().size(); position++) {
            EnsembleRun.Measured measured = drawn.measured().get(position);
            if (measured.band().equals(AgeBand.all()) && areas.contains(measured.area())) {
                ArrayNode bySteps =
                        people.withObjectProperty(measured.measure()).putArray(measured.area());
                for (int step = 0; step < drawn.steps(); step++) {
                    bySteps.add(quantiles(drawn.spread(position, step)));
                }
            }
        }
        return node;
    }

    static ArrayNode quantiles(Quantiles spread) {
        ArrayNode values = Json.array();
        for (double probability : PROBABILITIES) {
            values.add(Json.number(spread.at(probability)));
        }
        return values;
    }
}
