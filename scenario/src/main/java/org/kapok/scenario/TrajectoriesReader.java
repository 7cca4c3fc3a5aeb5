package org.kapok.scenario;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kapok.projection.ensemble.Trajectories;
import org.kapok.scenario.table.Problems;
import org.kapok.scenario.table.Range;
import org.kapok.scenario.table.RecordTable;
import org.kapok.scenario.table.Row;

/** Reads a table of factors by draw, component and year; components that it does not name stay as they are. */
final class TrajectoriesReader {
    private final List<String> components;
    private final Steps years;
    private final Problems problems;

    TrajectoriesReader(List<String> components, Steps years, Problems problems) {
        this.components = components;
        this.years = years;
        this.problems = problems;
    }

    Optional<Trajectories> read(Path file) {
        int before = problems.count();
        int steps = years.count();
        SortedMap<Integer, double[][]> draws = new TreeMap<>();
        Map<Integer, Integer> lines = new HashMap<>(); // by draw, its first
        for (Row row :
                RecordTable.read(file, List.of("draw", "component", "year", "factor"), List.of("source"), problems)) {
            int draw = (int) row.number("draw", new Range(1, EnsembleOptions.MOST_DRAWS, "a draw"));
            int component = components.indexOf(row.oneOf("component", components));
            int year =
                    (int) row.number("year", new Range(years.yearAfter(0), years.last(), "a year of the projection"));
            if (problems.count() == before && years.to(year).isEmpty()) {
                row.report("year", "got " + year + ", expected a year of the projection, such as " + years.last());
            }
            double factor = row.number("factor", Range.atLeast(0, "a factor"));
            if (problems.count() > before) {
                continue;
            }
            lines.putIfAbsent(draw, row.line());
            int step = years.to(year).orElseThrow() - 1;
            double[][] own = draws.computeIfAbsent(draw, fresh -> unknown(steps));
            if (!Double.isNaN(own[component][step])) {
                row.report("year", "got this draw, component and year twice, expected each once");
            }
            own[component][step] = factor;
        }
        if (problems.count() == before) {
            draws.forEach((draw, own) -> complete(file, lines.get(draw), draw, own));
            requireAllDraws(file, draws);
        }
        return problems.count() > before
                ? Optional.empty()
                : Optional.of(new Trajectories(draws.values().toArray(double[][][]::new)));
    }

    private double[][] unknown(int steps) {
        double[][] unknown = new double[components.size()][steps];
        for (double[] row : unknown) {
            Arrays.fill(row, Double.NaN);
        }
        return unknown;
    }

    /** A component has all years of a draw or none; what is missing is told at the first line of its draw. */
    private void complete(Path file, int line, int draw, double[][] own) {
        for (int i = 0; i < own.length; i++) {
            long known =
                    Arrays.stream(own[i]).filter(each -> !Double.isNaN(each)).count();
            if (known == 0) {
                Arrays.fill(own[i], 1);
            }
            for (int step = 0; known > 0 && step < own[i].length; step++) {
                if (Double.isNaN(own[i][step])) {
                    problems.add(
                            file,
                            line,
                            "year",
                            "got no factor of " + components.get(i) + " in draw " + draw + ", " + years.yearAfter(step)
                                    + ", expected every year of the projection");
                }
            }
        }
    }

    private void requireAllDraws(Path file, SortedMap<Integer, double[][]> draws) {
        if (draws.isEmpty()) {
            problems.add(file, 0, "", "got a header and no rows, expected 1 or more draws");
        } else if (draws.lastKey() != draws.size()) {
            int missing = 1;
            while (draws.containsKey(missing)) {
                missing++;
            }
            problems.add(file, 0, "", "got no draw " + missing + ", expected all from 1 to " + draws.lastKey());
        }
    }
}
