package org.kapok.projection;

import java.util.Arrays;
import java.util.List;
import org.kapok.core.Axis;
import org.kapok.projection.Convention.Migration;
import org.kapok.projection.Convention.Rates;
import org.kapok.projection.internal.BoundTable;
import org.kapok.projection.internal.CohortStep;

/** Movement across the outer border, as a stage of a step. */
final class ExternalStage {
    private final StepState state;
    private final BoundTable arrivals;
    private final BoundTable arrivalRate;
    private final BoundTable departures;
    private final BoundTable departureRate;
    private final boolean even;
    private final boolean limited;

    ExternalStage(StepState state, ExternalMigration external, List<Axis> axes) {
        this.state = state;
        arrivals = BoundTable.bind("external.arrivals", external.arrivals(), axes);
        arrivalRate = BoundTable.bind("external.arrivalRate", external.arrivalRate(), axes);
        departures = BoundTable.bind("external.departures", external.departures(), axes);
        departureRate = BoundTable.bind("external.departureRate", external.departureRate(), axes);
        even = state.convention.migration() == Migration.EVEN;
        boolean oneRateOfAll = state.convention.rates() == Rates.SURVIVORS
                && Arrays.stream(external.departures().toArray()).allMatch(count -> count == 0);
        limited = state.convention.migration() == Migration.END && !oneRateOfAll;
    }

    /** Whether departures are held to the people there are, as counts may exceed them; rates of all of them cannot. */
    boolean limited() {
        return limited;
    }

    /** At the start of the step: the half of all migrants who join there. */
    void open() {
        if (!even) {
            return;
        }
        for (int profile = 0; profile < state.space.profiles(); profile++) {
            countArrivals(profile, state.start, 0, state.ages);
            countDepartures(profile, state.start, 0, state.ages);
        }
        joinHalf(state.exposed, 0, state.ages);
    }

    /** At the end: who joins there, of a range of ages. */
    void close(int from, int to) {
        if (even) {
            joinHalf(state.end, from, to);
            return;
        }
        Rates rates = state.convention.rates();
        double[] exposed = rates == Rates.START ? state.start : rates == Rates.COHORT ? state.cohort : state.end;
        for (int profile = 0; profile < state.space.profiles(); profile++) {
            int at = profile * state.ages;
            countArrivals(profile, exposed, from, to);
            if (rates != Rates.SURVIVORS_AND_ARRIVALS) {
                countDepartures(profile, exposed, from, to);
            }
            state.join(state.flows.arrivals, profile, 1, profile, from, to);
            if (rates == Rates.SURVIVORS_AND_ARRIVALS) {
                countDepartures(profile, exposed, from, to);
            }
            if (limited) {
                CohortStep.limit(state.end, state.flows.departures, state.flows.withheld, at, from, to);
            }
            state.join(state.flows.departures, profile, -1, profile, from, to);
        }
    }

    private void countArrivals(int profile, double[] exposed, int from, int to) {
        count(arrivals, arrivalRate, profile, exposed, state.flows.arrivals, from, to);
    }

    private void countDepartures(int profile, double[] exposed, int from, int to) {
        count(departures, departureRate, profile, exposed, state.flows.departures, from, to);
    }

    private void count(
            BoundTable counts, BoundTable rate, int profile, double[] exposed, double[] moving, int from, int to) {
        int at = profile * state.ages;
        CohortStep.count(exposed, at, rate.values, state.at(rate, profile), moving, from, to, state.years);
        CohortStep.add(counts.values, state.at(counts, profile), state.years, moving, at, from, to);
    }

    private void joinHalf(double[] people, int from, int to) {
        for (int profile = 0; profile < state.space.profiles(); profile++) {
            int at = profile * state.ages;
            CohortStep.add(state.flows.arrivals, at, 0.5, people, at, from, to);
            CohortStep.add(state.flows.departures, at, -0.5, people, at, from, to);
        }
    }
}
