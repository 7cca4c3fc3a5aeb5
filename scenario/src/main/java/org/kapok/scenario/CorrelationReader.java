package org.kapok.scenario;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kapok.core.CellSpace;
import org.kapok.core.Region;
import org.kapok.projection.ensemble.Correlation;
import org.kapok.scenario.table.JsonCursor;
import org.kapok.scenario.table.Problems;
import org.kapok.scenario.table.Range;
import org.kapok.scenario.table.RecordTable;
import org.kapok.scenario.table.Row;

/** Reads how shocks are correlated: pairs and their correlation, 0 between those that are not named. */
final class CorrelationReader {
    private static final Range VALUE = new Range(-1, 1, "");

    private final Layers layers;
    private final Problems problems;

    CorrelationReader(Layers layers, Problems problems) {
        this.layers = layers;
        this.problems = problems;
    }

    /** A matrix that is filled pair by pair. */
    private static final class Pairs {
        private final List<String> labels;
        private final double[][] matrix;
        private final Set<Set<String>> known = new HashSet<>();

        Pairs(List<String> labels) {
            this.labels = labels;
            this.matrix = new double[labels.size()][labels.size()];
            for (int i = 0; i < matrix.length; i++) {
                matrix[i][i] = 1;
            }
        }

        /** Takes the correlation of a pair, and says what is wrong with it, if anything is. */
        Optional<String> put(String one, String other, double value) {
            if (one.equals(other)) {
                return Optional.of("got " + one + " twice, expected two different ones");
            }
            if (!known.add(Set.of(one, other))) {
                return Optional.of("got " + one + " and " + other + " twice, expected each pair once");
            }
            matrix[labels.indexOf(one)][labels.indexOf(other)] = value;
            matrix[labels.indexOf(other)][labels.indexOf(one)] = value;
            return Optional.empty();
        }

        Correlation all() {
            return Correlation.of(labels, matrix);
        }

        /** What is wrong with the whole matrix, in the words of its own check without the name of the type. */
        static String wrong(IllegalArgumentException refused) {
            return refused.getMessage().replaceFirst("^Correlation: ", "");
        }
    }

    /** How components are correlated, each with no other where nothing is stated. */
    Optional<Correlation> components(List<String> components) {
        Pairs pairs = new Pairs(components);
        Optional<JsonCursor> stated = layers.optional("ensemble", "correlation").map(Layers.Found::value);
        return stated.isEmpty() ? Optional.of(pairs.all()) : listed(stated.get(), pairs);
    }

    /** How the deviations of regions are correlated, if they are, as a list of pairs or a table. */
    Optional<Correlation> regions(CellSpace space, Collection<Wandering> named) {
        Optional<Layers.Found> stated = layers.optional("ensemble", "local_correlation");
        if (stated.isEmpty()) {
            return Optional.empty();
        }
        JsonCursor value = stated.get().value();
        if (named.stream().allMatch(each -> each.local().isEmpty())) {
            value.report("got a correlation of regions, expected a component with \"local\"");
        }
        Pairs pairs = new Pairs(space.regions().stream().map(Region::id).toList());
        if (!value.isText()) {
            return listed(value, pairs);
        }
        int before = problems.count();
        for (Row row : RecordTable.read(
                layers.file(stated.get()), List.of("region", "other", "value"), List.of("source"), problems)) {
            int known = problems.count();
            String one = row.oneOf("region", pairs.labels);
            String other = row.oneOf("other", pairs.labels);
            double given = row.number("value", VALUE);
            if (problems.count() == known) {
                pairs.put(one, other, given).ifPresent(wrong -> row.report("other", wrong));
            }
        }
        return whole(value, pairs, before);
    }

    private Optional<Correlation> listed(JsonCursor value, Pairs pairs) {
        int before = problems.count();
        value.items().forEach(item -> {
            int known = problems.count();
            List<String> pair = item.at("between").items().stream()
                    .map(each -> each.oneOf(pairs.labels))
                    .toList();
            double given = item.at("value").number(VALUE);
            if (pair.size() != 2) {
                item.at("between").report("got " + pair.size() + " names, expected two different ones");
            } else if (problems.count() == known) {
                pairs.put(pair.get(0), pair.get(1), given).ifPresent(item::report);
            }
        });
        return whole(value, pairs, before);
    }

    private Optional<Correlation> whole(JsonCursor value, Pairs pairs, int before) {
        if (problems.count() > before) {
            return Optional.empty();
        }
        try {
            return Optional.of(pairs.all());
        } catch (IllegalArgumentException e) {
            value.report(Pairs.wrong(e));
            return Optional.empty();
        }
    }
}
