package org.kapok.scenario;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.kapok.core.CellSpace;
import org.kapok.demand.Demand;
import org.kapok.demand.DemandPath;
import org.kapok.demand.DrawnDemand;
import org.kapok.demand.Supply;
import org.kapok.demand.scorecard.Evidence;
import org.kapok.demand.scorecard.Indicator;
import org.kapok.demand.scorecard.Indicators;
import org.kapok.demand.scorecard.Quantity;
import org.kapok.demand.scorecard.Scorecard;
import org.kapok.projection.ensemble.Block;
import org.kapok.projection.ensemble.Count;
import org.kapok.projection.target.Measure;

/** The evidence of the draws of an ensemble: people who are counted and services, not pupils or flows. */
final class DrawnEvidence {
    private final Scenario scenario;
    private final DatedCounts counts;
    private final Optional<DrawnDemand> services;

    DrawnEvidence(Scenario scenario, DatedCounts counts, Optional<DrawnDemand> services) {
        this.scenario = scenario;
        this.counts = counts;
        this.services = services;
    }

    /** Whether every draw gives a value of an indicator in the year of its target; its people are counted from now on. */
    boolean knows(Indicator indicator) {
        Stream<Quantity> quantities = indicator.basis().formula().stream()
                .map(formula -> List.of(formula.of(), formula.per()))
                .flatMap(List::stream)
                .flatMap(List::stream);
        quantities.forEach(quantity -> {
            if (quantity instanceof Quantity.Projected people
                    && people.measure().kind() == Measure.Kind.PEOPLE) {
                counts.number(count(people.measure(), Supply.WHOLE_AREA, people.fromAge(), people.toAge()));
            }
        });
        return row(indicator, new Lanes(Optional.empty())).why() == Scorecard.Why.PROJECTED;
    }

    /** The values of an indicator in the year of its target. */
    double[] values(Indicator indicator, Block block) {
        Lanes lanes = new Lanes(Optional.of(block));
        double[] values = new double[block.draws()];
        for (lanes.lane = 0; lanes.lane < values.length; lanes.lane++) {
            values[lanes.lane] = row(indicator, lanes).value().orElseThrow();
        }
        return values;
    }

    private static Scorecard.Row row(Indicator indicator, Evidence evidence) {
        return Indicators.row(
                indicator, evidence, Supply.WHOLE_AREA, indicator.goal().targetYear());
    }

    private static Count count(Measure measure, String area, int fromAge, int toAge) {
        return Count.people(area, measure.people().aged(fromAge, toAge));
    }

    /** The draws of a block one after another; without a block, whether there is a value, which is then 1. */
    private final class Lanes implements Evidence {
        private final Optional<Block> block;
        private final Map<List<Object>, double[]> known = new HashMap<>();
        private int lane;

        Lanes(Optional<Block> block) {
            this.block = block;
        }

        private OptionalDouble value(List<Object> key, Supplier<double[]> values) {
            return OptionalDouble.of(block.isEmpty() ? 1 : known.computeIfAbsent(key, fresh -> values.get())[lane]);
        }

        @Override
        public CellSpace space() {
            return scenario.inputs().base().space();
        }

        @Override
        public LocalDate firstDate() {
            return scenario.inputs().base().date();
        }

        @Override
        public LocalDate lastDate() {
            return firstDate().withYear(scenario.lastYear());
        }

        @Override
        public OptionalDouble projected(Measure measure, String area, LocalDate date, int fromAge, int toAge) {
            if (measure.kind() != Measure.Kind.PEOPLE) {
                return OptionalDouble.empty();
            }
            Count people = count(measure, area, fromAge, toAge);
            return value(List.of(people, date), () -> counts.at(people, date, block.orElseThrow()));
        }

        @Override
        public OptionalDouble demand(String service, DemandPath path, String area, int year) {
            Demand.Of of = new Demand.Of(service, path);
            int step = (year - firstDate().getYear()) / space().ages().uniformWidth() - 1;
            boolean drawn = services.isPresent()
                    && services.get().of().contains(of)
                    && step >= 0
                    && counts.dateAfter(step).getYear() == year
                    && year <= scenario.lastYear();
            if (!drawn) {
                return OptionalDouble.empty();
            }
            int area0 = services.get().areas().indexOf(area);
            int number = counts.all().size()
                    + services.get().number(services.get().of().indexOf(of), area0);
            return value(List.of(of, area, year), () -> block.orElseThrow().draws(number, step));
        }

        @Override
        public OptionalDouble schooled(
                String service, DemandPath path, String area, int year, Quantity.Schooled.Count count) {
            return OptionalDouble.empty();
        }

        @Override
        public Optional<Supply> supply() {
            return scenario.supply();
        }
    }
}
