package org.kapok.demand.scorecard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.kapok.core.Region;
import org.kapok.demand.Supply;

/**
 * The indicators of a plan.
 *
 * @param all in the order of the plan, each number and id once
 */
public record Indicators(List<Indicator> all) {
    public Indicators {
        all = List.copyOf(all);
        Set<Object> seen = new HashSet<>();
        for (Indicator indicator : all) {
            if (!seen.add(indicator.number()) || !seen.add(indicator.id())) {
                throw new IllegalArgumentException("Indicators: got number " + indicator.number() + ", "
                        + indicator.id() + ", twice, expected each number and id once");
            }
        }
    }

    /** How every indicator stands in each year after its baseline, up to the year of its target. */
    public Scorecard judge(Evidence evidence) {
        List<Scorecard.Row> rows = new ArrayList<>();
        for (Indicator indicator : all) {
            Goal goal = indicator.goal();
            for (int year = goal.baselineYear() + 1; year <= goal.targetYear(); year++) {
                rows.add(row(indicator, evidence, Supply.WHOLE_AREA, year));
                for (Region region : evidence.space().regions()) {
                    if (indicator.byRegion()) {
                        Scorecard.Row row = row(indicator, evidence, region.id(), year);
                        if (row.value().isPresent()) {
                            rows.add(row);
                        }
                    }
                }
            }
        }
        return new Scorecard(rows);
    }

    /** How one indicator stands in an area and year. */
    public static Scorecard.Row row(Indicator indicator, Evidence evidence, String area, int year) {
        Indicator.Basis basis = indicator.basis();
        Goal goal = indicator.goal();
        LocalDate date = basis.day()
                .map(day -> day.atYear(year))
                .orElseGet(() -> evidence.firstDate().withYear(year));
        Double observed = area.equals(Supply.WHOLE_AREA) ? basis.observed().get(year) : null;
        OptionalDouble value = observed != null
                ? OptionalDouble.of(observed)
                : basis.formula()
                        .map(formula -> formula.in(evidence, area, date))
                        .orElse(OptionalDouble.empty());
        Scorecard.Why why = why(indicator, evidence, observed != null, value, year);
        boolean judged = why == Scorecard.Why.PROJECTED || why == Scorecard.Why.OBSERVED;
        Verdict verdict = judged ? goal.judge(value.getAsDouble(), year) : Verdict.NOT_PROJECTABLE;
        OptionalDouble more = OptionalDouble.empty();
        if (basis.formula().isPresent() && value.isPresent()) {
            OptionalDouble wanted = basis.formula().get().unitsFor(goal.askedIn(year), evidence, area, date);
            OptionalDouble there = basis.formula().get().unitsFor(value.getAsDouble(), evidence, area, date);
            more = wanted.isPresent()
                    ? OptionalDouble.of(Math.max(0, wanted.getAsDouble() - there.getAsDouble()))
                    : more;
        }
        return new Scorecard.Row(indicator, area, year, value, verdict, why, more);
    }

    private static Scorecard.Why why(
            Indicator indicator, Evidence evidence, boolean observed, OptionalDouble value, int year) {
        if (observed) {
            return Scorecard.Why.OBSERVED;
        }
        if (indicator.basis().formula().isEmpty()) {
            return Scorecard.Why.NO_FORMULA;
        }
        if (value.isEmpty()) {
            return Scorecard.Why.NO_DATA;
        }
        int known = indicator.basis().formula().get().knownTo(evidence);
        return known <= indicator.goal().baselineYear() ? Scorecard.Why.STOCK_ONLY : Scorecard.Why.PROJECTED;
    }
}
