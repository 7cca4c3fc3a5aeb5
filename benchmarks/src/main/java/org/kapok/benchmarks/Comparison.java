package org.kapok.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Two files of JMH results ({@code -rf json}) side by side. */
final class Comparison {
    private final Map<String, Score> before;
    private final Map<String, Score> after;

    /** What was measured, with half of its 99.9% interval; NaN of a single measurement. */
    private record Score(double value, double error, String unit, boolean lowerIsBetter) {
        /** Whether it is worse than another by more than both their errors. */
        boolean isRegressionFrom(Score earlier) {
            double worse = lowerIsBetter ? value - earlier.value : earlier.value - value;
            return worse > margin(error) + margin(earlier.error);
        }

        private static double margin(double error) {
            return Double.isNaN(error) ? 0 : error;
        }
    }

    private Comparison(Map<String, Score> before, Map<String, Score> after) {
        this.before = before;
        this.after = after;
    }

    /**
     * Reads two files of results.
     *
     * @throws IOException if one cannot be read or is not one of results
     */
    static Comparison read(Path before, Path after) throws IOException {
        return new Comparison(scores(before), scores(after));
    }

    private static Map<String, Score> scores(Path file) throws IOException {
        JsonNode all = new ObjectMapper().readTree(file.toFile());
        if (!all.isArray()) {
            throw new IOException(file + ": got no list, expected results of JMH as JSON");
        }
        Map<String, Score> scores = new LinkedHashMap<>();
        for (JsonNode each : all) {
            JsonNode metric = each.path("primaryMetric");
            if (!each.path("benchmark").isTextual() || !metric.path("score").isNumber()) {
                throw new IOException(file + ": got " + each + ", expected a benchmark and its score");
            }
            String name = each.get("benchmark").asText().replaceFirst(".*\\.(?=\\w+\\.\\w+$)", "");
            for (Map.Entry<String, JsonNode> parameter : each.path("params").properties()) {
                name += " " + parameter.getKey() + "=" + parameter.getValue().asText();
            }
            double error = metric.path("scoreError").asDouble(Double.NaN); // "NaN" is a text
            boolean lower = !each.path("mode").asText().equals("thrpt");
            scores.put(
                    name,
                    new Score(
                            metric.get("score").asDouble(),
                            error,
                            metric.path("scoreUnit").asText(),
                            lower));
        }
        return scores;
    }

    /** Prints a line for each benchmark that is in both, and tells how many are slower past the error bars. */
    int print(PrintWriter out) {
        int regressions = 0;
        for (Map.Entry<String, Score> each : after.entrySet()) {
            Score earlier = before.get(each.getKey());
            Score now = each.getValue();
            if (earlier == null) {
                out.println("new         " + each.getKey());
                continue;
            }
            boolean worse = now.isRegressionFrom(earlier);
            boolean better = earlier.isRegressionFrom(now);
            regressions += worse ? 1 : 0;
            out.printf(
                    Locale.ROOT,
                    "%s %s: %.4g +- %.2g, before %.4g +- %.2g %s (%+.1f%%)%n",
                    worse ? "REGRESSION " : better ? "improvement" : "same       ",
                    each.getKey(),
                    now.value,
                    now.error,
                    earlier.value,
                    earlier.error,
                    now.unit,
                    100 * (now.value / earlier.value - 1));
        }
        before.keySet().stream()
                .filter(name -> !after.containsKey(name))
                .forEach(name -> out.println("gone        " + name));
        return regressions;
    }
}
