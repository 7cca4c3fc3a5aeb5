package org.kapok.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.kapok.core.Selection;
import org.kapok.demand.scorecard.Indicator;
import org.kapok.projection.ensemble.Block;
import org.kapok.projection.ensemble.Count;
import org.kapok.projection.target.Measure;
import org.kapok.projection.target.Target;

/** Something wanted that a draw reaches or does not. */
sealed interface Outcome {
    /** Its value in every draw of a block. */
    double[] in(Block block);

    /** Whether a value is as wanted. */
    boolean met(double value);

    /** A target of people, or of a share of them: met by its value or more. */
    record OfTarget(Target target, DatedCounts counts) implements Outcome {
        public OfTarget {
            counts.number(part(target));
            counts.number(whole(target));
        }

        private static Count part(Target target) {
            return Count.people(target.area(), target.measure().people().aged(target.fromAge(), target.toAge()));
        }

        private static Count whole(Target target) {
            Measure whole = target.shareOf().orElse(target.measure());
            return Count.people(target.area(), whole.people().aged(0, Selection.OPEN));
        }

        @Override
        public double[] in(Block block) {
            double[] values = counts.at(part(target), target.date(), block);
            if (target.shareOf().isPresent()) {
                double[] all = counts.at(whole(target), target.date(), block);
                for (int draw = 0; draw < values.length; draw++) {
                    values[draw] /= all[draw];
                }
            }
            return values;
        }

        @Override
        public boolean met(double value) {
            return value >= target.value();
        }
    }

    /** An indicator of the whole place in the year of its target, where it follows from people and services. */
    record OfIndicator(Indicator indicator, DrawnEvidence evidence) implements Outcome {
        /** The indicators of a scenario that every draw has a value of. */
        static Optional<OfIndicator> of(Indicator indicator, DrawnEvidence evidence) {
            return evidence.knows(indicator) ? Optional.of(new OfIndicator(indicator, evidence)) : Optional.empty();
        }

        @Override
        public double[] in(Block block) {
            return evidence.values(indicator, block);
        }

        @Override
        public boolean met(double value) {
            return indicator.goal().isMetBy(value);
        }
    }

    /** Several things at once: 1 in a draw in which all hold, otherwise 0. */
    record OfEvent(DrawnEvent event, List<Held> held) implements Outcome {
        @Override
        public double[] in(Block block) {
            double[] values = new double[block.draws()];
            Arrays.fill(values, 1);
            for (Held each : held) {
                double[] own = each.values().apply(block);
                for (int draw = 0; draw < own.length; draw++) {
                    boolean holds = each.atMost() ? own[draw] <= each.level() : own[draw] >= each.level();
                    values[draw] = holds ? values[draw] : 0;
                }
            }
            return values;
        }

        @Override
        public boolean met(double value) {
            return value == 1;
        }
    }

    /** A number of every draw of a block, and the level that it is to reach or stay under. */
    record Held(Function<Block, double[]> values, double level, boolean atMost) {}
}
